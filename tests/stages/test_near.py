"""What stands near a place, without looking at the rest of the article."""
from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from selon.stages.naming import titles
from selon.stages.naming.near import REACH, Near


@dataclass(frozen=True)
class Place:
    first: int
    last: int


PLACES = st.builds(lambda first, length: Place(first, first + length), st.integers(0, 90), st.integers(0, 5))


@given(st.lists(PLACES, max_size=20), PLACES)
def test_just_those_are_near_that_end_before_or_begin_behind_within_reach_in_their_order(items, place):
    def is_near(item: Place) -> bool:
        return 1 <= place.first - item.last <= REACH or 1 <= item.first - place.last <= REACH

    assert Near(items).to(place) == [item for item in items if is_near(item)]


def test_whatever_ties_a_title_to_its_name_is_within_reach():
    assert max(titles._TITLE_WORDS, titles._POST_WORDS + 3) < REACH
