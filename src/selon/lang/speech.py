"""``speech.toml``: the verbs, nouns and prepositions that attribute words to someone."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from selon.lang.match import fold, fold_case

Act = Literal[
    "assert", "accuse", "deny", "confirm", "promise", "support", "praise", "congratulate", "condemn",
    "demand", "propose", "warn", "announce", "thank", "ask", "predict", "other",
]  # fmt: skip
VerbFrame = Literal[
    "que", "si", "inf", "say-inf", "de-inf", "à-inf", "np", "de-np", "à-np", "contre-np", "pour-np",
    "obj-de-inf", "obj-à-inf", "obj-de-np", "obj-à-np", "attribute", "attribute-de", "attribute-à", "attribute-comme",
    "quote", "passive",
]  # fmt: skip
NounFrame = Literal["que", "de-inf", "de-np", "selon-laquelle", "in-np", "colon"]


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of an entry as the parser cuts them: an elided word keeps its apostrophe."""
    return tuple(fold(text).replace("'", "' ").split())


class Example(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A sentence that must give a statement with just this cue, speaker and content."""

    text: str
    cue: str
    content: str
    speaker: str = ""


class VerbCue(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A verb, or a fixed group of words around one, and the forms that its content may take."""

    lemma: str
    act: Act
    frames: tuple[VerbFrame, ...]
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    reflexive: bool = False
    future_act: Act | None = None
    negated: Act | None = None

    @property
    def id(self) -> str:
        return f"fr.cue.{'se-' if self.reflexive else ''}{self.lemma.replace(' ', '-')}"


class NounCue(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A noun that reports: an accusation, a message, a promise."""

    lemma: str
    act: Act
    frames: tuple[NounFrame, ...]
    yes: tuple[Example, ...]
    no: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"fr.noun.{self.lemma.replace(' ', '-')}"


class PrepositionCue(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A preposition or connective that names a source: ``selon``, ``d'après``.

    set_off: it also means something else, and names a source only where commas set it off
    """

    text: str
    act: Act
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    set_off: bool = False

    @property
    def id(self) -> str:
        return f"fr.cue.{fold(self.text).replace(' ', '-')}"


class Speech(msgspec.Struct, forbid_unknown_fields=True, frozen=True, dict=True):
    """The cue lexicon, and its look-ups by first word."""

    verb: tuple[VerbCue, ...]
    noun: tuple[NounCue, ...]
    preposition: tuple[PrepositionCue, ...]

    @cached_property
    def verbs(self) -> dict[str, tuple[VerbCue, ...]]:
        """Verb cues by the lemma of their first word, those of most words first."""
        found: dict[str, list[VerbCue]] = {}
        for cue in self.verb:
            found.setdefault(fold_case(cue.lemma).split()[0], []).append(cue)
        return {lemma: tuple(sorted(cues, key=lambda cue: (-len(cue.lemma.split()), not cue.reflexive))) for lemma, cues in found.items()}

    @cached_property
    def nouns(self) -> dict[str, NounCue]:
        return {fold_case(cue.lemma): cue for cue in self.noun}

    @cached_property
    def nouns_by_word(self) -> dict[str, tuple[tuple[tuple[str, ...], NounCue], ...]]:
        """Noun cues and their folded words by the first of them, those of most words first."""
        found: dict[str, list[tuple[tuple[str, ...], NounCue]]] = {}
        for cue in self.noun:
            words = words_of(cue.lemma)
            found.setdefault(words[0], []).append((words, cue))
        return {word: tuple(sorted(cues, key=lambda each: -len(each[0]))) for word, cues in found.items()}
