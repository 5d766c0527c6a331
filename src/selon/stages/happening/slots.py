"""The slots around a trigger and who stands in them: by attachment, and by position where the parser errs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.core.marks import Part
from selon.stages.happening.belongings import Belongings
from selon.stages.happening.blame import Blame
from selon.stages.happening.carried import Carried
from selon.stages.happening.led import Led
from selon.stages.happening.objects import Objects
from selon.stages.happening.occasions import Occasions
from selon.stages.happening.owners import Owners
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.subjects import Subjects
from selon.stages.happening.triggers import Found


class Slots:
    """Fills the slots of one article's triggers."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.parties, self.subjects = plot, parties, Subjects(plot, parties)
        self.owners = Owners(plot, parties)
        self.objects = Objects(plot, parties, self.subjects, self.owners)
        self.belongings = Belongings(plot, parties, self.objects)
        self.led = Led(plot, parties, self.objects, self.belongings)
        self.carried = Carried(plot, parties, self.subjects, self.owners)
        self.occasions = Occasions(plot, parties, self.subjects, self.owners)
        self.blame = Blame(plot, parties, self.subjects, self.owners)

    def fill(self, found: Found, slots: tuple[str, ...]) -> tuple[Part, ...]:
        """Return the parties of the first of the slots that has any."""
        for slot in slots:
            parts = tuple(self._one(found, slot))
            if parts:
                return parts
        return ()

    def _one(self, found: Found, slot: str) -> Iterator[Part]:
        if slot == "subject":
            yield from self.subjects.agents.of(found.head) if found.passive else self._doers(found)
        elif slot == "object":
            yield from self.objects.sufferers(found) if found.passive else () if found.reflexive else self.objects.of(found)
        elif slot == "adjective":
            yield from self.parties.states.adjectives(found.head, slot)
        elif slot == "own":
            yield from self.carried.owner(found)
        elif self.carried.carries(slot):
            yield from self.carried.of(found, slot)
        elif slot == "clause":
            yield from self.occasions.doing(found)
        elif found.is_noun and slot in self.plot.grammar.by and self.blame.is_charged(found.head):
            return
        elif slot == "apposed":
            yield from self.occasions.beside(found)
        elif slot == "accused":
            yield from self.blame.doer(found.head)
        elif slot == "place":
            yield from self.led.place(found)
        elif slot == "objective":
            yield from (replace(part, slot=slot) for part in self.led.of(found, self.plot.events.words.genitive))
        else:
            yield from self.led.of(found, slot)

    def _doers(self, found: Found) -> tuple[Part, ...]:
        """Return the subject of a verb, or of an attack whose the arm or the blow is that is its subject."""
        head = self.subjects.head(found.head)
        is_blow = found.trigger.type == "ASSAULT" and head is not None
        return (self.subjects.agents.wielders(head) if is_blow and head is not None else ()) or self.subjects.of(found.head)
