"""The log of corrections: what each entry says, and what has become of it."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selon.core.corrections import Anchor, Correction, Entry, Kind
from selon.folds.correcting.replay import Outcome


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """An entry of the log.

    says:     the entry in words
    state:    ``stands``, ``partly``, ``orphaned`` (what it holds on to is no longer there) or ``undone``
    mentions, articles: how much it is about
    """

    number: int
    made: str
    by: str
    kind: str
    says: str
    state: str
    reason: str
    mentions: int
    articles: int
    id: str


def corrections(log: Iterable[Entry], outcomes: Mapping[str, Outcome]) -> tuple[CorrectionLine, ...]:
    """Return the log by number."""
    entries = tuple(log)
    numbers = {entry.correction.id: entry.number for entry in entries}
    return tuple(_line(entry, outcomes[entry.correction.id], numbers) for entry in entries)


def _line(entry: Entry, outcome: Outcome, numbers: Mapping[str, int]) -> CorrectionLine:
    made = entry.correction
    return CorrectionLine(
        entry.number, made.made, made.by, made.kind.value, says(made, numbers), outcome.state.value, outcome.reason,
        outcome.mentions, outcome.articles, made.id,
    )  # fmt: skip


def says(entry: Correction, numbers: Mapping[str, int]) -> str:
    """Return an entry in words. ``numbers``: the number of each entry, by its id."""
    names = [ref.name for ref in entry.actors]
    places = ", ".join(_place(each) for each in entry.places)
    told = {
        Kind.MERGE: lambda: f"{names[1]} is {names[0]}",
        Kind.SPLIT: lambda: f"{places}: not {names[0]}, but {names[1] if len(names) > 1 else entry.value}",
        Kind.RENAME: lambda: f"{names[0]} is called {entry.value}",
        Kind.RETYPE: lambda: f"{names[0]} is of kind {entry.value}",
        Kind.PLACE: lambda: f"{places}: no actor",
        Kind.POWER: lambda: f"{places}: {names[0]}",
        Kind.CLAIM_MERGE: lambda: f"{names[1]}: one claim with {names[0]}",
        Kind.CLAIM_SPLIT: lambda: f"{places}: not {names[0]}, but {names[1] if len(names) > 1 else entry.value or 'a claim of its own'}",
        Kind.CLAIM_RENAME: lambda: f"{names[0]} is called {entry.value}",
        Kind.DATE: lambda: f"{places}: published {entry.value}",
        Kind.UNDO: lambda: f"{numbers.get(entry.value) or f'entry {entry.value}, which is not here,'} no longer counts",
    }
    return told[entry.kind]()


def _place(anchor: Anchor) -> str:
    return f"« {anchor.quote} » {anchor.article}:{anchor.span.start}-{anchor.span.end}" if anchor.span else anchor.article
