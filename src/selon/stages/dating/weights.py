"""What a clue gives to each day of a window: counted for all days at once."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from selon.core.days import Days

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
FLOOR = 1e-5
"""What a clue leaves to a day that it speaks against: clues can be wrong, and two may contradict each other."""
_TAIL = 0.004
_ROUND_DAYS = 10.0
"""So many days away, a day that is told is a quarter as likely."""


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The days of a window in order: their ordinals, years, months (1 to 12) and weekdays (Monday is 1)."""

    ordinals: Ints
    years: Ints
    months: Ints
    weekdays: Ints

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, window: Days) -> Calendar:
        ordinals = np.arange(window.first.toordinal(), window.last.toordinal() + 1, dtype=np.int64)
        days = (ordinals - date(1970, 1, 1).toordinal()).astype("datetime64[D]")
        months = days.astype("datetime64[M]").astype(np.int64)
        return cls(ordinals, 1970 + months // 12, 1 + months % 12, 1 + (ordinals - 1) % 7)

    @property
    def days(self) -> list[date]:
        return [date.fromordinal(ordinal) for ordinal in self.ordinals.tolist()]


Weight = Callable[[Calendar], Floats]
"""How well each day of a window would suit a clue, 0 to 1."""


def of_years(shares: Sequence[float], first: int) -> Weight:
    """Weigh a day by its year: the shares are those of the year ``first`` and the following."""
    table = np.array([*shares, _TAIL, FLOOR])
    return lambda days: table[_within(days.years - first, len(shares))]


def _within(index: Ints, size: int) -> Ints:
    """Return the places in a list that has two more: the last but one stands for all beyond, the last for all before."""
    return np.where(index < 0, size + 1, np.minimum(index, size))


def of_months(shares: Sequence[float], month: int, *, ahead: bool) -> Weight:
    """Weigh a day by how many months it is after a month, or before it."""
    table = np.array(shares)
    return lambda days: table[(month - days.months if ahead else days.months - month) % 12]


def of_weekdays(shares: Sequence[float], weekday: int) -> Weight:
    """Weigh a day by how many days it is after a weekday."""
    table = np.array(shares)
    return lambda days: table[(days.weekdays - weekday) % 7]


def in_year(year: int, floor: float) -> Weight:
    return lambda days: np.where(days.years == year, 1.0, floor)


def since(first: date, floor: float) -> Weight:
    return lambda days: np.where(days.ordinals >= first.toordinal(), 1.0, floor)


def until(last: date, floor: float) -> Weight:
    return lambda days: np.where(days.ordinals <= last.toordinal(), 1.0, floor)


def within(spans: Sequence[Days], floor: float) -> Weight:
    """Weigh a day by whether it is one of some spans."""

    def weight(days: Calendar) -> Floats:
        inside = [(days.ordinals >= span.first.toordinal()) & (days.ordinals <= span.last.toordinal()) for span in spans]
        return np.where(np.any(inside, axis=0), 1.0, floor)

    return weight


def near(known: Sequence[date]) -> Weight:
    """Weigh a day by how far it is from the nearest of some days."""
    ordinals = np.array([day.toordinal() for day in known], dtype=np.int64)
    return lambda days: 1 / (1 + np.abs(days.ordinals[:, None] - ordinals).min(axis=1) / _ROUND_DAYS) ** 2


def near_yearly(falls: Callable[[int], date | None], steps: Sequence[float], shares: Sequence[float]) -> Weight:
    """Weigh a day by how many days it is after or before such a day of a year, the likeliest.

    falls:  tells that day of a year, if there is one
    shares: by the steps of the distance, for the days after it, then for those before it from the second step on
    """
    table: Floats = np.array([*shares, min(shares)])

    def weight(days: Calendar) -> Floats:
        gaps = _gaps(days, {year: day for year in range(int(days.years[0]) - 1, int(days.years[-1]) + 2) if (day := falls(year))})
        places = np.searchsorted(steps, np.abs(gaps), side="right") - 1
        places = np.where(gaps < 0, places + len(steps) - 1, places)
        return np.asarray(table[np.where(np.isnan(gaps), -1, places)].max(axis=0))

    return weight


def _gaps(days: Calendar, falls: Mapping[int, date]) -> Floats:
    """Return how many days each day is after the told one of the year before, its own and the next; not a number without one."""
    first = int(days.years[0]) - 1
    table = np.full(int(days.years[-1]) - first + 2, np.nan)
    for year, day in falls.items():
        table[year - first] = day.toordinal()
    return np.array([days.ordinals - table[days.years - first + step] for step in (-1, 0, 1)])


def apart(shares: Sequence[float], known: Days) -> Weight:
    """Weigh a day by how far it is from some days."""
    table, first, last = np.array(shares), known.first.toordinal(), known.last.toordinal()
    return lambda days: table[np.minimum(len(shares) - 1, np.maximum(np.maximum(first - days.ordinals, days.ordinals - last), 0))]


def by_steps(steps: Sequence[float], shares: Sequence[float], known: Days) -> Weight:
    """Weigh a day by how far it is from some days, by steps of the distance."""
    table, first, last = np.array(shares), known.first.toordinal(), known.last.toordinal()

    def weight(days: Calendar) -> Floats:
        distance = np.maximum(np.maximum(first - days.ordinals, days.ordinals - last), 0)
        return table[np.searchsorted(steps, distance, side="right") - 1]

    return weight


def each_day(weight: Callable[[date], float]) -> Weight:
    """Weigh one day after the other, where that cannot be done at once."""
    return lambda days: np.array([weight(day) for day in days.days])
