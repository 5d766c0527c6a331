"""What would have to be true: the propositions of a statement's content, from the events in it, else from its parties and things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.core.days import Days
from selon.core.marks import EventMark, Part, Statement
from selon.core.text import Span
from selon.stages.happening.plot import Plot

_OPENING, _STEPS, _BACK = 5, 6, 50


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
    def of(cls, event: EventMark, *, status: str, is_main: bool = True) -> Proposition:
        return cls(event.clause, event.type, event.mode, event.source, event.target, event.object, status, event.date, is_main, event.score)


class Propositions:
    """Reads the propositions of one article's statements."""

    def __init__(self, plot: Plot, events: Sequence[EventMark], published: Days | None = None) -> None:
        self.plot, self.published = plot, published
        self.told = [event for event in events if not event.why.startswith("event.act")]
        acts = [event for event in events if event.why.startswith("event.act")]
        self.spoken = {event.span: event for event in acts}
        self.spoken_by = {(event.span, part.span): event for event in acts for part in event.source}

    def narrated(self) -> list[EventMark]:
        """Return the events that the narrator tells: those on nobody's word."""
        return [event for event in self.told if not event.per and not self.plot.statements_over(event.span)]

    def within(self, statement: Statement) -> list[Proposition]:
        """Return the propositions of a statement's own content, the main one first.

        A noun for protests claims nothing, nor does a clause of condition.
        """
        inside = [event for event in self.told if self._innermost(event.span) is statement and not self._is_supposed(event, statement)]
        counted = [event for event in inside if event.type != "PROTEST" or not event.why.rpartition(".")[2].startswith("n-")]
        made = [Proposition.of(event, status=self.status(event), is_main=self._is_main(event, statement)) for event in counted]
        return sorted(made, key=lambda each: (not each.is_main, each.span.start))

    def status(self, event: EventMark) -> str:
        """Return the status of an event: what is dated after its article appeared is still to come."""
        days = Days.parse(event.date)
        is_ahead = event.status == "actual" and days is not None and self.published is not None and days.first > self.published.last
        return "planned" if is_ahead else event.status

    def _is_supposed(self, event: EventMark, statement: Statement) -> bool:
        """Whether an event stands in a condition ("si Paris attaquait"), or is what another is only likened to ("considéré comme")."""
        plot, index = self.plot, self._predicate(event)
        if plot.is_perfect(index):
            return False
        if self._is_behind_if(index):
            return True
        for _ in range(_STEPS):
            if not any(piece.contains(plot.tokens[index].span) for piece in statement.content):
                return False
            marks = {plot.folded[child] for child in plot.children[index] if plot.tokens[child].dep in ("mark", "case")}
            likened = marks & plot.grammar.as_ and plot.lemmas[plot.tokens[index].head] in plot.events.words.likening
            if marks & plot.grammar.hypothesis or likened:
                return True
            index = plot.tokens[index].head
        return False

    def _is_behind_if(self, index: int) -> bool:
        """Whether "si" opens the clause of a predicate, wherever the parser hangs it."""
        plot = self.plot
        for place in range(index - 1, max(plot.sentence(index).start, index - _BACK) - 1, -1):
            if plot.tokens[place].pos == "SCONJ":
                return plot.folded[place] in plot.grammar.hypothesis
            if plot.tokens[place].pos == "PUNCT" or (plot.is_finite(place) and plot.tokens[place].pos == "VERB"):
                return False
        return False

    def is_granted(self, statement: Statement) -> bool:
        """Whether somebody only grants a thing before they say another: "S'il confirme l'avoir vu, il nie ..."."""
        return statement.cue is not None and self._is_behind_if(self.plot.at(statement.cue.end - 1))

    def act(self, statement: Statement) -> EventMark | None:
        """Return the statement's own act as an event, if it is one: of several who speak with one verb, that of its own source."""
        span = statement.cue or statement.content[0]
        own = self.spoken_by.get((span, statement.source)) if statement.source else None
        return own or self.spoken.get(span)

    def is_wide(self, statement: Statement) -> bool:
        """Whether the content names no deed of its own but points at what was said, or covers any part in it: no "faits graves"."""
        opening = self.plot.inside(statement.content[0])[:_OPENING]
        at = next((index for index in opening if self._is_pointer(index)), None)
        return at is not None and not self._is_indefinite(at)

    def is_of_deeds(self, statement: Statement) -> bool:
        """Whether what the content points at is what was done ("les faits", "son implication"), and not only what was told."""
        plot = self.plot
        opening = [index for index in plot.inside(statement.content[0])[:_OPENING] if self._is_pointer(index)]
        return any(plot.folded[index].removesuffix("s") in plot.events.words.wide - plot.grammar.sayings for index in opening)

    def is_open(self, statement: Statement) -> bool:
        """Whether what is denied is any such thing, or this one ("toute violence", "ce raisonnement")."""
        first = self.plot.inside(statement.content[0]).start
        token = self.plot.tokens[first]
        return self.plot.folded[first] in self.plot.events.words.any_such or token.feature("PronType") == "Dem"

    def _is_indefinite(self, noun: int) -> bool:
        """Whether a noun is of some thing or things, and not "une partie des faits"."""
        plot, before = self.plot, noun - 1
        while before > 0 and plot.tokens[before].pos in ("ADJ", "PUNCT"):
            before -= 1
        some = plot.tokens[before].feature("Definite") == "Ind" or plot.folded[before] in plot.grammar.of_fused
        return some and plot.tokens[before - 1].pos != "NOUN"

    def points_back(self, statement: Statement) -> bool:
        """Whether the content begins with a word for whose it is ("leur présence"), so that what it is of stands before."""
        opening = self.plot.inside(statement.content[0])[:1]
        return any(self.plot.folded[index] in self.plot.events.words.owners for index in opening)

    def _is_pointer(self, index: int) -> bool:
        plot = self.plot
        words = plot.events.words.wide | plot.grammar.sayings
        return plot.tokens[index].pos == "NOUN" and (plot.lemmas[index] in words or plot.folded[index].removesuffix("s") in words)

    def thing(self, statement: Statement) -> str:
        """Return the class of the first thing that the content names, else of those whose it is ("leur présence")."""
        named = (thing for piece in statement.content for index in self.plot.inside(piece) if (thing := self.plot.class_of(index)))
        return next(named, "") or self._thing_before(statement)

    def _thing_before(self, statement: Statement) -> str:
        """Return the class of the things named last before a possessive of several, which are what it means where it is of no deed."""
        plot, first = self.plot, self.plot.inside(statement.content[0]).start
        if plot.folded[first] not in plot.events.words.of_several or self.is_wide(statement):
            return ""
        before = range(first - 1, max(0, first - _BACK), -1)
        things = (plot.class_of(index) for index in before if self._are_things(index))
        return next((thing for thing in things if thing), "")

    def _are_things(self, index: int) -> bool:
        """Whether a noun is of several things: no people and no bodies, but troops."""
        token, known = self.plot.tokens[index], self.plot.knowledge.nouns.get(self.plot.folded[index])
        return token.pos == "NOUN" and token.feature("Number") == "Plur" and (known is None or known.kind == "unit")

    def _innermost(self, span: Span) -> Statement | None:
        return next(iter(self.plot.statements_over(span)), None)

    def _is_main(self, event: EventMark, statement: Statement) -> bool:
        """Whether an event is what the content says, rather than what it takes for granted: its top predicate, or what that one carries.

        A word by which somebody is blamed ("une guerre visant à détruire Paris") says nothing but that.
        """
        plot, index = self.plot, self._predicate(event)
        is_only_called = statement.act == "accuse" and statement.why.endswith(".attribute")
        if is_only_called or self._is_aside(index):
            return False
        for _ in range(_STEPS):
            token = plot.tokens[index]
            if token.head == index or not any(piece.contains(plot.tokens[token.head].span) for piece in statement.content):
                return True
            if self._opens_clause(index):
                return True
            if not self._goes_on(index):
                return False
            index = token.head
        return False

    def _is_aside(self, index: int) -> bool:
        """Whether a finite clause only compares ("..., comme elles s'y étaient engagées")."""
        plot = self.plot
        as_ = any(plot.folded[child] in plot.grammar.as_ for child in plot.children[index] if plot.tokens[child].dep == "mark")
        return as_ and plot.is_finite(plot.finite_of(index))

    def _predicate(self, event: EventMark) -> int:
        plot = self.plot
        return next((at for at in plot.inside(event.span) if plot.tokens[at].pos in ("VERB", "NOUN", "ADJ")), plot.at(event.span.start))

    def _opens_clause(self, index: int) -> bool:
        """Whether a predicate has a "que" of its own that "et" joins to another, wherever the parser hangs it."""
        plot = self.plot
        that = [child for child in plot.children[index] if child < index and plot.folded[child] in plot.grammar.that]
        return any(plot.tokens[child].dep == "mark" and plot.tokens[child - 1].pos == "CCONJ" for child in that)

    def _goes_on(self, index: int) -> bool:
        """Whether a word says the same as what it hangs on: joined to it, its clause, what a light verb carries, what is proven."""
        plot, token = self.plot, self.plot.tokens[index]
        if token.dep in ("conj", "xcomp", "ccomp", "parataxis", "aux:tense", "aux:pass", "cop", "appos"):
            return True
        over = plot.lemmas[token.head]
        if token.dep == "nmod" and over in plot.events.words.involving:
            return True
        is_aim = token.dep == "acl" and plot.is_inf(index) and plot.events.embeddings.get(over) in ("planned", "hypothetical")
        if is_aim:
            return True
        if token.dep in ("obj", "obl:arg") and (over in plot.events.words.light or over in plot.events.embeddings):
            return True
        if token.dep == "nsubj:pass":
            return over in plot.events.embeddings
        return any(plot.lemmas[before] in plot.events.words.proof for before in range(max(0, index - _STEPS), index))
