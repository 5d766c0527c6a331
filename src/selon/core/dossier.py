"""What many articles say together."""

from __future__ import annotations

from dataclasses import dataclass

from selon.core.text import DocId, Evidence, Span

SUGGESTED, CONFIRMED = "suggested", "confirmed"
"""The two tiers: what the machine suggests, and what a person confirmed."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One identity through all its names, in all articles.

    id:       a slug, the same on every build of the same articles
    variants: each way of naming it and how often, most frequent first
    tier:     ``confirmed`` where a person merged, made, renamed or retyped it, else ``suggested``
    """

    id: str
    name: str
    kind: str
    variants: tuple[tuple[str, int], ...]
    why: str
    tier: str = SUGGESTED


@dataclass(frozen=True, slots=True, order=True)
class ActorMention:
    """A place where an actor is named, described, or speaks. ``tier``: ``confirmed`` where a person said whose it is."""

    doc: DocId
    span: Span
    actor: str
    form: str
    kind: str
    tier: str = SUGGESTED


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a dossier and where each is mentioned."""

    actors: tuple[Actor, ...]
    mentions: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a person asks for it: who, what, when published, on whose word.

    evidence:  all of it, cue and speaker included; ``content`` is what is attributed, piece by piece
    via:       ids of those who relayed it, nearest to the speaker first; empty where nobody is known
    via_names: their names, one for each in ``via``; the words of the text where nobody is known
    to, to_names: those to whom it was said, in the same way
    score:     how sure the reading is, 0 to 1
    id:        the line's own, the same on every build
    """

    article: str
    published: str
    evidence: Evidence
    content: tuple[Evidence, ...]
    cue: str
    speaker: str
    actor: str
    actor_name: str
    via: tuple[str, ...]
    act: str
    form: str
    modality: str
    why: str
    via_names: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    to_names: tuple[str, ...] = ()
    score: float = 1.0
    id: str = ""

    @property
    def quote(self) -> str:
        """What is attributed, its pieces joined by an ellipsis."""
        return " […] ".join(piece.quote for piece in self.content)


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression as a person asks for it.

    basis: ``written`` where the words name the year; else how the article's own date is
           known: ``given``, ``stated``, ``inferred``; empty where the words have no day
    id:    the line's own, the same on every build
    """

    article: str
    published: str
    evidence: Evidence
    type: str
    value: str
    mod: str
    first: str
    last: str
    why: str
    basis: str = ""
    id: str = ""
