"""When each article was published, and how that is known."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.lines import dateline
from selon.core.text import Evidence
from selon.views.choice import Choice

EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class Reason:
    """A clue to a publication date: the words, and what they leave possible."""

    evidence: Evidence
    says: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class DateLine:
    """An article and its date. ``best``, ``first`` and ``last`` are empty where nothing tells."""

    article: str
    title: str
    best: str
    first: str
    last: str
    basis: str
    reasons: tuple[Reason, ...]


def dates(analyses: Iterable[Analysis], choice: Choice = EVERYTHING) -> Iterator[DateLine]:
    """Yield the articles wanted with their dates, in the order given."""
    return (line for line in map(date_line, analyses) if choice.has_days(line.first, line.last))


def date_line(analysis: Analysis) -> DateLine:
    """Return when one article was published, from its own layer or else from what came with it."""
    doc, known = analysis.doc, dateline(analysis)
    if known:
        first, last = str(known.days.first), str(known.days.last)
        stated = [Reason(Evidence.cite(doc, known.span), "states it", first, last)] if known.basis == "stated" else []
        reasons = (*stated, *(Reason(Evidence.cite(doc, clue.span), clue.says, clue.first, clue.last) for clue in known.clues))
        return DateLine(doc.name, doc.title, known.best, first, last, known.basis, reasons)
    days = Days.parse(doc.published)
    if days is None:
        return DateLine(doc.name, doc.title, "", "", "", "", ())
    return DateLine(doc.name, doc.title, doc.published, str(days.first), str(days.last), "given", ())
