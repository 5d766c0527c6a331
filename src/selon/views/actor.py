"""One actor: under which names and roles, for whom it speaks, what it says and what is said of it."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.dossier import Actor, ActorMention, Cast, Said
from selon.core.lines import Who, said
from selon.core.roles import Role, Side
from selon.core.text import DocId, Evidence, Span
from selon.folds.sides import Sides
from selon.views.roles import published_days, roles

Counted = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ActorCard:
    """All that a dossier knows of one actor. Statements are in the order of publication.

    tier:           ``confirmed`` where a person merged, made, renamed or retyped it
    names, metonyms, descriptions: how it is called, by form, and how often
    published:      first and last day on which articles that mention it appeared; empty where unknown
    said, relayed:  statements that it makes, and those that came by it
    about:          statements of others whose words mention it
    confirmed:      how many of its mentions a person confirmed
    places:         where it is mentioned, article by article
    """

    id: str
    name: str
    kind: str
    tier: str
    why: str
    mentions: int
    articles: int
    published: tuple[str, str]
    names: Counted
    metonyms: Counted
    descriptions: Counted
    roles: tuple[Role, ...]
    sides: tuple[Side, ...]
    said: tuple[Said, ...]
    relayed: tuple[Said, ...]
    about: tuple[Said, ...]
    confirmed: int
    places: tuple[tuple[str, Evidence], ...]


def articles_of(cast: Cast, actor: str) -> tuple[DocId, ...]:
    """Return the articles that mention an actor."""
    return tuple(sorted({mention.doc for mention in cast.mentions if mention.actor == actor}))


def actor_card(analyses: Iterable[Analysis], cast: Cast, actor: Actor, sides: Sides) -> ActorCard:
    """Return what is known of an actor. ``analyses``: the articles that mention it, with their dates, mentions and statements."""
    who, articles = Who.of(cast), sorted(analyses, key=_order)
    mine = _by_article(cast, actor.id)
    own = [(analysis, mention) for analysis in articles for mention in mine.get(analysis.doc.id, ())]
    lines = [(line, analysis.doc.id) for analysis in articles for line in said(analysis, who)]
    days = [days for analysis in articles if (days := published_days(analysis))]
    held = tuple(role for role in roles(articles, who, sides.senses, sides.spokes) if role.actor == actor.id)
    published = Days(min(each.first for each in days), max(each.last for each in days)) if days else None
    return ActorCard(
        id=actor.id, name=actor.name, kind=actor.kind, tier=actor.tier, why=actor.why, mentions=len(own), articles=len(articles),
        published=(str(published.first), str(published.last)) if published else ("", ""),
        names=_called(own, "name"), metonyms=_called(own, "metonym"), descriptions=_called(own, "description"),
        roles=held, sides=others(sides.of(actor, held, published), actor.id),
        said=tuple(line for line, _ in lines if line.actor == actor.id), relayed=tuple(line for line, _ in lines if actor.id in line.via),
        about=tuple(line for line, doc in lines if line.actor != actor.id and _mentions(line, mine.get(doc, ()))),
        confirmed=sum(mention.tier == "confirmed" for _, mention in own),
        places=tuple((analysis.doc.name, Evidence.cite(analysis.doc, mention.span)) for analysis, mention in own),
    )  # fmt: skip


def others(sides: Iterable[Side], actor: str) -> tuple[Side, ...]:
    """Return for whom else an actor speaks: that a state speaks for itself need not be said."""
    return tuple(side for side in sides if side.party != actor)


def _by_article(cast: Cast, actor: str) -> dict[DocId, list[ActorMention]]:
    found: dict[DocId, list[ActorMention]] = {}
    for mention in cast.mentions:
        if mention.actor == actor:
            found.setdefault(mention.doc, []).append(mention)
    return found


def _called(own: Iterable[tuple[Analysis, ActorMention]], form: str) -> Counted:
    """Count how an actor is called in one form, most frequent first."""
    counts = Counter(" ".join(mention.span.of(analysis.doc.raw).split()) for analysis, mention in own if mention.form == form)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _mentions(line: Said, mine: Iterable[ActorMention]) -> bool:
    pieces: Iterator[Span] = (piece.span for piece in line.content)
    return any(piece.contains(mention.span) for piece in pieces for mention in mine)


def _order(analysis: Analysis) -> tuple[str, str, str]:
    days = published_days(analysis)
    return (days.first.isoformat() if days else "~", analysis.doc.name, analysis.doc.id)
