"""Time expressions on a calendar: sections of a month or a year, rows of days, a bar as long as what is known."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from selon.core.days import Days
from selon.core.dossier import Dated

_SURE = ("written", "given", "stated", "confirmed")


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression and the words around it."""

    dated: Dated
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Expressions that denote the same days.

    start, length: the bar, in cells of its section: days of a month, or twelfths of a year
    goes_on:       whether the days go on beyond the section
    is_sure:       whether any of them needs no inferred date
    """

    first: str
    last: str
    precision: str
    start: int
    length: int
    goes_on: bool
    is_sure: bool
    lines: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A month (``1962-10``) or, for what is no finer than that, a year (``1962``); empty for what has no day at all."""

    name: str
    cells: int
    rows: tuple[Row, ...]


def section_key(line: Dated) -> tuple[str, str, str, int]:
    """Sort key: years, in each first what is longer than a month, then its months; in each by day, the longest first."""
    if not line.first:
        return "~", "", "", 0
    name = _section(line)
    days = Days(date.fromisoformat(line.first), date.fromisoformat(line.last))
    return name[:4], name[4:], line.first, -len(days)


def timeline(lines: Iterable[Placed]) -> tuple[Section, ...]:
    """Lay expressions that are in the order of ``section_key`` in sections and rows."""
    return tuple(_laid(name, list(found)) for name, found in groupby(lines, key=lambda each: _section(each.dated)))


def _section(line: Dated) -> str:
    """The month that holds all the days, else the year in which they begin."""
    if not line.first:
        return ""
    return line.first[:7] if line.first[:7] == line.last[:7] and Days.parse(line.first[:7]) != _days(line) else line.first[:4]


def _days(line: Dated) -> Days:
    return Days(date.fromisoformat(line.first), date.fromisoformat(line.last))


def _laid(name: str, lines: Sequence[Placed]) -> Section:
    month = Days.parse(name) if len(name) == 7 else None
    cells = len(month) if month else 12
    rows = groupby(lines, key=lambda each: (each.dated.first, each.dated.last))
    laid = tuple(_row(first, last, tuple(found), is_month=month is not None) for (first, last), found in rows)
    return Section(name, cells if name else 0, laid)


def _row(first: str, last: str, lines: tuple[Placed, ...], *, is_month: bool) -> Row:
    sure = any(each.dated.basis in _SURE for each in lines)
    if not first:
        return Row("", "", "", 0, 0, False, False, lines)
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    precision = Days(begin, end).precision
    if is_month:
        return Row(first, last, precision, begin.day - 1, end.day - begin.day + 1, False, sure, lines)
    beyond = end.year > begin.year
    stop = 12 if beyond else end.month
    return Row(first, last, precision, begin.month - 1, stop - begin.month + 1, beyond, sure, lines)
