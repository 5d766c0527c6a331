"""Whom the article told of before in words like those of a description: the same noun, number or title, or a wider noun."""

from __future__ import annotations

from selon.folds.identity.bodies import Found
from selon.folds.identity.describe import LEADER, Sense
from selon.folds.identity.ground import NEAR_CHARS, Ground
from selon.folds.identity.seen import Seen
from selon.lang.match import fold


class Again:
    """Finds those in one article who are described again."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.senses = ground, ground.senses
        self.offices, self.knowledge = ground.offices, ground.knowledge

    def same_noun(self, seen: Seen, sense: Sense) -> Found:
        """Whom the article last described by the noun that now stands alone ("ce professeur", "la cour", "ces journalistes")."""
        is_long = seen.kind == "person" and " " in sense.plain and sense.head != LEADER
        if not sense.is_bare or is_long or seen.kind == "unit" or not self._goes_on(seen, sense):
            return None
        for other in reversed(self.ground.before(seen)):
            known = self.senses.of(other.text)
            is_same = other.kind == seen.kind and other.form == "description" and self._narrows(known.head, sense.head)
            agrees = known.plural == sense.plural and known.former == sense.former and self._may_lead(sense, known)
            if is_same and agrees and (known.plain != sense.plain or known.state):
                return self.ground.decide(other)[0][0], "actor.same-noun"
        return None

    def same_number(self, seen: Seen, sense: Sense) -> Found:
        """Those of the same noun whom the article counted alike before, where one of both tells no state ("trois avocats français")."""
        number = fold(seen.text).split()[0]
        if seen.kind != "group" or number not in self.knowledge.words.numbers:
            return None
        for other in self.ground.before(seen):
            known = self.senses.of(other.text) if other.kind == "group" and fold(other.text).startswith(number + " ") else None
            if known and known.head == sense.head and bool(known.state) != bool(sense.state):
                return self.ground.decide(other)[0][0], "actor.same-noun"
        return None

    def same_words(self, seen: Seen, sense: Sense) -> Found:
        """Whom the article described before in words that hold all of these ("le porte-parole de X", "un porte-parole du président X")."""
        if seen.kind != "person" or not sense.of or not sense.definite or sense.former:
            return None
        words = self.senses.told_words(sense)
        for other in reversed(self.ground.before(seen)):
            known = self.senses.of(other.text)
            alike = other.form == "description" and other.kind == "person" and known.head == sense.head
            if alike and not known.former and sense.state in ("", known.state) and words <= self.senses.told_words(known):
                return self.ground.decide(other)[0][0], "actor.same-noun"
        return None

    def wider(self, seen: Seen, sense: Sense) -> Found:
        """The only one whom the article gives a title that a wider noun takes in ("l'élu" for a mayor, "le diplomate" for an envoy)."""
        heads = self.knowledge.words.wider.get(sense.head, ())
        if seen.kind != "person" or not heads or not sense.definite or not sense.is_short or sense.former:
            return None
        titles = ((title, who) for title, who in self.ground.borne if title.head in heads or title.portfolio in heads)
        told = {identity for title, identity in titles if sense.state in ("", title.state)}
        people = (other for other in self.ground.before(seen) if other.kind == "person" and seen.span.start - other.span.end <= NEAR_CHARS)
        found = told if len(told) == 1 else told & {self.ground.decide(other)[0][0] for other in people}
        return (found.pop(), "actor.wider-noun") if len(found) == 1 else None

    def same_leader(self, seen: Seen, sense: Sense) -> Found:
        """Whom the article describes by the same title, where another word than a state narrows it ("le président démocrate")."""
        noun = sense.plain.split(" ")[0]
        if sense.head != LEADER or sense.state or sense.of or not sense.definite or sense.former or sense.plain == noun:
            return None
        others = [other for other in self.ground.before(seen) if other.form == "description" and other.kind == "person"]
        alike = [other for other in others if (known := self.senses.of(other.text)).state and known.plain == noun and not known.former]
        found = {self.ground.decide(other)[0][0] for other in alike}
        return (found.pop(), "actor.same-noun") if len(found) == 1 else None

    def _may_lead(self, sense: Sense, known: Sense) -> bool:
        """Whether a leader may be the one told of before: of a body, only by the same word ("la présidente du parti", "la présidente")."""
        of_body = known.of or (known.state and known.state not in self.offices.own_states)
        return sense.head != LEADER or not of_body or known.plain.startswith(sense.plain + " ")

    def _goes_on(self, seen: Seen, sense: Sense) -> bool:
        """Whether a description points back at somebody: of one by its determiner, of several by "ces" or "les"."""
        return sense.definite or fold(seen.text).startswith(self.knowledge.words.told_before)

    def _narrows(self, head: str, bare: str) -> bool:
        """Whether a noun is another, or a longer name of it ("cour d'assises", "cour")."""
        return head == bare or (head.startswith(bare + " ") and bare not in self.knowledge.words.never_short)
