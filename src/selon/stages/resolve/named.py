"""Days with a name, and expressions whose value the rule states."""
from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from selon.lang.times import NamedDay
from selon.stages.resolve.days import choose, year_number
from selon.stages.resolve.reading import Reading, Value

_EASTER = re.compile(r"easter([+-]\d+)")
_FIXED = re.compile(r"(\d\d)-(\d\d)")
_NTH = re.compile(r"(\d\d)-(\d)-(\d|last)")


def vague(reading: Reading) -> Value:
    """An expression that means the same wherever it stands."""
    return Value(reading.slot("type") or "DATE", reading.slot("value"), reading.mod)


def named_day(reading: Reading) -> Value | None:
    """A feast or a national day: of its year, else the one that the tense asks for, of all days that bear the name."""
    known = reading.times.days_named(reading.slot("named"))
    year = year_number(reading.slot("year"))
    if not known:
        return None
    if year:
        return Value("DATE", day_in(known[0], year).isoformat())
    if reading.day is None:
        return Value("DATE", _yearly(known[0]) if len(known) == 1 else "XXXX")
    near = reading.day.year
    days = {day_in(each, year): each for each in known for year in range(max(near - 1, 1583), near + 2)}
    chosen = choose(days, reading)
    if chosen is None:
        return None
    return Value("DATE", _yearly(days[chosen]) if reading.slot("generic") else chosen.isoformat())


def _yearly(named: NamedDay) -> str:
    """Write a named day of no certain year; a movable feast has none to write."""
    return f"XXXX-{named.rule}" if _FIXED.fullmatch(named.rule) else "XXXX"


def day_in(named: NamedDay, year: int) -> date:
    """Return the day on which a named day falls in a year."""
    if found := _EASTER.fullmatch(named.rule):
        return easter(year) + timedelta(days=int(found[1]))
    if found := _FIXED.fullmatch(named.rule):
        return date(year, int(found[1]), int(found[2]))
    found = _NTH.fullmatch(named.rule)
    if not found:
        raise ValueError(f"{named.id}: not a rule for a day: {named.rule}")
    return _nth_weekday(year, int(found[1]), int(found[2]), found[3])


def _nth_weekday(year: int, month: int, weekday: int, nth: str) -> date:
    days = [week[weekday - 1] for week in calendar.monthcalendar(year, month) if week[weekday - 1]]
    return date(year, month, days[-1] if nth == "last" else days[int(nth) - 1])


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar.

    source: Meeus, "Astronomical Algorithms", 1991, chapter 8
    """
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
