"""What all articles hold about what may be so: their stances, gathered for the claims ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from selon.core.analysis import Analysis
from selon.core.claims import Home, Sighting, Sightings, Voice
from selon.core.days import Days
from selon.core.lines import dateline, published
from selon.core.marks import Dateline, Mention, StanceMark
from selon.core.text import Evidence
from selon.folds.sides import Sides
from selon.folds.voices import voices
from selon.lang.pack import Pack
from selon.plan import fold

_SPEAKS_FOR = ("person", "organisation", "unit", "group")
_NO_VOICE = ("agency", "outlet")
"""They relay what others say, and are no party to it."""


@fold(needs=(Dateline, Mention, StanceMark), reads=("actors", "roles"), version=5)
def claims(analyses: Iterable[Analysis], pack: Pack) -> Sightings:
    """Return the stances of all articles; the order of the articles makes no difference.

    Threads are made of them where the ledger is asked for, with the cast as a person has corrected it.
    """
    sides = Sides(pack.actors, pack.roles)
    seen: list[Sighting] = []
    homes: set[Home] = set()
    speaking: set[Voice] = set()
    known: set[str] = set()
    for analysis in analyses:
        found = list(_sightings(analysis))
        seen += found
        if found:
            homes |= set(_homes(analysis, sides))
            speaking |= set(voices(analysis, pack.actors.words))
            known |= {mention.ref for mention in analysis[Mention] if mention.kind not in _NO_VOICE and mention.ref}
    owners = ((id, sides.owner(id, _published(seen))) for id in sorted(known - sides.states))
    bodies = tuple((id, state) for id, state in owners if state)
    spoken = sorted(speaking, key=lambda each: (each.doc, each.span))
    return Sightings(tuple(sorted(seen, key=_order)), tuple(sorted(homes)), bodies, tuple(spoken))


def _order(each: Sighting) -> tuple[object, ...]:
    mark = each.mark
    return each.evidence, mark.stance, mark.type, tuple(part.span for part in (*mark.actor, *mark.recipient)), mark.object, mark.status


def _sightings(analysis: Analysis) -> Iterator[Sighting]:
    known, day = dateline(analysis), published(analysis)
    days = known.days if known else Days.parse(day)
    first, last = (str(days.first), str(days.last)) if days else ("", "")
    for mark in analysis[StanceMark]:
        yield Sighting(Evidence.cite(analysis.doc, mark.span), analysis.doc.name, day, first, last, mark)


def _homes(analysis: Analysis, sides: Sides) -> Iterator[Home]:
    """Yield the mentions whose title or words tell a state that they act for: offices, troops, services; not just its people.

    A possessive means the state of whoever was named last before it.
    """
    raw, known = analysis.doc.raw, dateline(analysis)
    days, last = known.days if known else None, ""
    for mention in sorted(analysis[Mention], key=lambda each: each.span):
        if mention.kind in _SPEAKS_FOR and not mention.ref:
            words = mention.near.of(raw) if mention.form == "name" and mention.near else mention.span.of(raw)
            if state := sides.told_by(words, mention.kind, days, owner=last):
                yield Home(analysis.doc.id, mention.span, state)
            last = state or (last if mention.kind == "group" else "")
        elif mention.kind not in _NO_VOICE:
            last = mention.ref if mention.kind == "state" else sides.owner(mention.ref, days)


def _published(seen: Iterable[Sighting]) -> Days | None:
    """Return the days between which the articles appeared; ``None`` if nothing tells of any."""
    days = [each for each in seen if each.first]
    if not days:
        return None
    return Days(date.fromisoformat(min(each.first for each in days)), date.fromisoformat(max(each.last for each in days)))
