"""Days and months that two articles tell in like words."""
from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.marks import TimeExpr, Zone
from selon.core.text import Document, Span
from selon.lang.match import fold

LEAST_LIKE, LEAST_WORDS = 0.4, 3
"""How alike two stretches are at least, and how many words they share, to tell of one thing of the same month or day."""
_COMMON_SHARE = 0.05
"""A word in more stretches than these says little of what is told."""
_NEWS, _NEWS_WITHOUT_YEAR = timedelta(days=300), timedelta(days=100)
"""What is farther from its article may be told each year; and what has no year, of another year than was read."""
_REACH_CHARS = 250
_WORD = re.compile(r"[^\W\d_]{4,}")
_LIMIT = re.compile(r"[.!?;:\n»\"]")
_VALUE = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?:T.*)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A month (``day`` 0) or a day that an article tells, as that article dates it, and all places in it that tell times."""

    doc: Document
    span: Span
    month: int
    day: int
    days: Days | None
    times: tuple[Span, ...]

    def words(self) -> frozenset[str]:
        """Return the longer words of the sentence around it, those of times left out."""
        raw, span = self.doc.raw, self.span
        start, end = max(0, span.start - _REACH_CHARS), span.end + _REACH_CHARS
        folded = fold(raw[start:end])
        before = [found.end() for found in _LIMIT.finditer(folded, 0, span.start - start)]
        behind = _LIMIT.search(folded, span.end - start)
        found = _WORD.finditer(folded, max(before, default=0), behind.start() if behind else len(folded))
        near = [each for each in self.times if start < each.end and each.start < end]
        spans = [(match[0], Span(start + match.start(), start + match.end())) for match in found]
        return frozenset(word for word, place in spans if not any(place.overlaps(each) for each in near))

    def suits(self, other: Moment) -> bool:
        """Whether another's month or day may be this one: a month may hold its day."""
        return self.month == other.month and self.day in (0, other.day)


@dataclass(frozen=True, slots=True)
class Alike:
    """Moment ``own`` of some and moment ``other`` of others that tell of one thing, and how alike they are, 0 to 1."""

    own: int
    other: int
    like: float


def moments(analysis: Analysis, published: Days | None, *, is_own: bool) -> Iterator[Moment]:
    """Yield the days and months of an article: those without a year if it is to be dated, else those that are near its date.

    published: ``None`` where that is not known for certain: then only days that are told with their year are near
    """
    raw = analysis.doc.raw
    furniture = [zone.span for zone in analysis[Zone] if zone.is_furniture]
    times = tuple(mark.span for mark in analysis[TimeExpr])
    for mark in analysis[TimeExpr]:
        found = _VALUE.fullmatch(mark.value)
        if not found or any(mark.span.overlaps(span) for span in furniture):
            continue
        is_written = found[1] in mark.span.of(raw)
        within = _NEWS if is_written else _NEWS_WITHOUT_YEAR
        if not is_written if is_own else _is_near(mark.days, published, within) or (is_written and not published):
            yield Moment(analysis.doc, mark.span, int(found[2]), int(found[3] or 0), mark.days, times)


def _is_near(days: Days | None, published: Days | None, within: timedelta) -> bool:
    return days is not None and published is not None and days.overlaps(Days(published.first - within, published.last + within))


def alike(own: Sequence[Moment], others: Sequence[Moment]) -> Iterator[Alike]:
    """Yield, for each moment, those of others that tell of the same, in the order of both."""
    if not own or not others:
        return
    mine, theirs = [each.words() for each in own], [each.words() for each in others]
    weights = _weights([*mine, *theirs])
    held: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(theirs):
        for word in words & weights.keys():
            held[word].append(number)
    lengths = [_length(words, weights) for words in theirs]
    for number, words in enumerate(mine):
        shared: dict[int, list[float]] = defaultdict(list)
        for word in sorted(words & weights.keys()):
            for other in held.get(word, ()):
                shared[other].append(weights[word])
        length = _length(words, weights)
        for other in sorted(shared):
            like = sum(shared[other]) / math.sqrt(length * lengths[other])
            if len(shared[other]) >= LEAST_WORDS and like >= LEAST_LIKE and own[number].suits(others[other]):
                yield Alike(number, other, like)


def _weights(every: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return how much each word tells that more than one moment has, and not too many."""
    counts = Counter(word for words in every for word in words)
    most = max(2.0, _COMMON_SHARE * len(every))
    return {word: math.log(len(every) / count) for word, count in counts.items() if 2 <= count <= most and count < len(every)}


def _length(words: frozenset[str], weights: dict[str, float]) -> float:
    return sum(weights[word] for word in sorted(words & weights.keys()))
