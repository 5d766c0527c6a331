"""Nouns that report: where they stand, who is named as their author, and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.lang.match import fold
from selon.lang.speech import NounCue
from selon.stages.saying.extents import is_speech
from selon.stages.saying.phrases import noun_phrase
from selon.stages.saying.scene import Scene

_LONGEST_PHRASE = 24


@dataclass(frozen=True, slots=True)
class Complement:
    """A prepositional phrase behind a noun: preposition, first token, head and last token of what it leads to."""

    preposition: int
    first: int
    head: int
    last: int


@dataclass(frozen=True, slots=True)
class Noun:
    """A reporting noun: its words, the possessive before it, its complements in "de" and "par", and where its phrase ends."""

    entry: NounCue
    first: int
    last: int
    owner: int | None
    of: tuple[Complement, ...]
    by: Complement | None
    end: int

    def takes(self, frame: str) -> bool:
        return frame in self.entry.frames


def nouns(scene: Scene) -> Iterator[Noun]:
    """Yield the reporting nouns of the body that are no word of a quoted speech."""
    for index, token in enumerate(scene.tokens):
        if token.pos not in ("NOUN", "ADJ", "PROPN", "VERB") or not scene.in_body(index):
            continue
        matched = _entry(scene, index)
        if matched is None or (token.pos in ("ADJ", "VERB") and not _is_determined(scene, index)) or _is_bare_after_to(scene, index):
            continue
        quote = scene.quote_over(token.span.start)
        if quote is None or not is_speech(scene, quote):
            yield _noun(scene, index, *matched)


def _entry(scene: Scene, index: int) -> tuple[NounCue, int] | None:
    """Return the entry of most words that stands at a token, and its last token."""
    for word in dict.fromkeys((fold(scene.tokens[index].lemma), scene.folded[index], scene.folded[index].rstrip("s"))):
        for words, entry in scene.speech.nouns_by_word.get(word, ()):
            rest = range(index + 1, index + len(words))
            if rest.stop <= scene.sentence(index).stop and all(
                _is(scene, place, wanted) for place, wanted in zip(rest, words[1:], strict=True)
            ):
                return entry, rest.stop - 1
    return None


def _is(scene: Scene, index: int, word: str) -> bool:
    return scene.folded[index] == word or fold(scene.tokens[index].lemma) == word


def _is_determined(scene: Scene, index: int) -> bool:
    """Whether a determiner stands right before what the parser takes for another kind of word."""
    return index > 0 and scene.tokens[index - 1].pos == "DET" and not scene.tokens[index].starts_sentence


def _is_bare_after_to(scene: Scene, index: int) -> bool:
    """Whether a noun is part of a preposition: "à propos de"."""
    return index > 0 and scene.folded[index - 1] in scene.grammar.to


def _noun(scene: Scene, index: int, entry: NounCue, last: int) -> Noun:
    before = index - 1
    while before > 0 and scene.tokens[before].pos == "ADJ" and not scene.tokens[before + 1].starts_sentence:
        before -= 1
    owned = before >= 0 and not scene.tokens[index].starts_sentence and scene.folded[before] in scene.grammar.possessives
    of, by, end = _complements(scene, last)
    return Noun(entry, index, last, before if owned else None, of, by, end)


def _complements(scene: Scene, last: int) -> tuple[tuple[Complement, ...], Complement | None, int]:
    """Return the complements in "de", that in "par", and the last token of the phrase; it ends before a clause or words in marks."""
    of, by, place = list[Complement](), None, last + 1
    stop = min(scene.sentence(last).stop, last + _LONGEST_PHRASE)
    while place < stop:
        word, token = scene.folded[place], scene.tokens[place]
        is_of = word in scene.grammar.of or (word in scene.grammar.of_fused and token.pos != "DET")
        if is_of or token.pos == "ADP":
            clause = leads_infinitive(scene, place) or scene.folded[min(place + 1, len(scene.tokens) - 1)] in scene.grammar.which
            found = None if clause else _complement(scene, place)
            if found is None:
                break
            if is_of:
                of.append(found)
            elif word in scene.grammar.by:
                by = found
            place = found.last + 1
        elif (
            (token.pos in ("ADJ", "ADV", "NUM") and word not in scene.grammar.negation | scene.grammar.comparatives)
            or word in scene.grammar.published
            or token.name
            or word in scene.grammar.days
        ):
            place += 1
        else:
            break
    return tuple(of), by, place - 1


def _complement(scene: Scene, preposition: int) -> Complement | None:
    """Return the noun phrase behind a preposition without complements of its own, but for those of a title or a name."""
    first = preposition + 1
    phrase = noun_phrase(scene, first) if first < scene.sentence(preposition).stop and not scene.is_mark(first) else None
    if phrase is None:
        return None
    head, last = phrase[0], phrase[0]
    while last < phrase[1] and (scene.tokens[last + 1].pos in ("ADJ", "PROPN", "NUM") or scene.tokens[last + 1].name):
        last += 1
    here = scene.tokens[head].span
    ends = [scene.at(mention.span.end - 1) for mention in scene.mentions_in(here) if mention.span.contains(here)]
    titled = [scene.at(scene.titled[head].span.end - 1)] if head in scene.titled else []
    return Complement(preposition, first, head, min(max([last, *ends, *titled]), scene.sentence(head).stop - 1))


def leads_infinitive(scene: Scene, place: int) -> bool:
    """Whether an infinitive follows a preposition, clitics and adverbs between them at most."""
    stop = scene.sentence(place).stop
    for here in range(place + 1, min(stop, place + 6)):
        if scene.is_inf(here):
            return True
        if scene.folded[here] not in scene.grammar.clitics and scene.tokens[here].pos != "ADV" and not scene.is_mark(here):
            return False
    return False
