"""Names of the knowledge base in a text, and whether a place name stands for a power."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from selon.core.text import Span
from selon.lang.actors import Knowledge, Known
from selon.lang.match import fold, fold_accents
from selon.stages.reading import Reading

_WORD = re.compile(r"[^\W_]+")
_DETERMINERS = frozenset(["le", "la", "les", "l'"])
_OF = frozenset(["de", "d'", "du", "des"])
_NAMING = frozenset(["PROPN", "NOUN", "X"])
"""What the parser takes the first word of a longer name for ("Business France", "Air Canada")."""
_REACH, _LIST_GAP = 4, 4
_FUSED = re.compile(r"\b(au|du|aux|des) $")
_FUSED_CHARS, _BEFORE_CHARS = 5, 32


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at a place. ``contracted``: without its article, which the preposition before has swallowed ("au Figaro")."""

    span: Span
    known: Known
    contracted: bool = False


def hits(raw: str, zones: list[Span], knowledge: Knowledge) -> Iterator[Hit]:
    """Yield each longest known name, left to right; weak names only where the text shows that they are one."""
    folded, done = fold_accents(raw), 0
    found: list[Hit] = []
    for zone in zones:
        done = zone.start
        for word in _WORD.finditer(folded, zone.start, zone.end):
            if word.start() < done or (not word[0][0].isupper() and word[0] not in knowledge.names):
                continue
            known = _longest(folded, word, knowledge.names)
            short = None if known and not known.weak else _contracted(folded, word, knowledge)
            if best := short or known:
                done = word.start() + len(best.name)
                found.append(Hit(Span(word.start(), done), best, contracted=short is not None))
    sure = {hit.known.ref for hit in found if not (hit.known.weak or hit.contracted or hit.known.rivals) and hit.known.form == "name"}
    peoples = _peoples(folded, knowledge) if any(hit.known.rivals for hit in found) else frozenset()
    for hit in found:
        is_name = _is_told(folded, hit, knowledge) if hit.contracted else not hit.known.weak or _shown(folded, hit, knowledge)
        if hit.known.ref in sure or is_name:
            yield _settled(hit, sure | peoples)


def _peoples(folded: str, knowledge: Knowledge) -> frozenset[str]:
    """Return the states whose adjectives or people a text names ("soviétique")."""
    return frozenset(knowledge.demonyms[word] for word in set(_WORD.findall(fold(folded))) if word in knowledge.demonyms)


def _settled(hit: Hit, sure: set[str]) -> Hit:
    """Give a name that several share to the one that the article names otherwise, if the first is not named."""
    rival = next((ref for ref in hit.known.rivals if ref in sure), None) if hit.known.ref not in sure else None
    return Hit(hit.span, replace(hit.known, ref=rival)) if rival else hit


def _contracted(folded: str, word: re.Match[str], knowledge: Knowledge) -> Known | None:
    """Return the name with an article whose other words begin at a word, behind a preposition that holds the article."""
    before = _FUSED.search(folded, max(0, word.start() - _FUSED_CHARS), word.start())
    return _longest(folded, word, knowledge.contracted[before[1]]) if before and before[1] in knowledge.contracted else None


def _is_told(folded: str, hit: Hit, knowledge: Knowledge) -> bool:
    """Whether the words show an outlet whose name has lost its article: several words, "au", or before "du" what outlets have."""
    before = re.findall(r"[\w'-]+", fold(folded[max(0, hit.span.start - _BEFORE_CHARS) : hit.span.start]))[-2:]
    if hit.known.kind != "outlet" or len(before) < 2 or before[1] not in ("au", "du"):
        return False
    return " " in hit.known.name or before[1] == "au" or before[0] in knowledge.words.press_heads


def _longest(folded: str, word: re.Match[str], names: Mapping[str, tuple[Known, ...]]) -> Known | None:
    for known in names.get(word[0], ()):
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
        self.joints = frozenset(self.words.list_joints)
        self.previous: tuple[int, bool] | None = None

    def acts(self, hit: Hit) -> bool:
        """Whether the name stands for the power. Ask in the order of the text: an item of a list goes with the one before it."""
        index = self.reading.at(hit.span.start)
        decided = self._in_list(index)
        acts = not self._in_longer_name(hit, index) and (self._acts(hit, index) if decided is None else decided)
        self.previous = (self.reading.at(hit.span.end - 1), acts)
        return acts

    def _in_list(self, index: int) -> bool | None:
        """Return what the name before was taken for, if a comma or "et" joins this one to it: a lone comma joins powers only."""
        if self.previous is None or not 1 < index - self.previous[0] <= _LIST_GAP:
            return None
        words = [fold(self.reading.words[place]) for place in range(self.previous[0] + 1, index)]
        if not all(word in self.joints for word in words) or not any(word in self.words.list_marks for word in words):
            return None
        pairs = len(words) == 1 and words[0] != ","
        return self.previous[1] if pairs or any(word in self.words.list_prepositions for word in words) else self.previous[1] or None

    def _in_longer_name(self, hit: Hit, index: int) -> bool:
        """Whether the words beside it make it part of another name ("Business France"), or brackets a mere place."""
        tokens, last = self.reading.tokens, self.reading.at(hit.span.end - 1)
        if index >= len(tokens):
            return True
        before = tokens[index - 1] if index and not tokens[index].starts_sentence else None
        after = tokens[last + 1] if last + 1 < len(tokens) and not tokens[last + 1].starts_sentence else None
        if before is not None and (before.text == "(" or (before.pos in _NAMING and before.text[0].isupper())):
            return True
        return after is not None and after.pos == "PROPN" and after.text[0].isupper()

    def _acts(self, hit: Hit, index: int) -> bool:
        """Decide by the preposition before the name and the word that governs it."""
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
        return hit.known.form in ("name", "seat") or self._is_party(index, self.reading.at(hit.span.end - 1), place)

    def _preposition(self, index: int) -> tuple[str, int, bool]:
        """Return the folded word before the name (past its article), its place, and whether there was an article."""
        place, has_article = index - 1, False
        if place >= 0 and fold(self.reading.words[place]) in _DETERMINERS:
            place, has_article = place - 1, True
        same = place >= 0 and self.reading.sentence_of[place] == self.reading.sentence_of[min(index, len(self.reading.tokens) - 1)]
        return (fold(self.reading.words[place]) if same else "", place, has_article)

    def _governor(self, place: int) -> str:
        """Return the folded noun or verb that governs a preposition, a few words back at most.

        A noun that says neither place nor power leaves it to the one that it hangs on by "de" ("services de sécurité de ...").
        """
        first = ""
        for index in self._back(place):
            token = self.reading.tokens[index]
            word = fold(token.text)
            if token.pos in ("NOUN", "VERB") or word in self.places:
                lemma = word if word in self.places else fold(token.lemma)
                first = first or lemma
                if lemma in self.places or lemma in self.heads or lemma in self.giving:
                    return lemma
                if index == 0 or fold(self.reading.words[index - 1]) not in _OF:
                    break
        return first

    def _back(self, place: int) -> Iterator[int]:
        """Yield the tokens before a preposition, nearest first; marks of quotation and adjectives are no words of the way."""
        left, index = _REACH, place - 1
        while index >= 0 and left > 0:
            yield index
            tokens = self.reading.tokens
            if tokens[index].starts_sentence:
                return
            left -= 0 if tokens[index].pos == "ADJ" or not tokens[index].text[0].isalnum() else 1
            index -= 1

    def _is_party(self, index: int, last: int, place: int) -> bool:
        """Whether a capital that no place preposition precedes is party to something: a subject, or after "avec", "contre", "entre".

        index, last: its first token, which may be an article ("La Havane"), and its last
        """
        tokens = self.reading.tokens
        if place >= 0 and place != index - 1:
            return False
        starts = tokens[index].starts_sentence
        index = last if tokens[index].pos == "DET" else index
        if tokens[index].dep.startswith("nsubj") or (place >= 0 and fold(self.reading.words[place]) in self.words.power_prepositions):
            return True
        if self._leads_verb(last) and (place < 0 or tokens[place].pos != "ADP"):
            return True
        head = tokens[tokens[index].head]
        if tokens[index].dep in ("obj", "iobj") and head.pos == "VERB":
            return fold(head.lemma) not in self.words.reaching
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        return (
            starts and after is not None and (after.text == "," or (after.text[0].islower() and after.pos != "ADP"))
        )

    def _leads_verb(self, index: int) -> bool:
        """Whether a capital, or a list that it begins, stands before a verb: "hier, Paris, Berlin et Rome l'ont condamné"."""
        tokens, place = self.reading.tokens, index + 1
        while place + 2 < len(tokens) and tokens[place].text in self.words.list_marks and tokens[place + 1].text[0].isupper():
            place += 2
        while place + 1 < len(tokens) and tokens[place].pos == "PRON" and not tokens[place].starts_sentence:
            place += 1
        return place < len(tokens) and tokens[place].pos in ("VERB", "AUX") and tokens[place].feature("VerbForm") == "Fin"
