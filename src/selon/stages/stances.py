"""Who stands where on what may be so: stances, from statements with their propositions and from the narrator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.lines import dateline
from selon.core.marks import Dateline, EventMark, Mention, Quote, StanceMark, Statement, TimeExpr, Token, Zone
from selon.core.text import Span
from selon.lang.claims import Answering
from selon.lang.pack import Pack
from selon.plan import stage
from selon.stages.claiming.acting import Acting
from selon.stages.claiming.gist import Gist
from selon.stages.claiming.marking import Marking
from selon.stages.claiming.pointing import Pointing
from selon.stages.claiming.positions import BY_ACT, OF_NOUN, UNCLAIMED, Positions
from selon.stages.claiming.propositions import Proposition, Propositions
from selon.stages.claiming.replies import Replies
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.spoken import Spoken

_OF_ONESELF = frozenset(["deny", "confirm", "promise"])
_ANSWERS = frozenset(["deny", "confirm"])
_LEAST_GIST = 2
"""So many telling words has a clause without a deed that may confirm one."""


@stage(
    makes=StanceMark, needs=(Zone, Token, Dateline, TimeExpr, Mention, Quote, Statement, EventMark),
    reads=("grammar", "speech", "actors", "events", "claims"), version=19,
)  # fmt: skip
def stances(analysis: Analysis, pack: Pack) -> Iterator[StanceMark]:
    """Yield the stances of an article, one for each proposition of a statement and for each event of the narrator's."""
    if not analysis[Token]:
        return
    known = dateline(analysis)
    reader = _Reader(Plot(analysis, pack), analysis[EventMark], pack.claims, known.days if known else None)
    yield from reader.spoken()
    yield from reader.replied()
    yield from reader.narrated()


class _Reader:
    def __init__(self, plot: Plot, events: Sequence[EventMark], answering: Answering, published: Days | None) -> None:
        self.plot, self.answering = plot, answering
        self.propositions = Propositions(plot, events, published)
        self.acts, self.pointing = Spoken(plot, Parties(plot)), Pointing(plot, answering)
        self.gist = Gist(plot, self.acts.parties.states, answering.idle)
        self.positions = Positions(plot, answering)
        self.acting = Acting(plot, self.propositions, self.acts, self.pointing, answering.ours)
        self.marking = Marking(plot, self.propositions, self.positions, self.gist)

    def spoken(self) -> Iterator[StanceMark]:
        said: dict[tuple[Span, ...], list[Proposition]] = {}
        accused: dict[tuple[Span, ...], list[Proposition]] = {}
        for statement in self.plot.statements:
            act = "deny" if self.positions.rejects(statement) else self.acts.act(statement)
            stance = BY_ACT.get(act, "")
            if not stance or self.positions.refuses(statement):
                continue
            other, found = self.acting.taken_up(statement, act) if act in _ANSWERS and statement.source else (None, [])
            if other:
                yield self.marking.of(other, None, "assert", found[0])
            if not found and statement.why.endswith(".antecedent"):
                found = said.get(statement.content, [])
                if act in _ANSWERS and not any(each.is_main for each in found):
                    found = [*accused.get(statement.content, []), *found]
                found = found or self.propositions.within(statement)
            elif not found:
                found = self.propositions.within(statement)
                said[statement.content] = found
                accused[statement.content] = self.acting.claimed(statement, act)
            if stance == "assert" and not found and statement.source and (undone := self.gist.undone(statement.content)):
                denial = self.marking.of(statement, None, "deny", self.acting.nothing(statement), answers=True)
                yield replace(denial, gist=undone, object="", why="stance.deny.undone")
            else:
                yield from self._of(statement, act, stance, found)

    def _of(self, statement: Statement, act: str, stance: str, found: list[Proposition]) -> Iterator[StanceMark]:
        event = self.propositions.act(statement)
        main = [each for each in found if each.is_main]
        for each in found:
            if self.positions.claims_nothing(stance, each, statement) or (not each.is_main and each.status == "hypothetical"):
                continue
            is_own = (act in _OF_ONESELF and not each.actor) or self.acting.is_ours(each)
            own = replace(each, actor=self.acting.own(statement)) if is_own else each
            yield self.marking.of(statement, event, self.positions.on(stance, own, statement), own)
        if not main and act in _ANSWERS and self._answers(statement, act, found):
            yield self.marking.of(statement, event, stance, self.acting.nothing(statement), answers=True)
        elif not main:
            for each in self.acting.claimed(statement, act):
                yield self.marking.of(statement, event, self.positions.on(stance, each, statement), each)

    def _answers(self, statement: Statement, act: str, found: Sequence[Proposition]) -> bool:
        """Whether a denial or a confirmation is about what was said before: it points there, or has no deed of its own."""
        propositions = self.propositions
        if act == "deny" and self.pointing.is_of_another(statement):
            return False
        is_noun = statement.why.endswith(OF_NOUN)
        if act == "deny" and self.positions.rejects(statement):
            return True
        if act == "confirm" and propositions.is_granted(statement):
            return False
        if act == "confirm" and not found and not is_noun:
            return len(self.gist.of(statement.content)) >= _LEAST_GIST
        if propositions.is_wide(statement) or (not found and act == "deny" and (not is_noun or propositions.is_open(statement))):
            return True
        is_named = propositions.points_back(statement) or propositions.is_open(statement) or bool(propositions.thing(statement))
        return not found and is_noun and is_named

    def replied(self) -> Iterator[StanceMark]:
        """Yield the stances of those who reply without telling a deed."""
        for reply in Replies(self.plot, self.acts.subjects, self.answering).found():
            yield self.marking.of_reply(reply)

    def narrated(self) -> Iterator[StanceMark]:
        for event in self.propositions.narrated():
            if event.type not in UNCLAIMED and event.status not in ("hypothetical", "negated", "habitual"):
                yield StanceMark(
                    event.clause, "deny" if event.status == "denied" else "narrate", event.type, event.mode, event.source, event.target,
                    event.object, self.propositions.status(event), event.date, None, (), (), event.date,
                    "conditional" if event.status == "alleged" else "plain", 1, False, event.score, "stance.narrate",
                    self.gist.of([event.clause], [part.span for part in (*event.source, *event.target)]),
                )  # fmt: skip
