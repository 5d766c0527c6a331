"""``speech.toml``: the verbs, nouns and prepositions that attribute words to someone."""
from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from selon.lang.match import fold_case

Act = Literal[
    "assert", "accuse", "deny", "confirm", "promise", "support", "praise", "congratulate", "condemn",
    "demand", "propose", "warn", "announce", "thank", "ask", "predict", "other",
]  # fmt: skip
VerbFrame = Literal[
    "que", "si", "inf", "de-inf", "à-inf", "np", "de-np", "à-np", "contre-np", "pour-np",
    "obj-de-inf", "obj-à-inf", "obj-de-np", "attribute", "quote", "passive",
]  # fmt: skip
NounFrame = Literal["que", "de-inf", "de-np", "selon-laquelle", "in-np", "colon"]


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


class PrepositionCue(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A preposition or connective that names a source: ``selon``, ``d'après``.

    set_off: it also means something else, and names a source only where commas set it off
    """

    text: str
    act: Act
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    set_off: bool = False


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
