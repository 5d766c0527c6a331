"""Noun phrases that describe an actor: ``le dirigeant``, ``des experts``, ``les troupes``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.core.text import Span
from selon.lang.actors import Knowledge, Noun
from selon.lang.match import fold
from selon.stages.reading import Reading

_OF = frozenset(["de", "d'", "du", "des"])
_BARE_OF = frozenset(["de", "d'"])
_COMPLEMENTS = 3
_NESTED_IN_TITLES = ("organisation", "unit")
_NESTED = ("agency", "outlet", "state", *_NESTED_IN_TITLES)
_WORDS_IN_HEAD = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """A describing noun phrase: its tokens, its head noun, and the first and last token of the head."""

    first: int
    last: int
    head: int
    head_end: int
    noun: Noun
    span: Span


class Descriptions:
    """Finds describing phrases around the nouns of the tables."""

    def __init__(self, reading: Reading, knowledge: Knowledge, people: list[Span], bodies: list[Span]) -> None:
        """``people``, ``bodies``: where known ones stand; no phrase reaches into the former, or runs on into the latter."""
        self.reading, self.knowledge = reading, knowledge
        self.people = {index for span in people for index in reading.inside(span)}
        self.bodies = {index for span in bodies for index in reading.inside(span)}
        self.determiners = frozenset((*knowledge.words.determiners, *knowledge.words.possessives))
        self.joints = frozenset(knowledge.words.joints)
        self.in_charge = frozenset(knowledge.words.in_charge)
        self.quantities = frozenset(knowledge.words.quantities)

    def found(self) -> Iterator[Phrase]:
        """Yield the phrases in order; inside another only those that it belongs to ("le chef de l'armée")."""
        done = -1
        for index in range(len(self.reading.tokens)):
            if index <= done:
                continue
            head = self._head(index)
            if head:
                phrase = self._phrase(*head)
                done = phrase.last
                yield phrase
                yield from self._within(phrase)

    def _within(self, phrase: Phrase) -> Iterator[Phrase]:
        """Yield the bodies, states and troops that a phrase is of, one inside the other."""
        for index in range(phrase.head + 2, phrase.last + 1):
            head = self._head(index) if self._is_complement(index) else None
            if head and head[1] <= phrase.last and self._is_owner(index, head[2], phrase):
                inner = self._phrase(*head)
                first, last = max(inner.first, phrase.head + 1), min(inner.last, phrase.last)
                yield Phrase(first, last, inner.head, inner.head_end, inner.noun, self.reading.span(first, last))

    def _is_owner(self, index: int, noun: Noun, phrase: Phrase) -> bool:
        """Whether a noun in a phrase is a mention of its own: no portfolio, and in a title of several words no state ("chef de l'État")."""
        kinds = _NESTED if index > phrase.head_end else _NESTED_IN_TITLES
        return noun.kind in kinds and fold(self.reading.words[index]) not in self.knowledge.portfolios

    def _is_complement(self, index: int) -> bool:
        """Whether a noun is of one body: after "du", or "de" and a determiner."""
        before = self.reading.words[index - 1]
        return before == "du" or (before in self.determiners and self.reading.words[index - 2] in _OF and before[-1:] != "s")

    def _head(self, index: int) -> tuple[int, int, Noun] | None:
        """Return first and last token of the longest describing noun that begins here, and the noun."""
        parts = fold(self.reading.words[index]).replace("-", " ").replace("'", " ").split()
        if not parts or parts[0] not in self.knowledge.noun_starts:
            return None
        sentence = self.reading.sentence(index)
        for last in range(min(index + _WORDS_IN_HEAD, sentence.stop) - 1, index - 1, -1):
            text = fold(self.reading.span(index, last).of(self.reading.raw))
            noun = self.knowledge.nouns.get(text)
            if (
                noun
                and not self._is_epithet(index)
                and not self._is_surname(index)
                and not self._hyphenated(last)
                and not self._qualifies(last)
                and self._is_in_capitals(index, text)
                and self.reading.tokens[index].pos not in ("VERB", "AUX", "ADP", "DET")
            ):
                return index, last, noun
        return None

    def _is_in_capitals(self, index: int, text: str) -> bool:
        """Whether a noun that is somebody only with a capital and its article has them, and only an adjective of a state behind it."""
        words, tokens = self.knowledge.words, self.reading.tokens
        if text not in words.with_capital:
            return True
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        led = index > 0 and fold(tokens[index - 1].text) in words.elided and tokens[index].text[0].isupper()
        is_demonym = after is not None and fold(after.text).replace("-", " ") in self.knowledge.demonyms
        goes_on = after is not None and (after.pos in ("ADJ", "NOUN", "PROPN") or after.text == "-" or fold(after.text) in _OF)
        return led and (is_demonym or not goes_on)

    def _is_epithet(self, index: int) -> bool:
        """Whether a word that may be a noun is an adjective behind one ("aide militaire")."""
        tokens = self.reading.tokens
        behind = index > 0 and not tokens[index].starts_sentence and tokens[index - 1].pos in ("NOUN", "PROPN")
        return behind and tokens[index].pos in ("ADJ", "NOUN") and tokens[index].dep in ("amod", "nmod", "acl")

    def _person(self, place: int, stop: int) -> int:
        """Return the last token of somebody's name, with its civility, that begins at a token; 0 if none does."""
        tokens = self.reading.tokens
        civil = place < stop and fold(tokens[place].text) in self.knowledge.words.civilities
        first = place + 1 if civil else place
        if first >= stop or not tokens[first].text[0].isupper() or not (civil or self._is_person(first)):
            return 0
        last = first
        while last + 1 < stop and (step := self._person_step(last + 1)):
            last += step
        return last

    def _person_step(self, index: int) -> int:
        """Return by how many tokens a name goes on: a capital, or a particle and a capital; 0 if it ends."""
        tokens = self.reading.tokens
        if index in self.people or index - 1 in self.people:
            return 1 if index in self.people and index - 1 in self.people else 0
        if tokens[index].text[0].isupper():
            return 1 if self._is_person(index) and tokens[index].name == "I-PER" else 0
        is_particle = fold(tokens[index].text) in self.knowledge.words.particles and index + 1 < len(tokens)
        return 2 if is_particle and self._is_person(index) and self._is_person(index + 1) else 0

    def _names_complement(self, index: int, noun: Noun) -> bool:
        """Whether a token goes on with what a complement is named ("la zone de police Bruxelles-Ixelles"); nobody's name does.

        A body's own phrase takes in a place only: another name behind it is that of the body.
        """
        token = self.reading.tokens[index]
        named = token.name[2:] == "LOC" or (noun.kind == "person" and (token.pos == "PROPN" or token.name[2:] == "ORG"))
        return named and (token.text[0].isupper() or token.text == "-") and not self._is_person(index) and index not in self.bodies

    def _is_person(self, index: int) -> bool:
        """Whether a token is part of a person's name."""
        return index in self.people or (self.reading.tokens[index].name.endswith("PER") and index not in self.bodies)

    def _qualifies(self, last: int) -> bool:
        """Whether a word that may be a noun is an adjective before one ("proche conseiller")."""
        tokens = self.reading.tokens
        is_before = last + 1 < len(tokens) and fold(tokens[last + 1].text) in self.knowledge.nouns
        return is_before and tokens[last].pos == "ADJ" and not tokens[last + 1].starts_sentence

    def _is_surname(self, index: int) -> bool:
        """Whether a noun is part of a person's name ("Bruno Le Maire")."""
        token = self.reading.tokens[index]
        return token.text[0].isupper() and token.name == "I-PER" and not token.starts_sentence

    def _hyphenated(self, last: int) -> bool:
        """Whether a hyphen makes a noun part of a longer one ("état-major")."""
        tokens = self.reading.tokens
        return last + 1 < len(tokens) and tokens[last + 1].text.startswith("-") and tokens[last + 1].span.start == tokens[last].span.end

    def _phrase(self, first: int, last: int, noun: Noun) -> Phrase:
        """Take in the determiner and adjectives before a head, adjectives and complements in ``de`` after it."""
        low = self._before(first)
        high = self._after(last, noun, charged=self._is_charged(low - 1))
        return Phrase(low, high, first, last, noun, self.reading.span(low, high))

    def _is_charged(self, index: int) -> bool:
        """Whether a verb that takes somebody and a thing in "de" stands before a phrase: "accuse | les élus | de mauvaise foi"."""
        return index >= 0 and fold(self.reading.tokens[index].lemma) in self.knowledge.words.charging

    def _before(self, first: int) -> int:
        tokens, low = self.reading.tokens, first
        while (
            low > 0
            and not tokens[low].starts_sentence
            and tokens[low - 1].pos in ("ADJ", "NUM")
            and tokens[low - 1].feature("VerbForm") != "Part"
        ):
            low -= 1
        if low > 0 and not tokens[low].starts_sentence and self._is_determiner(low - 1):
            low -= 1
        return self._quantified(low)

    def _quantified(self, low: int) -> int:
        """Take in a quantity before a phrase: "beaucoup de", "une série de"."""
        start = self.reading.sentence(low).start
        for words in range(2, 6):
            if low - words >= start and self._counted(low - words, low - 1) in self.quantities:
                return low - words
        return low

    def _counted(self, first: int, last: int) -> str:
        """Return words as the list of quantities has them: an elided preposition in full."""
        text = fold(self.reading.span(first, last).of(self.reading.raw))
        return text[:-1] + "e" if text.endswith(" d'") else text

    def _is_determiner(self, index: int) -> bool:
        word = fold(self.reading.words[index])
        return word in self.determiners or (word == "des" and self.reading.tokens[index].pos == "DET")

    def _after(self, last: int, noun: Noun, *, charged: bool) -> int:
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

    def _is_bare_deed(self, place: int, stop: int) -> bool:
        """Whether "de" and a noun without determiner and capital follow that is nobody."""
        follows = place + 1 < stop and self.reading.words[place] in _BARE_OF and self.reading.tokens[place + 1].pos in ("NOUN", "ADJ")
        return follows and fold(self.reading.words[place + 1]) not in self.knowledge.nouns

    def _past_owner(self, first: int, high: int, stop: int) -> int:
        """Take in the name behind the title of whom a phrase is of ("un porte-parole du président de la Commission Ada Martin")."""
        owned = any(self._is_complement(place) and self._is_title_of_one(place) for place in range(first + 1, high + 1))
        if not owned or high + 1 >= stop or not self._is_person(high + 1) or not self.reading.tokens[high + 1].text[0].isupper():
            return high
        return self._person(high + 1, stop) or high

    def _is_title_of_one(self, index: int) -> bool:
        noun = self.knowledge.nouns.get(fold(self.reading.words[index]))
        return noun is not None and noun.kind == "person" and noun.rank != "group"

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
        return last

    def _is_adjective(self, index: int) -> bool:
        token = self.reading.tokens[index]
        if not token.text[0].islower() or (token.dep == "det" and token.head > index):
            return False
        is_demonym = fold(token.text).replace("-", " ") in self.knowledge.demonyms
        return is_demonym or (token.pos == "ADJ" and token.feature("VerbForm") != "Part")

    def _complement(self, last: int, stop: int, of: Noun) -> int | None:
        """Return the last token of a complement in ``de`` (or ``et de``) that follows; ``None`` if none does."""
        tokens, words = self.reading.tokens, self.reading.words
        place = last + 1
        if place + 1 < stop and words[place] in self.joints and words[place + 1] in _OF and tokens[place + 1].pos != "DET":
            place += 1
        elif place + 2 < stop and fold(self.reading.span(place, place + 1).of(self.reading.raw)) in self.in_charge:
            place += 2
        if place >= stop or words[place] not in _OF or tokens[place].text[0].isupper():
            return None
        place += 1
        while place < stop and tokens[place].pos in ("DET", "ADJ") and tokens[place].feature("VerbForm") != "Part":
            place += 1
        if person := self._person(place, stop):
            return person
        if place >= stop or tokens[place].pos not in ("NOUN", "PROPN"):
            return None
        while (
            place + 1 < stop
            and tokens[place + 1].pos == "PROPN"
            and tokens[place].pos == "PROPN"
            and not tokens[place + 1].name.endswith("PER")
        ):
            place += 1
        end = self._adjectives(self._hyphen_end(place, stop), stop)
        noun = self.knowledge.nouns.get(fold(tokens[place].text))
        while noun and noun.kind == "person" and end + 1 < stop and self._is_person(end + 1):
            end += 1
        while (noun is None or noun.kind != "person") and end + 1 < stop and self._names_complement(end + 1, of):
            end += 1
        return end
