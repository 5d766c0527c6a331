"""How many independent sources tell something: a range, and what merged them."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from selon.core.reuse import Edge, Origin, Passage, Place, Reuse, Roots
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


def roots(asked: Sequence[Asked], reuse: Reuse) -> Roots:
    """Count the independent sources of some places.

    An article counts once, whatever number of its places is asked about. ``high`` takes the articles that have the same
    words for one; ``low`` also those that name the same originator, credit the same agency or are of the same outlet.
    An article that names no source is never a root for that reason alone.
    """
    docs = sorted({each.place.doc for each in asked})
    text = list(_same_text(asked, reuse))
    other = [*_same_originator(asked), *_same_agency(asked, reuse), *_same_outlet(asked)]
    originators = tuple(sorted({name for each in asked for name in each.originators}))
    return Roots(_count(docs, asked, [*text, *other]), _count(docs, asked, text), len(docs), originators, tuple(sorted([*text, *other])))


def _count(docs: Sequence[DocId], asked: Sequence[Asked], edges: Iterable[Edge]) -> int:
    number = {doc: at for at, doc in enumerate(docs)}
    groups = Groups(len(docs))
    for edge in edges:
        groups.join(number[asked[edge.one].place.doc], number[asked[edge.other].place.doc])
    return len({groups.of(at) for at in range(len(docs))})


def _pairs(asked: Sequence[Asked]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places that lie in two articles."""
    return ((one, other) for one, other in combinations(range(len(asked)), 2) if asked[one].place.doc != asked[other].place.doc)


def _same_text(asked: Sequence[Asked], reuse: Reuse) -> Iterator[Edge]:
    passages: dict[tuple[DocId, DocId], list[Passage]] = defaultdict(list)
    texts: dict[DocId, list[tuple[Span, Origin]]] = defaultdict(list)
    for passage in reuse.passages:
        passages[_pair(passage.a.doc, passage.b.doc)].append(passage)
    for origin in reuse.origins:
        for place in origin.places:
            texts[place.doc].append((place.span, origin))
    for one, other in _pairs(asked):
        a, b = asked[one].place, asked[other].place
        shared = [_spans(each, a.doc) for each in passages[_pair(a.doc, b.doc)]]
        shared += [(mine, its) for mine, text in texts[a.doc] for its, same in texts[b.doc] if text.id == same.id]
        if _cover(a.span, b.span, shared):
            yield Edge(one, other, "same-text")


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


def _same_agency(asked: Sequence[Asked], reuse: Reuse) -> Iterator[Edge]:
    credited: dict[DocId, set[str]] = defaultdict(set)
    for credit in reuse.credits:
        if credit.how != "chain":
            credited[credit.doc].add(credit.agency)
    for one, other in _pairs(asked):
        for agency in sorted(credited[asked[one].place.doc] & credited[asked[other].place.doc]):
            yield Edge(one, other, "same-agency", agency)


def _same_outlet(asked: Sequence[Asked]) -> Iterator[Edge]:
    for one, other in _pairs(asked):
        if asked[one].outlet and asked[one].outlet == asked[other].outlet:
            yield Edge(one, other, "same-outlet", asked[one].outlet)
