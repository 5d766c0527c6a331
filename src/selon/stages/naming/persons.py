"""Where the names of people stand, which a description takes in whole or not at all."""

from __future__ import annotations

from selon.core.text import Span
from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.stages.reading import Reading


class Persons:
    """Knows the names of people in one article."""

    def __init__(self, reading: Reading, knowledge: Knowledge, people: list[Span], bodies: list[Span]) -> None:
        """``people``, ``bodies``: where known ones stand."""
        self.reading, self.knowledge = reading, knowledge
        self.people = {index for span in people for index in reading.inside(span)}
        self.ends = {index: inside.stop - 1 for inside in map(reading.inside, bodies) for index in inside}
        self.bodies = frozenset(self.ends)

    def end(self, place: int, stop: int) -> int:
        """Return the last token of somebody's name, with its civility, that begins at a token; 0 if none does."""
        tokens = self.reading.tokens
        civil = place < stop and fold(tokens[place].text) in self.knowledge.words.civilities
        first = place + 1 if civil else place
        if first >= stop or not tokens[first].text[0].isupper() or not (civil or self.covers(first)):
            return 0
        last = first
        while last + 1 < stop and (step := self._person_step(last + 1)):
            last += step
        return last

    def past_body(self, index: int) -> int:
        """Return the last token of the body's name that a token is part of; itself where it is of none."""
        return self.ends.get(index, index)

    def _person_step(self, index: int) -> int:
        """Return by how many tokens a name goes on: a capital, or a particle and a capital; 0 if it ends."""
        tokens = self.reading.tokens
        if index in self.people or index - 1 in self.people:
            return 1 if index in self.people and index - 1 in self.people else 0
        if tokens[index].text[0].isupper():
            return 1 if self.covers(index) and tokens[index].name == "I-PER" else 0
        is_particle = fold(tokens[index].text) in self.knowledge.words.particles and index + 1 < len(tokens)
        return 2 if is_particle and self.covers(index) and self.covers(index + 1) else 0

    def covers(self, index: int) -> bool:
        """Whether a token is part of a person's name."""
        return index in self.people or (self.reading.tokens[index].name.endswith("PER") and index not in self.bodies)
