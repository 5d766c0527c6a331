"""One allegation through time: who alleged, denied, confirmed or told it, and how many independent sources stand behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.core.marks import StanceMark
from selon.core.text import DocId, Evidence, Span

Names = tuple[str, ...]
UNSAID = frozenset(["narrate", "presuppose"])
"""Stances by which nobody says anything of a claim."""
_SAYS = frozenset(["assert", "promise", "expect"])

BEHIND = frozenset(["allege", "assert", "suspect", "confirm", "admit"])
"""Stances that stand behind a claim."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A stance as one article shows it, before actors and claims are known.

    first, last: the days on which the article may have been published, in ISO 8601; empty if nothing tells
    """

    evidence: Evidence
    article: str
    published: str
    first: str
    last: str
    mark: StanceMark


@dataclass(frozen=True, slots=True, order=True)
class Home:
    """A mention whose own words tell for which state it speaks ("le ministre russe")."""

    doc: DocId
    span: Span
    state: str


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """A mention whose own words tell that somebody speaks for others, or only stands beside them ("l'avocat de Marie Dupont", "sa mère").

    of: the mention of whom it speaks for; ``None`` where its words name nobody, or it speaks for nobody
    """

    doc: DocId
    span: Span
    of: Span | None


@dataclass(frozen=True, slots=True)
class Sightings:
    """All stances of a dossier and what tells the side of those who take them.

    bodies: id of a body or person in the knowledge base -> the state it acts for or belongs to
    """

    sightings: tuple[Sighting, ...]
    homes: tuple[Home, ...]
    bodies: tuple[tuple[str, str], ...]
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """One stance on a claim.

    actor:  who takes it; empty for nobody named and for the narrator
    party:  the side that the actor speaks for; the actor itself where there is no larger one
    originator: who is said to have brought it into the world: the side that says it, of somebody without a name whoever relayed it first
    root:   what it rests on: the same id for entries that rest on the same words or the same occasion; empty where no source is named
    date:   of the act, in ISO 8601, as precise as is known
    flags:  ``reuse``, ``drift``, ``denial-dropped``, ``attribution-drift``, ``modality-shift``, ``reversal``, ``scope``
    why:    how it came into the claim: ``first``, ``same`` (type, doers and time), ``answer`` (it answers what stands beside it),
            ``elsewhere`` (the only claim of those days of the thing that it answers),
            ``own-denial`` (its side had denied it), ``person`` (somebody said so)
    """

    id: str
    article: str
    evidence: Evidence
    stance: str
    actor: str
    party: str
    originator: str
    to: Names
    via: Names
    date: str
    published: str
    root: str
    modality: str
    strength: int
    flags: Names
    about: Names
    recipient: Names
    score: float
    why: str = "first"

    @property
    def stands_behind(self) -> bool:
        """Whether somebody who is named stands behind the claim with it."""
        return bool(self.actor) and self.stance in BEHIND


@dataclass(frozen=True, slots=True)
class Claim:
    """Propositions that are taken for one, and every stance on it, by date.

    documents, parties: how many articles and sides stand in it
    roots:  how many independent sources its allegations and assertions have at most, ``roots_least`` at least: what one side said at two
            times may be one source. Never more than documents
    chains: how many chains of report these stand at the end of: one article that relays two sides has two, but is one source
    called: what a person calls it; empty where nobody named it
    tier:  ``confirmed`` where a person merged, split or named it, else ``suggested``
    state: ``open``, ``contested``, ``confirmed-by-accused``, ``confirmed-by-third``, ``narrated``, ``planned`` or ``realised``
    """

    id: str
    title: str
    type: str
    actor: str
    recipient: Names
    object: str
    state: str
    documents: int
    roots: int
    roots_least: int
    chains: int
    parties: int
    flags: Names
    entries: tuple[ClaimEntry, ...]
    tier: str = "suggested"
    called: str = ""

    @property
    def is_undone(self) -> bool:
        """Whether all that is said is that it is not, or will not be so."""
        return is_undone(self.entries)


def is_undone(entries: Sequence[ClaimEntry]) -> bool:
    """Whether nothing is said in some entries but that a deed is not, or will not be done ("promises not to attack")."""
    said = [entry for entry in entries if entry.stance not in UNSAID]
    return bool(said) and all(entry.modality == "negated" and entry.stance in _SAYS for entry in said)
