"""What each entry rests on: entries over the same words, or over one occasion of one side, have one root."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from selon.core.reuse import Place
from selon.folds.claiming.held import Held
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.words import alike
from selon.folds.copying.copies import Copies
from selon.folds.copying.origins import Groups
from selon.folds.copying.roots import Asked

BEHIND = frozenset(["allege", "assert", "suspect", "confirm", "admit"])
"""Stances that stand behind a claim."""
_ALLEGES = frozenset(["allege", "suspect"])
_AGAINST = frozenset(["deny", "reject"])


@dataclass(frozen=True, slots=True)
class Rooted:
    """The root of each entry, empty where no source is named; and how many there are behind the claim, at least and at most."""

    ids: tuple[str, ...]
    least: int
    most: int


def roots(entries: Sequence[Held], parties: Parties, copies: Copies) -> Rooted:
    """Count what the entries of a claim rest on, by the words that articles share and by who is said to have said it.

    The same words and the same occasion are one root for sure; the same side at another time is one root perhaps.
    There are never more roots than documents.
    """
    sure, perhaps = Groups(len(entries)), Groups(len(entries))
    for alike_in_stance in _by_stance(entries):
        asked = [Asked(place_of(entries[at]), _originators(entries[at], parties)) for at in alike_in_stance]
        for edge in copies.roots(asked).edges:
            one, other = alike_in_stance[edge.one], alike_in_stance[edge.other]
            perhaps.join(one, other)
            if edge.why == "same-text":
                sure.join(one, other)
        for one, other in combinations(alike_in_stance, 2):
            if _is_one_occasion(entries[one], entries[other], parties):
                sure.join(one, other)
                perhaps.join(one, other)
    behind = [at for at, each in enumerate(entries) if each.actor and each.sighting.mark.stance in BEHIND]
    documents = len({each.sighting.evidence.doc for each in entries})
    most = min(documents, len({sure.of(at) for at in behind}))
    ids = tuple(_id(entries[sure.of(at)]) if each.actor else "" for at, each in enumerate(entries))
    return Rooted(ids, min(most, len({perhaps.of(at) for at in behind})), most)


def place_of(entry: Held) -> Place:
    """Return where the words of an entry stand."""
    return Place(entry.sighting.evidence.doc, entry.sighting.evidence.span)


def _by_stance(entries: Sequence[Held]) -> Iterable[list[int]]:
    """Return the numbers of the entries that have a source: those behind the claim, those against it, those of each other stance."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(entries):
        stance = each.sighting.mark.stance
        if each.actor:
            found["behind" if stance in BEHIND else "against" if stance in _AGAINST else stance].append(at)
    return found.values()


def _originators(entry: Held, parties: Parties) -> tuple[str, ...]:
    """Return who is said to have brought it into the world: the side that says it, of somebody without a name whoever relayed it first."""
    return entry.via[:1] if entry.via and entry.actor not in parties.named else (parties.party(entry.actor),)


def _is_one_occasion(one: Held, other: Held, parties: Parties) -> bool:
    """Whether one side says two things at one time, in nearly the same words, or accuses again where no other day is named."""
    if parties.party(one.actor) != parties.party(other.actor) or one.sighting.mark.stance != other.sighting.mark.stance:
        return False
    if one.date and other.date:
        return one.date == other.date or alike(one.words, other.words)
    return one.sighting.mark.stance in _ALLEGES or alike(one.words, other.words)


def _id(entry: Held) -> str:
    place = entry.sighting.evidence
    return "r" + hashlib.sha256(f"{place.doc}\0{place.span.start}\0{place.span.end}".encode()).hexdigest()[:10]
