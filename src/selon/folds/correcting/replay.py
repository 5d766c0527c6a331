"""Replaying a log of corrections over what the machine suggests."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from selon.core.corrections import Anchor, Correction, Kind, about_actors, standing, undone
from selon.core.dossier import Cast
from selon.folds.correcting.draft import Draft, Texts
from selon.folds.correcting.kinds import KINDS, OrphanedError, Touched


class State(StrEnum):
    """What has become of a correction. ``partly``: some of its places are no longer there."""

    STANDS = "stands"
    PARTLY = "partly"
    ORPHANED = "orphaned"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has become of an entry of the log.

    mentions, articles: how much it is about, once it is done
    reason: why it no longer holds, or holds only in part
    """

    state: State
    reason: str = ""
    mentions: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Corrected:
    """A cast with all corrections that hold, and what became of each, by its id."""

    cast: Cast
    outcomes: dict[str, Outcome]


def corrected(cast: Cast, log: Iterable[Correction], texts: Texts) -> Corrected:
    """Replay a log: the same entries give the same cast, whatever the order they came in.

    Entries count in the order they were made. One whose words are no longer there is orphaned and changes nothing.
    """
    entries = tuple(log)
    gone = undone(entries)
    outcomes = {each.id: Outcome(State.UNDONE if each.id in gone else State.STANDS) for each in entries}
    draft = Draft(cast, texts)
    for entry in about_actors(entries):
        try:
            outcomes[entry.id] = _outcome(KINDS[entry.kind](draft, entry), entry)
        except OrphanedError as error:
            outcomes[entry.id] = Outcome(State.ORPHANED, str(error))
        draft.drop_empty()
    for entry in standing(entries):
        if entry.kind is Kind.DATE:
            outcomes[entry.id] = _dated(entry.places[0], texts)
    return Corrected(draft.cast(), outcomes)


def _outcome(touched: Touched, entry: Correction) -> Outcome:
    articles = len({mention.doc for mention in touched.mentions})
    reason = f"{touched.lost} of {len(entry.places)} places have changed or are not here" if touched.lost else ""
    return Outcome(State.PARTLY if touched.lost else State.STANDS, reason, len(touched.mentions), articles)


def _dated(article: Anchor, texts: Texts) -> Outcome:
    if article.holds(texts(article.doc)):
        return Outcome(State.STANDS, "", 0, 1)
    return Outcome(State.ORPHANED, f"the text of {article.article} has changed or is not here")
