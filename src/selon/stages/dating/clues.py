"""What a text lets slip of the day of its publication: one function a kind of clue."""
from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from selon.core.days import Days
from selon.core.marks import Clue, TimePhrase, ZoneKind
from selon.core.text import Span
from selon.stages.dating import weights
from selon.stages.dating.solver import Weighed
from selon.stages.dating.text import LEAD_CHARS, STORY, Text
from selon.stages.dating.weights import FLOOR
from selon.stages.resolve.days import month_number, year_number
from selon.stages.resolve.named import day_in
from selon.stages.resolve.reading import number
from selon.stages.resolve.tense import FUTURE, PAST

_NEAR_DAYS = 45
_DOUBTED, _DOUBTED_YEAR = 0.03, 0.12
"""What a past day or month, or a year, leaves to the days before it: its tense may be misread."""
_DOUBTED_AHEAD, _DOUBTED_YEAR_AHEAD = 0.08, 0.25
"""The same of a day, a month or a year ahead, for the days after it."""
_AHEAD_YEARS = 3
_NEARNESS = ("this", "this_ahead", "weekday", "weekday_ahead", "last", "next", "plain", "plain_ahead", "plain_now")
"""The ways in which a day without year is near, the nearest first."""


@dataclass(frozen=True, slots=True)
class Event:
    """A day that the text celebrates or announces, with the words that tell it."""

    span: Span
    day: date
    says: str
    tense: str


def after_dates(text: Text, dates: Sequence[tuple[TimePhrase, Days]]) -> Iterator[Weighed]:
    """Yield what full dates in the past say: the article is not before them. A caption's date says no more than that."""
    latest = max((days.first for phrase, days in dates if phrase.tense == PAST), default=date.min)
    for phrase, days in dates:
        is_year = text.gives(phrase) == "year"
        if phrase.zone is ZoneKind.CAPTION:
            yield Weighed(_clue(phrase.span, "not before", days.first, None), weights.since(days.first, FLOOR))
        elif phrase.tense == FUTURE and days.last > latest and not text.is_aside(phrase):
            floor = _DOUBTED_YEAR_AHEAD if is_year else _DOUBTED_AHEAD
            yield Weighed(_clue(phrase.span, "not after", None, days.last), weights.until(days.last, floor))
        elif not text.is_loose(phrase) and (text.is_past(phrase) or len(days) == 1):
            floor = _DOUBTED_YEAR if is_year else _DOUBTED
            yield Weighed(_clue(phrase.span, "not before", days.first, None), weights.since(days.first, floor))


def latest_year(text: Text, dates: Sequence[tuple[TimePhrase, Days]]) -> Iterator[Weighed]:
    """Yield what the latest past year in figures says: writers leave the figures out for the year they are in.

    The shares begin some years before: a date ahead may be taken for a past one.
    """
    past = [(days.first.year, phrase) for phrase, days in dates if phrase.zone in STORY and text.is_past(phrase)]
    firm = [each for each in past if not text.is_loose(each[1])]
    if past:
        year, phrase = max(firm or past, key=lambda each: (each[0], text.gives(each[1]) != "year"))
        kind = "year_back_loose" if not firm else "year_back" if text.gives(phrase) == "year" else "year_back_fine"
        clue = _clue(phrase.span, "year in figures", date(year, 1, 1), None)
        yield Weighed(clue, weights.of_years(text.times.weights[kind], year - _AHEAD_YEARS))


def months_without_year(text: Text) -> Iterator[Weighed]:
    """Yield what months told without a year say: the nearest such month in the past, or ahead in a future tense."""
    seen: set[tuple[int, str, str]] = set()
    for phrase in text.story("month"):
        month, ahead = month_number(text.reading(phrase)), phrase.tense == FUTURE
        if phrase.slot("year") or (month, phrase.slot("when"), phrase.slot("edge")) in seen or not month:
            continue
        seen.add((month, phrase.slot("when"), phrase.slot("edge")))
        shares = text.times.weights["month_last" if phrase.slot("when") else "month_edge_back" if phrase.slot("edge") else "month_back"]
        yield Weighed(_clue(phrase.span, "month without year", None, None), weights.of_months(shares, month, ahead=ahead))


def days_without_year(text: Text) -> Iterator[Weighed]:
    """Yield what a day and month without year say: they are near, and ``ce 27 juillet`` is the day itself. A day counts once.

    With its weekday or with « ce », a day is near though its year is told; with both (« ce vendredi 9 février 2024 ») it is the day itself.
    """
    found: dict[tuple[int, int], tuple[int, TimePhrase]] = {}
    for phrase in text.story("day_of_month"):
        month, day = month_number(text.reading(phrase)), int("".join(filter(str.isdigit, phrase.slot("day"))) or 1)
        told = _NEARNESS.index(text.nearness(phrase)), phrase
        is_known = phrase.slot("year") and told[0] >= _NEARNESS.index("last")
        if not is_known and month and day <= 31 and told[0] < found.get((month, day), (len(_NEARNESS),))[0]:
            found[month, day] = told
    for (month, day), (kind, phrase) in found.items():
        known, weekday = year_number(phrase.slot("year")), text.reading(phrase).word("weekday")
        says = "the day itself" if _NEARNESS[kind].startswith("this") else "day of the news" if known else "day without year"
        falls = partial(_in_year, month=month, day=day, weekday=weekday if not known else "", known=known)
        is_itself = bool(weekday) and _NEARNESS[kind].startswith("this")
        shares = text.times.weights["day_" + ("dated" if known and not is_itself else _NEARNESS[kind])]
        weight = weights.near_yearly(falls, text.times.weights["day_steps"], shares)
        yield Weighed(_clue(phrase.span, says, None, None), weight)


def _in_year(year: int, month: int, day: int, weekday: str, known: int) -> date | None:
    """Return that day of a year; ``None`` if there is none, or another weekday or year is told (Monday is 1; empty, 0: any)."""
    if (known and year != known) or day > calendar.monthrange(year, month)[1]:
        return None
    found = date(year, month, day)
    return found if not weekday or found.isoweekday() == int(weekday) else None


def dispatch_weekday(text: Text) -> Iterator[Weighed]:
    """Yield what the weekdays of the lead say: past ones, without more, are of the last days; the latest is likely today."""
    lead = [phrase for phrase in text.story("weekday") if phrase.span.start < text.start + LEAD_CHARS and not phrase.slot("when")]
    past = {int(text.times.value("weekday", phrase.slot("weekday"))): phrase for phrase in reversed(lead) if phrase.tense != FUTURE}
    if past:
        latest = min(past, key=lambda each: max((each - other) % 7 for other in past))
        shares = text.times.weights["weekday_back"]
        yield Weighed(_clue(past[latest].span, "weekday of the lead", None, None), weights.of_weekdays(shares, latest))


def anniversaries(text: Text, dates: Sequence[tuple[TimePhrase, Days]]) -> Iterator[tuple[Event | None, Weighed]]:
    """Yield what « the 70 years of the treaty of 27 July 1953 » says: the day, or only the year, 70 years later."""
    for phrase, days in dates:
        found = text.times.clues["anniversary"].search(text.before(phrase)) if phrase.zone in STORY else None
        count = number(found["count"], text.times) if found else None
        between = text.folded[phrase.span.start - len(text.before(phrase)) + (found.end("count") if found else 0) : phrase.span.start]
        if not count or not 1 <= count <= 1000 or re.search(r"\d{4}", between):
            continue
        year = days.first.year + int(count)
        if not text.years.start <= year < text.years.stop:
            continue
        if len(days) > 1:
            yield None, Weighed(_clue(phrase.span, "anniversary", date(year, 1, 1), date(year, 12, 31)), weights.in_year(year, _DOUBTED))
        else:
            day = date(year, days.first.month, min(days.first.day, 28) if days.first.month == 2 else days.first.day)
            yield (event := Event(phrase.span, day, "anniversary", "")), near_event(event)


def named_days(text: Text, years: range) -> Iterator[Event]:
    """Yield the days with a name that are of one state only, in each year that is possible."""
    for phrase in text.story("named_day"):
        known = text.times.days_named(phrase.slot("named"))
        if len(known) == 1 and known[0].state and not phrase.slot("year"):
            yield from (Event(phrase.span, day_in(known[0], year), "named day", phrase.tense) for year in years)


def near_event(*events: Event) -> Weighed:
    """Weigh days by how near they are to the nearest of the events: one writes of a celebration around its day."""
    first = events[0]
    days = [event.day for event in events]
    clue = _clue(first.span, first.says, min(days) - timedelta(days=_NEAR_DAYS), max(days) + timedelta(days=_NEAR_DAYS))
    return Weighed(clue, weights.near(days))


def weekday_of_event(text: Text, events: Sequence[Event]) -> Iterator[Weighed]:
    """Yield what a weekday of the lead says when an event falls on it: ahead, one to six days before; past, that day or up to six after."""
    for phrase in text.story("weekday"):
        weekday = int(text.times.value("weekday", phrase.slot("weekday")))
        fitting = sorted({event.day for event in events if event.day.isoweekday() == weekday})
        if not fitting or phrase.span.start > text.start + LEAD_CHARS:
            continue
        reach = (-6, -1) if phrase.tense == FUTURE else (0, 6)
        spans = [Days(*(day + timedelta(days=step) for step in reach)) for day in fitting]
        yield Weighed(_clue(phrase.span, "weekday of the event", spans[0].first, spans[-1].last), weights.within(spans, FLOOR))
        return


def _clue(span: Span, says: str, first: date | None, last: date | None) -> Clue:
    return Clue(span, says, first.isoformat() if first else "", last.isoformat() if last else "")
