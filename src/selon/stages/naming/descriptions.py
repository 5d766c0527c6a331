"""Noun phrases that describe an actor: ``le dirigeant``, ``des experts``, ``les troupes``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.core.text import Span
from selon.lang.actors import Knowledge, Noun
from selon.lang.match import fold
from selon.stages.naming.complements import Complements
from selon.stages.naming.heads import Heads
from selon.stages.naming.leads import Leads
from selon.stages.naming.persons import Persons
from selon.stages.naming.spelt import spelt_out
from selon.stages.reading import Reading

_NESTED_IN_TITLES = ("organisation", "unit")
_NESTED = ("agency", "outlet", "state", *_NESTED_IN_TITLES)


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
        self.heads, self.leads = Heads(reading, knowledge), Leads(reading, knowledge)
        self.complements = Complements(reading, knowledge, Persons(reading, knowledge, people, bodies), self.leads)

    def found(self) -> Iterator[Phrase]:
        """Yield the phrases in order; inside another only those that it belongs to ("le chef de l'armée")."""
        done = -1
        for index in range(len(self.reading.tokens)):
            if index <= done:
                continue
            head = self.heads.at(index)
            if head:
                phrase = self._phrase(*head)
                done = phrase.last
                yield phrase
                yield from self._within(phrase)

    def _within(self, phrase: Phrase) -> Iterator[Phrase]:
        """Yield the bodies, states and troops that a phrase is of, one inside the other."""
        for index in range(phrase.head + 2, phrase.last + 1):
            head = self.heads.at(index) if self.leads.is_complement(index) else None
            if head and head[1] <= phrase.last and self._is_owner(index, head[2], phrase):
                inner = self._phrase(*head)
                first, last = max(inner.first, phrase.head + 1), min(inner.last, phrase.last)
                yield Phrase(first, last, inner.head, inner.head_end, inner.noun, self.reading.span(first, last))

    def _is_owner(self, index: int, noun: Noun, phrase: Phrase) -> bool:
        """Whether a noun in a phrase is a mention of its own: no portfolio, and in a title of several words no state ("chef de l'État")."""
        kinds = _NESTED if index > phrase.head_end else _NESTED_IN_TITLES
        return noun.kind in kinds and fold(self.reading.words[index]) not in self.knowledge.portfolios

    def _phrase(self, first: int, last: int, noun: Noun) -> Phrase:
        """Take in the determiner and adjectives before a head, adjectives and complements in ``de`` after it."""
        low = self.leads.begin(first)
        high = self.complements.end(last, noun, charged=self._is_charged(low - 1))
        if noun.kind not in ("person", "state"):
            high = max(high, spelt_out(first, self.reading, self.knowledge) or 0)
        high = self.complements.persons.past_body(high)
        return Phrase(low, high, first, last, noun, self.reading.span(low, high))

    def _is_charged(self, index: int) -> bool:
        """Whether a verb that takes somebody and a thing in "de" stands before a phrase: "accuse | les élus | de mauvaise foi"."""
        return index >= 0 and fold(self.reading.tokens[index].lemma) in self.knowledge.words.charging
