"""Frames that articles of different days fill each anew, which make no copy: the note on a poll, the prices of a week, the head of a
column.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selon.core.text import Span
from selon.folds.copying.align import Alignment
from selon.folds.copying.texts import CLOSES
from selon.folds.copying.versions import Version

_SOON_DAYS, _LATER_DAYS, _NEXT_DAYS, _WEEK_DAYS, _MONTH_DAYS = 2, 4, 5, 7, 28
_MANY, _FEW_KEPT = 3, 2
_FEW_WORDS, _FEW_NAMES = 10, 2
_HEAD_WORDS, _NEAR_WORDS = 25, 6


@dataclass(frozen=True, slots=True)
class Copy:
    """What articles ``a`` and ``b`` share, how many days at least lie between them, and in how many weeks its rarest words are printed.

    pieces: the equal stretches, in the order of both; what lies between two of them differs
    """

    a: int
    b: int
    found: Alignment
    pieces: tuple[tuple[Span, Span], ...]
    is_quoted: bool
    days_apart: int
    weeks: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """A copy as a frame: the figures and the names that were exchanged, and how many both have."""

    copy: Copy
    a: Version
    b: Version
    figures: int
    names: int
    kept: int

    def is_filled(self) -> bool:
        """Whether figures were exchanged. The background of a story that is copied on keeps most of its names and figures."""
        exchanged = self.figures + self.names
        apart = self.copy.days_apart
        if not self.figures or apart < _SOON_DAYS:
            return False
        if apart < _LATER_DAYS:
            return self.kept <= exchanged and self._shares_names(_FEW_NAMES)
        return self.kept <= exchanged * (4 if apart >= _MONTH_DAYS or exchanged >= _MANY or self._shares_names(1) else 2)

    def is_standing(self) -> bool:
        """Whether it has no name and no figure of its own, and nothing else ties the articles to each other."""
        apart, particular = self.copy.days_apart, self.kept + self.names + self.figures
        if particular > 1 or apart < _NEXT_DAYS:
            return False
        if self._is_head() and self._is_all():
            return True
        is_quoted, recurs = self.copy.is_quoted, self.copy.weeks >= _MANY
        if particular or apart < (_WEEK_DAYS if is_quoted else _MONTH_DAYS) or not (recurs or (is_quoted and not self._crosses())):
            return False
        return self._shares_names(_FEW_NAMES if is_quoted and apart >= _MONTH_DAYS else 1)

    def _crosses(self) -> bool:
        """Whether in both a sentence ends before the last word."""
        sides = ((self.a, self.copy.found.a), (self.b, self.copy.found.b))
        return all(any(text.flags[at] & CLOSES for at in range(first, last - 1)) for text, (first, last) in sides)

    def _is_head(self) -> bool:
        """Whether it is short and begins both texts, or ends both."""
        a, b = self.copy.found.a, self.copy.found.b
        after = max(len(self.a.hashes) - a[1], len(self.b.hashes) - b[1])
        return self.copy.found.matched < _HEAD_WORDS and min(max(a[0], b[0]), after) <= _NEAR_WORDS

    def _is_all(self) -> bool:
        """Whether hardly any word outside of it is in both."""
        mine, its = self.a.around(self.copy.found.a), self.b.around(self.copy.found.b)
        return self._shares_names(1) and len(self.a.others(mine) & self.b.others(its)) <= _FEW_WORDS

    def _shares_names(self, most: int) -> bool:
        """Whether so many names at most are in both texts outside of it."""
        mine, its = self.a.names(self.a.around(self.copy.found.a)), self.b.names(self.b.around(self.copy.found.b))
        return len(mine & its) <= most


def without_frames(copies: Iterable[Copy], version: Callable[[int], Version]) -> list[Copy]:
    """Leave out the copies that are frames, and what lies within one of both articles without names and figures of its own."""
    frames: dict[int, list[tuple[int, int]]] = defaultdict(list)
    kept: list[tuple[Copy, int]] = []
    for each in copies:
        frame = _frame(each, version)
        if frame.is_filled() or frame.is_standing():
            frames[each.a].append(each.found.a)
            frames[each.b].append(each.found.b)
        else:
            kept.append((each, frame.kept))
    return [each for each, particular in kept if particular > _FEW_KEPT or not _lies_within(each, frames, particular)]


def _frame(copy: Copy, version: Callable[[int], Version]) -> _Frame:
    a, b = version(copy.a), version(copy.b)
    return _Frame(copy, a, b, *_exchanged(a, b, copy.found), _kept(a, b, copy.found))


def _exchanged(a: Version, b: Version, found: Alignment) -> tuple[int, int]:
    """Return in how many gaps both have figures, and other ones; and in how many of the rest both have names, and other ones."""
    figures = names = 0
    for mine, its in _gaps(found):
        (one, digits), (other, other_digits) = a.figures(*mine), b.figures(*its)
        if digits and other_digits:
            figures += digits != other_digits and not (one and other and (one <= other or other <= one))
        elif not digits and not other_digits:
            here, there = a.names(range(*mine)), b.names(range(*its))
            names += bool(here and there and here.isdisjoint(there))
    return figures, names


def _gaps(found: Alignment) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where both have words, and other ones."""
    for (i, j, size), (next_i, next_j, _) in pairwise(found.blocks):
        if next_i > i + size and next_j > j + size:
            yield (i + size, next_i), (j + size, next_j)


def _kept(a: Version, b: Version, found: Alignment) -> int:
    """Count the names and figures that both have, words that follow each other as one; not what is left of a figure that was exchanged."""
    count = 0
    for i, j, size in found.blocks:
        kept = [a.is_figure(i + at) or (a.is_name(i + at) and b.is_name(j + at)) for at in range(size)]
        kept[0] &= not (a.is_figure(i) and (a.is_figure(i - 1) or b.is_figure(j - 1)))
        kept[-1] &= not (a.is_figure(i + size - 1) and (a.is_figure(i + size) or b.is_figure(j + size)))
        count += sum(one and not before for before, one in pairwise([False, *kept]))
    return count


def _lies_within(copy: Copy, frames: Mapping[int, Sequence[tuple[int, int]]], particular: int) -> bool:
    """Whether most of a copy of another day lies within frames of both articles; of one, where it recurs and has nothing of its own."""
    sides = ((copy.a, copy.found.a), (copy.b, copy.found.b))
    within = sum(2 * _covered(side, frames.get(text, ())) >= side[1] - side[0] for text, side in sides)
    recurs = particular <= 1 and copy.days_apart >= _MONTH_DAYS and copy.weeks >= _MANY
    return copy.days_apart >= _SOON_DAYS and within >= (1 if recurs else 2)


def _covered(side: tuple[int, int], frames: Iterable[tuple[int, int]]) -> int:
    return len({at for first, last in frames for at in range(max(first, side[0]), min(last, side[1]))})
