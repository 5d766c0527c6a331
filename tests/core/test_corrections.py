from __future__ import annotations

from dataclasses import replace

import pytest
from correction_cases import at, entry, ref, undo
from hypothesis import given
from hypothesis import strategies as st

from selon.core.corrections import ActorRef, Kind, set_dates, standing, undone

MERGE = entry(Kind.MERGE, ref("jean-petit"), ref("petit"))
DATE = replace(at("un", "Jean Petit"), span=None, quote="")


def test_an_entry_has_one_id_wherever_it_is():
    assert MERGE.id == replace(MERGE).id
    assert MERGE.id != replace(MERGE, by="ana").id


def test_an_undo_takes_back_and_its_own_undo_brings_back():
    back = undo(MERGE, 1)
    again = undo(back, 2)
    assert undone([MERGE, back]) == {MERGE.id}
    assert undone([MERGE, back, again]) == {back.id}
    assert standing([again, back, MERGE]) == (MERGE,)


LOG = [MERGE, undo(MERGE, 1), entry(Kind.RENAME, ref("petit"), value="P.", minute=3), entry(Kind.PLACE, places=(at("un", "Moscou"),))]


@given(st.permutations(LOG))
def test_entries_count_in_the_order_they_were_made_whatever_the_order_they_came_in(log):
    assert [each.kind for each in standing([*log, *log])] == [Kind.PLACE, Kind.RENAME]


def test_the_last_date_set_counts():
    first, second = (entry(Kind.DATE, places=(DATE,), value=value, minute=minute) for minute, value in enumerate(("2024-11", "2024-11-01")))
    assert [str(days) for days in set_dates([second, first]).values()] == ["2024-11-01"]
    assert set_dates([first, second, undo(second, 2), undo(first, 3)]) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        entry(Kind.MERGE, ref("petit")), entry(Kind.MERGE, ref("petit"), ActorRef("x", "x", "person")),
        entry(Kind.SPLIT, ref("petit"), value="x"),
        entry(Kind.RENAME, ref("petit"), value=" "), entry(Kind.DATE, places=(DATE,), value="hier"), entry(Kind.PLACE), entry(Kind.UNDO),
        entry(Kind.PLACE, places=(DATE,)),
    ],
)  # fmt: skip
def test_an_entry_that_makes_no_sense_says_so(wrong):
    assert wrong.fault
    assert not MERGE.fault
