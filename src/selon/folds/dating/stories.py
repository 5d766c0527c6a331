"""The article that is most like another by its rare words."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selon.core.text import Span
from selon.folds.copying.words import Hashes, Numbers, words
from selon.folds.dating.sharing import Text

LEAST_LIKE = 0.2
"""Less alike, articles are seldom of the same days."""
_COMMON_SHARE = 0.05
"""A word in more articles than these says little of a story."""
_LEAST_LETTERS = 5


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

    def place(self, word: int) -> Span:
        at = int(np.searchsorted(self.hashes, np.uint64(word)))
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
    held = [np.searchsorted(every, bag.hashes) for bag in theirs]
    lengths = np.array([np.sqrt(weights[places].sum()) for places in held])
    owners = np.repeat(np.arange(len(held)), [places.size for places in held])
    flat = np.concatenate(held)
    for number, bag in enumerate(mine):
        places = np.searchsorted(every, bag.hashes)
        weighed = np.zeros(every.size)
        weighed[places] = weights[places]
        likes = np.bincount(owners, weights=weighed[flat], minlength=len(held))
        yield from _best(number, bag, theirs, likes / np.maximum(lengths * np.sqrt(weighed.sum()), 1e-9), weighed=(every, weighed))


def _best(
    number: int, bag: _Bag, theirs: Sequence[_Bag], likes: npt.NDArray[np.float64], *, weighed: tuple[Hashes, npt.NDArray[np.float64]]
) -> Iterator[Likest]:
    other = int(np.argmax(likes))
    if likes[other] >= LEAST_LIKE:
        every, weights = weighed
        shared = np.intersect1d(bag.hashes, theirs[other].hashes)
        word = int(shared[np.argmax(weights[np.searchsorted(every, shared)])])
        yield Likest(number, other, bag.place(word), theirs[other].place(word))
