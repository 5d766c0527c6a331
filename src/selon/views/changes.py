"""What a correction changes: the same dossier before and after."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.claims import Claim
from selon.core.dossier import Cast
from selon.core.lines import Who, dateline
from selon.core.marks import Statement, TimeExpr
from selon.core.text import DocId


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of an actor."""

    name: str
    kind: str
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class ActorChange:
    """An actor that a correction changes. ``None``: it was not there before, or is not there after."""

    id: str
    before: Size | None
    after: Size | None


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that a correction changes: title, state and how many entries. Empty: it was not there before, or is not there after."""

    id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """All that one correction changes.

    statements: how many have another speaker or another relay
    dates:      an article's date before and after, and how it is known: ``2024-10 (inferred)``
    times:      how many time expressions denote other days
    """

    actors: tuple[ActorChange, ...] = ()
    statements: int = 0
    dates: tuple[tuple[str, str, str], ...] = ()
    times: int = 0
    claims: tuple[ClaimChange, ...] = ()

    @property
    def is_none(self) -> bool:
        return not (self.actors or self.statements or self.dates or self.times or self.claims)


def changed_actors(before: Cast, after: Cast) -> tuple[ActorChange, ...]:
    """Return the actors that are not the same, by id."""
    was, now = _sizes(before), _sizes(after)
    names = sorted(name for name in was.keys() | now.keys() if was.get(name) != now.get(name))
    return tuple(ActorChange(name, was.get(name), now.get(name)) for name in names)


def changed_articles(before: Cast, after: Cast) -> frozenset[DocId]:
    """Return the articles in which some words stand for somebody else."""
    return frozenset(doc for doc, _, _ in _placed(before) ^ _placed(after))


def changed_statements(analyses: Iterable[Analysis], before: Cast, after: Cast) -> int:
    """Count the statements that have another speaker, or came by others."""
    was, now = Who.of(before), Who.of(after)
    marks = ((each.doc.id, mark) for each in analyses for mark in each[Statement])
    return sum(_voices(was, doc, mark) != _voices(now, doc, mark) for doc, mark in marks)


def changed_claims(before: Iterable[Claim], after: Iterable[Claim]) -> tuple[ClaimChange, ...]:
    """Return the claims that are not the same, by id."""
    was, now = ({claim.id: _told(claim) for claim in claims} for claims in (before, after))
    names = sorted(name for name in was.keys() | now.keys() if was.get(name) != now.get(name))
    return tuple(ClaimChange(name, was.get(name, ""), now.get(name, "")) for name in names)


def _told(claim: Claim) -> str:
    entries, articles = len(claim.entries), claim.documents
    return f"{claim.title}, {claim.state}, entries: {entries}, articles: {articles}"


def changed_date(before: Analysis, after: Analysis) -> Change:
    """Return what another date of an article changes in it."""
    was, now = _date(before), _date(after)
    dates = ((before.doc.name, was, now),) if was != now else ()
    days = ({mark.span: (mark.value, mark.days) for mark in each[TimeExpr]} for each in (before, after))
    old, new = days
    return Change(dates=dates, times=sum(old.get(span) != new.get(span) for span in old.keys() | new.keys()))


def _sizes(cast: Cast) -> dict[str, Size]:
    mentions: dict[str, int] = {}
    articles: dict[str, set[DocId]] = {}
    for each in cast.mentions:
        mentions[each.actor] = mentions.get(each.actor, 0) + 1
        articles.setdefault(each.actor, set()).add(each.doc)
    return {each.id: Size(each.name, each.kind, mentions.get(each.id, 0), len(articles.get(each.id, ()))) for each in cast.actors}


def _placed(cast: Cast) -> set[tuple[DocId, object, str]]:
    return {(each.doc, each.span, each.actor) for each in cast.mentions}


def _voices(who: Who, doc: DocId, mark: Statement) -> tuple[str, ...]:
    return (who.actor(doc, mark.source), *(who.actor(doc, span) for span in mark.via))


def _date(analysis: Analysis) -> str:
    known = dateline(analysis)
    if known:
        return f"{known.best or known.days} ({known.basis})"
    return f"{analysis.doc.published} (given)" if analysis.doc.published else "unknown"
