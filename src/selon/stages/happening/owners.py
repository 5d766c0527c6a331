"""Whose a thing is: possessives, and things that are hit or searched for the sake of their holder."""

from __future__ import annotations

from dataclasses import replace

from selon.core.marks import Part
from selon.core.text import Span
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot

_HELD = frozenset(["facility", "territory", "weapons"])
"""Classes of things that are hit for the sake of whose they are."""


_OPENING = 3
"""How far from the beginning of a sentence a possessive may stand that looks ahead."""


class Owners:
    """Finds the owners of one article's things."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.parties = plot, parties

    def owner(self, index: int, *, nearest: bool, of_victim: bool = False) -> Span | None:
        """Return whose a possessive is: who is named nearest before it, or the subject of its sentence, else the likeliest before.

        of_victim: the subject where it is a person, else the nearest person by name, else the nearest person
        """
        if of_victim:
            return self._victim(index)
        plot = self.plot
        if nearest:
            start = plot.tokens[plot.sentence(index).start].span.start
            here = [each for each in plot.mentions if start <= each.span.start and each.span.end <= plot.tokens[index].span.start]
            return here[-1].span if here else None
        part = self._subject_over(index)
        if part:
            return part.span
        word = plot.grammar.standing_for["les" if self._is_plural(index) else "le"]
        found_mention = self.parties.pronouns.antecedents.of(word, plot.tokens[index].span.start)
        return found_mention.span if found_mention else None

    def _victim(self, index: int) -> Span | None:
        """Return whose arrest, dismissal or trial a possessive tells; no state's."""
        plot = self.plot
        subject = self._subject_over(index)
        if subject and self.parties.kind(subject) == "person":
            return subject.span
        if ahead := self._ahead(index):
            return ahead
        start = plot.tokens[plot.sentence(index).start].span.start
        here = [each for each in plot.mentions if start <= each.span.start and each.span.end <= plot.tokens[index].span.start]
        people = [each for each in here if each.kind == ("group" if self._is_plural(index) else "person")]
        chosen = [each for each in people if each.form == "name"] or people or [each for each in here if each.kind in ("group", "unit")]
        if chosen:
            return chosen[-1].span
        found = self.parties.pronouns.antecedents.of(plot.grammar.standing_for["le"], plot.tokens[index].span.start)
        return found.span if found and found.kind in ("person", "group", "unit") else None

    def _ahead(self, index: int) -> Span | None:
        """Return the person who is the subject of a sentence that a phrase with a possessive opens ("Depuis sa mise en examen, ...")."""
        plot, sentence = self.plot, self.plot.sentence(index)
        if index - sentence.start > _OPENING or plot.tokens[sentence.start].pos not in ("ADP", "ADV", "SCONJ"):
            return None
        subject = next((at for at in range(index + 1, sentence.stop) if plot.tokens[at].dep.startswith("nsubj")), None)
        if subject is None or plot.tokens[subject].pos == "PRON":
            return None
        parts = self.parties.at(subject, "own")
        return parts[0].span if parts and self.parties.kind(parts[0]) == "person" else None

    def _is_plural(self, index: int) -> bool:
        """Whether a possessive is of several owners."""
        return self.plot.tokens[index].feature("Number[psor]") == "Plur" or self.plot.folded[index] in self.plot.events.words.of_several

    def _subject_over(self, index: int) -> Part | None:
        """Return the subject of the clause that a possessive stands in, or of the nearest one above with a party as its subject."""
        plot = self.plot
        head = plot.tokens[plot.tokens[index].head].head
        for _ in range(4):
            subjects = (child for child in plot.children[head] if plot.tokens[child].dep.startswith("nsubj"))
            subject = next((child for child in subjects if child < index or index < child < head), None)
            if subject is not None and plot.folded[subject] in plot.grammar.who:
                subject = self.parties.before(subject)
            if subject is not None and plot.folded[subject] not in plot.events.words.first_person:
                found = self.parties.at(subject, "own")
                if found:
                    return found[0]
            if plot.tokens[head].head == head:
                break
            head = plot.tokens[head].head
        return None

    def holder(self, head: int, slot: str, *, hit: bool = False) -> tuple[Part, ...]:
        """Return whose a thing is that is searched or sold ("le domicile du suspect"), or that is hit ("un drone russe")."""
        plot = self.plot
        if plot.lemmas[head] not in plot.events.words.belongings and not (hit and plot.class_of(head) in _HELD):
            return ()
        owner = self.of(head, slot)
        if owner:
            return owner
        parties = next((parts for child in plot.complements(head) if (parts := self.parties.at(child, slot))), ())
        return parties or (self._land(head, slot) if hit else ())

    def _land(self, head: int, slot: str) -> tuple[Part, ...]:
        """Return the state in whose land a thing is that is hit ("un site d'Arabie saoudite", "un site saoudien")."""
        names = (child for child in self.plot.complements(head) if self.plot.tokens[child].pos == "PROPN")
        named = next((parts for child in names if (parts := tuple(self.parties.states.place(child)))), ())
        return tuple(replace(part, slot=slot) for part in named) or tuple(self.parties.states.adjectives(head, slot))

    def of(self, noun: int, slot: str) -> tuple[Part, ...]:
        """Return whose a thing is by its possessive."""
        plot = self.plot
        own = next((child for child in plot.children[noun] if child < noun and plot.folded[child] in plot.events.words.owners), None)
        span = self.owner(own, nearest=False) if own is not None else None
        return (Part(span, "", slot),) if span else ()
