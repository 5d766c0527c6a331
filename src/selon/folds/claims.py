"""What all articles hold about what may be so: their stances, gathered for the claims ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selon.core.analysis import Analysis
from selon.core.claims import Home, Sighting, Sightings
from selon.core.days import Days
from selon.core.lines import dateline, published
from selon.core.marks import Dateline, Mention, StanceMark
from selon.core.text import Evidence
from selon.folds.identity.describe import Senses
from selon.lang.actors import Knowledge
from selon.lang.match import fold as folded
from selon.lang.pack import Pack
from selon.plan import fold

_SPEAKS_FOR = ("person", "organisation", "unit", "group")


@fold(needs=(Dateline, Mention, StanceMark), reads=("actors", "events"), version=1)
def claims(analyses: Iterable[Analysis], pack: Pack) -> Sightings:
    """Return the stances of all articles; the order of the articles makes no difference.

    Threads are made of them where the ledger is asked for, with the cast as a person has corrected it.
    """
    knowledge, speaking = pack.actors, pack.events.events.words.speaks_for
    senses = Senses(knowledge)
    seen: list[Sighting] = []
    homes: set[Home] = set()
    for analysis in analyses:
        found = list(_sightings(analysis))
        seen += found
        if found:
            homes |= set(_homes(analysis, senses, knowledge, speaking))
    return Sightings(tuple(sorted(seen, key=_order)), tuple(sorted(homes)), _bodies(knowledge))


def _order(each: Sighting) -> tuple[object, ...]:
    mark = each.mark
    return each.evidence, mark.stance, mark.type, tuple(part.span for part in (*mark.actor, *mark.recipient)), mark.object, mark.status


def _sightings(analysis: Analysis) -> Iterator[Sighting]:
    known, day = dateline(analysis), published(analysis)
    days = known.days if known else Days.parse(day)
    first, last = (str(days.first), str(days.last)) if days else ("", "")
    for mark in analysis[StanceMark]:
        yield Sighting(Evidence.cite(analysis.doc, mark.span), analysis.doc.name, day, first, last, mark)


def _homes(analysis: Analysis, senses: Senses, knowledge: Knowledge, speaking: frozenset[str]) -> Iterator[Home]:
    """Yield the mentions whose title or words tell a state that they act for: offices, troops, services; not just its people."""
    raw = analysis.doc.raw
    for mention in analysis[Mention]:
        if mention.kind not in _SPEAKS_FOR or mention.ref:
            continue
        words = mention.near.of(raw) if mention.form == "name" and mention.near else mention.span.of(raw)
        sense = senses.of(words)
        noun = knowledge.nouns.get(sense.head) or knowledge.nouns.get(folded(words).split(" ")[0])
        acts = (
            mention.kind == "unit" or sense.head in ("leader", "ministre") or sense.head in speaking or bool(noun and noun.rank == "office")
        )
        if sense.state and acts:
            yield Home(analysis.doc.id, mention.span, sense.state)


def _bodies(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """Return which state each known body or holder of an office belongs to."""
    states = {state.id for state in knowledge.states}
    found = {body.id: body.state for body in knowledge.bodies if body.state and body.kind in ("group", "unit")}
    found |= {office.person: office.state for office in knowledge.offices if office.state in states}
    return tuple(sorted(found.items()))
