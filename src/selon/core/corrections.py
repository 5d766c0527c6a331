"""What a person corrected: a log that only grows, whose entries hold on to the exact characters that they are about."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from selon.core.days import Days
from selon.core.text import DocId, Span

_ID_DIGITS = 12


class Kind(StrEnum):
    """What a correction says.

    ``merge``: the second actor is the first. ``split``: these mentions are not that actor, but another or a new one.
    ``rename``, ``retype``: what an actor is called, what it is. ``place``: these words stand for nobody; ``power``: they
    stand for this actor. ``date``: the article was published then. ``undo``: an earlier entry no longer counts.
    ``claim-merge``, ``claim-split``, ``claim-rename``: the same of claims and their entries.
    """

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    RETYPE = "retype"
    PLACE = "place"
    POWER = "power"
    DATE = "date"
    CLAIM_MERGE = "claim-merge"
    CLAIM_SPLIT = "claim-split"
    CLAIM_RENAME = "claim-rename"
    UNDO = "undo"


_SHAPES: dict[Kind, tuple[range, range, bool]] = {
    Kind.MERGE: (range(2, 3), range(1), False), Kind.SPLIT: (range(1, 3), range(1, 10**6), True),
    Kind.RENAME: (range(1, 2), range(1), True), Kind.RETYPE: (range(1, 2), range(1), True),
    Kind.PLACE: (range(1), range(1, 10**6), False), Kind.POWER: (range(1, 2), range(1, 10**6), False),
    Kind.CLAIM_MERGE: (range(2, 3), range(1), False), Kind.CLAIM_SPLIT: (range(1, 3), range(1, 10**6), False),
    Kind.CLAIM_RENAME: (range(1, 2), range(1), True), Kind.DATE: (range(1), range(1, 2), True), Kind.UNDO: (range(1), range(1), True),
}  # fmt: skip
"""How many actors and places an entry of each kind has, and whether it has a value."""

_TOLD = {Kind.POWER: 0, Kind.SPLIT: 1}
"""How many of an entry's actors must be told by places, where not all must."""

_OF_CLAIMS = frozenset([Kind.CLAIM_MERGE, Kind.CLAIM_SPLIT, Kind.CLAIM_RENAME])


@dataclass(frozen=True, slots=True)
class Anchor:
    """An article and, where some of its words are meant, those words.

    doc:     hash of name and text: another text is another article, and nothing is held on to there
    article: the article's name, for a person to read where the text is no longer there
    """

    doc: DocId
    article: str
    span: Span | None = None
    quote: str = ""

    def holds(self, raw: str | None) -> bool:
        """Say whether the words still stand there; ``raw`` is ``None`` where the dossier has no such article."""
        return raw is not None and (self.span is None or self.span.of(raw) == self.quote)


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor, or a claim, as it was when somebody pointed at it.

    kind:   of an actor, or the type and thing of a claim
    places: mentions that tell it, or entries of a claim, by which it is found again whatever its id has become; none for
            an actor that only the knowledge base tells, whose id never changes
    """

    id: str
    name: str
    kind: str
    places: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of the log.

    value: the new name, kind or date; the name of the actor that a split makes; the ``id`` of the entry that is undone
    made:  when, in ISO 8601 to the microsecond, UTC; entries count in that order
    by:    who, if they said
    """

    kind: Kind
    actors: tuple[ActorRef, ...] = ()
    places: tuple[Anchor, ...] = ()
    value: str = ""
    made: str = ""
    by: str = ""

    @property
    def id(self) -> str:
        """The entry hashed: the same in every dossier that has it."""
        text = json.dumps(asdict(self), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]

    @property
    def fault(self) -> str:
        """What is wrong with an entry from outside; empty if nothing is."""
        actors, places, has_value = _SHAPES[self.kind]
        if len(self.actors) not in actors:
            return f"a {self.kind} has {actors.start} to {actors.stop - 1} actors, not {len(self.actors)}"
        if len(self.places) not in places:
            return f"a {self.kind} does not have {len(self.places)} places"
        if has_value and not self.value.strip():
            return f"a {self.kind} needs a value"
        if self.kind is Kind.DATE and Days.parse(self.value) is None:
            return f"{self.value!r} is no day, month or year"
        if any(not ref.places for ref in self.actors[: _TOLD.get(self.kind, 2)]):
            return "an actor that no place tells"
        words = [place for place in (*self.places, *(each for ref in self.actors for each in ref.places)) if self.kind is not Kind.DATE]
        return "" if all(place.span for place in words) else "a place without words"


@dataclass(frozen=True, slots=True)
class Entry:
    """A correction in a dossier's log. ``number`` is its place in this dossier, which never changes."""

    number: int
    correction: Correction


def undone(log: Iterable[Correction]) -> frozenset[str]:
    """Return the ids of the entries that do not count, because an undo that counts takes them back."""
    undos: dict[str, list[str]] = {}
    for each in log:
        if each.kind is Kind.UNDO:
            undos.setdefault(each.value, []).append(each.id)

    def counts(name: str, path: tuple[str, ...]) -> bool:
        return not any(counts(undo, (*path, name)) for undo in undos.get(name, ()) if undo not in path)

    return frozenset(name for name in undos if not counts(name, ()))


def standing(log: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the entries that count, in the order they were made, whatever the order they came in. An undo is not among them."""
    entries = {each.id: each for each in log}
    gone = undone(entries.values())
    kept = [each for name, each in entries.items() if name not in gone and each.kind is not Kind.UNDO]
    return tuple(sorted(kept, key=lambda each: (each.made, each.id)))


def set_dates(log: Iterable[Correction]) -> dict[DocId, Days]:
    """Return the publication dates that were set, the last one for each article."""
    dates = ((each.places[0].doc, Days.parse(each.value)) for each in standing(log) if each.kind is Kind.DATE)
    return {doc: days for doc, days in dates if days}


def about_actors(log: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the entries that count and change who is who."""
    return tuple(each for each in standing(log) if each.kind is not Kind.DATE and each.kind not in _OF_CLAIMS)


def about_claims(log: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the entries that count and change what is one claim, or what it is called."""
    return tuple(each for each in standing(log) if each.kind in _OF_CLAIMS)
