"""Days of publication that suit what other articles tell."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from selon.core.days import Days
from selon.core.marks import Clue, DateHint, TimePhrase
from selon.stages.dating import weights
from selon.stages.dating.solver import Weighed, likelihood
from selon.stages.dating.text import Text
from selon.stages.resolve import days, months, units
from selon.stages.resolve.reading import Reading, Told, Value
from selon.stages.resolve.spans import days_of

SHARED_WORDS = "shared words"
SAME_STORY = "same story"
AGAINST = "against"
"""Stands before what a hint says that the article's own words leave no day for."""
_COUNTS: dict[str, Callable[[Reading], Value | None]] = {
    "day_of_month": days.day_of_month, "month": months.month, "season": months.season, "part_of_year": months.part_of_year,
    "unit_away": units.unit_away, "ago": units.ago,
}  # fmt: skip
_NEAR, _HALF_YEAR, _YEAR = (timedelta(days=days) for days in (31, 183, 366))
_SUITED = 0.14
"""A hint that gives a day as much as this suits it: within three days of an article with the same words."""
_POSSIBLE = 0.05
"""A day that is less than this share as likely as the likeliest is not thought of by an article's own words."""
_DOUBTED = 0.04
"""What another article's date of an event leaves to the days that do not suit it: it may be another event."""


@dataclass(frozen=True, slots=True)
class Hinted:
    """The days among which to look, and what each hint gives them."""

    window: Days
    weighed: tuple[Weighed, ...]

    def agree(self, window: Days, own: Sequence[Weighed]) -> bool:
        """Whether there is a day that suits most of the hints and that the article's own words leave possible."""
        calendar, shares = weights.Calendar.of(window), likelihood(window, own)
        suited = [each.weight(calendar) >= _SUITED for each in self.weighed]
        return bool((shares[np.sum(suited, axis=0) * 2 > len(suited)] >= _POSSIBLE * shares.max()).any())


def hinted(text: Text, hints: Sequence[DateHint]) -> Hinted | None:
    """Return what the hints tell, of several that say the same the first; ``None`` where none can be counted."""
    told = {(hint.says, hint.span, hint.days): each for hint in reversed(hints) if (each := _told(text, hint))}
    if not told:
        return None
    window = Days(min(days.first for days, _ in told.values()), max(days.last for days, _ in told.values()))
    return Hinted(window, tuple(weighed for _, weighed in reversed(told.values())))


def _told(text: Text, hint: DateHint) -> tuple[Days, Weighed] | None:
    clue = Clue(hint.span, f"{hint.says}: {hint.name}", str(hint.days.first), str(hint.days.last))
    if hint.says == SHARED_WORDS:
        weight = weights.apart(text.times.weights["shared_apart"], hint.days)
        return Days(hint.days.first - _NEAR, hint.days.last + _NEAR), Weighed(clue, weight)
    if hint.says == SAME_STORY:
        steps, shares = text.times.weights["day_steps"], text.times.weights["story_apart"]
        return Days(hint.days.first - _YEAR, hint.days.last + _YEAR), Weighed(clue, weights.by_steps(steps, shares, hint.days))
    phrase = next((each for each in text.phrases if each.span == hint.span), None)
    if phrase is None or phrase.slot("year") or text.gives(phrase) not in _COUNTS:
        return None
    window = Days(hint.days.first - _YEAR, hint.days.last + _YEAR)
    if text.gives(phrase) == "day_of_month":
        around = Days(hint.days.first - _HALF_YEAR, hint.days.last + _HALF_YEAR)
        return window, Weighed(clue, weights.within([around], _DOUBTED))
    return window, Weighed(clue, _meets(text, phrase, hint.days))


def _meets(text: Text, phrase: TimePhrase, event: Days) -> weights.Weight:
    """Weigh a day by whether the phrase, told on that day, takes in the event."""

    def weight(day: date) -> float:
        value = _COUNTS[text.gives(phrase)](Reading(phrase, text.times.by_id[phrase.rule], text.times, day, Told(day)))
        found = days_of(value.value, value.mod) if value else None
        return 1.0 if found and found.overlaps(event) else _DOUBTED

    return weights.each_day(weight)
