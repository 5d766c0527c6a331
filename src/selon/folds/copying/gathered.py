"""What the ``reuse`` fold keeps of each article while it reads them, and the order in which it takes them."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.lines import dateline
from selon.core.marks import Mention, Quote, Statement, Zone
from selon.core.text import Document, Span
from selon.folds.copying.index import WEEK_DAYS
from selon.folds.copying.words import I64, Numbers

_CODE = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}|\{\s*[\"']\w+[\"']\s*:[^\n]*")
_UNDATED_A_WEEK = 8


@dataclass(frozen=True, slots=True)
class Article:
    """An article and what copying asks of its layers.

    days: of publication; ``None`` where nothing tells
    skip: furniture and program code
    """

    doc: Document
    days: Days | None
    skip: tuple[Span, ...]
    credits: tuple[Zone, ...]
    quoted: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]

    def days_to(self, other: Article) -> int:
        """Return how many days at least lie between two articles; 0 where a date is unknown."""
        if self.days is None or other.days is None:
            return 0
        return max(0, (other.days.first - self.days.last).days, (self.days.first - other.days.last).days)

    def is_before(self, other: Article) -> bool:
        """Whether it is known to be published on an earlier day."""
        return self.days is not None and other.days is not None and self.days.last < other.days.first


def gathered(analyses: Iterable[Analysis]) -> list[Article]:
    """Return the articles by day of publication, the undated last, then by id."""
    return sorted(map(_article, analyses), key=lambda each: (each.days.first if each.days else date.max, each.doc.id))


def index_days(articles: Sequence[Article]) -> Numbers:
    """Return a day for each article, ascending: the undated, since nothing tells, eight a week after the last that has one."""
    days = [each.days.first.toordinal() for each in articles if each.days]
    last = days[-1] if days else 0
    more = len(articles) - len(days)
    return np.array(days + [last + WEEK_DAYS * (1 + at // _UNDATED_A_WEEK) for at in range(more)], I64)


def _article(analysis: Analysis) -> Article:
    known = dateline(analysis)
    days = known.days if known else Days.parse(analysis.doc.published)
    raw, zones = analysis.doc.raw, analysis[Zone]
    furniture = tuple(zone.span for zone in zones if zone.is_furniture)
    code = tuple(Span(*found.span()) for found in _CODE.finditer(raw)) if "{" in raw else ()
    return Article(
        analysis.doc, days, furniture + code, tuple(zone for zone in zones if zone.kind == "credit"),
        tuple(quote.inner for quote in analysis[Quote]), analysis[Mention], analysis[Statement],
    )  # fmt: skip
