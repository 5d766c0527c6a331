"""Which stretches of which articles are one text, and where that text is likely to come from."""
from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from selon.core.reuse import Credit, Origin, Passage, Place
from selon.core.text import DocId, Evidence, Span
from selon.folds.copying.gathered import Article

_LEAST_CHARS = 40


class Groups:
    """Numbers in groups: ``join`` makes one group of two, ``of`` names a number's group by its least member."""

    def __init__(self, count: int) -> None:
        self._up = list(range(count))

    def of(self, number: int) -> int:
        while self._up[number] != number:
            self._up[number] = self._up[self._up[number]]
            number = self._up[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        self._up[high] = low


def origins(passages: Sequence[Passage], articles: Mapping[DocId, Article], credits: Iterable[Credit]) -> tuple[Origin, ...]:
    """Return the texts that stand in several articles.

    Two passages are one text where they overlap, in an article that has both, by half of the shorter: each link of a
    text has been read word by word on both sides, and none is inferred.
    """
    by_doc: dict[DocId, list[Credit]] = defaultdict(list)
    for credit in credits:
        by_doc[credit.doc].append(credit)
    order = {doc: at for at, doc in enumerate(articles)}
    made = []
    for group in _texts(passages):
        places = sorted(_merged(chain.from_iterable((each.a, each.b) for each in group)), key=lambda place: (order[place.doc], place.span))
        is_quoted = all(each.kind == "shared-quote" for each in group)
        made.append(_origin(tuple(places), articles, by_doc, is_quoted=is_quoted))
    return tuple(sorted(made, key=lambda each: (order[each.places[0].doc], each.places[0].span, each.id)))


def _texts(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Group the passages that are of one text."""
    groups = Groups(len(passages))
    in_doc: dict[DocId, list[tuple[Span, int]]] = defaultdict(list)
    for number, passage in enumerate(passages):
        for place in (passage.a, passage.b):
            in_doc[place.doc].append((place.span, number))
    for spans in in_doc.values():
        _join_overlapping(sorted(spans), groups)
    found: dict[int, list[Passage]] = defaultdict(list)
    for number, passage in enumerate(passages):
        found[groups.of(number)].append(passage)
    return list(found.values())


def _join_overlapping(spans: Sequence[tuple[Span, int]], groups: Groups) -> None:
    """Join those that overlap by half of the shorter. ``spans``: sorted."""
    is_open: list[tuple[Span, int]] = []
    for span, number in spans:
        is_open = [each for each in is_open if each[0].end > span.start]
        for other, its_number in is_open:
            if groups.of(number) != groups.of(its_number) and overlap(span, other) * 2 >= min(len(span), len(other)):
                groups.join(number, its_number)
        is_open.append((span, number))


def overlap(one: Span, other: Span) -> int:
    """Return how many characters two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _merged(places: Iterable[Place]) -> list[Place]:
    """Join the places of an article that touch."""
    made: list[Place] = []
    for place in sorted(places):
        if made and made[-1].doc == place.doc and place.span.start <= made[-1].span.end:
            made[-1] = Place(place.doc, Span.cover(made[-1].span, place.span))
        else:
            made.append(place)
    return made


def _origin(
    places: tuple[Place, ...], articles: Mapping[DocId, Article], credits: Mapping[DocId, Sequence[Credit]], *, is_quoted: bool
) -> Origin:
    first = places[0]
    name = "x" + hashlib.sha256(f"{first.doc}\0{first.span.start}".encode()).hexdigest()[:10]
    written = [credit for place in places for credit in credits.get(place.doc, ()) if _is_about(credit, place)]
    if written:
        agency = min(Counter(each.agency for each in written).items(), key=lambda item: (-item[1], item[0]))[0]
        return Origin(name, places, agency, "credited", next(each.evidence for each in written if each.agency == agency))
    if is_quoted:
        return Origin(name, places, *_speaker(places, articles))
    docs = list(dict.fromkeys(place.doc for place in places))
    outlets = {articles[doc].doc.outlet for doc in docs}
    if len(outlets) > 1 or outlets == {""}:
        return Origin(name, places, "", "unnamed-wire")
    if all(articles[docs[0]].is_before(articles[doc]) for doc in docs[1:]):
        return Origin(name, places, docs[0], "earliest")
    return Origin(name, places, "", "unknown")


def _speaker(places: Iterable[Place], articles: Mapping[DocId, Article]) -> tuple[str, str, Evidence | None]:
    """Return whom the articles name as the one who said a stretch: an id, and the words.

    Nobody said what several said. Who is told by words of his own, no pronoun, comes first, then who has a name.
    """
    found: list[tuple[tuple[bool, bool, float], str, Evidence]] = []
    for place in places:
        article = articles[place.doc]
        marks = {mark.span: mark for mark in article.mentions}
        for each in article.statements:
            said = sum(overlap(span, place.span) for span in each.content)
            if each.source in marks and 2 * said >= len(place.span):
                mark = marks[each.source]
                is_told = each.speaker is not None and each.speaker.overlaps(mark.span)
                rank = (not is_told, mark.form != "name", -each.score)
                found.append((rank, mark.ref, Evidence.cite(article.doc, mark.span)))
    _, ref, named = min(found, key=itemgetter(0), default=((), "", None))
    return ref, "quoted", named


def _is_about(credit: Credit, place: Place) -> bool:
    """Whether a credit speaks of a stretch: one of the whole page does, a relay only of the words near it."""
    if credit.how != "chain":
        return True
    span = credit.evidence.span
    return place.span.start - _LEAST_CHARS <= span.start <= place.span.end + _LEAST_CHARS
