"""The actors of a dossier: what they are called, and how much they are named and heard."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.dossier import SUGGESTED, Cast
from selon.core.lines import Who
from selon.core.marks import Statement
from selon.views.choice import Choice

EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor and its counts: mentions, articles that mention it, statements it makes, statements it relays.

    tier: ``confirmed`` where a person merged, made, renamed or retyped it, else ``suggested``
    """

    id: str
    name: str
    kind: str
    variants: tuple[tuple[str, int], ...]
    mentions: int
    articles: int
    statements: int
    relayed: int
    tier: str = SUGGESTED


def actors(analyses: Iterable[Analysis], cast: Cast, choice: Choice = EVERYTHING) -> tuple[ActorLine, ...]:
    """Return the actors wanted: those who say most first, then those named most."""
    made, passed_on = _voices(analyses, Who.of(cast))
    mentions = Counter(mention.actor for mention in cast.mentions)
    articles = Counter(actor for _, actor in {(mention.doc, mention.actor) for mention in cast.mentions})
    lines = (
        ActorLine(
            each.id, each.name, each.kind, each.variants, mentions[each.id], articles[each.id], made[each.id], passed_on[each.id], each.tier
        )
        for each in cast.actors
        if choice.actors is None or each.id in choice.actors
    )
    return tuple(sorted(lines, key=lambda line: (-line.statements, -line.mentions, line.name, line.id)))


def _voices(analyses: Iterable[Analysis], who: Who) -> tuple[Counter[str], Counter[str]]:
    """Count the statements that each actor makes, and those that it relays."""
    made: Counter[str] = Counter()
    passed_on: Counter[str] = Counter()
    for analysis in analyses:
        for mark in analysis[Statement]:
            made[who.actor(analysis.doc.id, mark.source)] += 1
            passed_on.update({who.actor(analysis.doc.id, span) for span in mark.via})
    return made, passed_on
