"""The happenings of a dossier, by date: who did what to whom, how sure that is told, on whose word, in how many articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.core.occasions import Occasion
from selon.core.text import Evidence
from selon.views.choice import Choice


@dataclass(frozen=True, slots=True)
class EventLine:
    """A happening as a line.

    precision: ``day``, ``month``, ``year`` or ``range``; empty without a date. ``basis``: how the date is known
    per:       on whose word; ``narrated`` counts the articles that tell it in their own voice
    roots_least, roots: of how many independent sources the articles are
    evidence:  the words of each telling, the earliest article first; ``places`` names their articles
    """

    id: str
    date: str
    precision: str
    basis: str
    type: str
    mode: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    status: str
    per: tuple[str, ...]
    narrated: int
    place: str
    articles: int
    roots: int
    roots_least: int
    published: str
    places: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    score: float
    why: str


def happenings(found: Iterable[Occasion], choice: Choice, *, dated: bool = False) -> Iterator[EventLine]:
    """Yield the happenings chosen: those of certain actors, dated (or else first told) within certain days.

    dated: only those that stand on a timeline
    """
    for each in found:
        day = each.date or each.published
        is_theirs = choice.actors is None or bool(choice.actors & {*each.source, *each.target})
        if is_theirs and choice.has_days(day, day) and (each.is_dated or not dated):
            yield _line(each)


def _line(each: Occasion) -> EventLine:
    first = each.tellings[0]
    return EventLine(
        each.id, each.date, each.precision, each.basis, each.type, each.mode, each.source_names, each.target_names, each.status,
        each.per_names, each.narrated, each.place, each.articles, each.roots, each.roots_least, each.published,
        tuple(line.article for line in each.tellings), tuple(line.clause for line in each.tellings), first.score, first.why,
    )  # fmt: skip
