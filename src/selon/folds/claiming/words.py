"""Whether two stretches say the same in nearly the same words."""

from __future__ import annotations

import re

from selon.lang.match import fold

_WORD = re.compile(r"[^\W\d_]{4,}")
_ALIKE = 0.5
_LEAST = 4


def words_of(text: str) -> frozenset[str]:
    """Return the folded words of four letters or more."""
    return frozenset(_WORD.findall(fold(text)))


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether half of all their words are in both; short stretches are never alike."""
    shared = len(one & other)
    return shared >= _LEAST and shared >= _ALIKE * min(len(one), len(other)) and shared >= _ALIKE / 2 * max(len(one), len(other))
