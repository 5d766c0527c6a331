"""Clock times and parts of day that are told without their day."""
from __future__ import annotations

from datetime import date, timedelta

from selon.stages.resolve.days import clock_value
from selon.stages.resolve.reading import Reading, Value

NEAR_CHARS = 200
"""A time without a day belongs to the day named last, if that stands this near; else to the day of writing."""
_UNKNOWN = "XXXX-XX-XX"


def clock(reading: Reading) -> Value | None:
    return Value("TIME", f"{_day(reading)}T{clock_value(reading, reading.slot('clock'))}", reading.mod)


def part_of_day(reading: Reading) -> Value | None:
    """``ce matin``, ``dans la soirée``: of the day of writing, or of the day told last."""
    part = reading.word("daypart") or ("MI" if reading.slot("daypart") else "")
    shift = int(reading.slot("shift") or reading.word("beside") or 0)
    return Value("TIME", f"{_day(reading, shift)}T{part}", reading.mod)


def _day(reading: Reading, shift: int = 0) -> str:
    day: date | None = reading.day
    is_near = reading.told.place >= 0 and reading.phrase.span.start - reading.told.place <= NEAR_CHARS
    if not reading.slot("here") and is_near and reading.told.day:
        day = reading.told.day
    return (day + timedelta(days=shift)).isoformat() if day else _UNKNOWN
