"""How many independent sources some articles, statements or words have, and what merged them."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selon.core.reuse import Edge, Reuse, Roots
from selon.core.text import DocId, Document, Evidence
from selon.folds.copying.roots import Asked, roots


@dataclass(frozen=True, slots=True)
class Merged:
    """Why two articles are one source, or may be.

    why:      as ``Edge`` has it; ``by`` is the name of the originator, agency or outlet
    evidence: what shows it in both; none where it came with the articles
    """

    articles: tuple[str, str]
    why: str
    by: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Articles that have the same words where it is asked, and what shows that."""

    articles: tuple[str, ...]
    merged: tuple[Merged, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """How many independent sources: a range where it is in doubt, never more than ``documents``.

    chains:      how many chains of report end here: one article may relay two agencies
    originators: names of those whom the articles give as the first to say it
    sources:     the articles, those with the same words together: as many as ``high``
    doubts:      why some of these may be one
    """

    low: int
    high: int
    documents: int
    chains: int
    originators: tuple[str, ...]
    sources: tuple[Source, ...]
    doubts: tuple[Merged, ...]


def sources(documents: Mapping[DocId, Document], asked: Sequence[Asked], part: Reuse | None, names: Mapping[str, str]) -> Sources:
    """Count the sources of some places. ``names``: id of an actor -> its name."""
    count = roots(asked, part or Reuse())
    merged = [(edge, _merged(edge, asked, documents, names)) for edge in count.edges]
    found = tuple(Source(tuple(documents[doc].name for doc in group), _within(group, merged, asked)) for group in count.groups)
    doubts = tuple(each for edge, each in merged if edge.why != "same-text" and not _is_one(edge, asked, count))
    originators = tuple(names.get(each, each) for each in count.originators)
    return Sources(count.low, count.high, count.documents, count.chains, originators, found, doubts)


def _merged(edge: Edge, asked: Sequence[Asked], documents: Mapping[DocId, Document], names: Mapping[str, str]) -> Merged:
    one, other = (documents[asked[at].place.doc].name for at in (edge.one, edge.other))
    evidence = tuple(Evidence.cite(documents[place.doc], place.span) for place in edge.places)
    return Merged((one, other), edge.why, names.get(edge.by, edge.by), evidence)


def _within(group: Sequence[DocId], merged: Iterable[tuple[Edge, Merged]], asked: Sequence[Asked]) -> tuple[Merged, ...]:
    return tuple(each for edge, each in merged if edge.why == "same-text" and asked[edge.one].place.doc in group)


def _is_one(edge: Edge, asked: Sequence[Asked], count: Roots) -> bool:
    """Whether two places are of articles that have the same words anyway."""
    docs = {asked[at].place.doc for at in (edge.one, edge.other)}
    return any(docs <= set(group) for group in count.groups)
