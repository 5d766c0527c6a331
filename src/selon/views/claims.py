"""The claims of a dossier, one line each: how they stand, and on how many sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.core.claims import Claim, ClaimEntry
from selon.views.choice import Choice


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim: what, how it stands, what it rests on, and its entries by date."""

    id: str
    title: str
    state: str
    documents: int
    roots: int
    roots_least: int
    parties: int
    flags: tuple[str, ...]
    first: str
    last: str
    stances: tuple[str, ...]
    entries: tuple[ClaimEntry, ...]


def claims(found: Iterable[Claim], choice: Choice) -> Iterator[ClaimLine]:
    """Yield the claims in which an actor chosen takes part, and that have an entry within the days chosen."""
    for claim in found:
        if any(_is_chosen(entry, choice) for entry in claim.entries):
            dates = sorted(entry.date for entry in claim.entries if entry.date[:4].isdigit())
            yield ClaimLine(
                claim.id, claim.title, claim.state, claim.documents, claim.roots, claim.roots_least, claim.parties, claim.flags,
                dates[0] if dates else "",
                dates[-1] if dates else "", tuple(entry.stance for entry in claim.entries), claim.entries,
            )  # fmt: skip


def _is_chosen(entry: ClaimEntry, choice: Choice) -> bool:
    if choice.actors is not None and not choice.actors & {entry.actor, *entry.about, *entry.recipient}:
        return False
    return choice.has_days(entry.date, entry.date)
