"""Weighing days: which of them suit all that a text lets slip of its own date."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from selon.core.days import Days
from selon.core.marks import Clue

FLOOR = 1e-4
"""What a clue leaves to a day that it speaks against: clues can be wrong, and two may contradict each other."""
_NEGLIGIBLE = 1e-4
KEPT_SHARE = 0.15
"""The range ends where days are less than this share as likely as the likeliest."""
_SURE = ((4, 0.55), (7, 0.25), (10, 0.5))
"""How likely a year, a month or a day must be to be called the best date, by the length of each in ISO 8601."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A clue, and how well each day of publication would suit it, 0 to 1."""

    clue: Clue
    weight: Callable[[date], float]


def solve(window: Days, weighed: Sequence[Weighed]) -> tuple[Days, str]:
    """Return the days from the first to the last that are not far less likely than the likeliest, and the best date.

    The best date is a day, a month or a year: the most precise that is likely enough; empty if none is.
    """
    shares: dict[date, float] = {}
    best = 0.0
    for day in map(date.fromordinal, range(window.first.toordinal(), window.last.toordinal() + 1)):
        share = _share(day, weighed, least=best * _NEGLIGIBLE)
        if share:
            shares[day], best = share, max(best, share)
    least = KEPT_SHARE * max(shares.values())
    kept = [day for day, share in shares.items() if share >= least]
    return Days(min(kept), max(kept)), _best(shares)


def _share(day: date, weighed: Sequence[Weighed], *, least: float) -> float:
    """Multiply what the clues give a day; one that falls below ``least`` is not weighed to the end."""
    share = 1.0
    for each in weighed:
        weight = each.weight(day)
        share *= weight if weight > FLOOR else FLOOR
        if share < least:
            return 0.0
    return share


def _best(shares: dict[date, float]) -> str:
    """Return the most precise date that is likely enough, within the likeliest year; empty if that year is not."""
    total, best = sum(shares.values()), ""
    years: dict[int, float] = {}
    for day, share in shares.items():
        years[day.year] = years.get(day.year, 0.0) + share
    likeliest = max(years, key=lambda year: (years[year], year))
    told = [(day.isoformat(), share) for day, share in shares.items() if day.year == likeliest]
    for length, sure in _SURE:
        sums: dict[str, float] = {}
        for each, share in told:
            if each.startswith(best):
                sums[each[:length]] = sums.get(each[:length], 0.0) + share
        name, share = max(sums.items(), key=lambda each: (each[1], each[0]))
        if share / total < sure:
            break
        best = name
    return best
