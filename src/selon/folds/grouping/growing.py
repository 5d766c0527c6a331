"""Stories that grow: each article, in order of publication, goes on with the story of the earlier article most like it."""
from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping
from datetime import date
from math import log, sqrt

from selon.folds.grouping.terms import Topic

ALIKE = 0.30
"""The least cosine of two articles of one story."""

WINDOW_DAYS = 10
"""An article goes on with a story that had one within so many days before."""

_TERMS = 60
_HEAD_START = 30
"""Articles that the weights take for read before the first, so that early weights are no extremes."""

Vector = Mapping[str, float]


class Growing:
    """Groups articles one by one.

    A weight depends on the articles before alone: one that is added later changes nothing of what was grouped.
    source: first story detection by nearest neighbour in a window, Allan, Lavrenko and Jin, 2000; over tf-idf for
            French news, Mazoyer et al., "A French corpus for event detection on Twitter", LREC 2020
    """

    def __init__(self) -> None:
        self.stories: list[list[tuple[Topic, Vector]]] = []
        self._documents = 0
        self._frequency: Counter[str] = Counter()
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        self._recent: deque[tuple[int, date, Vector]] = deque()
        self._story_of: list[int] = []

    def add(self, topic: Topic) -> None:
        """Put an article in its story. Articles come by day of publication, the undated last."""
        self._documents += 1
        self._frequency.update(topic.terms.keys())
        vector = self._vector(topic.terms)
        if topic.days:
            self._forget(topic.days.first)
        nearest = self._nearest(vector)
        story = self._story_of[nearest] if nearest is not None else len(self.stories)
        if nearest is None:
            self.stories.append([])
        self.stories[story].append((topic, vector))
        self._remember(topic, vector, story)

    def _vector(self, terms: Counter[str]) -> Vector:
        """Return the weightiest terms of an article, as a vector of length 1."""
        weights = {term: (1 + log(count)) * self.rarity(term) for term, count in terms.items()}
        kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_TERMS]
        length = sqrt(sum(weight * weight for _, weight in kept)) or 1.0
        return {term: weight / length for term, weight in kept}

    def rarity(self, term: str) -> float:
        return log((self._documents + _HEAD_START) / (self._frequency[term] + 1))

    def _nearest(self, vector: Vector) -> int | None:
        """Return the earlier article that is most like this one; ``None`` if none is enough."""
        scores: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for other, its_weight in self._postings[term].items():
                scores[other] += weight * its_weight
        best = max(scores.items(), key=lambda item: (round(item[1], 9), -item[0]), default=(0, 0.0))
        return best[0] if best[1] >= ALIKE else None

    def _remember(self, topic: Topic, vector: Vector, story: int) -> None:
        number = len(self._story_of)
        self._story_of.append(story)
        for term, weight in vector.items():
            self._postings[term][number] = weight
        if topic.days:
            self._recent.append((number, topic.days.last, vector))

    def _forget(self, day: date) -> None:
        """Take out the articles of before the window."""
        while self._recent and (day - self._recent[0][1]).days > WINDOW_DAYS:
            number, _, vector = self._recent.popleft()
            for term in vector:
                del self._postings[term][number]


def centre(vectors: Iterable[Vector]) -> dict[str, float]:
    """Return the sum of some vectors."""
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight
    return total
