"""The page of each actor of a report: its names, its roles through time, for whom it speaks, what it says and what is said of it."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.dossier import Cast, Said
from selon.core.lines import Who, line_id, said
from selon.core.marks import Dateline, Mention, Statement
from selon.core.ports import Store
from selon.core.roles import Role
from selon.core.text import DocId, Evidence, Span
from selon.exports.files import File
from selon.folds.sides import Sides
from selon.pages.links import anchor
from selon.views.actor import others
from selon.views.actors import ActorLine
from selon.views.roles import published_days, roles

MOST_PAGES = 300
"""So many actors have a page of their own, those who say most first; the others are in the list alone."""
_LINES = 50
_FEWEST_MENTIONS = 2
_FORMS = ("name", "metonym", "description")

Draw = Callable[..., File]
SaidBy = Callable[[str], Sequence[Said]]


class _Seen:
    """What one pass over the articles gathers of the actors that have a page."""

    def __init__(self, cast: Cast, wanted: Iterable[str]) -> None:
        self.who = Who.of(cast)
        self.about: dict[str, list[Said]] = {actor: [] for actor in wanted}
        self.abouts: Counter[str] = Counter()
        self.days: dict[str, Days] = {}
        self.names: defaultdict[str, dict[str, Counter[str]]] = defaultdict(lambda: {form: Counter() for form in _FORMS})
        self.mentions: defaultdict[DocId, list[tuple[Span, str, str]]] = defaultdict(list)
        for mention in cast.mentions:
            if mention.actor in self.about:
                self.mentions[mention.doc].append((mention.span, mention.actor, mention.form))

    def watch(self, analyses: Iterable[Analysis]) -> Iterator[Analysis]:
        """Pass the articles on, gathering."""
        for analysis in analyses:
            self._add(analysis)
            yield analysis

    def anchor(self, each: Evidence, actor: str) -> str:
        """Return where, on the page of its article, the mention is that a piece of evidence holds."""
        names = (span for span, other, form in self.mentions.get(each.doc, ()) if other == actor and form == "name")
        span = next((span for span in names if each.span.overlaps(span)), None)
        return line_id(each.doc, span, "mention") if span else ""

    def _add(self, analysis: Analysis) -> None:
        here, raw, days = self.mentions.get(analysis.doc.id, []), analysis.doc.raw, published_days(analysis)
        for span, actor, form in here:
            self.names[actor].setdefault(form, Counter())[" ".join(span.of(raw).split())] += 1
            if days:
                kept = self.days.get(actor, days)
                self.days[actor] = Days(min(kept.first, days.first), max(kept.last, days.last))
        for line in said(analysis, self.who) if here else ():
            for actor in {actor for span, actor, _ in here if any(piece.span.contains(span) for piece in line.content)} - {line.actor}:
                self.abouts[actor] += 1
                self.about[actor] += [line] if len(self.about[actor]) < _LINES else []


def paths(ranked: Sequence[ActorLine]) -> dict[str, str]:
    """Return the page of each actor that has one."""
    worth = [line for line in ranked if line.statements or line.relayed or line.mentions >= _FEWEST_MENTIONS]
    return {line.id: f"actors/{anchor(line.id)}.html" for line in worth[:MOST_PAGES]}


def actor_pages(store: Store, cast: Cast, ranked: Sequence[ActorLine], *, sides: Sides, said_by: SaidBy, draw: Draw) -> Iterator[File]:
    """Yield the pages. ``said_by``: the first statements of an actor; ``draw``: makes a page of a template and what it shows."""
    known = paths(ranked)
    seen, actors = _Seen(cast, known), {actor.id: actor for actor in cast.actors}
    held = _by_actor(roles(seen.watch(store.analyses((Dateline, Mention, Statement))), seen.who, sides.senses, sides.spokes))
    for line in ranked:
        if line.id in known:
            own, days = held.get(line.id, ()), seen.days.get(line.id)
            yield draw(
                known[line.id], "actor.html", line=line, actor=actors[line.id], names=_ranked(seen.names[line.id]), roles=own,
                where=partial(seen.anchor, actor=line.id),
                sides=others(sides.of(actors[line.id], own, days), line.id), days=days, said=said_by(line.id)[:_LINES],
                about=seen.about[line.id], abouts=seen.abouts[line.id],
            )  # fmt: skip


def _by_actor(found: Iterable[Role]) -> dict[str, tuple[Role, ...]]:
    grouped: dict[str, tuple[Role, ...]] = {}
    for role in found:
        grouped[role.actor] = (*grouped.get(role.actor, ()), role)
    return grouped


def _ranked(names: Mapping[str, Counter[str]]) -> list[tuple[str, list[tuple[str, int]]]]:
    """Return the forms that there are, each with its words, most frequent first."""
    return [(form, sorted(counts.items(), key=lambda item: (-item[1], item[0]))) for form, counts in names.items() if counts]
