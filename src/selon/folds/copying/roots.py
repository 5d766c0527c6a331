"""How many independent sources tell something: a range, and what merged them."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from selon.core.reuse import Edge, Passage, Place, Reuse, Roots
from selon.core.text import DocId, Span
from selon.folds.copying.origins import Groups

_LEAST_CHARS = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """A place of which the sources are asked: a statement, or the whole of an article.

    originators: ids or names of those who are said to have said it first, where the article names them
    outlet:      who printed it; empty where unknown
    """

    place: Place
    originators: tuple[str, ...] = ()
    outlet: str = ""


class Copies:
    """What the articles of a dossier share, at hand for many questions."""

    def __init__(self, reuse: Reuse) -> None:
        self._passages: dict[tuple[DocId, DocId], list[Passage]] = defaultdict(list)
        self._texts: dict[DocId, list[tuple[Span, str]]] = defaultdict(list)
        self._credited: dict[DocId, set[str]] = defaultdict(set)
        for passage in reuse.passages:
            self._passages[_pair(passage.a.doc, passage.b.doc)].append(passage)
        for origin in reuse.origins:
            for place in origin.places:
                self._texts[place.doc].append((place.span, origin.id))
        for credit in reuse.credits:
            if credit.how != "chain":
                self._credited[credit.doc].add(credit.agency)

    def roots(self, asked: Sequence[Asked]) -> Roots:
        """Count the independent sources of some places.

        An article counts once, whatever number of its places is asked about. ``high`` takes the articles that have the same
        words for one; ``low`` also those that name the same originator, credit the same agency or are of the same outlet.
        An article that names no source is never a root for that reason alone.
        """
        docs = sorted({each.place.doc for each in asked})
        edges = self.edges(asked)
        text = [edge for edge in edges if edge.why == "same-text"]
        originators = tuple(sorted({name for each in asked for name in each.originators}))
        return Roots(_count(docs, asked, edges), _count(docs, asked, text), len(docs), originators, edges)

    def share(self, a: Place, b: Place) -> bool:
        """Whether two places of two articles have the same words, in a good part of them."""
        shared = [_spans(each, a.doc) for each in self._passages.get(_pair(a.doc, b.doc), ())]
        shared += [(mine, its) for mine, text in self._texts.get(a.doc, ()) for its, same in self._texts.get(b.doc, ()) if text == same]
        return a.doc != b.doc and _cover(a.span, b.span, shared)

    def edges(self, asked: Sequence[Asked]) -> tuple[Edge, ...]:
        """Return what makes one source of two of the places asked about, in two articles."""
        return tuple(sorted([*self.same_text(asked), *_same_originator(asked), *self._same_agency(asked), *_same_outlet(asked)]))

    def same_text(self, asked: Sequence[Asked]) -> Iterator[Edge]:
        return (Edge(one, other, "same-text") for one, other in _pairs(asked) if self.share(asked[one].place, asked[other].place))

    def _same_agency(self, asked: Sequence[Asked]) -> Iterator[Edge]:
        for one, other in _pairs(asked):
            both = self._credited.get(asked[one].place.doc, set()) & self._credited.get(asked[other].place.doc, set())
            yield from (Edge(one, other, "same-agency", agency) for agency in sorted(both))


def roots(asked: Sequence[Asked], reuse: Reuse) -> Roots:
    """Count the independent sources of some places, of one question alone: see ``Copies.roots``."""
    return Copies(reuse).roots(asked)


def _count(docs: Sequence[DocId], asked: Sequence[Asked], edges: Iterable[Edge]) -> int:
    number = {doc: at for at, doc in enumerate(docs)}
    groups = Groups(len(docs))
    for edge in edges:
        groups.join(number[asked[edge.one].place.doc], number[asked[edge.other].place.doc])
    return len({groups.of(at) for at in range(len(docs))})


def _pairs(asked: Sequence[Asked]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places that lie in two articles."""
    return ((one, other) for one, other in combinations(range(len(asked)), 2) if asked[one].place.doc != asked[other].place.doc)


def _spans(passage: Passage, first: DocId) -> tuple[Span, Span]:
    """Return both sides of a passage, that of one article first."""
    return (passage.a.span, passage.b.span) if passage.a.doc == first else (passage.b.span, passage.a.span)


def _pair(one: DocId, other: DocId) -> tuple[DocId, DocId]:
    return (one, other) if one < other else (other, one)


def _cover(one: Span, other: Span, shared: Iterable[tuple[Span, Span]]) -> bool:
    """Whether what is shared is at least half of one place and a good part of the other."""
    both = [(mine, its) for mine, its in shared if mine.overlaps(one) and its.overlaps(other)]
    mine, its = (_covered(place, (pair[side] for pair in both)) for side, place in enumerate((one, other)))
    least = min(_LEAST_CHARS, len(one), len(other))
    return min(mine, its) >= least and (2 * mine >= len(one) or 2 * its >= len(other))


def _covered(place: Span, parts: Iterable[Span]) -> int:
    """Return how many characters of a place some stretches cover."""
    total, done = 0, place.start
    for part in sorted(parts):
        total += max(0, min(part.end, place.end) - max(part.start, done))
        done = max(done, part.end)
    return total


def _same_originator(asked: Sequence[Asked]) -> Iterator[Edge]:
    for one, other in _pairs(asked):
        for name in sorted(set(asked[one].originators) & set(asked[other].originators)):
            yield Edge(one, other, "same-originator", name)


def _same_outlet(asked: Sequence[Asked]) -> Iterator[Edge]:
    for one, other in _pairs(asked):
        if asked[one].outlet and asked[one].outlet == asked[other].outlet:
            yield Edge(one, other, "same-outlet", asked[one].outlet)
