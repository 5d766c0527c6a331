"""The days that a TIMEX3 value denotes."""
from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from selon.core.days import Days

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_LONG = re.compile(r"(\d{2})(\d|X)?X?")
_STARTS = {"SP": (3, 20), "SU": (6, 21), "FA": (9, 23), "WI": (12, 21)}
_ENDS = {"SP": (6, 20), "SU": (9, 22), "FA": (12, 20), "WI": (3, 19)}
_MONTHS = {"Q": 3, "H": 6}


def days_of(value: str, mod: str = "") -> Days | None:
    """Return the days of a date or a time; ``None`` for what is underspecified, a duration or a set.

    Seasons are those of the north, by the calendar; START, MID and END are thirds.
    """
    days = _whole(value)
    return _third(days, mod) if days and mod in ("START", "MID", "END") and "T" not in value else days


def _whole(value: str) -> Days | None:
    try:
        if found := _DAY.fullmatch(value):
            return Days.on(date.fromisoformat(found[1]))
        if found := _WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return Days(monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6))
        if re.fullmatch(r"\d{4}(?:-\d\d)?", value):
            return Days.parse(value)
        return _season(value) or _part(value) or _long(value)
    except (ValueError, OverflowError):
        return None


def _season(value: str) -> Days | None:
    found = _SEASON.fullmatch(value)
    if not found:
        return None
    year, name = int(found[1]), found[2]
    return Days(date(year, *_STARTS[name]), date(year + (name == "WI"), *_ENDS[name]))


def _part(value: str) -> Days | None:
    """Return the days of a quarter or a half of a year."""
    found = _PART.fullmatch(value)
    if not found:
        return None
    year, length = int(found[1]), _MONTHS[found[2]]
    last = int(found[3]) * length
    return Days(date(year, last - length + 1, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _long(value: str) -> Days | None:
    """Return the days of a decade (``196X``) or a century (``18XX``, ``20``)."""
    found = _LONG.fullmatch(value)
    if not found:
        return None
    if found[2] and found[2] != "X":
        first = int(found[1] + found[2]) * 10
        return Days(date(first, 1, 1), date(first + 9, 12, 31))
    first = int(found[1]) * 100
    return Days(date(max(first, 1), 1, 1), date(first + 99, 12, 31))


def _third(days: Days, mod: str) -> Days:
    if days.precision == "year":
        year, month = days.first.year, {"START": 1, "MID": 5, "END": 9}[mod]
        return Days(date(year, month, 1), Days.month(year, month + 3).last)
    third = max(1, len(days) // 3)
    first = days.first + timedelta(days={"START": 0, "MID": third, "END": 2 * third}[mod])
    last = days.last if mod == "END" else first + timedelta(days=third - 1)
    return Days(min(first, days.last), min(last, days.last))
