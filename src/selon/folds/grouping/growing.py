"""Stories that grow: each article, in order of publication, goes on with the story of the earlier article most like it."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from heapq import heappop, heappush, nsmallest
from math import log, sqrt
from typing import TypeGuard

from selon.core.days import Days
from selon.folds.grouping.terms import Topic

ALIKE = 0.23
"""The least cosine of two articles of one story, both of a known day."""

ALIKE_UNDATED = 0.36
"""The same where time does not speak for it."""

WINDOW_DAYS = 10
"""An article goes on with a story that had one within so many days before."""

_CLEAR_DAYS = 62
_TERMS = 60
_HEAD_START = 300
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
        self._frequency: Counter[str] = Counter()
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        self._recent: list[tuple[date, int]] = []
        self._members: list[tuple[Topic, Vector, int]] = []

    def add(self, topic: Topic) -> None:
        """Put an article in its story. Articles come by day of publication, those without a clear one last."""
        self._frequency.update(topic.terms.keys())
        vector = self._vector(topic.terms, len(self._members) + 1)
        if is_clear(topic.days):
            self._forget(topic.days.first)
        else:
            self._recall()
        nearest = self._nearest(topic, vector)
        story = self._members[nearest][2] if nearest is not None else len(self.stories)
        if nearest is None:
            self.stories.append([])
        self.stories[story].append((topic, vector))
        self._members.append((topic, vector, story))
        self._post(len(self._members) - 1)
        if is_clear(topic.days):
            heappush(self._recent, (topic.days.last, len(self._members) - 1))

    def _vector(self, terms: Counter[str], documents: int) -> Vector:
        """Return the weightiest terms of an article, as a vector of length 1."""
        rarity = {term: log((documents + _HEAD_START) / (self._frequency[term] + 1)) for term in terms}
        weights = {term: (1 + log(count)) * rarity[term] for term, count in terms.items()}
        kept = nsmallest(_TERMS, weights.items(), key=lambda item: (-item[1], item[0]))
        length = sqrt(sum(weight * weight for _, weight in kept)) or 1.0
        return {term: weight / length for term, weight in kept}

    def _nearest(self, topic: Topic, vector: Vector) -> int | None:
        """Return the earlier article that is most like this one and near it in time; ``None`` if none is."""
        scores: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for other, its_weight in self._postings[term].items():
                scores[other] += weight * its_weight
        enough = sorted((-round(score, 9), other) for other, score in scores.items() if score >= ALIKE)
        return next((other for score, other in enough if _fits(-score, self._days(other), topic.days)), None)

    def _days(self, number: int) -> Days | None:
        """Return when an article was published; the last day of its story where that is not known: the undated link no distant days."""
        topic, _, story = self._members[number]
        if topic.days:
            return topic.days
        return max((each.days for each, _ in self.stories[story] if each.days), key=lambda days: days.last, default=None)

    def _post(self, number: int) -> None:
        for term, weight in self._members[number][1].items():
            self._postings[term][number] = weight

    def _forget(self, day: date) -> None:
        """Take out the articles of before the window."""
        while self._recent and (day - self._recent[0][0]).days > WINDOW_DAYS:
            _, number = heappop(self._recent)
            for term in self._members[number][1]:
                del self._postings[term][number]

    def _recall(self) -> None:
        """Take in all articles again, for one that may be of any day."""
        if self._recent:
            self._recent = []
            for number in range(len(self._members)):
                self._post(number)


def is_clear(days: Days | None) -> TypeGuard[Days]:
    """Whether a date is known well enough to take an article in its turn."""
    return days is not None and len(days) <= _CLEAR_DAYS


def _fits(alike: float, one: Days | None, other: Days | None) -> bool:
    """Whether two articles are alike enough for what is known of their days, and may have been published within the window."""
    if not is_clear(one) or not is_clear(other):
        return alike >= ALIKE_UNDATED and (one is None or other is None or _apart(one, other) <= WINDOW_DAYS)
    return _apart(one, other) <= WINDOW_DAYS


def _apart(one: Days, other: Days) -> int:
    return max((other.first - one.last).days, (one.first - other.last).days)


def centre(vectors: Iterable[Vector]) -> dict[str, float]:
    """Return the sum of some vectors."""
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight
    return total
