"""Days of publication that suit what other articles tell."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from selon.core.days import Days
from selon.core.marks import Clue, DateHint, TimePhrase
from selon.stages.dating import weights
from selon.stages.dating.clues import Text
from selon.stages.dating.solver import Weighed
from selon.stages.resolve import days, months, units
from selon.stages.resolve.reading import Reading, Told, Value
from selon.stages.resolve.spans import days_of
from selon.stages.resolve.tense import FUTURE

SHARED_WORDS = "shared words"
_COUNTS: dict[str, Callable[[Reading], Value | None]] = {
    "day_of_month": days.day_of_month, "month": months.month, "season": months.season, "part_of_year": months.part_of_year,
    "unit_away": units.unit_away, "ago": units.ago,
}  # fmt: skip
_NEAR, _YEAR = timedelta(days=31), timedelta(days=366)
_DOUBTED = 0.1
"""What another article's date of an event leaves to the days that do not suit it: it may be another event."""


def hinted(text: Text, hints: Sequence[DateHint]) -> tuple[Days, list[Weighed]] | None:
    """Return the days among which to look, and what each hint gives them; ``None`` where no hint can be counted."""
    told = [each for hint in hints if (each := _told(text, hint))]
    if not told:
        return None
    window = Days(min(days.first for days, _ in told), max(days.last for days, _ in told))
    return window, [weighed for _, weighed in told]


def _told(text: Text, hint: DateHint) -> tuple[Days, Weighed] | None:
    clue = Clue(hint.span, f"{hint.says}: {hint.name}", str(hint.days.first), str(hint.days.last))
    if hint.says == SHARED_WORDS:
        weight = weights.apart(text.times.weights["shared_apart"], hint.days)
        return Days(hint.days.first - _NEAR, hint.days.last + _NEAR), Weighed(clue, weight)
    phrase = next((each for each in text.phrases if each.span == hint.span), None)
    if phrase is None or phrase.slot("year") or text.gives(phrase) not in _COUNTS:
        return None
    window = Days(hint.days.first - _YEAR, hint.days.last) if phrase.tense == FUTURE else Days(hint.days.first, hint.days.last + _YEAR)
    return window, Weighed(clue, _meets(text, phrase, hint.days))


def _meets(text: Text, phrase: TimePhrase, event: Days) -> weights.Weight:
    """Weigh a day by whether the phrase, told on that day, takes in the event."""

    def weight(day: date) -> float:
        value = _COUNTS[text.gives(phrase)](Reading(phrase, text.times.by_id[phrase.rule], text.times, day, Told(day)))
        found = days_of(value.value, value.mod) if value else None
        return 1.0 if found and found.overlaps(event) else _DOUBTED

    return weights.each_day(weight)
