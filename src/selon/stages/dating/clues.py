"""What a text lets slip of the day of its publication: one function a kind of clue."""
from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from selon.core.days import Days
from selon.core.marks import Clue, TimePhrase, ZoneKind
from selon.core.text import Span
from selon.lang.times import Times
from selon.stages.dating import weights
from selon.stages.dating.solver import Weighed
from selon.stages.dating.weights import FLOOR
from selon.stages.resolve.days import month_number
from selon.stages.resolve.named import day_in
from selon.stages.resolve.reading import Reading, Told, Value, number
from selon.stages.resolve.spans import days_of
from selon.stages.resolve.tense import FUTURE, PAST

_STORY = (ZoneKind.BODY, ZoneKind.SUBHEAD)
_LEAD_CHARS = 700
_BEFORE_CHARS = 160
_NEAR_DAYS = 45
_DOUBTED, _DOUBTED_YEAR = 0.02, 0.2
"""What a past month or year leaves to the days before it: its tense may be misread."""
_AHEAD_YEARS = 3
_DATED = ("day_of_month", "month", "season", "year", "day_in_figures")


@dataclass(frozen=True, slots=True)
class Event:
    """A day that the text celebrates or announces, with the words that tell it."""

    span: Span
    day: date
    says: str
    tense: str


@dataclass(frozen=True, slots=True)
class Text:
    """The phrases of an article, its folded text, and where its story begins."""

    phrases: Sequence[TimePhrase]
    folded: str
    times: Times
    start: int

    def story(self, *ways: str) -> Iterator[TimePhrase]:
        """Yield the phrases of the story itself that are counted in one of these ways."""
        return (phrase for phrase in self.phrases if phrase.zone in _STORY and self.gives(phrase) in ways)

    def gives(self, phrase: TimePhrase) -> str:
        return self.times.by_id[phrase.rule].gives

    def reading(self, phrase: TimePhrase) -> Reading:
        return Reading(phrase, self.times.by_id[phrase.rule], self.times, None, Told())

    @property
    def years(self) -> range:
        """The years of publication that are thought of."""
        first, last = self.times.weights["published_years"]
        return range(int(first), int(last) + 1)

    def before(self, phrase: TimePhrase) -> str:
        return self.folded[max(0, phrase.span.start - _BEFORE_CHARS) : phrase.span.start]


def full_days(text: Text, phrase: TimePhrase, counts: Mapping[str, Callable[[Reading], Value | None]]) -> Days | None:
    """Return the days of a phrase that tells its year itself."""
    if text.gives(phrase) not in _DATED or not phrase.slot("year"):
        return None
    value = counts[text.gives(phrase)](text.reading(phrase))
    return days_of(value.value, value.mod) if value else None


def after_dates(text: Text, dates: Sequence[tuple[TimePhrase, Days]]) -> Iterator[Weighed]:
    """Yield what full dates in the past say: the article is not before them. A caption's date says no more than that."""
    latest = max((days.first for phrase, days in dates if phrase.tense == PAST), default=date.min)
    for phrase, days in dates:
        is_ahead = phrase.tense == FUTURE and days.last > latest and phrase.zone in _STORY
        if not is_ahead and (phrase.zone is ZoneKind.CAPTION or phrase.tense == PAST or len(days) == 1):
            is_whole = len(days) == 1 or phrase.zone is ZoneKind.CAPTION
            floor = FLOOR if is_whole else _DOUBTED_YEAR if text.gives(phrase) == "year" else _DOUBTED
            yield Weighed(_clue(phrase.span, "not before", days.first, None), weights.since(days.first, floor))
        elif is_ahead:
            yield Weighed(_clue(phrase.span, "not after", None, days.last), weights.until(days.last))


def latest_year(text: Text, dates: Sequence[tuple[TimePhrase, Days]]) -> Iterator[Weighed]:
    """Yield what the latest past year in figures says: writers leave the figures out for the year they are in.

    The shares begin some years before: a date ahead may be taken for a past one.
    """
    past = [(days.first.year, phrase) for phrase, days in dates if phrase.zone in _STORY and phrase.tense == PAST]
    if past:
        year, phrase = max(past, key=lambda each: (each[0], text.gives(each[1]) != "year"))
        shares = text.times.weights["year_back" if text.gives(phrase) == "year" else "year_back_fine"]
        clue = _clue(phrase.span, "year in figures", date(year, 1, 1), None)
        yield Weighed(clue, weights.of_years(shares, year - _AHEAD_YEARS))


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
    """Yield what a day and month without year say: they are near, and ``ce 27 juillet`` is the day itself."""
    for phrase in text.story("day_of_month"):
        reading = text.reading(phrase)
        month, day = month_number(reading), int("".join(filter(str.isdigit, phrase.slot("day"))) or 1)
        if phrase.slot("year") or not month or day > 31:
            continue
        is_this = any(text.folded.startswith(form + " ", phrase.span.start) for form in text.times.words["this"])
        says = "the day itself" if is_this else "day without year"
        falls = partial(_in_year, month=month, day=day, weekday=reading.word("weekday"))
        weight = weights.near_yearly(falls, phrase.tense, 0.5 if is_this else 10.0)
        yield Weighed(_clue(phrase.span, says, None, None), weight)


def _in_year(year: int, month: int, day: int, weekday: str) -> date | None:
    """Return that day of a year; ``None`` if there is none, or it is another weekday than the told one (Monday is 1; empty: any)."""
    if day > calendar.monthrange(year, month)[1]:
        return None
    found = date(year, month, day)
    return found if not weekday or found.isoweekday() == int(weekday) else None


def dispatch_weekday(text: Text) -> Iterator[Weighed]:
    """Yield what the weekdays of the lead say: past ones, without more, are of the last days; the latest is likely today."""
    lead = [phrase for phrase in text.story("weekday") if phrase.span.start < text.start + _LEAD_CHARS and not phrase.slot("when")]
    past = {int(text.times.value("weekday", phrase.slot("weekday"))): phrase for phrase in reversed(lead) if phrase.tense != FUTURE}
    if past:
        latest = min(past, key=lambda each: max((each - other) % 7 for other in past))
        shares = text.times.weights["weekday_back"]
        yield Weighed(_clue(past[latest].span, "weekday of the lead", None, None), weights.of_weekdays(shares, latest))


def anniversaries(text: Text, dates: Sequence[tuple[TimePhrase, Days]]) -> Iterator[tuple[Event | None, Weighed]]:
    """Yield what « the 70 years of the treaty of 27 July 1953 » says: the day, or only the year, 70 years later."""
    for phrase, days in dates:
        found = text.times.clues["anniversary"].search(text.before(phrase)) if phrase.zone in _STORY else None
        count = number(found["count"], text.times) if found else None
        between = text.folded[phrase.span.start - len(text.before(phrase)) + (found.end("count") if found else 0) : phrase.span.start]
        if not count or not 1 <= count <= 1000 or re.search(r"\d{4}", between):
            continue
        year = days.first.year + int(count)
        if not text.years.start <= year < text.years.stop:
            continue
        if len(days) > 1:
            yield None, Weighed(_clue(phrase.span, "anniversary", date(year, 1, 1), date(year, 12, 31)), weights.in_year(year))
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
        if not fitting or phrase.span.start > text.start + _LEAD_CHARS:
            continue
        reach = (-6, -1) if phrase.tense == FUTURE else (0, 6)
        spans = [Days(*(day + timedelta(days=step) for step in reach)) for day in fitting]
        yield Weighed(_clue(phrase.span, "weekday of the event", spans[0].first, spans[-1].last), weights.within(spans))
        return


def _clue(span: Span, says: str, first: date | None, last: date | None) -> Clue:
    return Clue(span, says, first.isoformat() if first else "", last.isoformat() if last else "")
