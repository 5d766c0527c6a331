"""The events of a dossier, by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.happenings import Happened, happened
from selon.core.lines import Who
from selon.core.text import Evidence
from selon.views.choice import Choice


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as a line: when, who did what to whom, how sure that is told, on whose word."""

    id: str
    date: str
    type: str
    mode: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    status: str
    per: tuple[str, ...]
    place: str
    article: str
    published: str
    evidence: Evidence
    score: float
    why: str


def happenings(analyses: Iterable[Analysis], who: Who, choice: Choice) -> Iterator[EventLine]:
    """Yield the events chosen: those of certain actors, dated (or else published) within certain days."""
    lines = [line for analysis in analyses for line in happened(analysis, who) if _is_chosen(line, choice)]
    for line in sorted(lines, key=lambda each: (each.date or each.published or "9", each.id)):
        per = tuple(who.names.get(actor, actor) for actor in line.per)
        yield EventLine(
            line.id, line.date, line.type, line.mode, line.source_names, line.target_names, line.status, per, line.place, line.article,
            line.published, line.clause, line.score, line.why,
        )  # fmt: skip


def _is_chosen(line: Happened, choice: Choice) -> bool:
    if choice.actors is not None and not choice.actors & {*line.source, *line.target}:
        return False
    day = line.date or line.published
    return choice.has_days(day, day)
