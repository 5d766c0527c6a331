"""A statement before its relays are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.core.marks import Statement
from selon.core.text import Span
from selon.stages.saying.extents import Content
from selon.stages.saying.modality import form
from selon.stages.saying.scene import Scene

_CLAUSES = frozenset(["que", "si", "inf", "de-inf", "à-inf", "incise", "quote", "as-said", "preposition", "antecedent"])
_SAME, _LEAD = 0.5, 3
_UNKNOWN = 0.7
"""How much surer a statement is whose speaker is a known mention."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement, its sentence, the word of its cue, and the frame of its content.

    relays: it attributes a whole sentence and may only pass on another's words
    word:   the token of its cue; -1 if it has no cue
    """

    statement: Statement
    sentence: int
    relays: bool
    word: int
    frame: str
    is_noun: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words they are: the words that name the speaker, the mention that is meant, and through whom they came, to whom they went."""

    words: Span | None
    source: Span | None
    via: tuple[Span, ...] = ()
    to: tuple[Span, ...] = ()


def statement(scene: Scene, content: Content, voice: Voice, *, cue: Span | None, act: str, modality: str, why: str) -> Statement:
    """Return the statement that a content and a voice make."""
    spans, score = content.spans, round(content.score * (_UNKNOWN if voice.words and voice.source is None else 1.0), 2)
    cover = Span.cover(spans[0], *spans, *(span for span in (cue, voice.words) if span))
    return Statement(cover, spans, cue, voice.words, voice.source, voice.via, form(scene, spans), act, modality, score, why, voice.to)


def without_doubles(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what a noun reports where another cue of the sentence attributes the same words, or the noun itself; and what "selon X"
    leads where it only says beforehand who speaks ("selon le préfet, « ... », a-t-il dit").
    """
    cued = [draft for draft in drafts if not draft.is_noun]
    return [draft for draft in drafts if not any(_doubled(scene, draft, other) for other in cued if other.sentence == draft.sentence)]


def _doubled(scene: Scene, draft: Draft, other: Draft) -> bool:
    return _doubles(scene, draft, other) if draft.is_noun else _restates(draft, other)


def _restates(draft: Draft, other: Draft) -> bool:
    """Whether the words that a preposition attributes hold an incise of the same speaker, or are what the same speaker is told to say
    ("X a déclaré que ..., selon un communiqué").
    """
    said, again = draft.statement, other.statement
    if draft.frame != "preposition" or said.source is None or said.source != again.source or again.cue is None:
        return False
    told = other.frame == "que" and said.speaker is not None and said.speaker != said.source
    return (other.frame == "incise" or told) and any(span.contains(again.cue) for span in said.content)


def _doubles(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a noun's content is for the most part that of another cue, or the noun leads the phrase that the other attributes."""
    mine, others = draft.statement.content[0], other.statement.content
    shared = max(min(mine.end, each.end) - max(mine.start, each.start) for each in others)
    if shared > _SAME * max(len(mine), sum(map(len, others))):
        return True
    leads = 0 <= draft.word - scene.at(others[0].start) <= _LEAD and mine.start < others[0].end
    return leads and other.frame not in _CLAUSES
