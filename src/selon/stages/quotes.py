"""Quotation marks, paired on the raw text.

Tolerant of what the press prints: straight and mixed marks, one that faces the wrong way,
a doubled one, one without its space, one that is never closed. Pairing stays inside a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.marks import Quote, Zone, ZoneKind
from selon.core.text import Span, trimmed
from selon.lang.pack import Pack
from selon.plan import stage

_MARK = re.compile(r"[«»“”„‟\"‹›]+|<<|>>|(?<![^\W\d_])['‘’](?=\w)|(?<=[\w.!?…,])['‘’](?!\w)")
_OPENERS, _CLOSERS, _SINGLE = frozenset("«“„‹<"), frozenset("»”‟›>"), frozenset("'‘’")
_LOW, _HIGH = "„", "“"
"""A pair in which the high mark closes, although it opens elsewhere."""
_STOPS = frozenset(".,;:!?…)")
_DEEPEST = 4
_QUOTED = (ZoneKind.BODY, ZoneKind.SUBHEAD, ZoneKind.CAPTION)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A run of quotation marks.

    faces: 1 opens, -1 closes, 0 may do either; kind: its first character; stopped: a stop follows
    """

    start: int
    end: int
    faces: int
    single: bool
    count: int
    kind: str
    stopped: bool


@stage(makes=Quote, needs=(Zone,), version=2)
def quotes(analysis: Analysis, pack: Pack) -> Iterator[Quote]:
    """Yield what stands between marks, nested quotes after the one that holds them.

    A mark that is never closed holds up to the next that opens, else to the end of its paragraph; a closing mark
    that nothing opened closes, at the head of a paragraph, what the one before left open.
    """
    raw, is_open = analysis.doc.raw, False
    for zone in analysis[Zone]:
        if zone.kind in _QUOTED:
            found = list(_paired(raw, zone.span, continues=is_open))
            is_open = any(not quote.closed and quote.span.end == zone.span.end for quote in found)
            yield from found


def _paired(raw: str, zone: Span, *, continues: bool) -> Iterator[Quote]:
    """Pair the marks of one paragraph; ``continues`` if the last one left a quote open."""
    marks = [_read(raw, zone, start, end) for found in _MARK.finditer(raw, zone.start, zone.end) for start, end in _apart(raw, zone, found)]
    stack: list[_Mark] = []
    last_single = max((place for place, mark in enumerate(marks) if mark.single and mark.faces == -1), default=-1)
    for place, mark in enumerate(marks):
        following = marks[place + 1] if place + 1 < len(marks) else None
        if _opens(mark, stack, following, can_close=last_single > place):
            stack.append(mark)
            if len(stack) > _DEEPEST:
                yield from _unclosed(raw, stack.pop(0), mark.start, depth=0)
        elif stack and (closed := _opener_of(mark, stack)) is not None:
            for depth in range(len(stack) - 1, closed - 1, -1):
                yield from _quote(raw, stack[depth], stack[depth].end, mark.start, mark.end, depth=depth, closed=depth == closed)
            del stack[closed:]
            if mark.count > 1 and stack:
                outer = stack.pop()
                yield from _quote(raw, outer, outer.end, mark.end - 1, mark.end, depth=len(stack), closed=True)
        elif not stack and continues and place == 0:
            yield from _quote(raw, mark, zone.start, mark.start, mark.end, depth=0, closed=False)
    for depth, mark in enumerate(stack):
        end = next((other.start for other in marks if other.start >= mark.end and other.faces == 1 and not other.single), zone.end)
        yield from _unclosed(raw, mark, end, depth=depth)


def _unclosed(raw: str, mark: _Mark, end: int, *, depth: int) -> Iterator[Quote]:
    """A mark that nothing closes, held to ``end``; a single one may as well be an apostrophe and is let go."""
    if not mark.single:
        yield from _quote(raw, mark, mark.end, end, end, depth=depth, closed=False)


def _apart(raw: str, zone: Span, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where a run of marks stands, in two parts where it ends a quotation and begins one, with no space between: "... fin.""Il ...".

    Such a run has words on both sides, the later ones with a capital; a doubled mark has a space or a stop on one.
    """
    start, end = found.span()
    glued = zone.start < start and end < zone.end and not raw[start - 1].isspace() and raw[end].isupper()
    if found[0] == '""' and glued:
        yield start, start + 1
        start += 1
    yield start, end


def _read(raw: str, zone: Span, start: int, end: int) -> _Mark:
    """Tell from its shape, or for a straight mark from the spaces around it, which way a mark faces."""
    text = raw[start:end]
    before = raw[start - 1] if start > zone.start else " "
    after = raw[end] if end < zone.end else " "
    free_before, free_after = before.isspace() or before in "([-–—'’", after.isspace() or after in ")].,;:!?…"
    if text[0] in "\"'‘’":
        faces = 1 if free_before and not free_after else -1 if free_after and not free_before else 0
    else:
        faces = 1 if text[0] in _OPENERS else -1 if text[0] in _CLOSERS else 0
    return _Mark(start, end, faces, text[0] in _SINGLE, len(text), text[0], after in _STOPS)


def _opens(mark: _Mark, stack: list[_Mark], following: _Mark | None, *, can_close: bool) -> bool:
    """Whether a mark opens a quote, given what is open, the next mark, and whether a single one that closes still comes."""
    if mark.single:
        return mark.faces == 1 and can_close
    if mark.faces == 0:
        return not any(not other.single for other in stack)
    if mark.faces == 1 and mark.stopped and stack and stack[-1].faces == -1:
        return False
    if mark.faces == 1:
        return mark.kind != _HIGH or not stack or stack[-1].kind != _LOW
    return not stack and following is not None and not following.single and (following.faces <= 0 or following.stopped)


def _opener_of(mark: _Mark, stack: list[_Mark]) -> int | None:
    """The place in the stack of what a closing mark closes: the nearest of its kind, single or double."""
    return next((place for place in range(len(stack) - 1, -1, -1) if stack[place].single == mark.single), None)


def _quote(raw: str, opener: _Mark, inner_start: int, inner_end: int, end: int, *, depth: int, closed: bool) -> Iterator[Quote]:
    inner = trimmed(raw, inner_start, inner_end)
    start = min(opener.start, inner_start)
    if inner and start < end:
        yield Quote(Span(start, end), inner, closed, depth, "quote.paired" if closed else "quote.unclosed")
