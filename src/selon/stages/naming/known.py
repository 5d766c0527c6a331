"""Names of the knowledge base in a text, and whether a place name stands for a power."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from selon.core.text import Span
from selon.lang.actors import Knowledge, Known
from selon.lang.match import fold, fold_accents
from selon.stages.reading import Reading

_WORD = re.compile(r"[^\W_]+")
_DETERMINERS = frozenset(["le", "la", "les", "l'"])
_REACH = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at a place."""

    span: Span
    known: Known


def hits(raw: str, zones: list[Span], knowledge: Knowledge) -> Iterator[Hit]:
    """Yield each longest known name, left to right; weak names only where the text shows that they are one."""
    folded, done = fold_accents(raw), 0
    found: list[Hit] = []
    for zone in zones:
        done = zone.start
        for word in _WORD.finditer(folded, zone.start, zone.end):
            if word.start() < done or (not word[0][0].isupper() and word[0] not in knowledge.names):
                continue
            known = _longest(folded, word, knowledge)
            if known:
                done = word.start() + len(known.name)
                found.append(Hit(Span(word.start(), done), known))
    sure = {hit.known.ref for hit in found if not hit.known.weak and hit.known.form == "name" and not hit.known.rivals}
    for hit in found:
        if not hit.known.weak or hit.known.ref in sure or _shown(folded, hit, knowledge):
            yield _settled(hit, sure)


def _settled(hit: Hit, sure: set[str]) -> Hit:
    """Give a name that several share to the one that the article names otherwise, if the first is not named."""
    rival = next((ref for ref in hit.known.rivals if ref in sure), None) if hit.known.ref not in sure else None
    return Hit(hit.span, replace(hit.known, ref=rival)) if rival else hit


def _longest(folded: str, word: re.Match[str], knowledge: Knowledge) -> Known | None:
    for known in knowledge.names.get(word[0], ()):
        end = word.start() + len(known.name)
        if folded.startswith(known.name, word.start()) and not folded[end : end + 1].isalnum() and not _glued(folded, word.start(), end):
            return known
    return None


def _glued(folded: str, start: int, end: int) -> bool:
    """Whether a hyphen makes the name part of a longer word (Paris-Nice, Notre-Dame)."""
    after, before = folded[end : end + 2], folded[max(0, start - 2) : start]
    return (after[:1] == "-" and after[1:].isalpha()) or (before[-1:] == "-" and before[:1].isalnum())


def _shown(folded: str, hit: Hit, knowledge: Knowledge) -> bool:
    """Whether an article, a quotation mark or a word for its kind precedes a weak name."""
    before = fold(folded[max(0, hit.span.start - 24) : hit.span.start])
    words = re.findall(r"[\w-]+'?|[«\"“]", before)
    last = words[-1] if words else ""
    if last and (last in '«"“' or last in knowledge.words.class_words):
        return True
    own_article = fold(hit.known.name).split()[0] in _DETERMINERS
    return not own_article and last in knowledge.words.determiners


class Powers:
    """Tells, for the name of a state, a capital or a palace, whether it acts or is only where something is."""

    def __init__(self, reading: Reading, knowledge: Knowledge) -> None:
        self.reading, self.words = reading, knowledge.words
        self.giving, self.places = frozenset(self.words.giving), frozenset(self.words.place_heads)
        self.before, self.heads = frozenset(self.words.places_before), frozenset(self.words.power_heads)

    def acts(self, hit: Hit) -> bool:
        """Whether the name stands for the power: by the preposition before it and the word that governs it."""
        index = self.reading.at(hit.span.start)
        preposition, place, has_article = self._preposition(index)
        if preposition in self.before:
            return False
        governor = self._governor(place)
        if preposition in ("a", "au", "aux"):
            dative = governor in self.giving
            return dative or (hit.known.form == "name" and preposition == "a" and has_article)
        if preposition in ("de", "d'", "du", "des"):
            if hit.known.form == "name":
                return governor not in self.places and (has_article or preposition in ("du", "des") or governor in self.heads)
            return governor in self.heads or (hit.known.form == "seat" and governor not in self.places)
        return hit.known.form == "name" or self._is_party(index, place)

    def _preposition(self, index: int) -> tuple[str, int, bool]:
        """Return the folded word before the name (past its article), its place, and whether there was an article."""
        place, has_article = index - 1, False
        if place >= 0 and fold(self.reading.words[place]) in _DETERMINERS:
            place, has_article = place - 1, True
        same = place >= 0 and self.reading.sentence_of[place] == self.reading.sentence_of[min(index, len(self.reading.tokens) - 1)]
        return (fold(self.reading.words[place]) if same else "", place, has_article)

    def _governor(self, place: int) -> str:
        """Return the folded lemma of the nearest noun or verb before the preposition, a few words back at most."""
        for back in range(place - 1, max(-1, place - 1 - _REACH), -1):
            token = self.reading.tokens[back]
            if token.pos in ("NOUN", "VERB"):
                return fold(token.lemma)
        return ""

    def _is_party(self, index: int, place: int) -> bool:
        """Whether a capital that no place preposition precedes is party to something, rather than an apposed place."""
        if index >= len(self.reading.tokens):
            return False
        previous = self.reading.tokens[place] if place >= 0 else None
        if previous is not None and (previous.pos in ("NOUN", "PROPN") or previous.text in "(["):
            return False
        return self.reading.tokens[index].dep.partition(":")[0] in (
            "nsubj",
            "obj",
            "conj",
            "obl",
            "nmod",
            "ROOT",
            "appos",
            "iobj",
            "advcl",
            "xcomp",
            "dep",
        )
