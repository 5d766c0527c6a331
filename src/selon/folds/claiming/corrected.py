"""Replaying what a person corrected over the threads that the machine suggests: merged, split and named claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from selon.core.corrections import ActorRef, Anchor, Correction, Kind, about_claims
from selon.core.text import DocId, Span
from selon.folds.claiming.held import Held, Thread
from selon.folds.correcting.replay import Outcome, State

_ID_DIGITS = 10

Texts = Callable[[DocId], str | None]
"""The raw text of an article; ``None`` if the dossier does not have it."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """Threads with all corrections that hold, and what became of each, by its id."""

    threads: list[Thread]
    outcomes: dict[str, Outcome]


def corrected(threads: Iterable[Thread], log: Iterable[Correction], texts: Texts) -> Replayed:
    """Replay a log. An entry whose words are no longer there is orphaned and changes nothing."""
    draft = _Draft(list(threads), texts)
    outcomes = {entry.id: draft.replay(entry) for entry in about_claims(log)}
    return Replayed(draft.threads, outcomes)


class _Draft:
    def __init__(self, threads: list[Thread], texts: Texts) -> None:
        self.threads, self.texts = threads, texts
        self._at: dict[DocId, list[tuple[Span, int]]] = {}

    def replay(self, entry: Correction) -> Outcome:
        found = [self._thread(ref) for ref in entry.actors]
        if None in found:
            names = [ref.name for ref, thread in zip(entry.actors, found, strict=True) if thread is None]
            return Outcome(State.ORPHANED, f"{', '.join(names)}: its words have changed, are not here or claim nothing any more")
        first, *others = [thread for thread in found if thread is not None]
        name = first.name
        touched = _KINDS[entry.kind](self, entry, first, others[0] if others else None)
        lost = sum(not self._holds(place) for place in entry.places)
        if entry.places and not touched:
            return Outcome(State.ORPHANED, "no entry of the claim stands there any more, or all do")
        first.id, self._at = name, {}
        self.threads = [thread for thread in self.threads if thread.held]
        reason = f"{lost} of {len(entry.places)} places have changed or are not here" if lost else ""
        articles = len({each.sighting.evidence.doc for each in touched})
        return Outcome(State.PARTLY if lost else State.STANDS, reason, len(touched), articles)

    def merge(self, entry: Correction, first: Thread, other: Thread | None) -> Sequence[Held]:
        """Make the second claim the first."""
        if other is not None and other is not first:
            first.add(other.held, "person")
            other.held = []
        return first.held

    def split(self, entry: Correction, first: Thread, other: Thread | None) -> Sequence[Held]:
        """Give entries to a new claim of their own, or to the one named."""
        moved = [each for place in entry.places for each in self._at_place(first, place)]
        if moved and len(moved) < len(first.held):
            first.held = [each for each in first.held if each not in moved]
            if other is None:
                other = Thread(id=f"c{entry.id[:_ID_DIGITS]}", title=entry.value)
                self.threads.append(other)
            other.add(moved, "person")
            return moved
        return ()

    def rename(self, entry: Correction, first: Thread, other: Thread | None) -> Sequence[Held]:
        """Call a claim what a person calls it."""
        first.title = entry.value
        return first.held

    def _thread(self, ref: ActorRef) -> Thread | None:
        """Return the thread that has most of the places; the id, then the kind that it had decide a tie."""
        votes: Counter[int] = Counter()
        for place in filter(self._holds, ref.places):
            here = self._standing(place, exactly=True) or self._standing(place, exactly=False)
            votes.update(here)
        ranked = sorted(votes, key=lambda at: (-votes[at], self.threads[at].name != ref.id, kind_of(self.threads[at]) != ref.kind, at))
        return self.threads[ranked[0]] if ranked else None

    def _standing(self, place: Anchor, *, exactly: bool) -> set[int]:
        """Return the numbers of the threads that have an entry at a place."""
        if not self._at:
            self._at = self._index()
        spans = self._at.get(place.doc, ())
        return {at for span, at in spans if place.span and (span == place.span if exactly else span.overlaps(place.span))}

    def _index(self) -> dict[DocId, list[tuple[Span, int]]]:
        found: dict[DocId, list[tuple[Span, int]]] = defaultdict(list)
        for at, thread in enumerate(self.threads):
            for each in thread.held:
                found[each.sighting.evidence.doc].append((each.sighting.evidence.span, at))
        return found

    def _at_place(self, thread: Thread, place: Anchor) -> list[Held]:
        """Return the entries of a claim at just these words, else those that overlap them."""
        span = place.span if self._holds(place) else None
        here = [each for each in thread.held if each.sighting.evidence.doc == place.doc]
        exact = [each for each in here if each.sighting.evidence.span == span]
        return exact or [each for each in here if span and each.sighting.evidence.span.overlaps(span)]

    def _holds(self, place: Anchor) -> bool:
        return place.holds(self.texts(place.doc))


_KINDS = {Kind.CLAIM_MERGE: _Draft.merge, Kind.CLAIM_SPLIT: _Draft.split, Kind.CLAIM_RENAME: _Draft.rename}


def kind_of(thread: Thread) -> str:
    """Return type and thing of a claim, as a reference keeps them."""
    mark = thread.first.sighting.mark
    return f"{mark.type} {mark.object}".strip()
