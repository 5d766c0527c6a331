"""What each time expression means, counted from the day of publication."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.marks import Dateline, TimeExpr, TimePhrase, ZoneKind
from selon.lang.pack import Pack
from selon.lang.times import Times
from selon.plan import stage
from selon.stages.resolve import clock, days, durations, months, named, units
from selon.stages.resolve.reading import Reading, Told, Value
from selon.stages.resolve.spans import days_of
from selon.stages.resolve.tense import FUTURE, PAST

RESOLVERS: dict[str, Callable[[Reading], Value | None]] = {
    function.__name__: function
    for function in (
        days.day_of_month, days.day_of_weekday, days.day_in_figures, days.day_away, days.day_beside,
        days.weekday, days.weekday_or_set, days.every_weekday,
        months.month, months.season, months.year, months.decade, months.century, months.part_of_year,
        units.unit_away, units.unit_beside, units.ago, units.later,
        durations.duration, durations.duration_fixed, durations.duration_clock, durations.every, durations.set_fixed,
        clock.clock, clock.part_of_day, named.named_day, named.vague,
    )
}  # fmt: skip
"""The ways of counting that a rule may ask for, by name."""

TRIED_DAYS = 400
"""A wider range of publication days is not tried day by day: nothing but its best date is used."""
CAPTION_CHARS = 300
_STORY = (ZoneKind.BODY, ZoneKind.SUBHEAD)
_DEICTIC = ("day_away", "part_of_day")


@stage(makes=TimeExpr, needs=(TimePhrase, Dateline), reads=("times",))
def times(analysis: Analysis, pack: Pack) -> Iterator[TimeExpr]:
    """Give each phrase its TIMEX3 value and its days.

    Where the publication date is a range, a value stands if every day of the range gives the same one, else if every day
    of the best date does. Else it is underspecified and has no days: no anchor, no invented value.
    """
    phrases, datelines = settled(analysis[TimePhrase], pack.times), analysis[Dateline]
    unanchored = read(phrases, None, pack.times)
    trials = [[read(phrases, day, pack.times) for day in tried] for tried in _ranges(datelines)]
    for index, phrase in enumerate(phrases):
        choices = [{trial[index] for trial in trials_of_range} for trials_of_range in trials]
        sure = next((next(iter(choice)) for choice in choices if len(choice) == 1), None)
        value = sure or unanchored[index]
        if value is not None:
            yield TimeExpr(phrase.span, value.type, value.value, value.mod, _days(value), phrase.rule)


def _ranges(datelines: Sequence[Dateline]) -> Iterator[list[date]]:
    """Yield the days of the range, then those of the best date."""
    for dateline in datelines[:1]:
        for span in (dateline.days, Days.parse(dateline.best)):
            if span and len(span) <= TRIED_DAYS:
                yield [span.first + timedelta(days=step) for step in range(len(span))]


def _days(value: Value) -> Days | None:
    return days_of(value.value, value.mod) if value.type in ("DATE", "TIME") else None


def read(phrases: Sequence[TimePhrase], day: date | None, grammar: Times) -> list[Value | None]:
    """Return the value of each phrase, in order, if the article is of that day."""
    is_deictic = any(grammar.by_id[phrase.rule].gives in _DEICTIC and phrase.slot("away") not in _today(grammar) for phrase in phrases)
    told = Told(day, deictic=is_deictic)
    values: list[Value | None] = []
    for phrase in phrases:
        rule = grammar.by_id[phrase.rule]
        value = RESOLVERS[rule.gives](Reading(phrase, rule, grammar, _frame(phrases, phrase, grammar) or day, told))
        values.append(value)
        if value and phrase.zone in _STORY:
            told = _after(told, phrase, value)
    return values


def settled(phrases: Sequence[TimePhrase], grammar: Times) -> list[TimePhrase]:
    """Give a weekday that no past or future verb governs the tense of the same weekday elsewhere in the article."""
    tenses: dict[str, str] = {}
    for phrase in phrases:
        if grammar.by_id[phrase.rule].gives == "weekday" and phrase.tense in (PAST, FUTURE):
            tenses.setdefault(phrase.slot("weekday"), phrase.tense)
    missing = {phrase: tenses.get(phrase.slot("weekday"), "") for phrase in phrases if phrase.tense not in (PAST, FUTURE)}
    return [replace(phrase, tense=missing[phrase]) if missing.get(phrase) else phrase for phrase in phrases]


def _frame(phrases: Sequence[TimePhrase], phrase: TimePhrase, grammar: Times) -> date | None:
    """Return the day that a caption tells of itself: its other words count from that one."""
    if phrase.zone is not ZoneKind.CAPTION or phrase.slot("year"):
        return None
    near = [each for each in phrases if each.zone is phrase.zone and abs(each.span.start - phrase.span.start) < CAPTION_CHARS]
    dates = [each for each in near if each.slot("year") and grammar.by_id[each.rule].gives == "day_of_month"]
    for each in dates[:1]:
        value = days.day_of_month(Reading(each, grammar.by_id[each.rule], grammar, None, Told()))
        span = _days(value) if value else None
        return span.first if span else None
    return None


def _today(grammar: Times) -> frozenset[str]:
    return frozenset(form for form, away in grammar.words["day_away"].items() if away == "0")


def _after(told: Told, phrase: TimePhrase, value: Value) -> Told:
    """Return what is told once a phrase has been read."""
    span = _days(value)
    if span is None:
        return told
    if len(span) == 1:
        return replace(told, day=span.first, place=phrase.span.end, value=span.first.isoformat())
    return replace(told, value=value.value)
