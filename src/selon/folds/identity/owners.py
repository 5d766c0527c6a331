"""Of which state something is that the words of a description do not tell: "son pays", "l'armée", "l'exécutif"."""

from __future__ import annotations

from collections import Counter

from selon.folds.identity.describe import Sense
from selon.folds.identity.ground import NEAR_CHARS, Ground
from selon.folds.identity.seen import Identity, Seen
from selon.lang.match import fold

_SIDES = frozenset(["group", "unit", "organisation"])
"""Kinds of descriptions that may name whom somebody speaks for."""


class Owners:
    """Finds the states that the descriptions of one article are of."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.article, self.senses = ground, ground.article, ground.senses
        self.offices, self.knowledge = ground.offices, ground.knowledge

    def owner(self, seen: Seen) -> str:
        """Return the state of the person named last before a possessive ("son pays"); empty if none is known."""
        if not fold(seen.text).startswith(self.knowledge.words.possessives):
            return ""
        spoken_for = ""
        for other in reversed(self.ground.before(seen)):
            if other.kind == "person":
                if state := self._state_of(other):
                    return state
                spoken_for = spoken_for or self._side(seen)
            elif other.kind == "state" and other.form != "description" and other.ref:
                return spoken_for or other.ref
        return spoken_for

    def unit_owner(self, seen: Seen, sense: Sense) -> str:
        """Return the state of troops by whose they are, or told of before, for "l'armée", "ces soldats"; empty for "des soldats"."""
        folded = fold(seen.text)
        if seen.kind == "unit" and (owner := self.of_person(seen)):
            return owner
        if seen.kind != "unit" or not folded.startswith(self.knowledge.words.told_before):
            return ""
        if folded.startswith(self.knowledge.words.possessives) and (owner := self.owner(seen)):
            return owner
        before = [other for other in self.ground.before(seen) if other.kind == "unit" and sense.is_bare]
        states = [known.state for other in before if (known := self.senses.of(other.text)).head == sense.head and known.state]
        return states[-1] if states else ""

    def of_person(self, seen: Seen) -> str:
        """Return the state of somebody named in a description ("l'armée de X", "le gouvernement de X"); empty if none is known."""
        inside = (other for other in self.article.seen if seen.span.contains(other.span) and other.form == "name")
        return next(filter(None, (self._state_of(other) for other in inside if other.kind == "person")), "")

    def host(self, seen: Seen) -> str:
        """Return the state of whom a description around a mention is of ("KCNA, l'agence officielle du pays"); empty if none is known."""
        around = (other for other in self.article.seen if other.span != seen.span and other.span.contains(seen.span) and other.near)
        whom = next((self.ground.named[other.near][0] for other in around if other.near in self.ground.named), ("",))
        owner = self.knowledge.owners.get(whom[1]) or self.offices.state(whom[1]) if whom[0] == "known" else ""
        return owner or ""

    def last_government(self, seen: Seen, sense: Sense) -> str:
        """Return the state whose government, presidency or the like was told of last, for "l'exécutif"; empty for a country."""
        if sense.head not in self.knowledge.words.governments:
            return ""
        near = (other for other in reversed(self.ground.before(seen)) if seen.span.start - other.span.end <= NEAR_CHARS)
        told = (self.senses.of(other.text) for other in near if other.form == "description" and other.kind == "state")
        return next((known.state for known in told if known.state and known.head in self.knowledge.words.governments), "")

    def two_states(self) -> list[Identity]:
        """Return the two states that the article names most, if no third comes near."""
        states = Counter(seen.ref for seen in self.article.seen if seen.kind == "state" and seen.ref)
        ranked = sorted(states.items(), key=lambda item: (-item[1], item[0]))
        clear = len(ranked) == 2 or (len(ranked) > 2 and ranked[1][1] > ranked[2][1])
        return [("known", state) for state, _ in ranked[:2]] if clear else []

    def _state_of(self, person: Seen) -> str:
        """Return the state of a person by a title borne in the article, by the words of a description, or by an office known of."""
        identity = self.ground.decide(person)[0][0]
        titles = [sense.state for sense, who in self.ground.borne if who == identity and sense.state]
        state = titles[0] if titles else self.senses.of(person.text).state if person.form == "description" else ""
        return state or (self.offices.state(identity[1]) if identity[0] == "known" else "")

    def _side(self, seen: Seen) -> str:
        """Return the state of the delegation or the like told of last ("la délégation américaine"); empty if none was of late."""
        near = (other for other in reversed(self.ground.before(seen)) if seen.span.start - other.span.end <= NEAR_CHARS)
        sides = (self.senses.of(other.text).state for other in near if other.form == "description" and other.kind in _SIDES)
        return next(filter(None, sides), "")
