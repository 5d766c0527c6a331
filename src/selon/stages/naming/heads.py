"""Where a noun of the tables stands that describes somebody, and is no adjective and no part of a name."""

from __future__ import annotations

from selon.lang.actors import Knowledge, Noun
from selon.lang.match import fold
from selon.stages.naming.leads import OF
from selon.stages.reading import Reading

_WORDS_IN_HEAD = 5


class Heads:
    """Finds the describing nouns of one article."""

    def __init__(self, reading: Reading, knowledge: Knowledge) -> None:
        self.reading, self.knowledge = reading, knowledge

    def at(self, index: int) -> tuple[int, int, Noun] | None:
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
                and not self._is_count(last, text)
                and self._is_in_capitals(index, text)
                and self._is_of_state(last, text)
                and not self._is_thing(index, last, text)
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
        goes_on = after is not None and (after.pos in ("ADJ", "NOUN", "PROPN") or after.text == "-" or fold(after.text) in OF)
        return led and (is_demonym or not goes_on)

    def _is_of_state(self, last: int, text: str) -> bool:
        """Whether the adjective of a state stands behind a noun that is nobody without one."""
        if text not in self.knowledge.words.with_demonym:
            return True
        after = self.reading.words[last + 1] if last + 1 < len(self.reading.words) else ""
        return fold(after).replace("-", " ") in self.knowledge.demonyms

    def _is_thing(self, index: int, last: int, text: str) -> bool:
        """Whether the words around a noun make it no actor ("à la source", "une majorité de voix", "source d'inquiétude")."""
        words, around = self.knowledge.words, self.reading.words
        before = " ".join(fold(word) for word in around[max(0, index - 2) : index])
        if any(before == end or before.endswith(" " + end) for end in words.thing_before.get(text, ())):
            return True
        after = fold(around[last + 1]) if last + 1 < len(around) else ""
        return after in words.thing_behind.get(text, ()) and not self._is_somebody(last + 2)

    def _is_somebody(self, index: int) -> bool:
        """Whether somebody stands at a token, or behind the determiner there: a noun of the tables, or a capital."""
        place = index + 1 if index < len(self.reading.tokens) and self.reading.tokens[index].pos == "DET" else index
        token = self.reading.tokens[place] if place < len(self.reading.tokens) else None
        return token is not None and (token.text[0].isupper() or fold(token.text) in self.knowledge.nouns)

    def _is_epithet(self, index: int) -> bool:
        """Whether a word that may be a noun is an adjective behind one ("aide militaire")."""
        tokens = self.reading.tokens
        behind = index > 0 and not tokens[index].starts_sentence and tokens[index - 1].pos in ("NOUN", "PROPN")
        follows = index > 1 and tokens[index].pos == tokens[index - 1].pos == "ADJ" and tokens[index - 2].pos == "NOUN"
        of_noun = behind and tokens[index].pos in ("ADJ", "NOUN") and tokens[index].dep in ("amod", "nmod", "acl")
        return of_noun or (follows and not tokens[index].starts_sentence and not tokens[index - 1].starts_sentence)

    def _qualifies(self, last: int) -> bool:
        """Whether a word that may be a noun is an adjective before one ("proche conseiller")."""
        tokens = self.reading.tokens
        is_before = last + 1 < len(tokens) and fold(tokens[last + 1].text) in self.knowledge.nouns
        return is_before and tokens[last].pos == "ADJ" and not tokens[last + 1].starts_sentence

    def _is_count(self, last: int, text: str) -> bool:
        """Whether a noun is no person, but a count of what somebody is charged with ("chefs d'accusation")."""
        words, tokens = self.knowledge.words, self.reading.tokens
        after = last + 2 < len(tokens) and fold(tokens[last + 1].text) in OF
        return text in words.counts and after and fold(tokens[last + 2].text) in words.charges

    def _is_surname(self, index: int) -> bool:
        """Whether a noun is part of a person's name ("Bruno Le Maire")."""
        token = self.reading.tokens[index]
        return token.text[0].isupper() and token.name == "I-PER" and not token.starts_sentence

    def _hyphenated(self, last: int) -> bool:
        """Whether a hyphen makes a noun part of a longer one ("état-major")."""
        tokens = self.reading.tokens
        return last + 1 < len(tokens) and tokens[last + 1].text.startswith("-") and tokens[last + 1].span.start == tokens[last].span.end
