"""Of which state something is that the words of a description do not tell: "son pays", "l'armée", "l'exécutif"."""

from __future__ import annotations

import re
from collections import Counter

from selon.folds.identity.describe import Sense
from selon.folds.identity.ground import NEAR_CHARS, Ground
from selon.folds.identity.seen import Identity, Seen
from selon.lang.match import fold

_RECENT_CHARS = 300
_COUNTED = re.compile(r"^\w+ d(?:e |')\d[\d .,]* \w+$")
"""Troops told by their number alone ("contingent de 12.000 hommes")."""

_SIDES = frozenset(["group", "unit", "organisation"])
"""Kinds of descriptions that may name whom somebody speaks for."""


class Owners:
    """Finds the states that the descriptions of one article are of."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.article, self.senses = ground, ground.article, ground.senses
        self.offices, self.knowledge = ground.offices, ground.knowledge

    def owner(self, seen: Seen) -> str:
        """Return the state of who says a possessive, or of the person named last before it ("son pays"); empty if none is known."""
        if not fold(seen.text).startswith(self.knowledge.words.possessives):
            return ""
        if (state := self.of_speaker(seen)) or fold(seen.text).startswith(self.knowledge.words.first_person):
            return state
        spoken_for = ""
        for other in reversed(self.ground.before(seen)):
            if other.kind == "person":
                if state := self.state_of(other):
                    return state
                spoken_for = spoken_for or self._side(seen)
            elif other.kind == "state" and other.form != "description" and other.ref:
                return spoken_for or other.ref
        return spoken_for

    def of_speaker(self, seen: Seen) -> str:
        """Return the state of who says "notre pays", or is reported to say what "son pays" does, nobody being named between."""
        is_own = fold(seen.text).startswith(self.knowledge.words.first_person)
        around = [said for said in self.article.said if said.content.contains(seen.span) and (is_own or not said.is_direct)]
        said = min(around, key=lambda each: each.content.end - each.content.start, default=None)
        if said is None or (not is_own and self._names_somebody(said.content.start, seen.span.start)):
            return ""
        speaker = next((other for other in self.article.seen if other.span == said.source and other.span != seen.span), None)
        return self._power(speaker) if speaker else ""

    def _names_somebody(self, start: int, end: int) -> bool:
        between = (other for other in self.article.seen if start <= other.span.start and other.span.end <= end)
        return any(other.kind in ("person", "state") for other in between)

    def _power(self, other: Seen) -> str:
        """Return the state that a mention is, or that it acts for."""
        identity = self.ground.decide(other)[0][0]
        known = identity[1] if identity[0] == "known" else ""
        if other.kind == "person":
            return self.state_of(other)
        return known if known in self.offices.own_states else self.knowledge.owners.get(known, "") or (
            identity[1] if identity[0] == "of" else ""
        )

    def unit_owner(self, seen: Seen, sense: Sense) -> str:
        """Return the state of troops: by whose they are, by who sends them, or told of before for "l'armée", "ces soldats"."""
        folded, is_unit = fold(seen.text), seen.kind == "unit" or sense.head in self.knowledge.words.troops
        if is_unit and (owner := self.of_person(seen)):
            return owner
        sender = next((other for other in self.article.seen if other.span == seen.sender), None)
        is_plain = sense.is_bare or _COUNTED.search(sense.plain)
        is_sent = sender and is_plain and (is_unit or sense.head in self.knowledge.words.troopers)
        if is_sent and sender and (owner := self._power(sender)):
            return owner
        if not is_unit:
            return ""
        if folded.startswith(self.knowledge.words.possessives) and (owner := self.owner(seen)):
            return owner
        goes_on = folded.startswith(self.knowledge.words.told_before) and sense.is_bare and sense.head in self.knowledge.words.troops
        return self._told_before(seen, sense) if goes_on else ""

    def _told_before(self, seen: Seen, sense: Sense) -> str:
        """Return the state of the troops of the same noun that were told of last, where that is known."""
        before = (other for other in reversed(self.ground.before(seen)) if other.kind in ("unit", "group") and other.form == "description")
        alike = (self.ground.decide(other)[0][0] for other in before if self.senses.of(other.text).head == sense.head)
        return next((identity[1] for identity in alike if identity[0] == "of"), "")

    def of_person(self, seen: Seen) -> str:
        """Return the state of somebody named in a description or right behind ("le gouvernement X"); empty if none is known."""
        end = seen.span.end + (1 if seen.kind == "state" else 0)
        inside = (other for other in self.article.seen if other.form == "name" and seen.span.start <= other.span.start <= end)
        return next(filter(None, (self.state_of(other) for other in inside if other.kind == "person")), "")

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

    def last_ministry(self, seen: Seen) -> str:
        """Return the state of the ministry told of last, for "le ministère de la Défense"; empty if none was of late."""
        near = (other for other in reversed(self.ground.before(seen)) if seen.span.start - other.span.end <= NEAR_CHARS)
        told = (self.senses.of(other.text) for other in near if other.form == "description")
        return next((known.state for known in told if known.state and known.head in self.knowledge.words.ministries), "")

    def two_states(self, seen: Seen) -> list[Identity]:
        """Return the two of "les deux pays": those named most, if no third comes near; else the only ones named of late."""
        if fold(seen.text) not in self.knowledge.words.both_parties:
            return []
        states = Counter(other.ref for other in self.article.seen if other.kind == "state" and other.ref)
        states += Counter(state for other in self.article.seen if other.kind == "person" and (state := self.knowledge.homes.get(other.ref)))
        ranked = sorted(states.items(), key=lambda item: (-item[1], item[0]))
        clear = len(ranked) == 2 or (len(ranked) > 2 and ranked[1][1] > ranked[2][1])
        near = (other for other in self.ground.before(seen) if seen.span.start - other.span.end <= _RECENT_CHARS)
        recent = {other.ref for other in near if other.kind == "state" and other.ref}
        two = [state for state, _ in ranked[:2]] if clear else sorted(recent) if len(recent) == 2 else []
        return [("known", state) for state in two]

    def state_of(self, person: Seen) -> str:
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
