"""Weighing days: which of them suit all that a text lets slip of its own date."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from selon.core.days import Days
from selon.core.marks import Clue
from selon.stages.dating.weights import FLOOR, Calendar, Floats, Ints, Weight

KEPT, KEPT_BY_OTHERS = 0.85, 0.95
"""How likely the days of the range are to be right, if the clues are: those of the text itself, those of other articles."""
_SURE_YEAR, _SURE_MONTH, _SURE_DAY = 0.55, 0.25, 0.5
"""How likely a year, a month or a day must be to be called the best date."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A clue, and how well each day of publication would suit it."""

    clue: Clue
    weight: Weight


def solve(window: Days, weighed: Sequence[Weighed], kept: float = KEPT) -> tuple[Days, str]:
    """Return the fewest days in a row that are likely enough together, and the best date.

    The best date is a day, a month or a year: the most precise that is likely enough; empty if none is.
    """
    calendar, shares = Calendar.of(window), likelihood(window, weighed)
    first, last = (date.fromordinal(int(calendar.ordinals[at])) for at in _shortest(shares, kept))
    return Days(first, last), _best(calendar, shares)


def likelihood(window: Days, weighed: Sequence[Weighed]) -> Floats:
    """Return how likely each day of a window is by all clues together; not scaled."""
    calendar, shares = Calendar.of(window), np.ones(len(window))
    for each in weighed:
        shares *= np.maximum(each.weight(calendar), FLOOR)
    return shares


def _shortest(shares: Floats, kept: float) -> tuple[int, int]:
    """Return the first and the last of the fewest days in a row that are likely enough together, the likeliest of several."""
    sums = np.concatenate(([0.0], np.cumsum(shares)))
    ends = np.searchsorted(sums, sums[:-1] + kept * sums[-1])
    firsts = np.flatnonzero(ends < sums.size)
    sizes = ends[firsts] - firsts
    fewest = firsts[sizes == sizes.min()]
    first = int(fewest[np.argmax(sums[ends[fewest]] - sums[fewest])])
    return first, int(ends[first]) - 1


def _best(calendar: Calendar, shares: Floats) -> str:
    """Return the most precise date that is likely enough, within the likeliest year; empty if that year is not."""
    total = shares.sum()
    year, share = _likeliest(calendar.years, shares)
    if share < _SURE_YEAR * total:
        return ""
    shares = np.where(calendar.years == year, shares, 0.0)
    month, share = _likeliest(calendar.months, shares)
    if share < _SURE_MONTH * total:
        return f"{year:04}"
    shares = np.where(calendar.months == month, shares, 0.0)
    day, share = _likeliest(calendar.ordinals, shares)
    return str(date.fromordinal(day)) if share >= _SURE_DAY * total else f"{year:04}-{month:02}"


def _likeliest(values: Ints, shares: Floats) -> tuple[int, float]:
    """Return the value whose days have the greatest share, and that share; the greatest of several."""
    least = int(values.min())
    sums = np.bincount(values - least, weights=shares)
    at = sums.size - 1 - int(np.argmax(sums[::-1]))
    return least + at, float(sums[at])
