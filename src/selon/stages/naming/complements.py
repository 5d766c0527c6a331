"""What follows a noun and belongs to it: adjectives, and complements in "de" with the names in them."""

from __future__ import annotations

from selon.lang.actors import Knowledge, Noun
from selon.lang.match import fold
from selon.stages.naming.leads import OF, Leads
from selon.stages.naming.persons import Persons
from selon.stages.reading import Reading

_BARE_OF = frozenset(["de", "d'"])
_COMPLEMENTS = 3


class Complements:
    """Reads what stands behind the nouns of one article."""

    def __init__(self, reading: Reading, knowledge: Knowledge, persons: Persons, leads: Leads) -> None:
        self.reading, self.knowledge, self.persons, self.leads = reading, knowledge, persons, leads
        self.joints = frozenset(knowledge.words.joints)
        self.in_charge = frozenset(knowledge.words.in_charge)

    def end(self, last: int, noun: Noun, *, charged: bool) -> int:
        """Return the last token of what belongs to a noun; ``charged``: "de" and a bare noun may be the verb's."""
        sentence = self.reading.sentence(last)
        high = self._adjectives(self._hyphen_end(last, sentence.stop), sentence.stop)
        for _ in range(_COMPLEMENTS):
            if charged and self._is_bare_deed(high + 1, sentence.stop):
                break
            end = self._complement(high, sentence.stop, noun)
            if end is None:
                break
            high = end
        return self._past_owner(last + 1, high, sentence.stop)

    def _complement(self, last: int, stop: int, of: Noun) -> int | None:
        """Return the last token of a complement in ``de`` (or ``et de``) that follows; ``None`` if none does."""
        tokens, words = self.reading.tokens, self.reading.words
        place = last + 1
        if place + 1 < stop and words[place] in self.joints and words[place + 1] in OF and tokens[place + 1].pos != "DET":
            place += 1
        elif place + 2 < stop and fold(self.reading.span(place, place + 1).of(self.reading.raw)) in self.in_charge:
            place += 2
        if place >= stop or words[place] not in OF or tokens[place].text[0].isupper():
            return None
        place += 1
        while place < stop and tokens[place].pos in ("DET", "ADJ") and tokens[place].feature("VerbForm") != "Part":
            place += 1
        if self._counts_people(place, stop):
            place += 1
        if person := self.persons.end(place, stop):
            return person
        if place >= stop or tokens[place].pos not in ("NOUN", "PROPN"):
            return None
        while (
            place + 1 < stop
            and tokens[place + 1].pos == "PROPN"
            and tokens[place].pos == "PROPN"
            and not self.persons.covers(place + 1)
        ):
            place += 1
        end = self._adjectives(self._hyphen_end(place, stop), stop)
        noun = self.knowledge.nouns.get(fold(tokens[place].text))
        while noun and noun.kind == "person" and end + 1 < stop and self.persons.covers(end + 1):
            end += 1
        while (noun is None or noun.kind != "person") and end + 1 < stop and self._names_complement(end + 1, of):
            end += 1
        return end

    def _counts_people(self, index: int, stop: int) -> bool:
        """Whether a number of people stands at a token ("un contingent de 12.000 hommes"), and no age."""
        noun = self.knowledge.nouns.get(fold(self.reading.words[index + 1])) if index + 1 < stop else None
        return self.reading.tokens[min(index, stop - 1)].pos == "NUM" and noun is not None and noun.kind in ("person", "group", "unit")

    def _is_bare_deed(self, place: int, stop: int) -> bool:
        """Whether "de" and a noun without determiner and capital follow that is nobody."""
        follows = place + 1 < stop and self.reading.words[place] in _BARE_OF and self.reading.tokens[place + 1].pos in ("NOUN", "ADJ")
        return follows and fold(self.reading.words[place + 1]) not in self.knowledge.nouns

    def _past_owner(self, first: int, high: int, stop: int) -> int:
        """Take in the name behind the title of whom a phrase is of ("un porte-parole du président de la Commission Ada Martin")."""
        owned = any(self.leads.is_complement(place) and self._is_title_of_one(place) for place in range(first + 1, high + 1))
        if not owned or high + 1 >= stop or not self.persons.covers(high + 1) or not self.reading.tokens[high + 1].text[0].isupper():
            return high
        return self.persons.end(high + 1, stop) or high

    def _is_title_of_one(self, index: int) -> bool:
        noun = self.knowledge.nouns.get(fold(self.reading.words[index]))
        return noun is not None and noun.kind == "person" and noun.rank != "group"

    def _names_complement(self, index: int, noun: Noun) -> bool:
        """Whether a token goes on with what a complement is named ("la zone de police Bruxelles-Ixelles"); nobody's name does.

        A body's own phrase takes in a place only: another name behind it is that of the body.
        """
        token = self.reading.tokens[index]
        named = token.name[2:] == "LOC" or (noun.kind == "person" and (token.pos == "PROPN" or token.name[2:] == "ORG"))
        return (
            named and (token.text[0].isupper() or token.text == "-") and not self.persons.covers(index) and index not in self.persons.bodies
        )

    def _hyphen_end(self, last: int, stop: int) -> int:
        """Return the last token of a word that hyphens join on."""
        tokens = self.reading.tokens
        while (
            last + 2 < stop
            and tokens[last + 1].text == "-"
            and tokens[last].span.end == tokens[last + 1].span.start
            and tokens[last + 1].span.end == tokens[last + 2].span.start
        ):
            last += 2
        return last

    def _adjectives(self, last: int, stop: int) -> int:
        """Return the last token of the adjectives behind a noun; a demonym is one, whatever the parser calls it."""
        while last + 1 < stop and self._is_adjective(last + 1):
            last = self._hyphen_end(last + 1, stop)
        return self._other_states(last, stop)

    def _other_states(self, last: int, stop: int) -> int:
        """Take in the adjectives of more states ("les ministres suédois, norvégien et danois"), up to the one behind "et"."""
        tokens, end, place = self.reading.tokens, last, last
        while self._is_of_state(place) and place + 2 < stop and self._is_of_state(place + 2):
            joint = tokens[place + 1].text
            if joint not in self.joints and joint != ",":
                break
            place += 2
            end = place if joint in self.joints else end
        return end

    def _is_of_state(self, index: int) -> bool:
        word = self.reading.tokens[index].text
        return word[0].islower() and fold(word).replace("-", " ") in self.knowledge.demonyms

    def _is_adjective(self, index: int) -> bool:
        token = self.reading.tokens[index]
        if not token.text[0].islower() or (token.dep == "det" and token.head > index):
            return False
        is_demonym = fold(token.text).replace("-", " ") in self.knowledge.demonyms
        return is_demonym or (token.pos == "ADJ" and token.feature("VerbForm") != "Part")
