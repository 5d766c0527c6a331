"""Articles that have a good part of the words of an article without date."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selon.core.text import Document, Span
from selon.folds.copying.words import U64, Hashes, Numbers, words

RUN_WORDS = 8
LEAST_RUNS, LEAST_SHARE = 50, 0.3
"""So many runs, and this share of all of an article, make two articles of one source; less may be quoted years later."""
CROWD = 6
"""A run that more articles have than these is a formula."""
_FACTOR = U64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Text:
    """An article, and what of it is no story."""

    doc: Document
    skip: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Words of text number ``text``, and where ``other`` has them: the longest stretch. ``runs``: how many runs of words both have."""

    text: int
    other: int
    here: Span
    there: Span
    runs: int


@dataclass(frozen=True, slots=True)
class _Runs:
    """The runs of words of a text: where each begins and ends, and its hash."""

    starts: Numbers
    ends: Numbers
    hashes: Hashes

    @classmethod
    def of(cls, text: Text) -> _Runs:
        read = words([text.doc.raw], [text.skip])
        hashes, count = read.hashes, max(0, read.hashes.size - RUN_WORDS + 1)
        total = np.zeros(count, U64)
        for step in range(RUN_WORDS):
            total = total * _FACTOR + hashes[step : step + count]
        return cls(read.starts[:count], read.ends[RUN_WORDS - 1 : RUN_WORDS - 1 + count], total)

    def span(self, first: int, size: int) -> Span:
        last = min(first + size, self.ends.size) - 1
        return Span(int(self.starts[first]), int(self.ends[last]))


def sharing(texts: Sequence[Text], others: Sequence[Text]) -> Iterator[Shared]:
    """Yield, for each text, the others that have a good part of it, in the order of the others."""
    own = [_Runs.of(text) for text in texts]
    every = np.unique(np.concatenate([np.zeros(0, U64), *(runs.hashes for runs in own)]))
    held = [_among(every, _Runs.of(other).hashes) for other in others] if every.size else []
    crowd, count = np.unique(np.concatenate([np.zeros(0, U64), *held]), return_counts=True)
    rare = crowd[count <= CROWD]
    owners: dict[int, list[int]] = {}
    for number, runs in enumerate(own):
        for each in _among(rare, runs.hashes).tolist() if rare.size else ():
            owners.setdefault(each, []).append(number)
    for other, hashes in enumerate(held):
        if hashes.size >= LEAST_RUNS:
            for text in sorted({owner for each in hashes.tolist() for owner in owners.get(each, ())}):
                yield from _shared(text, own[text], other, others[other], _among(rare, hashes))


def _among(every: Hashes, hashes: Hashes) -> Hashes:
    """Return those of some hashes, each once, that stand in a sorted list."""
    places = np.minimum(np.searchsorted(every, hashes), every.size - 1)
    return np.unique(hashes[every[places] == hashes])


def _shared(text: int, own: _Runs, other: int, that: Text, hashes: Hashes) -> Iterator[Shared]:
    both = np.isin(own.hashes, hashes)
    count = int(both.sum())
    if count >= max(LEAST_RUNS, LEAST_SHARE * own.hashes.size):
        first, size = _longest(both)
        there = _Runs.of(that)
        at = int(np.flatnonzero(there.hashes == own.hashes[first])[0])
        yield Shared(text, other, own.span(first, size), there.span(at, size), count)


def _longest(both: npt.NDArray[np.bool_]) -> tuple[int, int]:
    """Return the first and the number of the longest row of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], both, [False])).astype(np.int8)))
    sizes = edges[1::2] - edges[::2]
    at = int(np.argmax(sizes))
    return int(edges[::2][at]), int(sizes[at])
