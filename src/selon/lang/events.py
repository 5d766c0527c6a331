"""``events.toml`` and ``objects.tsv``: what people do to each other in the news, and the things that they do it with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable

import msgspec

from selon.lang import load
from selon.lang.event_words import Words
from selon.lang.match import fold, fold_case
from selon.lang.triggers import ByAct, Embedding, Status, Trigger


class Events(msgspec.Struct, forbid_unknown_fields=True, frozen=True, dict=True):
    """``events.toml``, and its look-ups by the first folded word of a lemma."""

    verb: tuple[Trigger, ...]
    noun: tuple[Trigger, ...]
    embedding: tuple[Embedding, ...]
    act: tuple[ByAct, ...]
    words: Words

    @cached_property
    def verbs(self) -> dict[str, tuple[Lemma, ...]]:
        return _by_word(self.verb)

    @cached_property
    def nouns(self) -> dict[str, tuple[Lemma, ...]]:
        return _by_word(self.noun)

    @cached_property
    def embeddings(self) -> dict[str, Status]:
        return {fold(lemma): row.status for row in self.embedding for lemma in row.lemmas}

    @cached_property
    def acts(self) -> dict[str, ByAct]:
        return {row.act: row for row in self.act}


@dataclass(frozen=True, slots=True)
class Lemma:
    """One lemma of an entry: its first word, folded and with its accents, what follows, and whether it is reflexive."""

    trigger: Trigger
    first: str
    spelt: str
    rest: tuple[str, ...]
    reflexive: bool


def _by_word(rows: tuple[Trigger, ...]) -> dict[str, tuple[Lemma, ...]]:
    found: dict[str, list[Lemma]] = {}
    for row in rows:
        for lemma in row.lemmas:
            words = fold(lemma).replace("'", "' ").split()
            words = ["se" if word == "s'" and not place else word for place, word in enumerate(words)]
            reflexive = words[0] == "se"
            first, *rest = words[1:] if reflexive else words
            spelt = next(word for word in fold_case(lemma).replace("'", "' ").split() if fold(word) == first)
            found.setdefault(first, []).append(Lemma(row, first, spelt, tuple(rest), reflexive))
    return {word: tuple(sorted(lemmas, key=_specific)) for word, lemmas in found.items()}


def _specific(lemma: Lemma) -> tuple[int, bool, bool]:
    """Rank the entries of a word, those that ask for most first."""
    return (-len(lemma.rest), not lemma.reflexive, not lemma.trigger.negated)


class ObjectNoun(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A thing that news is about, and its class. ``nouns``: lemmas."""

    object: str
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happenings:
    """The knowledge of events: their words, and the classes of things by folded lemma."""

    events: Events
    objects: dict[str, str]

    @classmethod
    def read(cls, root: Traversable) -> Happenings:
        rows = load.table(root / "objects.tsv", ObjectNoun)
        return cls(load.toml(root / "events.toml", Events), {fold(noun): row.object for row in rows for noun in row.nouns})
