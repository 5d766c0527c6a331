"""The parties that a preposition leads, before or behind a trigger, and the places."""

from __future__ import annotations

from collections.abc import Iterator

from selon.core.marks import Part
from selon.lang.match import fold
from selon.stages.happening.belongings import Belongings
from selon.stages.happening.objects import Objects
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.triggers import Found
from selon.stages.saying.phrases import noun_phrase

_APART = 8


class Led:
    """Finds the parties that prepositions lead in one article."""

    def __init__(self, plot: Plot, parties: Parties, objects: Objects, belongings: Belongings) -> None:
        self.plot, self.parties, self.objects, self.belongings = plot, parties, objects, belongings

    def of(self, found: Found, slot: str) -> Iterator[Part]:
        """Yield the parties that a preposition leads, and for the dative those of a clitic."""
        plot = self.plot
        if not found.is_noun and fold(slot).split(maxsplit=1)[0] in plot.grammar.to:
            for child in plot.children[found.head]:
                if (
                    child < found.head
                    and plot.folded[child] in plot.grammar.standing_for
                    and plot.folded[child] not in (*plot.grammar.objects, *plot.grammar.own)
                ):
                    span = self.parties.pronouns.of(child, self.objects.before_subject(found.head))
                    if span:
                        yield Part(span, "", slot)
                        return
        for head in self._heads(found, slot):
            parts = self.objects.party(found, head, slot)
            if not parts and found.is_noun and found.trigger.type == "ACCUSE" and not plot.carries(plot.tokens[found.head].head):
                parts = self.belongings.of(found, head) or self.objects.owners.of(head, slot)
            if parts:
                yield from parts
                if len(parts) == 1 and fold(slot) in plot.events.words.both:
                    yield from (part for part in self._second(head, slot) if part not in parts)
                return

    def _second(self, head: int, slot: str) -> tuple[Part, ...]:
        """Return the second of two equal parties, where the parser does not join it to the first ("entre manifestants et policiers")."""
        plot = self.plot
        for index in range(head + 1, min(head + 1 + _APART, plot.sentence(head).stop - 1)):
            if plot.folded[index] in plot.events.words.joins:
                phrase = noun_phrase(plot, index + 1)
                return self.parties.at(phrase[0], slot) if phrase else ()
        return ()

    def _heads(self, found: Found, slot: str) -> Iterator[int]:
        """Yield heads of phrases with a preposition: right behind a noun, or in the clause behind it."""
        plot = self.plot
        if plot.is_preposition(found.last + 1, slot) and found.last + 2 < plot.sentence(found.last).stop and fold(slot) in plot.grammar.of:
            phrase = noun_phrase(plot, found.last + 2)
            if phrase:
                yield phrase[0]
            return
        if fold(slot) in plot.grammar.of:
            own = [child for child in self.plot.complements(found.head) if child > found.last]
            yield from own or (self._people_after(found, slot) if found.trigger.mode == "visit" else ())
            return
        if found.is_noun and slot in plot.grammar.by:
            yield from self._announcers(found.head)
        yield from plot.phrases_after(found.last + 1, slot, noun=found.head if found.is_noun else None)
        carrier = plot.carrier(found.head) if found.is_noun else None
        if carrier is not None:
            yield from plot.phrases_after(carrier + 1, slot)

    def _announcers(self, noun: int) -> Iterator[int]:
        """Yield who does, by the agent of the noun over it, what a noun tells ("l'annonce par Paris de sanctions")."""
        plot, above = self.plot, self.plot.tokens[noun].head
        is_part = plot.tokens[noun].dep == "nmod" and above < noun and plot.tokens[above].pos == "NOUN"
        for child in plot.children[above] if is_part and plot.case(noun) in plot.grammar.of | plot.grammar.of_fused else ():
            if above < child < noun and plot.case(child) in plot.grammar.by:
                yield child

    def _people_after(self, found: Found, slot: str) -> Iterator[int]:
        """Yield who comes, behind the place that is told first ("la visite à Paris du roi")."""
        for head in self.plot.phrases_after(found.last + 1, slot, noun=found.head):
            if any(self.parties.kind(part) == "person" for part in self.parties.at(head, slot)):
                yield head

    def place(self, found: Found) -> Iterator[Part]:
        """Yield the state of the nearest place or actor that a preposition of place leads."""
        plot = self.plot
        origins = plot.grammar.of | plot.grammar.of_fused if found.trigger.type != "RETREAT" else frozenset()
        places = plot.events.words.places - origins
        for index in plot.clause_after(found.last + 1):
            if found.is_noun and (plot.tokens[index].pos == "VERB" or plot.tokens[index].text == ","):
                return
            if plot.folded[index] in places and plot.tokens[index].pos != "DET" and index + 1 < plot.sentence(index).stop:
                phrase = noun_phrase(plot, index + 1)
                parts = tuple(part for part in self.parties.at(phrase[0], "place") if self.parties.kind(part) == "state") if phrase else ()
                if parts:
                    yield from parts
                    return

    # around a noun
