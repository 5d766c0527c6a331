"""The article that is most like another by its rare words."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selon.core.text import Span
from selon.folds.copying.words import Hashes, Numbers, words
from selon.folds.dating.sharing import Text

LEAST_LIKE = 0.15
"""Less alike, articles are seldom of the same days."""
_COMMON_SHARE = 0.05
"""A word in more articles than these says little of a story."""
_LEAST_LETTERS = 5
_TINY = 1e-9
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likest:
    """Article ``own`` of some, the article ``other`` of others that is most like it, and the rarest word of both in each."""

    own: int
    other: int
    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class _Bag:
    """The longer words of an article, each once: its hash and where it first stands."""

    hashes: Hashes
    starts: Numbers
    ends: Numbers

    @classmethod
    def of(cls, text: Text) -> _Bag:
        read = words([text.doc.raw], [text.skip])
        long = np.flatnonzero(read.ends - read.starts >= _LEAST_LETTERS)
        hashes, first = np.unique(read.hashes[long], return_index=True)
        return cls(hashes, read.starts[long][first], read.ends[long][first])

    def place(self, at: int) -> Span:
        return Span(int(self.starts[at]), int(self.ends[at]))


def likest(own: Sequence[Text], others: Sequence[Text]) -> Iterator[Likest]:
    """Yield, for each article, the other that is most like it, if one is like enough."""
    if not own or not others:
        return
    mine, theirs = [_Bag.of(text) for text in own], [_Bag.of(text) for text in others]
    every, counts = np.unique(np.concatenate([bag.hashes for bag in (*mine, *theirs)]), return_counts=True)
    total = len(mine) + len(theirs)
    is_telling = (counts >= 2) & (counts <= max(2.0, _COMMON_SHARE * total))
    weights = np.where(is_telling, np.log(total / counts) ** 2, 0.0)
    rows = _Rows.of([np.searchsorted(every, bag.hashes) for bag in theirs], weights)
    for number, bag in enumerate(mine):
        places = np.searchsorted(every, bag.hashes)
        likes = rows.likes(places[weights[places] > 0], weights)
        other = int(np.argmax(likes))
        if likes[other] >= LEAST_LIKE:
            _, at, there = np.intersect1d(bag.hashes, theirs[other].hashes, return_indices=True)
            rarest = int(np.argmax(weights[places[at]]))
            yield Likest(number, other, bag.place(int(at[rarest])), theirs[other].place(int(there[rarest])))


@dataclass(frozen=True, slots=True)
class _Rows:
    """Which articles have each word: those of word ``n`` are ``owners[bounds[n]]`` to ``owners[bounds[n + 1] - 1]``."""

    owners: Numbers
    bounds: Numbers
    lengths: Floats

    @classmethod
    def of(cls, held: Sequence[Numbers], weights: Floats) -> _Rows:
        flat, owners = np.concatenate(held), np.repeat(np.arange(len(held)), [places.size for places in held])
        order = np.argsort(flat, kind="stable")
        bounds = np.searchsorted(flat[order], np.arange(weights.size + 1))
        return cls(owners[order], bounds, np.array([np.sqrt(weights[places].sum()) for places in held]))

    def likes(self, places: Numbers, weights: Floats) -> Floats:
        """Return how like each article is to one with some words, 0 to 1: the cosine of the two, each word counted once."""
        owners = [self.owners[self.bounds[at] : self.bounds[at + 1]] for at in places.tolist()]
        weighed = np.repeat(weights[places], [each.size for each in owners])
        found = np.concatenate([np.zeros(0, self.owners.dtype), *owners])
        sums = np.bincount(found, weights=weighed, minlength=self.lengths.size)
        return np.asarray(sums / np.maximum(self.lengths * np.sqrt(weights[places].sum()), _TINY))
