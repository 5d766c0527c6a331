"""Folding that keeps offsets: one character in, one character out.

Typographic variants are folded here once, so that no pattern spells them out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SAME = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "＇": "'", "′": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
}  # fmt: skip


class _Fold(dict[int, str]):
    """A translation table that works out each character when it is first met."""

    def __init__(self, *, accents: bool, case: bool) -> None:
        super().__init__()
        self.accents, self.case = accents, case

    def __missing__(self, code: int) -> str:
        char = _SAME.get(chr(code), chr(code))
        if char.isspace() and char not in "\n\r":
            char = " "
        if self.accents:
            base = unicodedata.normalize("NFD", char)[:1]
            char = base if base.isalpha() else char
        if self.case and len(char.lower()) == 1:
            char = char.lower()
        self[code] = char
        return char


_WORD_CHARS = 32
"""Longer texts are not remembered once they are folded."""

_TYPE, _CASE = _Fold(accents=False, case=False), _Fold(accents=False, case=True)
_ACCENTS, _ALL = _Fold(accents=True, case=False), _Fold(accents=True, case=True)


def fold_type(text: str) -> str:
    """Make every apostrophe, hyphen and space the plain one; same length."""
    return text.translate(_TYPE)


def fold_case(text: str) -> str:
    """``fold_type``, and lower case; same length."""
    return text.translate(_CASE)


def fold_accents(text: str) -> str:
    """``fold_type``, and accents left out; case is kept; same length."""
    return text.translate(_ACCENTS)


def fold(text: str) -> str:
    """``fold_case``, and accents left out; same length."""
    return _fold_word(text) if len(text) <= _WORD_CHARS else text.translate(_ALL)


@lru_cache(maxsize=2**16)
def _fold_word(word: str) -> str:
    """Fold a word; every stage asks for the same few thousand of them over and over."""
    return word.translate(_ALL)


def folded_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that is to be matched on ``fold``-ed text.

    raises: ValueError if the pattern has a letter that folding would change, and so could never match
    """
    plain = re.sub(r"\\.|\(\?P<\w+>", "", pattern)
    if fold(plain) != plain:
        slip = next(char for char in plain if fold(char) != char)
        raise ValueError(f"{slip!r} never matches folded text: write {fold(slip)!r}")
    return re.compile(pattern)
