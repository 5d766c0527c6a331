"""What is the article and what is furniture around it: zones over the raw text."""
from __future__ import annotations

import re
from collections.abc import Iterator

from selon.core.analysis import Analysis
from selon.core.marks import Zone, ZoneKind
from selon.core.text import Span, trimmed
from selon.lang.furniture import Rule
from selon.lang.match import fold
from selon.lang.pack import Pack
from selon.plan import stage

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_SENTENCE_END = re.compile(r"[.!?…:;,]\W*\Z")
_SUBHEAD_WORDS = 12


@stage(makes=Zone, reads=("furniture",))
def zones(analysis: Analysis, pack: Pack) -> Iterator[Zone]:
    """Lay a zone over each stretch of text: furniture by the pack's rules, subheads by their shape, the rest body.

    A zone is part of a line, since a header or an advertisement often shares its line with a sentence.
    """
    raw = analysis.doc.raw
    folded = fold(raw)
    first = True
    for line in _LINE.finditer(raw):
        for zone in _line_zones(raw, folded, line.start(), line.end(), pack.furniture.rule):
            if zone.kind is ZoneKind.BODY:
                if not first and _is_subhead(zone.span, line.span(), raw):
                    zone = Zone(zone.span, ZoneKind.SUBHEAD, "zone.short-line")
                first = False
            yield zone


def _line_zones(raw: str, folded: str, start: int, end: int, rules: tuple[Rule, ...]) -> Iterator[Zone]:
    """Yield the zones of one stretch of a line, in order."""
    for rule in rules:
        found = rule.compiled.search(folded[start:end])
        if not found:
            continue
        span = Span(start + found.start(), start + found.end())
        if rule.where != "inside":
            span = trimmed(raw, span.start, span.end) or span
        yield from _line_zones(raw, folded, start, span.start, rules)
        yield Zone(span, ZoneKind(rule.kind), rule.id)
        yield from _line_zones(raw, folded, span.end, end, rules)
        return
    rest = trimmed(raw, start, end)
    if rest:
        yield Zone(rest, ZoneKind.BODY, "zone.rest")


def _is_subhead(span: Span, line: tuple[int, int], raw: str) -> bool:
    """Whether a body stretch stands alone on its line, is short, and does not end as a sentence does."""
    text = span.of(raw)
    alone = not raw[line[0] : span.start].strip() and not raw[span.end : line[1]].strip()
    return alone and len(text.split()) <= _SUBHEAD_WORDS and not _SENTENCE_END.search(text)
