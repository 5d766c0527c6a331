"""Which agencies an article says it took words from."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from selon.core.marks import Mention, Zone
from selon.core.reuse import Credit
from selon.core.text import Evidence, Span
from selon.folds.copying.gathered import Article
from selon.lang.actors import Knowledge

_HEAD_CHARS, _TAIL_CHARS = 100, 80
_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
_PICTURE_SIGNS = "©:/"


class Agencies:
    """The names of agencies, found in text as they are written."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.ids: dict[str, str] = {}
        for body in knowledge.bodies:
            if body.kind == "agency":
                self.ids.update(dict.fromkeys((name.removesuffix("!") for name in body.names), body.id))
        names = sorted(self.ids, key=len, reverse=True)
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)") if names else re.compile(r"(?!)")

    def named(self, raw: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """Yield each agency named in a stretch, and where."""
        return ((Span(*found.span()), self.ids[found.group()]) for found in self._pattern.finditer(raw, start, end))


def credits(article: Article, agencies: Agencies) -> tuple[Credit, ...]:
    """Return the agencies that an article credits, each once: in a credit line or in brackets at its beginning or end, else as a relay."""
    found: dict[str, Credit] = {}
    for span, agency, how in (*_written(article, agencies), *_relays(article)):
        found.setdefault(agency, Credit(article.doc.id, agency, Evidence.cite(article.doc, span), how))
    return tuple(sorted(found.values()))


def _written(article: Article, agencies: Agencies) -> Iterator[tuple[Span, str, str]]:
    raw = article.doc.raw
    for zone in article.credits:
        if not _is_of_picture(zone, raw):
            yield from ((span, agency, _how(span, raw)) for span, agency in agencies.named(raw, zone.span.start, zone.span.end))
    for start, end in ((0, _HEAD_CHARS), (max(0, len(raw) - _TAIL_CHARS), len(raw))):
        for bracket in _BRACKETS.finditer(raw, start, end):
            yield from ((span, agency, _how(span, raw)) for span, agency in agencies.named(raw, *bracket.span(1)))


def _is_of_picture(zone: Zone, raw: str) -> bool:
    """Whether a credit names a photographer, by its signs."""
    return any(sign in zone.span.of(raw) for sign in _PICTURE_SIGNS)


def _how(span: Span, raw: str) -> str:
    return "signature" if len(raw.rstrip()) - span.end < _TAIL_CHARS // 8 else "credit"


def _relays(article: Article) -> Iterator[tuple[Span, str, str]]:
    """Yield the agencies that relay or make statements."""
    marks: Mapping[Span, Mention] = {mark.span: mark for mark in article.mentions if mark.kind == "agency" and mark.ref}
    for statement in article.statements:
        for span in (*statement.via, *([statement.source] if statement.source else [])):
            if span in marks:
                yield span, marks[span].ref, "chain"
