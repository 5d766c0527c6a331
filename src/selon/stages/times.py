"""What each time expression means, counted from the day of publication."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.marks import Dateline, Quote, TimeExpr, TimePhrase, Token, ZoneKind
from selon.lang.pack import Pack
from selon.lang.times import Times
from selon.plan import stage
from selon.stages.resolve import clock, days, durations, months, named, nth, units
from selon.stages.resolve.layout import Layout, layout
from selon.stages.resolve.reading import Reading, Told, Value
from selon.stages.resolve.spans import days_of

RESOLVERS: dict[str, Callable[[Reading], Value | None]] = {
    function.__name__: function
    for function in (
        days.day_of_month, days.day_of_weekday, days.day_in_figures, days.day_away, days.day_beside,
        days.weekday, days.weekday_or_set, days.every_weekday, nth.nth_weekday,
        months.month, months.season, months.year, months.decade, months.century, months.part_of_year,
        units.unit_away, units.unit_beside, units.ago, units.later,
        durations.duration, durations.duration_fixed, durations.duration_clock, durations.every, durations.set_fixed,
        clock.clock, clock.part_of_day, named.named_day, named.vague,
    )
}  # fmt: skip
"""The ways of counting that a rule may ask for, by name."""

TRIED_DAYS = 400
"""A wider range of publication days is not tried day by day: nothing but its best date is used."""
SPOKEN = ".spoken"
"""Stands behind the rule of a time that counts from the day on which the quotation around it was spoken."""
TWIN_DAYS = 7
"""Farther from the article, a date does not say which day a weekday alone means."""
_STORY = (ZoneKind.BODY, ZoneKind.SUBHEAD)
_DEICTIC = ("day_away", "part_of_day")


@stage(makes=TimeExpr, needs=(Token, TimePhrase, Dateline, Quote), reads=("times", "speech"), version=3)
def times(analysis: Analysis, pack: Pack) -> Iterator[TimeExpr]:
    """Give each phrase its TIMEX3 value and its days.

    Where the publication date is a range, a value stands if every day of the range gives the same one, else if every day
    of the best date does. Else it is underspecified and has no days: no anchor, no invented value. Inside a quotation it
    counts from the day of speaking, where the words beside the quotation tell it.
    """
    plan = layout(analysis, pack)
    unanchored = read(plan, None, pack.times)
    trials = [[read(plan, day, pack.times) for day in tried] for tried in _ranges(analysis[Dateline])]
    for index, phrase in enumerate(plan.phrases):
        choices = [{trial[index] for trial in trials_of_range} for trials_of_range in trials]
        sure = next((next(iter(choice)) for choice in choices if len(choice) == 1), None)
        value = sure or unanchored[index]
        if value is not None:
            found = _days(value)
            is_spoken = found is not None and phrase.span in plan.spoken and not phrase.slot("year")
            yield TimeExpr(phrase.span, value.type, value.value, value.mod, found, phrase.rule + SPOKEN if is_spoken else phrase.rule)


def _ranges(datelines: Sequence[Dateline]) -> Iterator[list[date]]:
    """Yield the days of the range, then those of the best date that are in it, where they are others."""
    for dateline in datelines[:1]:
        best = Days.parse(dateline.best)
        for span in dict.fromkeys((dateline.days, best and best.meet(dateline.days))):
            if span and len(span) <= TRIED_DAYS:
                yield [span.first + timedelta(days=step) for step in range(len(span))]


def _days(value: Value) -> Days | None:
    return days_of(value.value, value.mod) if value.type in ("DATE", "TIME") else None


def read(plan: Layout, day: date | None, grammar: Times) -> list[Value | None]:
    """Return the value of each phrase, in order, if the article is of that day."""
    is_deictic = any(grammar.by_id[phrase.rule].gives in _DEICTIC and phrase.slot("away") not in _today(grammar) for phrase in plan.phrases)
    told = Told(day, deictic=is_deictic)
    values: list[Value | None] = []
    for phrase in plan.phrases:
        told = replace(told, year=0) if phrase.span in plan.first else told
        value = _value(phrase, grammar, _base(plan, phrase, day, grammar), _beside(plan, phrase, day, told, grammar))
        values.append(value)
        if value and phrase.zone in _STORY:
            told = _after(told, phrase, value, is_frame=bool(grammar.by_id[phrase.rule].fixed.get("frame")))
    return values


def _value(phrase: TimePhrase, grammar: Times, day: date | None, told: Told) -> Value | None:
    rule = grammar.by_id[phrase.rule]
    return RESOLVERS[rule.gives](Reading(phrase, rule, grammar, day, told))


def _base(plan: Layout, phrase: TimePhrase, day: date | None, grammar: Times) -> date | None:
    """Return the day from which a phrase counts: that of its caption, quotation or twin, else the article's."""
    framed = _day_of(plan.framed.get(phrase.span), day, grammar)
    twin = _day_of(plan.twins.get(phrase.span), day, grammar) if day else None
    is_near = twin is not None and day is not None and abs((twin - day).days) < TWIN_DAYS
    return twin if is_near else framed or day


def _day_of(phrase: TimePhrase | None, day: date | None, grammar: Times) -> date | None:
    """Return the one day that a phrase tells by itself; ``None`` if it does not."""
    value = _value(phrase, grammar, day, Told(day)) if phrase else None
    span = _days(value) if value else None
    return span.first if span and len(span) == 1 else None


def _beside(plan: Layout, phrase: TimePhrase, day: date | None, told: Told, grammar: Times) -> Told:
    """Return what is told for a phrase, the day that stands right behind it included."""
    behind = plan.tied.get(phrase.span)
    value = _value(behind, grammar, day, told) if behind else None
    span = _days(value) if value else None
    return replace(told, day=span.first, place=phrase.span.start) if span and len(span) == 1 else told


def _today(grammar: Times) -> frozenset[str]:
    return frozenset(form for form, away in grammar.words["day_away"].items() if away == "0")


def _after(told: Told, phrase: TimePhrase, value: Value, *, is_frame: bool) -> Told:
    """Return what is told once a phrase has been read."""
    span = _days(value)
    if span is None:
        return told
    if len(span) == 1:
        return replace(told, day=span.first, place=phrase.span.end, value=span.first.isoformat())
    return replace(told, value=value.value, year=span.first.year if is_frame and span.precision == "year" else told.year)
