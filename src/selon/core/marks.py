"""What a stage finds in one article: marks, each with its place and the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from selon.core.days import Days
from selon.core.text import Evidence, Span


class Mark(Protocol):
    """Anything laid over raw text."""

    @property
    def span(self) -> Span: ...

    @property
    def why(self) -> str: ...


class ZoneKind(StrEnum):
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    AD = "ad"
    RELATED = "related"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the article of one kind. Body zones are paragraphs; zones never overlap."""

    span: Span
    kind: ZoneKind
    why: str

    @property
    def is_furniture(self) -> bool:
        """Whether the stretch is no part of the article's own text."""
        return self.kind not in (ZoneKind.BODY, ZoneKind.SUBHEAD)


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the parser read it.

    head:  index of the governing token in the layer; a root governs itself
    morph: Universal Dependencies features, ``Gender=Fem|Number=Sing``
    name:  label of the name it is part of (``B-PER``, ``I-LOC``), else empty
    """

    span: Span
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    morph: str
    name: str
    starts_sentence: bool
    why: str = "parser"

    def feature(self, key: str) -> str:
        """Return the value of one morphological feature; empty if it has none."""
        at = ("|" + self.morph).find(f"|{key}=")
        return self.morph[at + len(key) + 1 :].partition("|")[0] if at >= 0 else ""


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time expression as the grammar read it, before it is resolved.

    slots: what the pattern's groups hold, folded (``month`` = ``avril``)
    tense: ``past``, ``present``, ``future`` of the verb it hangs on; empty if none is known
    """

    span: Span
    rule: str
    slots: tuple[tuple[str, str], ...]
    tense: str
    zone: ZoneKind
    why: str

    def slot(self, name: str) -> str:
        return next((value for key, value in self.slots if key == name), "")


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason for a publication date: the words, and the days that they leave possible."""

    span: Span
    says: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class DateHint:
    """What another article of the dossier tells of the date of this one.

    span:  the words here on which it rests
    says:  ``shared words``: ``other`` has them too, in an article of ``days``; ``same event``, ``same time``: what they date,
           ``other`` puts on ``days``, known by its type and parties, or by the words around it
    name:  of the other article
    """

    span: Span
    says: str
    days: Days
    name: str
    other: Evidence
    why: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """When the article was published, as a range, and how that is known.

    span:  the words that state it; the whole text where it came with the input or is inferred
    basis: ``given`` (input), ``stated`` (header or byline), ``inferred``, ``confirmed`` (by a person)
    best:  the likeliest day, month or year, in ISO 8601
    """

    span: Span
    days: Days
    best: str
    basis: str
    clues: tuple[Clue, ...]
    why: str


BY_OTHERS, NARROWED = "dated.by-others", "dated.narrowed"
"""Why a dateline is what it is that rests on other articles of the dossier: alone, or with the article's own words."""
FIRM_DAYS = 31
"""An inferred date of more days than these is narrowed by other articles, and tells them nothing."""


@dataclass(frozen=True, slots=True)
class TimeExpr:
    """A TIMEX3 expression and the days it denotes.

    type:  ``DATE``, ``TIME``, ``DURATION`` or ``SET``
    value: as TIMEX3 writes it; underspecified (``XXXX-WXX-4``) where nothing anchors it
    days:  the days meant, both ends included; ``None`` for a duration, a set or what has no anchor
    why:   the rule; with ``.spoken`` where it counts from the day on which the quotation around it was spoken
    """

    span: Span
    type: str
    value: str
    mod: str
    days: Days | None
    why: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names an actor.

    form: ``name``, ``metonym`` or ``description``
    kind: ``person``, ``state``, ``organisation``, ``agency``, ``outlet``, ``group`` or ``unit``
    ref:  id in the knowledge base, where the name is in it
    near: the mention that it describes, where the text ties the two (apposition, title)
    """

    span: Span
    form: str
    kind: str
    ref: str
    near: Span | None
    why: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks. ``inner`` leaves the marks out; ``closed`` is false where one is missing."""

    span: Span
    inner: Span
    closed: bool
    depth: int
    why: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What someone is reported to have said, and by whose word it came.

    span:     all of it: content, cue and speaker
    content:  what is attributed, in order; several spans where the cue breaks it
    speaker:  the words that name the speaker, a pronoun included; ``None`` if none do
    source:   the mention that the speaker is; ``None`` if unknown
    via:      mentions of those who relayed it, from the nearest to the speaker to the nearest to the reader
    to:       those to whom it was said: mentions, or the words of the text where no mention stands there
    form:     ``direct``, ``indirect`` or ``mixed``
    modality: ``plain``, ``conditional``, ``future`` or ``negated``
    score:    how sure the reading is, 0 to 1
    """

    span: Span
    content: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None
    source: Span | None
    via: tuple[Span, ...]
    form: str
    act: str
    modality: str
    score: float
    why: str
    to: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Someone who takes part in an event: a mention, or the words that tell a state without naming it as an actor.

    ref:  id in the knowledge base where an adjective or a place tells the state; empty for a mention
    slot: the place in the clause by which the part was found: ``subject``, ``object``, a preposition ...
    """

    span: Span
    ref: str
    slot: str


@dataclass(frozen=True, slots=True)
class EventMark:
    """What the text says happened, will happen or is alleged, between actors.

    span:     the words that tell it
    type:     one of the sixteen of PLOVER; ``mode`` is the codebook's, or empty
    object:   class of the thing it is about (``weapons``), or empty
    when:     the time expression tied to it, and ``date`` its value; ``None`` and empty if there is none
    place:    where, as written
    status:   ``actual``, ``planned``, ``alleged``, ``denied``, ``negated``, ``hypothetical`` or ``habitual``
    per:      mentions of those on whose word it rests; empty where the narrator asserts it
    clause:   the clause or phrase that it was read from
    score:    how sure the reading is, 0 to 1
    """

    span: Span
    type: str
    mode: str
    source: tuple[Part, ...]
    target: tuple[Part, ...]
    object: str
    when: Span | None
    date: str
    place: Span | None
    status: str
    per: tuple[Span, ...]
    clause: Span
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class StanceMark:
    """Where someone stands on something that may be so: the proposition, and who alleges, denies, confirms or tells it.

    span:      the words that show it
    stance:    ``allege``, ``suspect``, ``assert``, ``deny``, ``deflect``, ``confirm``, ``expect``, ``presuppose``, ``promise``,
               ``support``, ``praise``, ``thank``, ``ask`` or ``narrate``
    type, mode, actor, recipient, object: the proposition, in the terms of an event; ``done`` is the date of the deed, ``status`` its status
    source:    the mention of whoever takes the stance; ``None`` for nobody named, and for the narrator
    to, via:   whom it answers or is addressed to; those who relayed it
    date:      of the act of speaking, or of the deed where the narrator tells it
    answers:   it has no proposition of its own but is about what was alleged just before
    gist:      the beginnings of the words that tell what is claimed, without the parties
    """

    span: Span
    stance: str
    type: str
    mode: str
    actor: tuple[Part, ...]
    recipient: tuple[Part, ...]
    object: str
    status: str
    done: str
    source: Span | None
    to: tuple[Part, ...]
    via: tuple[Span, ...]
    date: str
    modality: str
    strength: int
    answers: bool
    score: float
    why: str
    gist: tuple[str, ...] = ()


MARKS: tuple[type, ...] = (Zone, Token, TimePhrase, DateHint, Dateline, TimeExpr, Mention, Quote, Statement, EventMark, StanceMark)
"""Every kind of mark, in the order in which an article gets them."""
