"""Whole units away from the article or from what was told: last year, three days ago, two days earlier."""
from __future__ import annotations

import calendar
from datetime import date, timedelta

from selon.stages.resolve.reading import Reading, Value
from selon.stages.resolve.spans import days_of
from selon.stages.resolve.tense import FUTURE, PAST

_MONTHS = {"Y": 12, "M": 1}
_DAYS = {"W": 7, "D": 1, "WE": 7}


def unit_away(reading: Reading) -> Value | None:
    """``le mois dernier``: a unit so many units away from the day of writing."""
    size, unit, is_clock = reading.unit()
    shift = reading.shift or 0
    if is_clock:
        return None
    if reading.day is None:
        return Value("DATE", _unknown(unit, shift), reading.mod)
    if reading.is_beside:
        return unit_beside(reading)
    day = reading.day
    if unit == "WE" and not shift and reading.tense == PAST and day.isoweekday() < 3:
        shift = -1
    value = value_at(moved(day, shift * size, unit), unit, size)
    step = _edge_step(value, reading) if not shift else 0
    return Value("DATE", value_at(moved(day, step * size, unit), unit, size) if step else value, reading.mod)


def _edge_step(value: str, reading: Reading) -> int:
    """Return 1 or -1 where an edge of the present unit is on the wrong side: ``début d'année`` with a future tense is next year's."""
    edge = days_of(value, reading.mod)
    if edge is None or reading.day is None:
        return 0
    if reading.mod == "START" and reading.tense == FUTURE and edge.last < reading.day:
        return 1
    return -1 if reading.mod == "END" and reading.tense == PAST and edge.first > reading.day else 0


def moved(day: date, count: float, unit: str) -> date:
    """Return the day so many years, months, weeks, days or weekends away; the month's last where it is too short."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]))
        months = day.year * 12 + day.month - 1 + round(count * _MONTHS.get(unit, 12))
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return day


def value_at(day: date, unit: str, size: int = 1) -> str:
    """Write the unit that a day lies in: its year, quarter, month, week, weekend or itself."""
    week = day.isocalendar()
    if unit == "Y":
        return {1: f"{day.year:04}", 10: f"{day.year // 10:03}X", 100: f"{day.year // 100:02}XX"}.get(size, f"{day.year:04}")
    if unit == "M":
        parts = {3: f"{day.year:04}-Q{(day.month + 2) // 3}", 6: f"{day.year:04}-H{(day.month + 5) // 6}"}
        return parts.get(size, f"{day.year:04}-{day.month:02}")
    if unit in ("W", "WE"):
        return f"{week.year:04}-W{week.week:02}" + ("-WE" if unit == "WE" else "")
    return day.isoformat()


def _unknown(unit: str, shift: int) -> str:
    """Write a unit of an article without date."""
    if unit in ("M", "W", "WE"):
        return {"M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}[unit]
    return "XXXX" if unit == "Y" else "XXXX-XX-XX"


def unit_beside(reading: Reading) -> Value | None:
    """``l'année suivante``, ``ce mois-là``: a unit counted from the date told last."""
    size, unit, is_clock = reading.unit()
    told = days_of(reading.told.value) or days_of(reading.told.day.isoformat() if reading.told.day else "")
    if is_clock or not unit:
        return None
    shift = int(reading.slot("shift") or reading.shift or 0)
    if told is None or (len(told) > 31 and unit != "Y"):
        return Value("DATE", _unknown(unit, shift), reading.mod)
    return Value("DATE", value_at(moved(told.first, shift * size, unit), unit, size), reading.mod)


def ago(reading: Reading) -> Value | None:
    """``il y a trois ans``, ``dans deux jours``: counted from the day of writing, as precise as its unit."""
    shift = int(reading.slot("shift"))
    return _counted(reading, reading.day, shift)


def later(reading: Reading) -> Value | None:
    """``deux jours plus tôt``: counted from what was told last, and no more precise than that is."""
    shift = int(reading.word("earlier", "way") or reading.word("earlier_bare", "way"))
    told = days_of(reading.told.value)
    _, unit, is_clock = reading.unit()
    if told and is_clock and len(told) == 1:
        return Value("DATE", told.first.isoformat(), reading.mod)
    if told is None:
        return _counted(reading, reading.told.day, shift)
    if reading.count() is None and unit != "Y":
        return Value("DATE", f"{told.first.year:04}", reading.mod)
    fine = {"D": 1, "W": 7, "M": 31, "Y": 366}.get(unit, 1)
    return _counted(reading, told.first if len(told) <= fine else None, shift)


def _counted(reading: Reading, base: date | None, shift: int) -> Value:
    count, (size, unit, is_clock) = reading.count(), reading.unit()
    vague = Value("DATE", "FUTURE_REF" if shift > 0 and reading.tense != PAST else "PAST_REF", reading.mod)
    if count is None or is_clock or base is None or unit not in ("Y", "M", "W", "D", "WE") or count * size > 3000:
        return vague
    count = count * size + (0.5 if reading.slot("half") else 0)
    day = moved(base, shift * count, unit)
    return Value("DATE", value_at(day, "M" if unit == "Y" and count % 1 else unit), reading.mod)


