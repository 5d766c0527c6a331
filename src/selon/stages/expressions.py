"""Where the text tells a time: the grammar of the pack, run over the raw text."""
from __future__ import annotations

import re
from collections.abc import Iterator

from selon.core.analysis import Analysis
from selon.core.marks import TimePhrase, Token, Zone, ZoneKind
from selon.core.text import Span
from selon.lang.match import fold
from selon.lang.pack import Pack
from selon.lang.times import Rule, Times
from selon.plan import stage
from selon.stages.resolve.tense import Tenses

_READ = (ZoneKind.BODY, ZoneKind.SUBHEAD, ZoneKind.CAPTION, ZoneKind.METADATA)
_NOTHING = "nothing"
_VARIANT = re.compile(r"_[a-z]\Z")


@stage(makes=TimePhrase, needs=(Zone, Token), reads=("times",), version=3)
def expressions(analysis: Analysis, pack: Pack) -> Iterator[TimePhrase]:
    """Lay a mark over each time expression; of those that overlap the longest stays, then the one whose rule stands first.

    The tense is that of the governing verb where there are tokens, else that of the verb forms of the clause.
    """
    raw, times = analysis.doc.raw, pack.times
    folded = fold(raw)
    tenses = Tenses(folded, analysis[Token], times)
    for zone in analysis[Zone]:
        if zone.kind not in _READ:
            continue
        for rule, found in phrases(raw, folded, zone.span, times):
            span = marked(found)
            yield TimePhrase(span, rule.id, slots(found), tenses.of(span, zone.span), zone.kind, rule.id)


def phrases(raw: str, folded: str, within: Span, times: Times) -> list[tuple[Rule, re.Match[str]]]:
    """Return the expressions of a stretch in the order of the text, none of them overlapping."""
    found: list[tuple[int, int, int, Rule, re.Match[str]]] = []
    for number, windows in times.called(folded, within.start, within.end).items():
        rule, pattern = times.compiled[number]
        for start, end in windows:
            for match in pattern.finditer(folded, start, end):
                span = marked(match)
                if _suits(rule, raw, span):
                    found.append((-len(span), number, span.start, rule, match))
    kept: list[tuple[Span, Rule, re.Match[str]]] = []
    taken = bytearray(within.end)
    for _, _, _, rule, match in sorted(found, key=lambda each: each[:3]):
        span = marked(match)
        if taken.find(1, span.start, span.end) < 0:
            taken[span.start : span.end] = b"\1" * len(span)
            kept.append((span, rule, match))
    kept.sort(key=lambda each: each[0])
    return [(rule, match) for _, rule, match in kept if rule.gives != _NOTHING]


def marked(found: re.Match[str]) -> Span:
    """Return the stretch that a match marks: its group ``mark`` where it has one."""
    for name in found.re.groupindex:
        if name.startswith("mark") and found[name]:
            return Span(*found.span(name))
    return Span(*found.span())


def slots(found: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """Return what the named groups hold, folded; ``day_b`` is another place where ``day`` may stand."""
    groups = found.groupdict()
    return tuple((_VARIANT.sub("", name), text) for name, text in groups.items() if text and not name.startswith("mark"))


def _suits(rule: Rule, raw: str, span: Span) -> bool:
    """Whether the letters' case is that of a time: ``mars`` is a month, ``Mars`` a planet."""
    text = span.of(raw)
    if rule.fixed.get("lower") and text[0].isupper() and not text.isupper():
        return " " in text.strip()
    if rule.fixed.get("capital"):
        return any(char.isupper() for char in text) or " " in text.strip()
    return True
