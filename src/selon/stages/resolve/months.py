"""Months, seasons, years, decades, centuries and parts of a year."""
from __future__ import annotations

from datetime import date

from selon.stages.resolve.days import month_number, year_number
from selon.stages.resolve.reading import Reading, Value
from selon.stages.resolve.spans import days_of
from selon.stages.resolve.tense import FUTURE, PAST, PRESENT


def month(reading: Reading) -> Value | None:
    """A month: the latest, or the next in a future tense, where no year is told."""
    number, year = month_number(reading), year_number(reading.slot("year"))
    if year:
        return Value("DATE", f"{year:04}-{number:02}", reading.mod)
    if reading.day is None:
        return Value("DATE", f"XXXX-{number:02}", reading.mod)
    return Value("DATE", f"{_year_of_month(reading, number, reading.day):04}-{number:02}", reading.mod)


def _year_of_month(reading: Reading, number: int, day: date) -> int:
    shift = reading.shift
    if shift:
        return day.year + shift if (number - day.month) * shift <= 0 else day.year
    if framed := _framed_year(reading, day):
        return framed
    if reading.tense == FUTURE:
        return day.year + (number < day.month)
    return day.year - (number > day.month)


def _framed_year(reading: Reading, day: date) -> int:
    """Return the year that the sentence has set; 0 if none, or one on the wrong side for the tense."""
    year = reading.told.year
    return year if (year >= day.year if reading.tense == FUTURE else year <= day.year) else 0


def season(reading: Reading) -> Value | None:
    """A season: of its year, else the one that the tense asks for, the present one where it can be.

    ``en été`` with a present tense is any summer.
    """
    name, year = reading.word("season"), year_number(reading.slot("year"))
    if year:
        return Value("DATE", f"{year}-{name}", reading.mod)
    is_any = reading.slot("every") or (reading.slot("in") and reading.tense == PRESENT and not reading.shift and not reading.told.year)
    if reading.day is None or is_any:
        return Value("DATE", f"XXXX-{name}", reading.mod)
    chosen = _season_year(reading, name, reading.day)
    return Value("DATE", f"{chosen}-{name}", reading.mod)


def _season_year(reading: Reading, name: str, day: date) -> int:
    spans = {year: days_of(f"{year}-{name}") for year in range(day.year - 2, day.year + 3)}
    begun = [year for year, span in spans.items() if span and span.first <= day]
    unfinished = [year for year, span in spans.items() if span and span.last >= day]
    ended = [year for year, span in spans.items() if span and span.last < day]
    if reading.shift:
        coming = [year for year, span in spans.items() if span and span.first > day]
        return max(ended) if reading.shift < 0 else min(coming)
    if framed := _framed_year(reading, day):
        return framed
    if reading.tense == FUTURE:
        return min(unfinished)
    if reading.tense == PAST or max(begun) == min(unfinished):
        return max(begun)
    return min(unfinished) if reading.slot("this") else max(begun)


def year(reading: Reading) -> Value | None:
    number = year_number(reading.slot("year"))
    return Value("DATE", f"{number:04}", reading.mod) if number else None


def decade(reading: Reading) -> Value | None:
    """A decade, told in figures or by its tens: of the last century unless it says so."""
    figures = reading.slot("year")
    if len(figures) == 4:
        return Value("DATE", figures[:3] + "X", reading.mod)
    tens = reading.word("decade", "tens") or figures[:1]
    century = "20" if tens in ("0", "1") else "19"
    return Value("DATE", f"{century}{tens}X", reading.mod)


def century(reading: Reading) -> Value | None:
    told = reading.word("roman") or reading.slot("figures") or reading.word("rank")
    return Value("DATE", f"{int(told) - 1:02}XX", reading.mod) if told and 0 < int(told) <= 30 else None


def part_of_year(reading: Reading) -> Value | None:
    """A quarter or a half of a year; without year the latest begun, or the next in a future tense."""
    letter, nth = reading.word("part_of_year", "part"), reading.word("ordinal", "nth")
    if (letter == "H" and nth > "2") or not nth:
        nth = "2"
    said = reading.slot("year")
    number = year_number(said) if said[:1].isdigit() else 0
    if not number and reading.day is None:
        return Value("DATE", f"XXXX-{letter}{nth}", reading.mod)
    return Value("DATE", f"{number or _year_of_part(reading, letter + nth)}-{letter}{nth}", reading.mod)


def _year_of_part(reading: Reading, part: str) -> int:
    day = reading.day or date.min
    span = days_of(f"{day.year}-{part}")
    if span is None:
        return day.year
    if reading.tense == FUTURE:
        return day.year + (span.last < day)
    return day.year - (span.first > day)
