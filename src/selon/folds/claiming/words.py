"""Whether two stretches say the same in nearly the same words."""

from __future__ import annotations

import re

from selon.lang.match import fold

_WORD = re.compile(r"[^\W\d_]{4,}")
_FIGURE = re.compile(r"\d[\d.\s]*")
_ALIKE = 0.5
_LEAST = 4
_STEM_CHARS = 5
_COPIED, _LEAST_COPIED = 0.8, 6


def words_of(text: str) -> frozenset[str]:
    """Return the folded words of four letters or more."""
    return frozenset(_WORD.findall(fold(text)))


def figures_of(text: str) -> frozenset[str]:
    """Return the numbers that are written in figures, without what groups their digits."""
    return frozenset(re.sub(r"\D", "", found) for found in _FIGURE.findall(text))


def telling(words: frozenset[str], names: frozenset[str]) -> frozenset[str]:
    """Return the beginnings of the words that tell something beside names, so that a verb meets its noun."""
    return frozenset(word[:_STEM_CHARS] for word in words - names)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether half of all their words are in both; short stretches are never alike."""
    shared = len(one & other)
    return shared >= _LEAST and shared >= _ALIKE * min(len(one), len(other)) and shared >= _ALIKE / 2 * max(len(one), len(other))


def copied(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether nearly all words of two stretches are the same; of short ones this tells nothing."""
    shared = len(one & other)
    return shared >= _LEAST_COPIED and shared >= _COPIED * max(len(one), len(other))
