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
_LONGEST_FURNITURE = 700
_EMPHASIS = re.compile(r"(?:#{1,6} |[*_]{1,3})(?P<words>[^*_\n]+?)[*_]{0,3}")
"""A line that Markdown sets apart: what counts is what it says."""


@stage(makes=Zone, reads=("furniture",), version=2)
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
                is_subhead = not first and _is_subhead(zone.span, line.span(), raw)
                yield Zone(zone.span, ZoneKind.SUBHEAD, "zone.short-line") if is_subhead else zone
                first = False
            else:
                yield zone


def _line_zones(raw: str, folded: str, start: int, end: int, rules: tuple[Rule, ...]) -> Iterator[Zone]:
    """Yield the zones of one line, in order: what may stand inside a line first, then what the stretches between are."""
    done = start
    for zone in _inside(folded[start:end], start, rules):
        yield from _stretch(raw, folded, done, zone.span.start, rules)
        yield zone
        done = zone.span.end
    yield from _stretch(raw, folded, done, end, rules)


def _inside(line: str, offset: int, rules: tuple[Rule, ...]) -> Iterator[Zone]:
    """Yield furniture that may stand anywhere in a line, left to right; where two rules overlap, the earlier match."""
    found = [
        (match.start(), order, match.end(), rule)
        for order, rule in enumerate(rules)
        if rule.where == "inside"
        for match in rule.compiled.finditer(line)
    ]
    done = 0
    for first, _, last, rule in sorted(found, key=lambda item: item[:3]):
        if first >= done and last > first:
            yield Zone(Span(offset + first, offset + last), ZoneKind(rule.kind), rule.id)
            done = last


def _stretch(raw: str, folded: str, start: int, end: int, rules: tuple[Rule, ...]) -> Iterator[Zone]:
    """Yield the zones of a stretch by the rules for a whole line, its beginning or its end; what none of them takes is body."""
    stretch = trimmed(raw, start, end)
    if stretch is None:
        return
    found = next(((rule, span) for rule in rules if (span := _matched(folded, stretch, rule))), None) or _set_apart(folded, stretch, rules)
    if found is None:
        yield Zone(stretch, ZoneKind.BODY, "zone.rest")
        return
    rule, span = found
    yield from _stretch(raw, folded, stretch.start, span.start, rules)
    yield Zone(span, ZoneKind(rule.kind), rule.id)
    yield from _stretch(raw, folded, span.end, stretch.end, rules)


def _set_apart(folded: str, stretch: Span, rules: tuple[Rule, ...]) -> tuple[Rule, Span] | None:
    """Return the rule for a whole line that matches what a line of Markdown sets apart."""
    marked = _EMPHASIS.fullmatch(folded, stretch.start, stretch.end)
    words = Span(*marked.span("words")) if marked else None
    found = (rule for rule in rules if words and rule.where == "line" and _matched(folded, words, rule) == words)
    return next(((rule, stretch) for rule in found), None)


def _matched(folded: str, stretch: Span, rule: Rule) -> Span | None:
    """Return what a rule takes of a stretch; furniture is short, so a long line is looked at no further than that."""
    if rule.where == "inside" or (rule.where == "line" and len(stretch) > _LONGEST_FURNITURE):
        return None
    is_start = rule.where == "start"
    begin = stretch.start if is_start else max(stretch.start, stretch.end - _LONGEST_FURNITURE)
    found = rule.find(folded[begin : min(stretch.end, begin + _LONGEST_FURNITURE)])
    return trimmed(folded, begin + found[0], begin + found[1]) if found else None


def _is_subhead(span: Span, line: tuple[int, int], raw: str) -> bool:
    """Whether a body stretch stands alone on its line, is short, and does not end as a sentence does."""
    text = span.of(raw)
    alone = not raw[line[0] : span.start].strip() and not raw[span.end : line[1]].strip()
    return alone and len(text.split()) <= _SUBHEAD_WORDS and not _SENTENCE_END.search(text)
