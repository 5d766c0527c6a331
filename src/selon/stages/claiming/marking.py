"""How a stance is marked: the words that show it, the day, the weight, and the gist of what it is about."""

from __future__ import annotations

from selon.core.days import Days
from selon.core.marks import EventMark, StanceMark, Statement
from selon.core.text import Span
from selon.stages.claiming.gist import Gist
from selon.stages.claiming.positions import OF_NOUN, Positions
from selon.stages.claiming.propositions import Proposition, Propositions
from selon.stages.claiming.replies import Reply
from selon.stages.claiming.topics import topic
from selon.stages.happening.plot import Plot
from selon.stages.happening.settings import date_of, when

_SAYS = frozenset(["assert", "promise", "expect"])
"""Stances on what is not done that are stances on its not being done."""
_OF_OTHERS = (".antecedent", ".quote")
"""How a statement is read whose content somebody else said, or stands for an answer itself."""
_IN_MARKS = (".quote", ".incise", ".colon")
_REPLY_SCORE = 0.7
_WEIGHTY = frozenset(["deny", "confirm", "allege"])


class Marking:
    """Makes the marks of one article's stances."""

    def __init__(self, plot: Plot, propositions: Propositions, positions: Positions, gist: Gist) -> None:
        self.plot, self.propositions, self.positions, self.gist = plot, propositions, positions, gist

    def of(self, statement: Statement, event: EventMark | None, stance: str, found: Proposition, *, answers: bool = False) -> StanceMark:
        """Return the mark of a stance on one proposition; ``answers``: to what was said before."""
        plot = self.plot
        span = self._evidence(statement, found)
        date, modality = self._said_on(statement, event), self._modality(statement, stance, found)
        strong = any(
            plot.lemmas[index] in plot.events.words.strong or plot.folded[index] in plot.events.words.strong
            for index in plot.inside(statement.span)
        )
        return StanceMark(
            span, stance, found.type, found.mode, found.actor, found.recipient, found.object, found.status, found.done, statement.source,
            event.target if event else (), statement.via, date, modality, (2 if stance in _WEIGHTY else 1) + strong,
            answers, round(min(statement.score, found.score), 2), f"stance.{stance}.{self._how(statement, answers)}",
            self._gist(statement, found, answers=answers),
        )  # fmt: skip

    def _modality(self, statement: Statement, stance: str, found: Proposition) -> str:
        """Return how a proposition is put: plainly where it is granted, with "not" where it is itself told as not so."""
        if stance == "presuppose":
            return "plain"
        if stance not in _SAYS or statement.modality not in ("plain", "future", "negated"):
            return statement.modality
        if found.status in ("negated", "denied"):
            return "negated"
        return "plain" if statement.modality == "negated" else statement.modality

    def _said_on(self, statement: Statement, event: EventMark | None) -> str:
        """Return the day of an act of speech; nobody has said anything after the article that tells it."""
        if statement.cue is None and event is None:
            return ""
        head = self.plot.at((statement.cue or statement.span).end - 1)
        date = event.date if event else date_of(when(self.plot, head, statement.cue or statement.span))
        days, published = Days.parse(date), self.propositions.published
        return "" if days and published and days.first > published.last else date

    def of_reply(self, reply: Reply) -> StanceMark:
        """Return the mark of a reply that tells no deed."""
        plot, about = self.plot, (reply.about,) if reply.about else ()
        thing = next((thing for piece in about for index in plot.inside(piece) if (thing := plot.class_of(index))), "")
        date = date_of(when(plot, reply.verb, plot.tokens[reply.verb].span))
        return StanceMark(
            reply.span, reply.stance, "", "", (), (), thing, "denied", "", reply.source, (), (), date, "plain", 1, True, _REPLY_SCORE,
            f"stance.{reply.stance}.bare", self.gist.of(about),
        )  # fmt: skip

    def _gist(self, statement: Statement, found: Proposition, *, answers: bool) -> tuple[str, ...]:
        """Return what tells the deed: the clause of it within what is said; of an answer to all that stands before it, nothing.

        Of an answer in the words of somebody who was asked about a thing, it is that thing.
        """
        if asked := self._topic(statement, answers=answers):
            return self.gist.of([asked])
        if answers and (statement.why.endswith(_OF_OTHERS) or self.positions.rejects(statement)):
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
        if answers and statement.why.endswith(OF_NOUN) and self.propositions.points_back(statement):
            return "back"
        if answers and self.propositions.is_open(statement):
            return "open"
        return "topic" if self._topic(statement, answers=answers) else statement.why.rpartition(".")[2]

    def _topic(self, statement: Statement, *, answers: bool) -> Span | None:
        """Return what somebody was asked about who answers in words of their own."""
        in_own_words = answers and statement.why.endswith(_IN_MARKS)
        return topic(self.plot, self.positions.answering, statement) if in_own_words else None

    def _evidence(self, statement: Statement, found: Proposition) -> Span:
        """Return the words that show a stance: cue, speaker and content; of an answer to what stands before it, cue and speaker alone."""
        own = [span for span in (statement.cue, statement.speaker) if span]
        if statement.why.endswith(".antecedent") and own:
            return Span.cover(own[0], *own)
        return found.span if not found.is_main else statement.span
