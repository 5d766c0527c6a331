"""What a deed is done to: the object of a verb, the subject of a passive, and whose a thing is that suffers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.core.marks import Part
from selon.stages.happening.owners import Owners
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.subjects import Subjects
from selon.stages.happening.triggers import Found
from selon.stages.saying.phrases import noun_phrase

_LOCAL = frozenset(["CONSULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT"])
"""Types whose complement is as well the place where it happens."""


class Objects:
    """Finds the objects of one article's triggers."""

    def __init__(self, plot: Plot, parties: Parties, subjects: Subjects, owners: Owners) -> None:
        self.plot, self.parties, self.subjects, self.owners = plot, parties, subjects, owners

    def of(self, found: Found) -> tuple[Part, ...]:
        """Return the direct object: a clitic before the verb, the parser's, or the first phrase behind it."""
        plot, verb = self.plot, found.head
        for child in plot.children[verb]:
            if plot.tokens[child].dep in ("obj", "iobj") and child < verb and plot.folded[child] in plot.grammar.objects:
                span = self.parties.pronouns.of(child, self.before_subject(verb))
                return (Part(span, "", "object"),) if span else ()
        head = self.head(found)
        if head is None:
            return ()
        return self.party(found, head, "object")

    def party(self, found: Found, head: int, slot: str) -> tuple[Part, ...]:
        """Return the parties that a phrase names, or whose the thing is that it names."""
        named = self.parties.at(head, slot) or tuple(self.state(found, head, slot)) or self.owners.holder(head, slot, hit=_is_hit(found))
        return named or (self._furthered(head, slot) if found.trigger.type == "AID" else ())

    def state(self, found: Found, head: int, slot: str) -> Iterator[Part]:
        """Yield the state that a place name stands for where a deed between powers leads it ("le veto de Moscou").

        An attack may as well be on a part of it ("sur le nord d'Israël").
        """
        is_part = found.trigger.type == "ASSAULT" and self.plot.folded[head] in self.plot.knowledge.words.place_heads
        if is_part and self.plot.tokens[head].pos == "NOUN":
            yield from (replace(part, slot=slot) for part in self.parties.states.place(head))
        if self.plot.tokens[head].pos == "PROPN" and found.trigger.type not in _LOCAL:
            yield from (replace(part, slot=slot) for part in self.parties.states.place(head) if part.span.of(self.plot.raw)[0].isupper())

    def _furthered(self, head: int, slot: str) -> tuple[Part, ...]:
        """Return whose the deed is that is helped ("fournir des armes à l'offensive de ...")."""
        if self.plot.class_of(head) != "violence":
            return ()
        return next((parts for child in self.plot.complements(head) if (parts := self.parties.at(child, slot))), ())

    def sufferers(self, found: Found) -> tuple[Part, ...]:
        """Return the parties in the subject of a passive, or whose the thing is ("un convoi de l'armée a été bombardé")."""
        head = self.subjects.head(found.head)
        return self.subjects.of(found.head) or (self.owners.holder(head, "object", hit=_is_hit(found)) if head is not None else ())

    def before_subject(self, verb: int) -> int | None:
        """Return where the subject of a verb begins: what a clitic stands for was named before it."""
        parts = self.subjects.of(verb)
        start = min((part.span.start for part in parts), default=None)
        return start if start is not None and start < self.plot.tokens[verb].span.start else None

    def head(self, found: Found) -> int | None:
        """Return the head of the direct object, or of the subject of a passive."""
        plot, verb = self.plot, found.head
        if found.passive:
            return self.subjects.head(verb)
        relative = [child for child in plot.children[verb] if plot.tokens[child].dep == "obj" and plot.folded[child] in plot.grammar.that]
        if relative and plot.tokens[plot.tokens[verb].head].pos in ("NOUN", "PROPN"):
            return plot.tokens[verb].head
        objects = [child for child in plot.children[verb] if plot.tokens[child].dep == "obj" and self._may_be_object(found, child)]
        if objects:
            return objects[0]
        return self._first_phrase(found.last + 1, plot.sentence(verb).stop)

    def _may_be_object(self, found: Found, index: int) -> bool:
        """Whether a word may be the object of a trigger: behind it, no time, no count of times, not cut off by one comma."""
        plot = self.plot
        if index <= found.last or index in plot.timed or plot.lemmas[index] in plot.events.words.again:
            return False
        return sum(plot.tokens[place].text == "," for place in range(found.last + 1, index)) != 1

    def _first_phrase(self, place: int, stop: int) -> int | None:
        """Return the head of the first noun phrase at a place, adverbs, times and a place told between left out."""
        plot, place = self.plot, self._past_adverbs(place, stop)
        while place + 1 < stop and plot.tokens[place].pos == "ADP" and plot.folded[place] not in plot.grammar.of_fused:
            led = noun_phrase(plot, place + 1)
            if led is None:
                break
            place = (led[0] if plot.tokens[led[0]].pos == "PROPN" else led[1]) + 1
            while place < stop and plot.tokens[place].name.startswith("I-"):
                place += 1
        place = self._past_adverbs(place, stop)
        if place < stop and plot.folded[place] in plot.grammar.of_fused:
            place += 1
        if place >= stop or (plot.tokens[place].pos == "PUNCT" and not plot.is_mark(place)):
            return None
        phrase = noun_phrase(plot, place)
        return phrase[0] if phrase else None

    def _past_adverbs(self, place: int, stop: int) -> int:
        """Return the token behind adverbs and times; "plus de" goes with the number behind it."""
        plot = self.plot
        while place < stop and (plot.tokens[place].pos == "ADV" or place in plot.timed):
            place += 1
            if plot.tokens[place - 1].pos == "ADV" and place < stop and plot.folded[place] in plot.grammar.of:
                place += 1
        phrase = noun_phrase(plot, place) if place < stop else None
        if phrase and plot.lemmas[phrase[0]] in plot.events.words.again:
            return self._past_adverbs(phrase[1] + 1, stop)
        return place


def _is_hit(found: Found) -> bool:
    """Whether what a trigger is about suffers by it, for the sake of whose it is."""
    trigger = found.trigger
    return trigger.type == "ASSAULT" or (trigger.type == "SANCTION" and not trigger.mode) or trigger.mode == "seize"
