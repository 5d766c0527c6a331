"""What stands around a name: the preposition before it, what governs that, and the verb of which it is the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from selon.core.marks import Token
from selon.lang.actor_words import Words
from selon.lang.match import fold, fold_accents
from selon.stages.reading import Reading

ARTICLES = frozenset(["le", "la", "les", "l'"])
OF, TO = frozenset(["de", "d'", "du", "des"]), frozenset(["a", "au", "aux"])
_BARE_OF = frozenset(["de", "d'"])
_REACH = 4
_GLUED = re.compile(r"(?<=[a-z])[A-Z][a-z]*$")


def glued(word: str) -> str:
    """Return the last of two words that a lost line break has made one ("En" of "iranienEn"); empty where it is one word."""
    found = _GLUED.search(fold_accents(word))
    return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class Before:
    """The folded word before a name and its article, its token (-1 at the start of a text), and whether there was an article."""

    word: str
    place: int
    has_article: bool


class Setting:
    """Looks around the names of one article."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self.reading, self.words = reading, words
        self.places = frozenset((*words.place_heads, *words.country_heads, *words.building_heads, *words.way_heads))
        self.powers = frozenset((*words.power_heads, *words.office_heads, *words.giving))
        self.giving = frozenset(words.giving)

    def neighbour(self, index: int, step: int) -> Token | None:
        """Return the token beside one, if it is in the same sentence."""
        place = index + step
        same = 0 <= place < len(self.reading.tokens) and not self.reading.tokens[max(index, place)].starts_sentence
        return self.reading.tokens[place] if same else None

    def before(self, index: int) -> Before:
        """Return what stands before the name at a token; an empty word where the sentence begins with the name."""
        place, has_article = index - 1, False
        if place >= 0 and fold(self.reading.words[place]) in ARTICLES:
            place, has_article = place - 1, True
        if place < 0 or self.reading.sentence_of[place] != self.reading.sentence_of[index]:
            return Before("", place, has_article)
        token = self.reading.tokens[place]
        fixed = fold(self.reading.span(token.head, place).of(self.reading.raw)) if token.dep == "fixed" and token.head < place else ""
        word = fixed if fixed in self.words.power_prepositions else fold(glued(token.text) or token.text)
        return Before(word, place, has_article)

    def governor(self, place: int) -> str:
        """Return the folded noun, verb or adjective of giving that governs a preposition, a few words back at most.

        A noun that says neither place nor power leaves it to the one that it hangs on by "de" ("services de sécurité de ...");
        one that does, only where it has no article and hangs on a place ("cour d'appel de ..."). "Aux côtés de" is no coast.
        """
        first, told, is_bare = "", "", True
        for index in self.back(place):
            token, word = self.reading.tokens[index], fold(self.reading.words[index])
            lemma = word if word in self.places else self._lemma(index)
            if not (token.pos in ("NOUN", "VERB") or (word in self.places and not first) or lemma in self.giving):
                continue
            joint = fold(self.reading.words[index - 1]) if index else ""
            if f"{joint} {word}" in self.powers:
                return f"{joint} {word}"
            if lemma in self.places:
                return lemma
            is_told = (is_bare or token.pos == "VERB") and lemma in self.powers
            first, told = first or lemma, told or (lemma if is_told else "")
            is_bare = joint in _BARE_OF or self.reading.tokens[index - 1].pos == "DET"
            if joint not in OF or (told and not is_bare):
                break
        return told or first

    def _lemma(self, index: int) -> str:
        """Return the folded lemma; the infinitive of a present form that the model gives for its lemma ("donne")."""
        token, word = self.reading.tokens[index], fold(self.reading.words[index])
        ending = next((ending for ending in self.words.present_endings if word.endswith(ending)), "")
        is_form = token.feature("VerbForm") == "Fin" and fold(token.lemma) == word and ending
        return word.removesuffix(ending) + self.words.infinitive_ending if is_form else fold(token.lemma)

    def back(self, place: int) -> Iterator[int]:
        """Yield the tokens before a preposition, nearest first; marks of quotation and adjectives are no words of the way."""
        left, index = _REACH, place - 1
        while index >= 0 and left > 0:
            yield index
            tokens = self.reading.tokens
            if tokens[index].starts_sentence:
                return
            left -= 0 if tokens[index].pos == "ADJ" or not tokens[index].text[0].isalnum() else 1
            index -= 1

    def first(self, index: int) -> int:
        """Return the first of the things that "et" joins a token to; itself where none does."""
        while self.reading.tokens[index].dep == "conj" and self.reading.tokens[index].head < index:
            index = self.reading.tokens[index].head
        return index

    def verb(self, index: int, place: int) -> int | None:
        """Return the verb or predicate of which a name is the subject, by its label or since it stands right before it."""
        tokens = self.reading.tokens
        if place >= 0 and tokens[place].pos == "ADP":
            return None
        if tokens[index].dep.startswith("nsubj"):
            return tokens[index].head
        after = index + 1
        while after < len(tokens) and tokens[after].pos in ("PRON", "ADV") and not tokens[after].starts_sentence:
            after += 1
        if after >= len(tokens) or tokens[after].starts_sentence or tokens[after].feature("VerbForm") != "Fin":
            return None
        return tokens[after].head if tokens[after].pos == "AUX" else after

    def predicate(self, verb: int) -> int | None:
        """Return the adjective, participle or noun that a subject is said to be ("est prête", "reste opposée"), no preposition before."""
        tokens, children = self.reading.tokens, self.reading.children[verb]
        if not any(tokens[child].dep == "cop" for child in children):
            return next((child for child in children if tokens[child].dep in ("xcomp", "obj") and self._is_quality(child)), None)
        has_preposition = any(tokens[child].dep == "case" for child in children)
        return verb if self._is_quality(verb) and not has_preposition else None

    def _is_quality(self, index: int) -> bool:
        token = self.reading.tokens[index]
        return token.pos in ("ADJ", "NOUN", "PROPN") or token.feature("VerbForm") == "Part"

    def is_one_of(self, index: int, lemmas: frozenset[str]) -> bool:
        """Whether a token is a form of one of some words: by its lemma, or for a verb by its own ending."""
        if index < 0:
            return False
        token = self.reading.tokens[index]
        word = fold(token.text)
        forms = {word.removesuffix(ending) + self.words.infinitive_ending for ending in self.words.present_endings if word.endswith(ending)}
        return fold(token.lemma) in lemmas or not forms.isdisjoint(lemmas)

    def has_infinitive(self, verb: int) -> bool:
        """Whether a verb governs another one ("compte rester")."""
        after = range(verb + 1, min(verb + 2, len(self.reading.tokens)))
        return any(self.reading.tokens[token].feature("VerbForm") == "Inf" for token in (*after, *self.reading.children[verb]))

    def in_scene(self, index: int) -> bool:
        """Whether the sentence of a token is of weather, sport or ranks."""
        return self._scenes[self.reading.sentence_of[index]]

    @cached_property
    def _scenes(self) -> list[bool]:
        scene = re.compile(rf"\b(?:{'|'.join(self.words.scenes)})\b")
        spans = [self.reading.span(sentence.start, sentence.stop - 1) for sentence in self.reading.sentences]
        return [scene.search(fold(span.of(self.reading.raw))) is not None for span in spans]
