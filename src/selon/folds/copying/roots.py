"""How many independent sources tell something: a range, and what merged them."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from selon.core.reuse import Edge, Place, Reuse, Roots
from selon.core.text import DocId, Span
from selon.folds.copying.origins import Groups

_LEAST_CHARS = 40

Shared = Mapping[tuple[int, int], Sequence[tuple[Span, Span]]]
"""What two places have in common, by their numbers in the question: stretches of the one and of the other."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A place of which the sources are asked: a statement, a sentence, or the whole of an article.

    originators: ids or names of those who are said to have said it first, where the article names them
    outlet:      who printed it; empty where unknown
    told:        the place and the words that name those; ``None`` where the place is all
    """

    place: Place
    originators: tuple[str, ...] = ()
    outlet: str = ""
    told: Span | None = None


def roots(asked: Sequence[Asked], reuse: Reuse) -> Roots:
    """Count the independent sources of some places.

    An article counts once, whatever number of its places is asked about. ``high`` takes the articles that have the same
    words for one; ``low`` also those that share some, name the same originator, credit the same agency or are of the same outlet.
    An article that names no source is never a root for that reason alone.
    """
    docs = tuple(dict.fromkeys(each.place.doc for each in asked))
    edges = sorted([*_same_text(asked, _shared(asked, reuse)), *_same_originator(asked), *_same_agency(asked, reuse), *_same_outlet(asked)])
    surely = _groups(docs, asked, (edge for edge in edges if edge.why == "same-text"))
    originators = tuple(sorted({name for each in asked for name in each.originators}))
    return Roots(len(_groups(docs, asked, edges)), len(surely), len(docs), _chains(asked, edges), surely, originators, tuple(edges))


def _chains(asked: Sequence[Asked], edges: Iterable[Edge]) -> int:
    """Count the chains of report that places stand at the end of: those of one text or of one originator are of one chain.

    What an article says in its own voice is one more only where nothing in it that is asked about names anybody.
    """
    groups = Groups(len(asked))
    for edge in edges:
        if edge.why in ("same-text", "same-originator"):
            groups.join(edge.one, edge.other)
    named = {each.place.doc for each in asked if each.originators}
    firsts: dict[tuple[DocId, str], int] = {}
    for at, each in enumerate(asked):
        for name in each.originators or ("",):
            groups.join(at, firsts.setdefault((each.place.doc, name), at))
    return len({groups.of(at) for at, each in enumerate(asked) if each.originators or each.place.doc not in named})


def _groups(docs: Sequence[DocId], asked: Sequence[Asked], edges: Iterable[Edge]) -> tuple[tuple[DocId, ...], ...]:
    number = {doc: at for at, doc in enumerate(docs)}
    groups = Groups(len(docs))
    for edge in edges:
        groups.join(number[asked[edge.one].place.doc], number[asked[edge.other].place.doc])
    found: dict[int, list[DocId]] = defaultdict(list)
    for at, doc in enumerate(docs):
        found[groups.of(at)].append(doc)
    return tuple(map(tuple, found.values()))


def _same_text(asked: Sequence[Asked], shared: Shared) -> Iterator[Edge]:
    for (one, other), both in shared.items():
        a, b = asked[one].place, asked[other].place
        mine, its = _covered(a.span, (pair[0] for pair in both)), _covered(b.span, (pair[1] for pair in both))
        if min(mine, its) >= min(_LEAST_CHARS, len(a.span), len(b.span)):
            longest = max(both, key=lambda pair: (len(pair[0]), pair))
            why = "same-text" if 2 * mine >= len(a.span) or 2 * its >= len(b.span) else "shares-text"
            yield Edge(one, other, why, "", (_within(a, longest[0]), _within(b, longest[1])))


def _within(place: Place, part: Span) -> Place:
    """Return what lies in a place of a stretch that overlaps it."""
    return Place(place.doc, Span(max(place.span.start, part.start), min(place.span.end, part.end)))


def _shared(asked: Sequence[Asked], reuse: Reuse) -> Shared:
    """Return what any two places of two articles have in common: passages, or two places of one text."""
    numbers: dict[DocId, list[int]] = defaultdict(list)
    for number, each in enumerate(asked):
        numbers[each.place.doc].append(number)
    found: dict[tuple[int, int], list[tuple[Span, Span]]] = defaultdict(list)
    for a, b in _alike(reuse, numbers):
        here, there = ([at for at in numbers[side.doc] if asked[at].place.span.overlaps(side.span)] for side in (a, b))
        for one, other in ((one, other) for one in here for other in there):
            if one < other:
                found[one, other].append((a.span, b.span))
            else:
                found[other, one].append((b.span, a.span))
    return found


def _alike(reuse: Reuse, wanted: Mapping[DocId, Sequence[int]]) -> Iterator[tuple[Place, Place]]:
    """Yield the passages, and of two articles without one the places of one text that are about as long as each other."""
    read: set[frozenset[DocId]] = set()
    for passage in reuse.passages:
        if passage.a.doc in wanted and passage.b.doc in wanted:
            read.add(frozenset((passage.a.doc, passage.b.doc)))
            yield passage.a, passage.b
    for origin in reuse.origins:
        for one, other in combinations([place for place in origin.places if place.doc in wanted], 2):
            short, long = sorted((len(one.span), len(other.span)))
            if 2 * short >= long and one.doc != other.doc and frozenset((one.doc, other.doc)) not in read:
                yield one, other


def _covered(place: Span, parts: Iterable[Span]) -> int:
    """Return how many characters of a place some stretches cover."""
    total, done = 0, place.start
    for part in sorted(parts):
        total += max(0, min(part.end, place.end) - max(part.start, done))
        done = max(done, part.end)
    return total


def _same_originator(asked: Sequence[Asked]) -> Iterator[Edge]:
    named = ((name, at, (_told(each),)) for at, each in enumerate(asked) for name in each.originators)
    return _linked(asked, "same-originator", named)


def _told(asked: Asked) -> Place:
    return Place(asked.place.doc, asked.told or asked.place.span)


def _same_agency(asked: Sequence[Asked], reuse: Reuse) -> Iterator[Edge]:
    first = {each.place.doc: at for at, each in reversed(list(enumerate(asked)))}
    credits = [each for each in reuse.credits if each.how != "chain" and each.doc in first]
    return _linked(asked, "same-agency", ((each.agency, first[each.doc], (Place(each.doc, each.evidence.span),)) for each in credits))


def _same_outlet(asked: Sequence[Asked]) -> Iterator[Edge]:
    return _linked(asked, "same-outlet", ((each.outlet, at, ()) for at, each in enumerate(asked) if each.outlet))


def _linked(asked: Sequence[Asked], why: str, named: Iterable[tuple[str, int, tuple[Place, ...]]]) -> Iterator[Edge]:
    """Link the first place of each name to the first in each other article that has the name."""
    firsts: dict[str, dict[DocId, tuple[int, tuple[Place, ...]]]] = defaultdict(dict)
    for name, at, shown in sorted(named):
        firsts[name].setdefault(asked[at].place.doc, (at, shown))
    for name, places in firsts.items():
        (one, here), *others = places.values()
        yield from (Edge(one, other, why, name, (*here, *there)) for other, there in others)
