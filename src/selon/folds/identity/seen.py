"""Mentions cut loose from their articles: all that deciding who they are needs."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.marks import Dateline, Mention, Statement
from selon.core.text import DocId, Span

Identity = tuple[str, ...]
"""What makes two mentions one actor: ``("known", id)``, ``("person", "ada", "martin")``, ``("here", doc, words)`` ..."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention, or a phrase that speaks. ``title``: the words glued to a name or set beside it."""

    doc: DocId
    span: Span
    text: str
    title: str
    near: Span | None
    form: str
    kind: str
    ref: str


@dataclass(frozen=True, slots=True)
class Article:
    """The mentions of one article in order, and the days it may have been published on."""

    doc: DocId
    days: Days | None
    seen: tuple[Seen, ...]


def article(analysis: Analysis) -> Article:
    """Return what an analysis says of actors."""
    days = next((line.days for line in analysis[Dateline]), None)
    return Article(analysis.doc.id, days, tuple(sorted(_seen(analysis), key=lambda each: each.span)))


def _seen(analysis: Analysis) -> Iterator[Seen]:
    doc, raw = analysis.doc.id, analysis.doc.raw
    taken = set()
    for mention in analysis[Mention]:
        taken.add(mention.span)
        title = mention.near.of(raw) if mention.near and mention.form == "name" else ""
        yield Seen(doc, mention.span, mention.span.of(raw), title, mention.near, mention.form, mention.kind, mention.ref)
    for statement in analysis[Statement]:
        for span in (statement.source, *statement.via):
            if span and span not in taken:
                taken.add(span)
                yield Seen(doc, span, span.of(raw), "", None, "description", "person", "")
