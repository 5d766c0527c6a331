"""Texts as arrays of hashed words, folded, each with its place in the raw text."""
from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from selon.core.text import Span
from selon.lang.match import fold

U8, U16, U32, U64, I32, I64 = np.uint8, np.uint16, np.uint32, np.uint64, np.int32, np.int64
Bytes = npt.NDArray[np.uint8]
Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

_SEPARATOR, _PASSED_OVER = 0, 255
_PLANE = 0x10000
_MULTIPLIER = 0x9E3779B97F4A7C15
_INVERSE = pow(_MULTIPLIER, -1, 2**64)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of several texts, one after the other.

    starts, ends: characters in the text of the word's own document
    letters: number of each word's first letter in ``sums``, and after the last word the number of all letters
    bounds: words of document ``n`` are ``bounds[n]`` to ``bounds[n + 1]``
    sums:   running sum of the letters' values, from which the hash of any run of letters is had by one subtraction
    """

    starts: Numbers
    ends: Numbers
    letters: Numbers
    bounds: Numbers
    sums: Hashes

    @property
    def hashes(self) -> Hashes:
        """64 bits a word: equal words have equal hashes, on every machine and run."""
        return _hashed(self.sums, self.letters[:-1], self.letters[1:])

    def grams(self, size_letters: int) -> tuple[Numbers, Hashes]:
        """Return the words at which a run of so many letters begins that stays in its document, and the run's hash."""
        doc_end = self.letters[self.bounds[1:]]
        at = np.flatnonzero(self.letters[:-1] + size_letters <= np.repeat(doc_end, np.diff(self.bounds)))
        return at, _hashed(self.sums, self.letters[at], self.letters[at] + size_letters)


def words(texts: Sequence[str], skip: Sequence[Iterable[Span]] = ()) -> Words:
    """Cut texts into words: runs of letters and digits, without case, accents, soft hyphens and joiners.

    skip: stretches of each text that are passed over, as if they were not there
    source: hashing by running sums: Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987
    """
    sizes = np.fromiter((len(text) for text in texts), I64, len(texts))
    offsets = np.concatenate(([0], np.cumsum(sizes + 1)))
    codes = _codes("\n".join(texts) + "\n")
    for number, spans in enumerate(skip):
        for span in spans:
            codes[offsets[number] + span.start : offsets[number] + span.end] = _SEPARATOR
    kept = np.flatnonzero(codes != _PASSED_OVER) if (codes == _PASSED_OVER).any() else None
    shown = codes if kept is None else codes[kept]
    is_letter = shown != _SEPARATOR
    edges = np.flatnonzero(np.diff(is_letter, prepend=False))
    first, last = edges[::2], edges[1::2] - 1
    letters = np.concatenate(([0], np.cumsum(last - first + 1)))
    sums = _running_sums(shown.take(np.flatnonzero(is_letter)))
    if kept is not None:
        first, last = kept[first], kept[last]
    bounds = np.searchsorted(first, offsets)
    base = np.repeat(offsets[:-1], np.diff(bounds))
    return Words(first - base, last + 1 - base, letters, bounds, sums)


def _codes(text: str) -> Bytes:
    """Return the class of each character: separator, passed over, or a letter's own code."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return _table().take(points, mode="clip")


def _running_sums(letters: Bytes) -> Hashes:
    powers, _ = _powers(1 << max(16, len(letters).bit_length()))
    sums = np.zeros(len(letters) + 1, U64)
    np.cumsum(_values().take(letters) * powers[: len(letters)], out=sums[1:])
    return sums


def _hashed(sums: Hashes, first: Numbers, last: Numbers) -> Hashes:
    """Return hashes of runs of letters, wherever they stand, their high bits well mixed."""
    _, inverses = _powers(1 << max(16, (len(sums) - 1).bit_length()))
    mixed = (sums[last] - sums[first]) * inverses[first]
    mixed ^= mixed >> U64(32)
    mixed *= U64(0xD6E8FEB86659FD93)
    return mixed ^ (mixed >> U64(29))


@cache
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Return the powers of an odd number and of its inverse, modulo 2 to the 64."""
    both = []
    for base in (_MULTIPLIER, _INVERSE):
        steps = np.full(count, base, U64)
        steps[0] = 1
        both.append(np.cumprod(steps, dtype=U64))
    return both[0], both[1]


@cache
def _values() -> Hashes:
    """Return a scattered value for each code."""
    values = np.arange(1, 257, dtype=U64) * U64(0xBF58476D1CE4E5B9)
    values ^= values >> U64(31)
    return values * U64(0x94D049BB133111EB)


@cache
def _table() -> Bytes:
    """Return the class of every character of the basic plane; the last entry stands for all beyond it."""
    table = np.zeros(_PLANE, U8)
    for point in range(_PLANE - 1):
        char = chr(point)
        if char.isalnum():
            folded = ord(fold(char))
            table[point] = folded if folded < 128 else 128 + folded % 127
        elif unicodedata.category(char) in ("Mn", "Cf"):
            table[point] = _PASSED_OVER
    return table
