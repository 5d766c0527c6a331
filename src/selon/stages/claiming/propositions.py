"""What would have to be true: the propositions of a statement's content, from the events in it, else from its parties and things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.core.marks import EventMark, Part, Statement
from selon.core.text import Span
from selon.stages.happening.plot import Plot

_OPENING, _STEPS = 5, 6


@dataclass(frozen=True, slots=True)
class Proposition:
    """A deed in the terms of an event, and the words that tell it. ``is_main``: it is what is said, not what is taken for granted."""

    span: Span
    type: str
    mode: str
    actor: tuple[Part, ...]
    recipient: tuple[Part, ...]
    object: str
    status: str
    done: str
    is_main: bool
    score: float

    @classmethod
    def of(cls, event: EventMark, *, is_main: bool = True) -> Proposition:
        return cls(
            event.clause, event.type, event.mode, event.source, event.target, event.object, event.status, event.date, is_main, event.score
        )


class Propositions:
    """Reads the propositions of one article's statements."""

    def __init__(self, plot: Plot, events: Sequence[EventMark]) -> None:
        self.plot = plot
        self.told = [event for event in events if not event.why.startswith("event.act")]
        self.spoken = {event.span: event for event in events if event.why.startswith("event.act")}

    def narrated(self) -> list[EventMark]:
        """Return the events that the narrator tells: those on nobody's word."""
        return [event for event in self.told if not event.per and not self.plot.statements_over(event.span)]

    def within(self, statement: Statement) -> list[Proposition]:
        """Return the propositions of a statement's own content, the main one first. A noun for protests claims nothing."""
        inside = [event for event in self.told if self._innermost(event.span) is statement]
        counted = [event for event in inside if event.type != "PROTEST" or not event.why.rpartition(".")[2].startswith("n-")]
        made = [Proposition.of(event, is_main=self._is_main(event, statement)) for event in counted]
        return sorted(made, key=lambda each: (not each.is_main, each.span.start))

    def act(self, statement: Statement) -> EventMark | None:
        """Return the statement's own act as an event, if it is one."""
        return self.spoken.get(statement.cue or statement.content[0])

    def is_wide(self, statement: Statement) -> bool:
        """Whether the content names no deed of its own but points at what was said, or covers any part in it."""
        opening = self.plot.inside(statement.content[0])[:_OPENING]
        return any(self._is_pointer(index) for index in opening)

    def points_back(self, statement: Statement) -> bool:
        """Whether the content begins with a word for whose it is ("leur présence"), so that what it is of stands before."""
        opening = self.plot.inside(statement.content[0])[:1]
        return any(self.plot.folded[index] in self.plot.events.words.owners for index in opening)

    def _is_pointer(self, index: int) -> bool:
        plot = self.plot
        words = plot.events.words.wide
        return plot.tokens[index].pos == "NOUN" and (plot.lemmas[index] in words or plot.folded[index].removesuffix("s") in words)

    def thing(self, statement: Statement) -> str:
        """Return the class of the first thing that the content names."""
        return next((thing for piece in statement.content for index in self.plot.inside(piece) if (thing := self.plot.class_of(index))), "")

    def _innermost(self, span: Span) -> Statement | None:
        return next(iter(self.plot.statements_over(span)), None)

    def _is_main(self, event: EventMark, statement: Statement) -> bool:
        """Whether an event is what the content says, rather than what it takes for granted: its top predicate, or what that one carries."""
        plot = self.plot
        index = next((at for at in plot.inside(event.span) if plot.tokens[at].pos in ("VERB", "NOUN", "ADJ")), plot.at(event.span.start))
        for _ in range(_STEPS):
            token = plot.tokens[index]
            if token.head == index or not any(piece.contains(plot.tokens[token.head].span) for piece in statement.content):
                return True
            if not self._goes_on(index):
                return False
            index = token.head
        return False

    def _goes_on(self, index: int) -> bool:
        """Whether a word says the same as what it hangs on: joined to it, its clause, what a light verb carries, what is proven."""
        plot, token = self.plot, self.plot.tokens[index]
        if token.dep in ("conj", "xcomp", "ccomp", "parataxis", "aux:tense", "aux:pass", "cop", "appos"):
            return True
        over = plot.lemmas[token.head]
        if token.dep in ("obj", "obl:arg") and (over in plot.events.words.light or over in plot.events.embeddings):
            return True
        if token.dep == "nsubj:pass":
            return over in plot.events.embeddings
        return any(plot.lemmas[before] in plot.events.words.proof for before in range(max(0, index - _STEPS), index))
