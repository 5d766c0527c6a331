"""Whose deed a noun is: the subject of the verb that carries it, or the owner that a possessive tells."""

from __future__ import annotations

from collections.abc import Iterator

from selon.core.marks import Part
from selon.stages.happening.owners import Owners
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.subjects import Subjects
from selon.stages.happening.triggers import Found

_NEAREST = frozenset(["ASSAULT", "MOBILIZE"])
"""Types whose possessive is whoever was named last, rather than the subject."""
_CARRIED = frozenset(["obj", "obl:arg", "xcomp", "obl", "obl:mod", "nmod", "ccomp"])
"""How the parser may hang a noun on the verb that carries it."""


class Carried:
    """Finds the doers of one article's nouns."""

    def __init__(self, plot: Plot, parties: Parties, subjects: Subjects, owners: Owners) -> None:
        self.plot, self.parties, self.subjects, self.owners = plot, parties, subjects, owners
        words = plot.events.words
        self._carriers = {"light": words.light, "suffered": words.suffered, "decided": words.deciding}

    def carries(self, slot: str) -> bool:
        """Whether a slot is one of a verb that carries a noun."""
        return slot in self._carriers

    def of(self, found: Found, slot: str) -> Iterator[Part]:
        """Yield the subject of the verb that carries a noun ("apporte son soutien"), decides on it or makes its subject suffer it."""
        plot, noun = self.plot, found.head
        token = plot.tokens[self._whole(noun)]
        if slot == "light" and any(plot.tokens[child].dep == "cop" for child in plot.children[noun]):
            subject = self.subjects.head(noun)
            if subject is not None and subject != noun:
                yield from self.parties.at(subject, "light")
            return
        verb = token.head
        while verb in plot.timed and verb != plot.tokens[verb].head:
            verb = plot.tokens[verb].head
        if verb == noun or plot.tokens[verb].pos not in ("VERB", "AUX"):
            return
        carriers = self._carriers[slot] if not self._is_undergone(verb, noun) else plot.events.words.light if slot == "suffered" else ()
        if plot.lemmas[verb] in carriers and token.dep in _CARRIED:
            passive = any(plot.tokens[child].dep == "aux:pass" for child in plot.children[verb])
            if not passive and verb < noun:
                yield from self.subjects.of(verb)

    def _is_undergone(self, verb: int, noun: int) -> bool:
        """Whether the subject of a light verb suffers what a noun tells ("font l'objet d'une arrestation")."""
        plot = self.plot
        return any(plot.lemmas[child] in plot.events.words.undergone for child in plot.children[verb] if verb < child < noun)

    def owner(self, found: Found) -> Iterator[Part]:
        plot = self.plot
        for child in plot.children[found.head]:
            if child < found.head and plot.folded[child] in plot.events.words.owners:
                span = self.owners.owner(child, nearest=self._names_nearest(found), of_victim="own" in found.trigger.target)
                if span:
                    yield Part(span, "", "own")

    def _names_nearest(self, found: Found) -> bool:
        """Whether a possessive is of whoever was named last ("aide Kiev dans sa guerre"), not of the subject ("pour son offensive")."""
        is_aim = self.plot.case(found.head) in self.plot.grammar.for_
        return not is_aim and (found.trigger.type in _NEAREST or "own" in found.trigger.target)

    def _whole(self, noun: int) -> int:
        """Return the noun that says how many there are ("une série de frappes"), else the noun itself."""
        plot, above = self.plot, self.plot.tokens[noun].head
        is_part = plot.lemmas[above] in plot.events.words.amounts and plot.case(noun) in plot.grammar.of
        return above if is_part and above < noun else noun
