"""The claims ledger as a person reads it: each claim with its entries by time, who took which stance, on what it rests, why it is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selon.core.claims import Claim, ClaimEntry
from selon.core.days import Days
from selon.core.text import Evidence

_SIDES = {
    "allege": "for", "suspect": "for", "assert": "for", "confirm": "admits", "admit": "admits", "deny": "against", "reject": "against",
    "retract": "against", "narrate": "told",
}  # fmt: skip
"""What a stance does to a claim: stand for it, against it, admit it, tell it as a fact; others leave it open."""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One stance on a claim.

    side:  ``for``, ``against``, ``admits``, ``told`` or ``other``
    root:  number of what it rests on, within the claim; 0 where no source is named
    party: the larger side that the actor speaks for; empty where it is the actor itself
    """

    id: str
    date: str
    published: str
    article: str
    stance: str
    side: str
    actor: str
    actor_name: str
    party: str
    to: tuple[str, ...]
    via: tuple[str, ...]
    evidence: Evidence
    root: int
    modality: str
    strength: int
    flags: tuple[str, ...]
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim with its entries, the earliest first.

    called: what a person calls it; empty where nobody named it. ``about``, ``recipient``: who is said to do it, to whom, by name
    first, last: dates of the earliest and the latest entry, as precise as they are; empty where none has one
    is_undone: all that is said is that it is not, or will not be so
    marks:  place of each entry between the first and the last day, 0 to 1, with its side; those of one place side by side
    """

    id: str
    called: str
    type: str
    object: str
    about: str
    is_undone: bool
    recipient: tuple[str, ...]
    state: str
    tier: str
    documents: int
    roots: int
    roots_least: int
    chains: int
    parties: tuple[str, ...]
    flags: tuple[str, ...]
    first: str
    last: str
    entries: tuple[EntryLine, ...]
    marks: tuple[tuple[float, int, str], ...]


def card(claim: Claim, names: Mapping[str, str]) -> ClaimCard:
    """Return a claim to read. ``names``: id of an actor -> its name."""
    roots = {root: number for number, root in enumerate(dict.fromkeys(each.root for each in claim.entries if each.root), 1)}
    entries = tuple(_entry(each, roots, names) for each in claim.entries)
    dates = sorted((str(days.first), each.date) for each in claim.entries if (days := Days.parse(each.date)))
    parties = dict.fromkeys(each.party for each in claim.entries if each.party)
    return ClaimCard(
        claim.id, claim.called, claim.type, claim.object, names.get(claim.actor, claim.actor), claim.is_undone,
        _named(claim.recipient, names), claim.state, claim.tier, claim.documents, claim.roots, claim.roots_least, claim.chains,
        _named(parties, names), claim.flags, dates[0][1] if dates else "", dates[-1][1] if dates else "", entries, _marks(entries),
    )  # fmt: skip


def _entry(each: ClaimEntry, roots: Mapping[str, int], names: Mapping[str, str]) -> EntryLine:
    party = names.get(each.party, each.party) if each.party != each.actor else ""
    return EntryLine(
        each.id, each.date, each.published, each.article, each.stance, _SIDES.get(each.stance, "other"), each.actor,
        names.get(each.actor, each.actor), party, _named(each.to, names), _named(each.via, names), each.evidence, roots.get(each.root, 0),
        each.modality, each.strength, each.flags, each.why, each.score,
    )  # fmt: skip


def _named(actors: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(actor, actor) for actor in actors)


def _marks(entries: Iterable[EntryLine]) -> tuple[tuple[float, int, str], ...]:
    """Return place, rank at that place and side of each entry that has a date."""
    dated = [(days.first, each.side) for each in entries if (days := Days.parse(each.date))]
    if not dated:
        return ()
    first, whole = min(day for day, _ in dated), (max(day for day, _ in dated) - min(day for day, _ in dated)).days
    ranks: dict[float, int] = {}
    found = []
    for day, side in sorted(dated):
        at = (day - first).days / whole if whole else 0.0
        ranks[at] = rank = ranks.get(at, -1) + 1
        found.append((round(at, 4), rank, side))
    return tuple(found)
