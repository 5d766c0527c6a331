"""What each entry rests on: entries over the same words, or over one occasion of one side, have one root."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from selon.core.reuse import Reuse
from selon.core.text import DocId
from selon.folds.claiming.sides import Sides
from selon.folds.claiming.threads import Held
from selon.folds.claiming.words import alike


class Copies:
    """Which places two articles share word for word, as the reuse fold found."""

    def __init__(self, reuse: Reuse | None) -> None:
        self._shared: dict[DocId, list[tuple[int, int, DocId, int, int]]] = {}
        for each in reuse.passages if reuse else ():
            for a, b in ((each.a, each.b), (each.b, each.a)):
                self._shared.setdefault(a.doc, []).append((a.span.start, a.span.end, b.doc, b.span.start, b.span.end))

    def share(self, one: Held, other: Held) -> bool:
        mine, theirs = one.sighting.evidence, other.sighting.evidence
        return any(
            start < mine.span.end and mine.span.start < end and doc == theirs.doc and first < theirs.span.end and theirs.span.start < last
            for start, end, doc, first, last in self._shared.get(mine.doc, ())
        )


def roots(entries: Sequence[Held], sides: Sides, copies: Copies) -> list[str]:
    """Return the root of each entry; empty where no source is named."""
    leader = list(range(len(entries)))

    def top(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    for at, one in enumerate(entries):
        for before, other in enumerate(entries[:at]):
            if one.actor and other.actor and _is_one_root(one, other, sides, copies):
                high, low = sorted((top(before), top(at)))
                leader[low] = high
    return [_id(entries[top(at)]) if entry.actor else "" for at, entry in enumerate(entries)]


def _is_one_root(one: Held, other: Held, sides: Sides, copies: Copies) -> bool:
    if copies.share(one, other):
        return True
    if sides.party(one.actor) != sides.party(other.actor) or one.sighting.mark.stance != other.sighting.mark.stance:
        return False
    is_dated = bool(one.date) and one.date == other.date
    return is_dated or alike(one.words, other.words)


def _id(entry: Held) -> str:
    place = entry.sighting.evidence
    return "r" + hashlib.sha256(f"{place.doc}\0{place.span.start}\0{place.span.end}".encode()).hexdigest()[:10]
