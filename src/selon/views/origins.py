"""The texts that stand in several articles, and where they come from."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selon.core.lines import Who
from selon.core.reuse import Origin, Reuse
from selon.core.text import DocId, Document, Evidence


@dataclass(frozen=True, slots=True)
class OriginLine:
    """One text and its places.

    source:   name of the agency, speaker or article that it comes from; empty where it is not known
    how:      ``credited``, ``quoted``, ``earliest``, ``unnamed-wire`` (inferred) or ``unknown``
    articles: names of the articles that print it, the earliest first
    places:   the stretch in each
    """

    id: str
    source: str
    how: str
    articles: tuple[str, ...]
    places: tuple[Evidence, ...]
    credit: Evidence | None


def origins(documents: Mapping[DocId, Document], part: Reuse | None, who: Who) -> Iterator[OriginLine]:
    """Yield the texts that most articles share first, then the longest."""
    for each in sorted(part.origins if part else (), key=_rank):
        articles = tuple(dict.fromkeys(documents[place.doc].name for place in each.places))
        places = tuple(Evidence.cite(documents[place.doc], place.span) for place in each.places)
        yield OriginLine(each.id, _source(each, documents, who), each.how, articles, places, each.credit)


def _rank(origin: Origin) -> tuple[int, int, str]:
    return -len({place.doc for place in origin.places}), -max(len(place.span) for place in origin.places), origin.id


def _source(origin: Origin, documents: Mapping[DocId, Document], who: Who) -> str:
    doc = documents.get(DocId(origin.source))
    if doc:
        return doc.name
    named = who.name(documents[origin.credit.doc], origin.credit.span) if origin.credit else ""
    return who.names.get(origin.source, named or origin.source)
