"""Days of the calendar, and how precisely a text names them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days ``first`` to ``last``, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"

    def overlaps(self, other: Days) -> bool:
        return self.first <= other.last and other.first <= self.last

    def meet(self, other: Days) -> Days | None:
        """Return the days that both have; ``None`` if there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first, last) if first <= last else None

    @property
    def precision(self) -> str:
        """``day``, ``month``, ``year`` where the days are exactly one, else ``range``."""
        if self.first == self.last:
            return "day"
        if self == Days.month(self.first.year, self.first.month):
            return "month"
        return "year" if self == Days.year(self.first.year) else "range"

    @property
    def iso(self) -> str:
        """ISO 8601 at the precision of the range: its day, else the month or the year that both ends share, else nothing."""
        if self.first == self.last:
            return self.first.isoformat()
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return f"{self.first:%Y-%m}"
        return f"{self.first:%Y}" if self.first.year == self.last.year else ""

    @classmethod
    def on(cls, day: date) -> Days:
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Days:
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> Days:
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def _week(cls, year: int, week: int) -> Days | None:
        try:
            return cls(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))
        except ValueError:
            return None

    @classmethod
    def parse(cls, text: str) -> Days | None:
        """Read an ISO 8601 day, week, month or year (a time of day after it is passed over); ``None`` if it is none."""
        if week := _WEEK.match(text.strip()):
            return cls._week(int(week[1]), int(week[2]))
        found = _ISO.match(text.strip())
        if not found:
            return None
        year, month, day = (int(part) if part else 0 for part in found.groups())
        try:
            if day:
                return cls.on(date(year, month, day))
            return cls.month(year, month) if month else cls.year(year)
        except ValueError:
            return None


def weekday_near(day: date, weekday: int, *, ahead: bool) -> date:
    """Return the ``weekday`` (Monday is 0) on ``day`` or within the six days after or before it."""
    step = (weekday - day.weekday()) % 7 if ahead else -((day.weekday() - weekday) % 7)
    return day + timedelta(days=step)
