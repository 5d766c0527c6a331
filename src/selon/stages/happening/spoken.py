"""Acts of speech that are events: accusing, denying, asking, supporting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.core.marks import EventMark, Part, Statement, TimeExpr
from selon.core.text import Span
from selon.lang.triggers import ByAct, Plover
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.settings import date_of, place, when
from selon.stages.happening.subjects import Subjects
from selon.stages.happening.targets import aimed_at, claims_proof, is_audience
from selon.stages.saying.phrases import noun_phrase

_ANSWERED, _OPENING = 6, 4
JOINED = "joined"
"""The slot of a party told by the act of speech that another is joined to."""
_BEHIND = (".incise", ".quote")
_PRESS = ("agency", "outlet")


class Spoken:
    """Turns the statements of one article into events."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.parties, self.subjects = plot, parties, Subjects(plot, parties)

    def events(self) -> Iterator[EventMark]:
        for number, statement in enumerate(self.plot.statements):
            row = self.plot.events.acts.get(self.act(statement))
            if row and row.needs_target and statement.speaker is None:
                continue
            if row and row.type == "REQUEST" and (statement.why.endswith(".inf") or self._is_question(statement)):
                continue
            if row and row.type == "ACCUSE" and self._judges(statement):
                continue
            if row and (statement.source or row.type == "ACCUSE"):
                target = self._target(number, statement, row) or self._joined(number, statement, row)
                stands_alone = statement.source and not statement.why.endswith(".attribute") and not row.needs_target
                if target or stands_alone:
                    yield self._event(statement, row.type, row.mode, target)
            elif statement.act == "assert" and (target := self._proven(statement)):
                yield self._event(statement, "ACCUSE", "allege", target)

    def _is_question(self, statement: Statement) -> bool:
        """Whether somebody only wants to know: words in marks that end with a question mark."""
        return statement.content[-1].of(self.plot.raw).rstrip(' »"”').endswith("?")

    def _judges(self, statement: Statement) -> bool:
        """Whether a court condemns somebody: a sentence, and no blame."""
        plot, words = self.plot, self.plot.events.words
        if statement.cue is None or statement.source is None or statement.act != "condemn":
            return False
        is_sentence = any(plot.lemmas[index] in words.convicting for index in plot.inside(statement.cue))
        return is_sentence and any({plot.lemmas[index], plot.folded[index]} & words.courts for index in plot.inside(statement.source))

    def act(self, statement: Statement) -> str:
        """Return the act of a statement; to call accusations baseless is to deny them, to call deeds by a name is not."""
        plot = self.plot
        if (
            statement.act == "accuse"
            and statement.why.endswith(".attribute")
            and statement.cue
            and statement.cue.end < statement.content[0].start
        ):
            opening, words = plot.inside(statement.content[0])[:_OPENING], plot.events.words
            if any(plot.lemmas[index] in words.anaphora & words.wide & plot.grammar.sayings for index in opening):
                return "deny"
        return statement.act

    def _event(self, statement: Statement, kind: Plover, mode: str, target: tuple[Part, ...]) -> EventMark:
        plot = self.plot
        span = statement.cue or statement.content[0]
        head = plot.at(span.end - 1)
        time = when(plot, head, span) or self._answered_when(statement)
        source = (Part(statement.source, "", "subject"),) if statement.source else ()
        others = [each.source for each in plot.statements_over(span) if each.source and each.source != statement.source]
        per = tuple(dict.fromkeys((*statement.via, *others)))
        return EventMark(
            span, kind, mode, source, tuple(part for part in target if part.span != statement.source), "", time.span if time else None,
            date_of(time),
            place(plot, head, head), "actual", per, statement.span, statement.score, f"event.act-{statement.act}",
        )  # fmt: skip

    def _answered_when(self, statement: Statement) -> TimeExpr | None:
        """Return when that was said which a denial repeats: it followed at once."""
        if not statement.why.endswith(".antecedent"):
            return None
        first = next(
            (each for each in self.plot.statements if each.content == statement.content and each is not statement and each.cue), None
        )
        return when(self.plot, self.plot.at(first.cue.end - 1), first.cue) if first and first.cue else None

    def _target(self, number: int, statement: Statement, row: ByAct) -> tuple[Part, ...]:
        if row.target == "accuser":
            return self._accusers(number, statement) or self._named(statement)
        told = aimed_at(self.plot, self.parties, self.subjects.head, statement)
        if row.target == "addressee":
            return told or self._asked(statement)
        is_quoted = statement.why.endswith(_BEHIND)
        told = tuple(part for part in told if not (is_audience(self.plot, part, dative=not is_quoted) or self._is_press(part, is_quoted)))
        if statement.why.endswith(".attribute"):
            return self._qualified(statement) or self._named(statement) or told
        if told or (statement.act == "accuse" and (statement.speaker is None or statement.why.endswith(".de-inf"))):
            return told
        return self._subject_named(statement) if is_quoted else self._named(statement)

    def _is_press(self, part: Part, is_quoted: bool) -> bool:
        """Whether somebody behind what is quoted is who printed it ("a regretté auprès de l'AFP ...")."""
        return is_quoted and self.parties.kind(part) in _PRESS

    def _joined(self, number: int, statement: Statement, row: ByAct) -> tuple[Part, ...]:
        """Return whom the accusation blames to which a reproach is joined: "condamne le blocus et accuse les États-Unis de ..."."""
        after = self.plot.statements[number + 1] if number + 1 < len(self.plot.statements) else None
        if row.type != "ACCUSE" or not after or after.act != "accuse" or not statement.cue or not after.cue:
            return ()
        one, two = self.plot.at(statement.cue.end - 1), self.plot.at(after.cue.end - 1)
        joined = self.plot.tokens[two].dep == "conj" and self.plot.tokens[two].head == one
        return tuple(replace(part, slot=JOINED) for part in self._target(number + 1, after, row)) if joined else ()

    def told_of(self, statement: Statement) -> tuple[Part, ...]:
        """Return of whom a statement tells: a subject in it, else the first name in it."""
        names = {mention.span for mention in self.plot.mentions if mention.form != "description"}
        return self._subject_named(statement) or tuple(part for part in self._named(statement) if part.ref or part.span in names)

    def _subject_named(self, statement: Statement) -> tuple[Part, ...]:
        """Return the first party that is the subject of a verb in quoted words: whoever else they name need not be the one blamed."""
        plot = self.plot
        for index in plot.inside(statement.content[0]):
            if plot.tokens[index].dep.startswith("nsubj") and plot.tokens[index].pos != "PRON":
                parts = tuple(part for part in self.parties.at(index, "content") if part.span != statement.source)
                if parts:
                    return parts
        return ()

    def _qualified(self, statement: Statement) -> tuple[Part, ...]:
        """Return who is called something, else whom the quoted quality names ("qualifie la guerre de « ... des Etats-Unis »")."""
        marks = [index for index in self.plot.inside(statement.content[0]) if self.plot.is_mark(index)]
        if not marks:
            return ()
        called, first = self._called(statement, marks[0]), marks[0] + 2
        if called or first >= len(self.plot.tokens):
            return called
        end, after = statement.content[0].end, self.plot.tokens[first].span.start
        return self._first_in(Span(after, end), statement) if after < end else ()

    def _called(self, statement: Statement, mark: int) -> tuple[Part, ...]:
        """Return the party that stands as the object of a cue before the mark that opens what it is called."""
        if statement.cue is None:
            return ()
        verb = self.plot.at(statement.cue.end - 1)
        objects = (child for child in self.plot.children[verb] if verb < child < mark and self.plot.tokens[child].dep == "obj")
        return next((parts for head in objects if (parts := self.parties.at(head, "object"))), ())

    def _asked(self, statement: Statement) -> tuple[Part, ...]:
        """Return who is to do what is asked: the subject that opens a clause of request, or the agent of a passive ("à être reçu par")."""
        plot, first = self.plot, self.plot.inside(statement.content[0]).start
        while plot.is_mark(first):
            first += 1
        if statement.form == "direct" and plot.is_preposition(first, plot.events.words.dative):
            phrase = noun_phrase(plot, first + 1)
            return self.parties.at(phrase[0], "object") if phrase else ()
        if statement.why.endswith(".que") or plot.folded[first] in plot.grammar.that:
            found = self._named(statement)
            return found if found and plot.at(found[0].span.start) - first <= _OPENING else ()
        passive = next((index for index in plot.inside(statement.content[0])[:_OPENING] if plot.is_passive_inf(index)), None)
        return self.subjects.agents.of(passive) if passive is not None else ()

    def _named(self, statement: Statement) -> tuple[Part, ...]:
        """Return the first party that the content itself names: a mention, or a state told by an adjective."""
        return next((parts for piece in statement.content if (parts := self._first_in(piece, statement))), ())

    def _first_in(self, piece: Span, statement: Statement) -> tuple[Part, ...]:
        plot = self.plot
        for index in plot.inside(piece):
            over = [mention for mention in plot.mentions_in(plot.tokens[index].span) if mention.span != statement.source]
            if over:
                named = Part(over[0].span, "", "content")
                return (named, *self.parties.lists.aliases([named], "content"))
            known = self.parties.states.state_named(index) if plot.tokens[index].pos == "PROPN" else None
            state = self.parties.states.state_of(index) or (known[1] if known else "")
            if state and plot.tokens[index].pos in ("ADJ", "PROPN"):
                return (Part(plot.tokens[index].span, state, "content"),)
        return ()

    def _accusers(self, number: int, statement: Statement) -> tuple[Part, ...]:
        """Return who made the accusations that a denial answers: those of the nearest group before it."""
        before = [
            each for each in self.plot.statements[max(0, number - _ANSWERED) : number] if each.source and each.source != statement.source
        ]
        accusing = [each for each in before if each.act == "accuse" or (each.act == "assert" and self._proven(each))]
        exact = [each for each in before if each.content == statement.content]
        chosen = exact or accusing[-2:]
        return tuple(dict.fromkeys(Part(each.source, "", "accuser") for each in chosen if each.source))

    def _proven(self, statement: Statement) -> tuple[Part, ...]:
        """Return whom an assertion that claims proof is against."""
        plot = self.plot
        if not claims_proof(plot, statement):
            return ()
        return self._named(statement)
