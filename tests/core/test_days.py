"""Ranges of days."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.core.days import Days, weekday_near

DATES = st.dates(date(1800, 1, 1), date(2200, 12, 31))
RANGES = st.builds(lambda day, more: Days(day, day + timedelta(more)), DATES, st.integers(0, 800))


@pytest.mark.parametrize(
    ("text", "days", "precision"),
    [
        ("2024-02-29", "2024-02-29", "day"),
        ("1962-10", "1962-10-01/1962-10-31", "month"),
        ("2023-02", "2023-02-01/2023-02-28", "month"),
        ("1962", "1962-01-01/1962-12-31", "year"),
        (" 2024-03-05T10:00:00Z ", "2024-03-05", "day"), ("1962-W36", "1962-09-03/1962-09-09", "range"),
    ],
)
def test_an_iso_day_week_month_or_year_is_read_at_its_own_precision(text, days, precision):
    found = Days.parse(text)
    assert (str(found), found.precision) == (days, precision)


@pytest.mark.parametrize("text", ["", "hier", "2023-02-29", "2023-13", "23-01-02", "0000", "2024-W60"])
def test_what_is_no_iso_date_is_no_days(text):
    assert Days.parse(text) is None


@given(RANGES)
def test_iso_is_the_finest_date_that_holds_the_whole_range(days):
    whole = Days.parse(days.iso)
    if whole is None:
        assert days.first.year != days.last.year
    else:
        assert whole.first <= days.first
        assert days.last <= whole.last


def test_a_range_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="is before"):
        Days(date(2024, 2, 1), date(2024, 1, 1))


@given(RANGES, RANGES)
def test_meet_holds_the_days_that_both_have(one, other):
    both = one.meet(other)
    assert both == other.meet(one)
    assert (both is not None) == one.overlaps(other)
    if both:
        assert all(day in one and day in other for day in (both.first, both.last))
        assert both.first - timedelta(1) not in one or both.first - timedelta(1) not in other


@given(RANGES, DATES)
def test_both_ends_are_included(days, day):
    assert days.first in days
    assert days.last in days
    assert len(days) == (days.last - days.first).days + 1
    assert (day in days) == days.overlaps(Days.on(day))


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        ("2024-03-01", "2024-03-31", "month"),
        ("2024-03-01", "2024-03-30", "range"),
        ("2024-01-01", "2024-12-31", "year"),
        ("2023-12-31", "2024-12-31", "range"),
    ],
)
def test_precision_says_what_the_range_is_exactly(first, last, precision):
    assert Days(date.fromisoformat(first), date.fromisoformat(last)).precision == precision


@given(DATES, st.integers(0, 6), st.booleans())
def test_the_weekday_near_a_day_is_within_six_days_on_the_side_asked_for(day, weekday, ahead):
    found = weekday_near(day, weekday, ahead=ahead)
    assert found.weekday() == weekday
    assert 0 <= (found - day).days * (1 if ahead else -1) <= 6
