"""Acts of speech that are events: accusing, denying, asking, supporting."""
from __future__ import annotations

from collections.abc import Iterator

from selon.core.marks import EventMark, Part, Statement
from selon.core.text import Span
from selon.lang.events import ByAct, Plover
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.settings import date_of, place, when

_ANSWERED = 6


class Spoken:
    """Turns the statements of one article into events."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.parties = plot, parties

    def events(self) -> Iterator[EventMark]:
        for number, statement in enumerate(self.plot.statements):
            row = self.plot.events.acts.get(statement.act)
            if row:
                yield self._event(statement, row.type, row.mode, self._target(number, statement, row))
            elif statement.act == "assert" and (target := self._proven(statement)):
                yield self._event(statement, "ACCUSE", "allege", target)

    def _event(self, statement: Statement, kind: Plover, mode: str, target: tuple[Part, ...]) -> EventMark:
        plot = self.plot
        span = statement.cue or statement.content[0]
        head = plot.at(span.end - 1)
        time = when(plot, head, span)
        source = (Part(statement.source, "", "subject"),) if statement.source else ()
        others = [each.source for each in plot.statements_over(span) if each.source and each.source != statement.source]
        per = tuple(dict.fromkeys((*statement.via, *others)))
        return EventMark(
            span, kind, mode, source, tuple(part for part in target if part.span != statement.source), "", time.span if time else None, date_of(time),
            place(plot, head, head), "actual", per, statement.span, statement.score, f"event.act-{statement.act}",
        )  # fmt: skip

    def _target(self, number: int, statement: Statement, row: ByAct) -> tuple[Part, ...]:
        if row.target == "accuser":
            return self._accusers(number, statement) or self._named(statement)
        addressed = self._addressed(statement)
        if row.target == "addressee":
            return addressed
        return addressed or self._named(statement)

    def _addressed(self, statement: Statement) -> tuple[Part, ...]:
        """Return who stands between a cue and its content, or is the subject of a passive cue: the one accused, asked, thanked."""
        plot, cue, start = self.plot, statement.cue, statement.content[0].start
        if cue is None:
            return ()
        if statement.source is None or statement.speaker and statement.speaker.start >= cue.end and start >= statement.speaker.end:
            verb = plot.at(cue.end - 1)
            subject = plot.child(verb, "nsubj")
            if statement.speaker is None and subject is not None:
                return self.parties.at(subject, "subject")
        clitics = [child for child in plot.children[plot.at(cue.end - 1)] if child < plot.at(cue.end - 1) and plot.folded[child] in plot.events.words.gender_of and plot.folded[child] not in plot.grammar.own]
        for child in clitics:
            span = self.parties.pronoun(child)
            if span:
                return (Part(span, "", "object"),)
        if cue.end < start:
            between = plot.mentions_in(Span(cue.end, start))
            return tuple(Part(mention.span, "", "object") for mention in between if mention.span != statement.source)[:2]
        return ()

    def _named(self, statement: Statement) -> tuple[Part, ...]:
        """Return the first party that the content itself names: a mention, or a state told by an adjective."""
        plot = self.plot
        for piece in statement.content:
            for index in plot.inside(piece):
                over = [mention for mention in plot.mentions_in(plot.tokens[index].span) if mention.span != statement.source]
                if over:
                    return (Part(over[0].span, "", "content"),)
                state = plot.knowledge.demonyms.get(plot.folded[index].replace("-", " ")) or (plot.knowledge.folded_states.get(plot.folded[index]) if plot.tokens[index].pos == "PROPN" else None)
                if state and plot.tokens[index].pos in ("ADJ", "PROPN"):
                    return (Part(plot.tokens[index].span, state, "content"),)
        return ()

    def _accusers(self, number: int, statement: Statement) -> tuple[Part, ...]:
        """Return who made the accusations that a denial answers: those of the nearest group before it."""
        before = [each for each in self.plot.statements[max(0, number - _ANSWERED) : number] if each.source and each.source != statement.source]
        accusing = [each for each in before if each.act == "accuse" or each.act == "assert" and self._proven(each)]
        exact = [each for each in before if each.content == statement.content]
        chosen = exact or accusing[-2:]
        return tuple(dict.fromkeys(Part(each.source, "", "accuser") for each in chosen if each.source))

    def _proven(self, statement: Statement) -> tuple[Part, ...]:
        """Return whom an assertion that claims proof is against."""
        plot = self.plot
        if not any(plot.lemmas[index] in plot.events.words.proof for piece in statement.content for index in plot.inside(piece)):
            return ()
        return self._named(statement)
