"""Who speaks for somebody else, or stands beside those who are blamed: lawyers, judges, witnesses, somebody's kin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.core.analysis import Analysis
from selon.core.claims import Voice
from selon.core.marks import Mention, StanceMark
from selon.core.text import Span
from selon.lang.actor_words import Words
from selon.lang.match import fold

_OPENING = 4
"""Among so many words of a description is the noun for what somebody is."""


def voices(analysis: Analysis, words: Words) -> Iterator[Voice]:
    """Yield the mentions of an article, and those who take a stance in it, whose own words or title say so."""
    raw, names = analysis.doc.raw, [each for each in analysis[Mention] if each.form == "name" and each.kind == "person"]
    told: dict[Span, Span | None] = {mark.source: mark.source for mark in analysis[StanceMark] if mark.source}
    told |= {each.span: each.near if each.form == "name" else each.span for each in analysis[Mention]}
    for span, title in told.items():
        text = title.of(raw) if title else ""
        head = _head(text, words)
        if title and (head or fold(text).split(" ")[0] in words.possessives):
            yield Voice(analysis.doc.id, span, _whose(title, span, names) if head in words.speaking_for else None)


def _head(text: str, words: Words) -> str:
    """Return the noun of a description that is one of those; empty if none is."""
    opening = fold(text).replace("'", " ").split()[:_OPENING]
    return next((word for word in opening if word in words.speaking_for or word in words.never_blamed), "")


def _whose(title: Span, span: Span, names: Sequence[Mention]) -> Span | None:
    """Return the first person whom a description names within it."""
    return next((name.span for name in names if title.contains(name.span) and name.span != span), None)
