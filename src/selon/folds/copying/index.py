"""Which places of which texts may be alike: an index of sampled runs of letters."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selon.core.text import Span
from selon.folds.copying.words import I32, I64, U32, U64, Hashes, Numbers, words

Numbers32 = npt.NDArray[np.int32]
Words32 = npt.NDArray[np.uint32]

GRAM_LETTERS = 25
"""Length of an indexed run: some five words. As passim has it; shorter runs pair texts that share a phrase."""

WINDOW_WORDS = 8
"""Of every so many runs the least hash is kept, so that equal stretches of 12 words or more always meet."""

CROWD = 100
"""A run that stands in more places is a formula, unless all of them are printed within a week or two."""

WEEK_DAYS = 7
NEIGHBOURS = 24
"""A place is paired with so many places after it, in order of publication: what follows is linked through them."""

_HALF, _ABOVE, _BELOW = U64(32), U64(0xFFFFFFFF00000000), U64(0xFFFFFFFF)
_CHUNK_CHARS = 60_000


@dataclass(frozen=True, slots=True)
class Hits:
    """Pairs of places with the same run: word ``at_a`` of document ``a`` and word ``at_b`` of document ``b``.

    ``a`` is at most ``b``; ``weeks``: in how many different weeks the run is printed: one for news, many for a formula.
    """

    a: Numbers32
    at_a: Numbers32
    b: Numbers32
    at_b: Numbers32
    weeks: Numbers32

    def only(self, keep: Numbers) -> Hits:
        return Hits(self.a[keep], self.at_a[keep], self.b[keep], self.at_b[keep], self.weeks[keep])


def hits(texts: Sequence[str], skip: Sequence[Sequence[Span]], days: Numbers) -> Hits:
    """Return the places that share a sampled run.

    texts: in order of publication; ``skip`` the stretches of each that are passed over
    days:  day of each text, counted from any day, in ascending order
    source: sampling by least hash of a window: Schleimer, Wilkerson and Aiken, "Winnowing", 2003
    """
    keys, at, ends = _postings(texts, skip)
    keys.sort()
    keys = _shared(keys)
    one, other, weeks = _pairs(keys, ends, days)
    a, b = (np.searchsorted(ends, each, "right").astype(I32) for each in (one, other))
    return Hits(a, at[one].astype(I32), b, at[other].astype(I32), weeks.astype(I32))


def chunks(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield ranges of texts small enough for the processor's cache."""
    first = size = 0
    for number, text in enumerate(texts):
        size += len(text)
        if size >= _CHUNK_CHARS:
            yield first, number + 1
            first, size = number + 1, 0
    if first < len(texts):
        yield first, len(texts)


def _postings(texts: Sequence[str], skip: Sequence[Sequence[Span]]) -> tuple[Hashes, Words32, Numbers]:
    """Return a key for every sampled run, the number of its first word in its text, and how many runs there are up to the end of each text.

    A key has half of the run's hash above and the number of the run below, so that sorting keys brings equal runs together, in order.
    """
    keys, places, counts, total = bytearray(), bytearray(), [np.zeros(0, I64)], 0
    for first, last in chunks(texts):
        read = words(texts[first:last], skip[first:last])
        at, found = read.grams(GRAM_LETTERS)
        kept = np.flatnonzero(_least(found))
        at, bounds = at[kept], read.bounds
        counts.append(np.diff(np.searchsorted(at, bounds)))
        places += (at - np.repeat(bounds[:-1], counts[-1])).astype(U32).data
        keys += ((found[kept] & _ABOVE) | np.arange(total, total + len(kept), dtype=U64)).data
        total += len(kept)
    return np.frombuffer(keys, U64), np.frombuffer(places, U32), np.cumsum(np.concatenate(counts))


def _least(found: Hashes) -> npt.NDArray[np.bool_]:
    """Say of each hash whether it is the least of some window that it stands in."""
    if len(found) < WINDOW_WORDS:
        return np.ones(len(found), bool)
    least = _by_doubling(found, np.minimum)
    padding = np.zeros(WINDOW_WORDS - 1, U64)
    highest = _by_doubling(np.concatenate((padding, least, padding)), np.maximum)
    return np.equal(highest, found)


def _by_doubling(values: Hashes, choose: np.ufunc) -> Hashes:
    """Return the least or the highest of every window: windows of 1, 2, 4, 8 values."""
    width = 1
    while width < WINDOW_WORDS:
        values = choose(values[:-width], values[width:])
        width *= 2
    return values


def _shared(keys: Hashes) -> Hashes:
    """Return the keys whose run is another's too. ``keys``: sorted."""
    runs = np.right_shift(keys, _HALF, out=np.empty(len(keys), U32), casting="unsafe")
    is_shared = np.zeros(len(runs), bool)
    is_shared[1:] = runs[1:] == runs[:-1]
    is_shared[:-1] |= is_shared[1:].copy()
    return keys[is_shared]


def _pairs(keys: Hashes, ends: Numbers, days: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return numbers of sampled runs that are equal, and in how many weeks such a run is printed. ``keys``: sorted, shared.

    Of a run that one text has over and over, the first two places count: a table of zeros must not pair all with all.
    """
    runs, numbers = (keys >> _HALF).astype(U32), (keys & _BELOW).astype(I64)
    docs = np.searchsorted(ends, numbers, "right")
    third = np.zeros(len(runs), bool)
    third[2:] = (runs[2:] == runs[:-2]) & (docs[2:] == docs[:-2])
    runs, numbers, docs = runs[~third], numbers[~third], docs[~third]
    firsts = np.flatnonzero(np.append(len(runs) > 0, runs[1:] != runs[:-1]))
    if not len(firsts):
        return firsts, firsts, firsts
    sizes = np.diff(np.append(firsts, len(runs)))
    week = days[docs] // WEEK_DAYS
    new_week = np.append(True, (week[1:] != week[:-1]) | (runs[1:] != runs[:-1]))
    weeks = np.add.reduceat(new_week.astype(I64), firsts)
    usable, weeks = np.repeat((sizes <= CROWD) | (weeks <= 2), sizes), np.repeat(weeks, sizes)
    one, other, of = [firsts[:0]], [firsts[:0]], [firsts[:0]]
    for step in range(1, NEIGHBOURS + 1):
        found = np.flatnonzero((runs[step:] == runs[:-step]) & usable[step:])
        if not len(found):
            break
        one.append(numbers[found])
        other.append(numbers[found + step])
        of.append(weeks[found])
    return np.concatenate(one), np.concatenate(other), np.concatenate(of)
