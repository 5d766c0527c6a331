"""A text by its words: which of them are names and figures, and which others stand around a stretch."""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from selon.folds.copying.texts import CAPITAL, FIGURE, HEAVY, OPENS

_DIGITS = re.compile(r"\d+")
_BEGINS = re.compile(r"[:«»\"“”]")


@dataclass(frozen=True, slots=True)
class Version:
    """A text: where its words begin and end, their whole hashes, and their flags."""

    raw: str
    starts: list[int]
    ends: list[int]
    hashes: list[int]
    flags: bytes

    def is_figure(self, at: int) -> bool:
        return 0 <= at < len(self.flags) and bool(self.flags[at] & FIGURE)

    def is_name(self, at: int) -> bool:
        """Whether a word has a capital that no sentence and no quotation begins with."""
        if not self.flags[at] & CAPITAL or self.flags[at] & OPENS:
            return False
        return not (at and _BEGINS.search(self.raw, self.ends[at - 1], self.starts[at]))

    def figures(self, first: int, last: int) -> tuple[set[int], str]:
        """Return the figures of some words, without zeros and units, and all their digits."""
        digits = [each for at in range(first, last) for each in _DIGITS.findall(self.raw, self.starts[at], self.ends[at])]
        return {int(each) for each in digits if int(each)}, "".join(digits)

    def names(self, words: Iterable[int]) -> set[int]:
        return {self.hashes[at] for at in words if self.is_name(at)}

    def others(self, words: Iterable[int]) -> set[int]:
        """Return the long words that are neither names nor figures."""
        return {self.hashes[at] for at in words if self.flags[at] & HEAVY and not self.flags[at] & (CAPITAL | FIGURE)}

    def around(self, words: tuple[int, int]) -> list[int]:
        """Return the words before and after a stretch."""
        return [*range(words[0]), *range(words[1], len(self.hashes))]
