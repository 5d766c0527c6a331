"""Who stands where on what may be so: stances, from statements with their propositions and from the narrator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.lines import dateline
from selon.core.marks import Dateline, EventMark, Mention, Part, Quote, StanceMark, Statement, TimeExpr, Token, Zone
from selon.core.text import Span
from selon.lang.claims import Answering
from selon.lang.match import fold
from selon.lang.pack import Pack
from selon.plan import stage
from selon.stages.claiming.gist import Gist
from selon.stages.claiming.pointing import Pointing
from selon.stages.claiming.propositions import Proposition, Propositions
from selon.stages.claiming.replies import Replies, Reply
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.settings import date_of, when
from selon.stages.happening.spoken import Spoken
from selon.stages.happening.targets import claims_proof

_BY_ACT = {
    "accuse": "allege", "assert": "assert", "announce": "assert", "confirm": "confirm", "deny": "deny", "promise": "promise",
    "predict": "expect", "ask": "ask", "demand": "ask", "propose": "ask", "support": "support", "praise": "praise", "thank": "thank",
    "condemn": "presuppose", "warn": "expect",
}  # fmt: skip
"""The stance that an act of speech takes on its main proposition."""
_OWN = frozenset(["support", "praise", "thank", "accuse", "condemn"])
"""Acts that are a proposition themselves where their content holds no deed."""
_UNCLAIMED = frozenset(["ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "PROTEST"])
"""Types that the narrator tells of without claiming anything: words, and crowds in the street."""
_OF_ONESELF = frozenset(["deny", "confirm", "promise"])
_SAYS = frozenset(["assert", "promise", "expect"])
"""Stances on what is not done that are stances on its not being done."""
_SAYING = frozenset(["assert", "other", "announce"])
"""Acts of speech that may be any answer."""
_ANSWERS = frozenset(["deny", "confirm"])
_OF_NOUN = (".np", ".passive")
_OF_OTHERS = (".antecedent", ".quote")
"""How a statement is read whose content somebody else said, or stands for an answer itself."""
_REPLY_SCORE = 0.7
_LEAST_GIST = 2
"""So many telling words has a clause without a deed that may confirm one."""
_WEIGHTY = frozenset(["deny", "confirm", "allege"])


@stage(
    makes=StanceMark, needs=(Zone, Token, Dateline, TimeExpr, Mention, Quote, Statement, EventMark),
    reads=("grammar", "speech", "actors", "events", "claims"), version=15,
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
        self.acts, self.pointing = Spoken(plot, Parties(plot)), Pointing(plot, answering.accusations)
        self.gist = Gist(plot, self.acts.parties.states, answering.idle)

    def spoken(self) -> Iterator[StanceMark]:
        said: dict[tuple[Span, ...], list[Proposition]] = {}
        accused: dict[tuple[Span, ...], list[Proposition]] = {}
        for statement in self.plot.statements:
            act = "deny" if self._rejects(statement) else self.acts.act(statement)
            stance = _BY_ACT.get(act, "")
            if not stance or self._refuses(statement):
                continue
            other, found = self._taken_up(statement, act) if act in _ANSWERS and statement.source else (None, [])
            if other:
                yield self._mark(other, None, "assert", found[0])
            if not found and statement.why.endswith(".antecedent"):
                found = said.get(statement.content, [])
                if act in _ANSWERS and not any(each.is_main for each in found):
                    found = [*accused.get(statement.content, []), *found]
                found = found or self.propositions.within(statement)
            elif not found:
                found = self.propositions.within(statement)
                said[statement.content] = found
                accused[statement.content] = self._own_act(statement, act)
            if stance == "assert" and not found and statement.source and (undone := self.gist.undone(statement.content)):
                denial = self._mark(statement, None, "deny", self._nothing(statement), answers=True)
                yield replace(denial, gist=undone, object="", why="stance.deny.undone")
            else:
                yield from self._of(statement, act, stance, found)

    def _rejects(self, statement: Statement) -> bool:
        """Whether what is said calls false what was said before, whatever the verb."""
        return statement.act in _SAYING and any(self.answering.rejects(piece.of(self.plot.raw)) for piece in statement.content)

    def _of(self, statement: Statement, act: str, stance: str, found: list[Proposition]) -> Iterator[StanceMark]:
        event = self.propositions.act(statement)
        main = [each for each in found if each.is_main]
        for each in found:
            if self._claims_nothing(stance, each, statement) or (not each.is_main and each.status == "hypothetical"):
                continue
            is_own = (act in _OF_ONESELF and not each.actor) or self._is_ours(each)
            own = replace(each, actor=self._own(statement)) if is_own else each
            yield self._mark(statement, event, self._stance(stance, own, statement), own)
        if not main and act in _ANSWERS and self._answers(statement, act, found):
            yield self._mark(statement, event, stance, self._nothing(statement), answers=True)
        elif not main:
            for each in self._own_act(statement, act):
                yield self._mark(statement, event, self._stance(stance, each, statement), each)

    def _own_act(self, statement: Statement, act: str) -> list[Proposition]:
        """Return what an act of speech claims by itself where its content tells no deed: that somebody is blamed, or is supported."""
        event = self.propositions.act(statement)
        if event is None or not (act in _OWN or event.why.startswith("event.act-assert")):
            return []
        thing, span, score = self.propositions.thing(statement), statement.span, event.score
        if act in ("support", "praise", "thank"):
            return [Proposition(span, event.type, event.mode, event.source, event.target, thing, "actual", event.date, True, score)]
        return [Proposition(span, "ACCUSE", event.mode, event.target, (), thing, "alleged", "", True, score)]

    def _is_ours(self, found: Proposition) -> bool:
        """Whether the doer is the speaker's own side: "nos forces", "notre armée"."""
        return bool(found.actor) and all(fold(part.span.of(self.plot.raw)).startswith(self.answering.ours) for part in found.actor)

    def _claims_nothing(self, stance: str, found: Proposition, statement: Statement) -> bool:
        """Whether a deed is said not to be going to happen, or not to be needed: neither denies that it was done."""
        is_undone = found.status == "negated" or (found.status == "hypothetical" and statement.modality == "negated")
        return stance == "assert" and is_undone and found.type not in _UNCLAIMED and not self._is_own_past(found, statement)

    def _is_own_past(self, found: Proposition, statement: Statement) -> bool:
        """Whether a deed is told in the past by the one whose it is: "nous n'avons jamais livré", "affirme n'avoir jamais livré"."""
        plot, told = self.plot, self.plot.inside(found.span)
        inside = [index for piece in statement.content for index in self.plot.inside(piece) if index in told]
        is_own = statement.why.endswith("inf") or any(plot.folded[index] in plot.events.words.first_person for index in inside)
        return is_own and any(plot.tokens[index].pos == "VERB" and plot.auxiliaries(index) for index in inside)

    def _taken_up(self, denial: Statement, act: str) -> tuple[Statement | None, list[Proposition]]:
        """Return the statement that an answer points at and what it says.

        Where that tells no deed, what is denied is something said of its subject, else of the one who denies it.
        """
        other = self.pointing.answered(denial)
        if other is None:
            return None, []
        main = [each for each in self.propositions.within(other) if each.is_main]
        thing = self.propositions.thing(other)
        whom = self.acts.told_of(other) or self._own(denial)
        said = Proposition(other.span, "ACCUSE", "", whom, (), thing, "alleged", "", True, other.score)
        if main or act == "confirm":
            return None, main
        return other, [said]

    def _answers(self, statement: Statement, act: str, found: Sequence[Proposition]) -> bool:
        """Whether a denial or a confirmation is about what was said before: it points there, or has no deed of its own."""
        propositions = self.propositions
        if act == "deny" and self.pointing.is_of_another(statement):
            return False
        is_noun = statement.why.endswith(_OF_NOUN)
        if act == "deny" and self._rejects(statement):
            return True
        if act == "confirm" and not found and not is_noun:
            return len(self.gist.of(statement.content)) >= _LEAST_GIST
        if propositions.is_wide(statement) or (not found and act == "deny" and (not is_noun or propositions.is_open(statement))):
            return True
        is_named = propositions.points_back(statement) or propositions.is_open(statement) or bool(propositions.thing(statement))
        return not found and is_noun and is_named

    def _nothing(self, statement: Statement) -> Proposition:
        thing = self.propositions.thing(statement)
        return Proposition(statement.span, "", "", (), (), thing, "denied", "", True, statement.score)

    def _refuses(self, statement: Statement) -> bool:
        """Whether a cue tells that someone will not do something, which denies nothing."""
        plot, cue = self.plot, statement.cue
        return cue is not None and any(plot.lemmas[index] in plot.events.words.refusals for index in plot.inside(cue))

    def _own(self, statement: Statement) -> tuple[Part, ...]:
        """Return the speaker as the doer: whoever denies, confirms or promises a deed without a doer speaks of their own."""
        return (Part(statement.source, "", "speaker"),) if statement.source else ()

    def _stance(self, stance: str, found: Proposition, statement: Statement) -> str:
        """Return the stance on one proposition: granted, expected, proven or alleged by nobody, where it is not the act's own."""
        if not found.is_main:
            return "presuppose"
        if stance == "allege" and statement.source is None:
            return "suspect"
        if stance == "assert" and claims_proof(self.plot, statement):
            return "allege"
        if stance == "assert" and found.status in ("planned", "hypothetical"):
            return "expect"
        is_deed = found.type not in _UNCLAIMED and found.type != "AGREE"
        if is_deed and stance in ("assert", "allege") and found.status in ("negated", "denied") and statement.modality == "negated":
            return "deny"
        return stance

    def _mark(self, statement: Statement, event: EventMark | None, stance: str, found: Proposition, *, answers: bool = False) -> StanceMark:
        plot = self.plot
        span = self._evidence(statement, found)
        head = plot.at((statement.cue or statement.span).end - 1)
        date = event.date if event else date_of(when(plot, head, statement.cue)) if statement.cue else ""
        strong = any(
            plot.lemmas[index] in plot.events.words.strong or plot.folded[index] in plot.events.words.strong
            for index in plot.inside(statement.span)
        )
        is_not = stance in _SAYS and found.status in ("negated", "denied") and statement.modality == "plain"
        modality = "negated" if is_not else statement.modality
        return StanceMark(
            span, stance, found.type, found.mode, found.actor, found.recipient, found.object, found.status, found.done, statement.source,
            event.target if event else (), statement.via, date, modality, (2 if stance in _WEIGHTY else 1) + strong,
            answers, round(min(statement.score, found.score), 2), f"stance.{stance}.{self._how(statement, answers)}",
            self._gist(statement, found, answers=answers),
        )  # fmt: skip

    def _gist(self, statement: Statement, found: Proposition, *, answers: bool) -> tuple[str, ...]:
        """Return what tells the deed: the clause of it within what is said; of an answer to all that stands before it, nothing."""
        if answers and (statement.why.endswith(_OF_OTHERS) or self._rejects(statement)):
            return ()
        parts = [part.span for part in (*found.actor, *found.recipient)]
        own = [piece for piece in statement.content if answers or piece.overlaps(found.span)]
        within = [Span(max(piece.start, found.span.start), min(piece.end, found.span.end)) for piece in own] if not answers else own
        return self.gist.of(within or [found.span], parts)

    def _how(self, statement: Statement, answers: bool) -> str:
        """Return how a statement was read: by its frame, or as one that points back, at whose it is, or at any such thing.

        Who confirms points at what was done, not at what was told.
        """
        is_wide = self.propositions.is_wide(statement) and (statement.act != "confirm" or self.propositions.is_of_deeds(statement))
        if answers and is_wide:
            return "wide"
        if answers and statement.why.endswith(_OF_NOUN) and self.propositions.points_back(statement):
            return "back"
        return "open" if answers and self.propositions.is_open(statement) else statement.why.rpartition(".")[2]

    def _evidence(self, statement: Statement, found: Proposition) -> Span:
        """Return the words that show a stance: cue, speaker and content; of an answer to what stands before it, cue and speaker alone."""
        own = [span for span in (statement.cue, statement.speaker) if span]
        if statement.why.endswith(".antecedent") and own:
            return Span.cover(own[0], *own)
        return found.span if not found.is_main else statement.span

    def replied(self) -> Iterator[StanceMark]:
        """Yield the stances of those who reply without telling a deed."""
        for reply in Replies(self.plot, self.acts.subjects, self.answering).found():
            yield self._of_reply(reply)

    def _of_reply(self, reply: Reply) -> StanceMark:
        plot, about = self.plot, (reply.about,) if reply.about else ()
        thing = next((thing for piece in about for index in plot.inside(piece) if (thing := plot.class_of(index))), "")
        date = date_of(when(plot, reply.verb, plot.tokens[reply.verb].span))
        return StanceMark(
            reply.span, reply.stance, "", "", (), (), thing, "denied", "", reply.source, (), (), date, "plain", 1, True, _REPLY_SCORE,
            f"stance.{reply.stance}.bare", self.gist.of(about),
        )  # fmt: skip

    def narrated(self) -> Iterator[StanceMark]:
        for event in self.propositions.narrated():
            if event.type not in _UNCLAIMED and event.status not in ("hypothetical", "negated", "habitual"):
                yield StanceMark(
                    event.clause, "deny" if event.status == "denied" else "narrate", event.type, event.mode, event.source, event.target,
                    event.object, self.propositions.status(event), event.date, None, (), (), event.date,
                    "conditional" if event.status == "alleged" else "plain", 1, False, event.score, "stance.narrate",
                    self.gist.of([event.clause], [part.span for part in (*event.source, *event.target)]),
                )  # fmt: skip

