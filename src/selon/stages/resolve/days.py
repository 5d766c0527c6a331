"""Days: of the month, of the week, and days away from another."""
from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta

from selon.core.days import weekday_near
from selon.stages.resolve.reading import Reading, Value
from selon.stages.resolve.tense import FUTURE, PAST, PRESENT

FAR_DAYS = 270
"""Farther back or ahead than this, a day without a year would be told with one: the tense is then doubted."""
_YEARS_BACK, _YEARS_AHEAD = 28, 6
_SOON_DAYS = 1
_APPOSED_CHARS = 2


def day_of_month(reading: Reading) -> Value | None:
    """A day and a month, with or without year and weekday."""
    month, day = month_number(reading), _day(reading.slot("day"))
    year = year_number(reading.slot("year"))
    if not month or not day:
        return None
    if year:
        return _on(reading, iso_day(year, month, day))
    if reading.day is None:
        return _on(reading, f"XXXX-{month:02}-{day:02}")
    weekday = reading.word("weekday")
    chosen = choose(days_named(month, day, reading.day, weekday), reading)
    return _on(reading, chosen.isoformat()) if chosen else _on(reading, f"XXXX-{month:02}-{day:02}")


def days_named(month: int, day: int, near: date, weekday: str = "") -> list[date]:
    """Return every such day of the years around; with a weekday (Monday is 1), those that fall on it."""
    span = range(near.year - _YEARS_BACK, near.year + _YEARS_AHEAD + 1) if weekday else range(near.year - 1, near.year + 2)
    days = [date(year, month, day) for year in span if 1 <= year <= 9999 and day <= calendar.monthrange(year, month)[1]]
    fitting = [each for each in days if not weekday or each.isoweekday() == int(weekday)]
    return fitting or [each for each in days if abs(each.year - near.year) <= 1]


def choose(days: Iterable[date], reading: Reading) -> date | None:
    """Return the day that the tense or ``dernier`` asks for; the nearest where neither decides or the tense leads too far."""
    near, shift = reading.day, reading.shift
    if near is None:
        return None
    by_distance = sorted(days, key=lambda each: (abs((each - near).days), each))
    back = [each for each in by_distance if each < near or (each == near and shift is None)]
    ahead = [each for each in by_distance if each > near or (each == near and shift is None)]
    if shift:
        return next(iter(back if shift < 0 else ahead), None)
    wanted = {PAST: back, FUTURE: ahead}.get(reading.tense, by_distance)
    first = next(iter(wanted), None)
    return first if first and abs((first - near).days) <= FAR_DAYS else next(iter(by_distance), None)


def day_of_weekday(reading: Reading) -> Value | None:
    """A weekday and a day, without month: the nearest month in which they meet."""
    day, weekday = _day(reading.slot("day")), int(reading.word("weekday"))
    if reading.day is None:
        return _on(reading, f"XXXX-XX-{day:02}")
    near = reading.day
    days = [near + timedelta(days=step) for step in range(-190, 191)]
    return _chosen(reading, [each for each in days if each.day == day and each.isoweekday() == weekday])


def _chosen(reading: Reading, days: list[date]) -> Value | None:
    chosen = choose(days, reading)
    return _on(reading, chosen.isoformat()) if chosen else None


def day_in_figures(reading: Reading) -> Value | None:
    """A date in figures, with day and month or month alone."""
    year, month, day = (int(reading.slot(name) or 0) for name in ("year", "month", "day"))
    if not 1 <= month <= 12 or day > calendar.monthrange(year, month)[1]:
        return None
    return Value("DATE", iso_day(year, month, day) if day else f"{year}-{month:02}")


def weekday(reading: Reading) -> Value | None:
    """A weekday: today or in the six days before; ahead in the future; after or before a told day if it is ``suivant``."""
    number = int(reading.word("weekday"))
    if reading.is_beside and reading.told.day:
        return _on(reading, _beyond(reading.told.day, number, reading.shift or 0, 1).isoformat())
    if reading.day is None:
        return _on(reading, f"XXXX-WXX-{number}")
    if _is_apposed(reading, number):
        return _on(reading, (reading.told.day or reading.day).isoformat())
    if reading.shift:
        return _on(reading, _beyond(reading.day, number, reading.shift, 1 + _SOON_DAYS).isoformat())
    ahead = reading.tense == FUTURE or (bool(reading.slot("this")) and reading.tense != PAST)
    return _on(reading, weekday_near(reading.day, number - 1, ahead=ahead).isoformat())


def _is_apposed(reading: Reading, number: int) -> bool:
    """Whether the weekday only says again which day stands right before it: ``demain (samedi)``."""
    told = reading.told
    return told.day is not None and told.day.isoweekday() == number and 0 <= reading.phrase.span.start - told.place <= _APPOSED_CHARS


def _beyond(day: date, number: int, shift: int, least: int) -> date:
    """Return the first such weekday at least ``least`` days after or before a day."""
    start = day + timedelta(days=least if shift > 0 else -least)
    return weekday_near(start, number - 1, ahead=shift > 0)


def weekday_or_set(reading: Reading) -> Value | None:
    """``le lundi``: each Monday with a present tense, that Monday with another."""
    return weekday(reading) if reading.tense in (PAST, FUTURE) else every_weekday(reading)


def every_weekday(reading: Reading) -> Value:
    number = reading.word("weekday") or reading.word("weekdays", "weekday")
    return Value("SET", f"XXXX-WXX-{number}")


def day_away(reading: Reading) -> Value | None:
    """``hier``: so many days away from the day of writing. ``aujourd'hui`` may mean nowadays."""
    away = int(reading.word("day_away", "away"))
    is_loose = away == 0 and not reading.slot("fixed_day") and not reading.slot("weekday") and not reading.slot("daypart")
    if is_loose and not reading.told.deictic and reading.tense in (PRESENT, ""):
        return Value("DATE", "PRESENT_REF")
    if reading.day is None:
        return Value("DATE", "PRESENT_REF") if away == 0 else _on(reading, "XXXX-XX-XX")
    return _on(reading, (reading.day + timedelta(days=away)).isoformat())


def day_beside(reading: Reading) -> Value | None:
    """``la veille``: so many days away from the day told last; ``au lendemain de`` is that day itself."""
    away = 0 if reading.slot("of") else int(reading.slot("shift") or reading.word("day_beside", "away"))
    base = reading.told.day or reading.day
    return _on(reading, (base + timedelta(days=away)).isoformat() if base else "XXXX-XX-XX")


def _on(reading: Reading, day: str) -> Value:
    """Make a DATE of a day, or a TIME where a clock or a part of day is told with it."""
    clock = reading.slot("clock")
    if clock:
        return Value("TIME", f"{day}T{clock_value(reading, clock)}", reading.mod)
    part = reading.word("daypart")
    if part and len(day) >= 8:
        return Value("TIME", f"{day}T{part}", reading.mod)
    return Value("DATE", day, reading.mod)


def clock_value(reading: Reading, clock: str) -> str:
    """Write a told clock time as ``HH:MM`` or ``HH:MM:SS``, with ``Z`` where it is Greenwich's."""
    noon = next((value for form, value in reading.times.words["noon"].items() if clock.strip().startswith(form)), "")
    numbers = re.findall(r"\d+", noon or clock)
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    half = next((int(value) for form, value in reading.times.words["half"].items() if form in clock), 0)
    hour, minute = (hour - 1, 60 + half) if half < 0 else (hour, minute or half)
    if hour < 12 and reading.word("daypart") in ("EV", "AF"):
        hour += 12
    seconds = f":{int(numbers[2]):02}" if len(numbers) > 2 else ""
    return f"{hour:02}:{minute:02}{seconds}{reading.word('zone')}"


def month_number(reading: Reading) -> int:
    return int(reading.word("month") or reading.word("month_short", "month") or 0)


def _day(text: str) -> int:
    found = re.match(r"\d+", text)
    return int(found[0]) if found else 1


def year_number(text: str) -> int:
    """Read a year in four figures, or in two: those from 40 on are of the last century."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 2:
        return int(digits) + (1900 if int(digits) >= 40 else 2000)
    return int(digits) if digits else 0


def iso_day(year: int, month: int, day: int) -> str:
    """Write a day; a day that its month does not have leaves the month."""
    return f"{year:04}-{month:02}-{day:02}" if day <= calendar.monthrange(year, month)[1] else f"{year:04}-{month:02}"



