"""One article with its layers, cut so that any overlap can be drawn."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise, takewhile

from selon.core.analysis import Analysis
from selon.core.dossier import Dated, Said
from selon.core.lines import Who, dated, line_id, said, statement_ids
from selon.core.marks import Statement, TimeExpr, Zone, ZoneKind
from selon.core.text import Document, Span
from selon.views.dates import DateLine, date_line


@dataclass(frozen=True, slots=True)
class Tag:
    """A stretch that is drawn in some way.

    kind:   ``line``, ``zone``, ``evidence``, ``time``, ``actor``, ``content``, ``cue`` or ``speaker``
    id:     where a link leads; empty for what no link leads to
    detail: what the stretch is: ``blank`` for a line without words, kind of zone, value of a time, id of an actor
    label:  what a person reads: the number of a statement, the name of an actor
    """

    span: Span
    kind: str
    id: str = ""
    detail: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that all tags treat alike. Drawing closes some elements, opens others, then writes the characters.

    tags:   all tags that cover it, outermost first
    opened: those that open here; a tag cut in two by another opens again, as a copy without ``id`` (ids are unique)
    """

    text: str
    tags: tuple[Tag, ...]
    closed: tuple[Tag, ...]
    opened: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The reader page of one article. The texts of the segments, joined, are the raw text."""

    doc: Document
    date: DateLine
    segments: tuple[Segment, ...]
    said: tuple[Said, ...]
    dated: tuple[Dated, ...]
    actors: tuple[tuple[str, str, int, str], ...]
    """Id, name, number of mentions and anchor of the first, most mentioned first."""


_RANK = {kind: rank for rank, kind in enumerate(("line", "zone", "evidence", "content", "speaker", "cue", "actor", "time"))}


def reading(analysis: Analysis, who: Who, pointed: Iterable[tuple[Span, str]] = ()) -> Reading:
    """Return an article's text cut at the edge of every layer, and the lines that point into it.

    pointed: words that other pages lead to, and the id of each
    """
    doc = analysis.doc
    evidence = (Tag(span, "evidence", name) for span, name in dict.fromkeys(pointed))
    tags = chain(_lines(doc.raw), _zones(analysis), evidence, _statements(analysis), _mentions(analysis, who), _times(analysis))
    segments = tuple(_segments(doc.raw, tags))
    return Reading(doc, date_line(analysis), segments, tuple(said(analysis, who)), tuple(dated(analysis)), _actors(analysis, who))


def anchors(line: Said) -> tuple[str, ...]:
    """Return where each piece of a statement's content is anchored on the reader page."""
    return tuple(_anchor(line.id, at) for at in range(len(line.content)))


def _anchor(line: str, piece: int) -> str:
    return line if piece == 0 else f"{line}.{piece + 1}"


def _lines(raw: str) -> Iterator[Tag]:
    """Yield the lines of the text, each with its end."""
    start = 0
    while start < len(raw):
        end = raw.find("\n", start) + 1 or len(raw)
        yield Tag(Span(start, end), "line", detail="" if raw[start:end].strip() else "blank")
        start = end


def _zones(analysis: Analysis) -> Iterator[Tag]:
    return (Tag(zone.span, "zone", detail=zone.kind.value) for zone in analysis[Zone] if zone.kind is not ZoneKind.BODY)


def _statements(analysis: Analysis) -> Iterator[Tag]:
    for number, (mark, name) in enumerate(zip(analysis[Statement], statement_ids(analysis), strict=True), 1):
        for at, span in enumerate(mark.content):
            yield Tag(span, "content", _anchor(name, at), mark.act, str(number))
        if mark.cue:
            yield Tag(mark.cue, "cue", detail=mark.act)
        if mark.speaker:
            yield Tag(mark.speaker, "speaker")


def _mentions(analysis: Analysis, who: Who) -> Iterator[Tag]:
    """Yield where actors stand by the cast, so that what a person corrected is drawn as corrected."""
    doc = analysis.doc.id
    for span, actor in sorted(who.at.get(doc, {}).items()):
        yield Tag(span, "actor", line_id(doc, span, "mention"), actor, who.names.get(actor, ""))


def _times(analysis: Analysis) -> Iterator[Tag]:
    doc = analysis.doc.id
    return (Tag(mark.span, "time", line_id(doc, mark.span, "time"), str(mark.days or mark.value)) for mark in analysis[TimeExpr])


def _actors(analysis: Analysis, who: Who) -> tuple[tuple[str, str, int, str], ...]:
    """List the actors that an article mentions."""
    places: dict[str, list[str]] = {}
    for tag in _mentions(analysis, who):
        places.setdefault(tag.detail, []).append(tag.id)
    known = [(actor, who.names.get(actor, actor), len(ids), ids[0]) for actor, ids in places.items() if actor]
    return tuple(sorted(known, key=lambda each: (-each[2], each[1])))


def _segments(raw: str, tags: Iterable[Tag]) -> Iterator[Segment]:
    """Cut a text at every edge of its tags, and say which elements close and open at each cut."""
    waiting = sorted(set(tags), key=_outermost_first, reverse=True)
    cuts = sorted({0, len(raw), *(edge for tag in waiting for edge in (tag.span.start, tag.span.end))})
    covering: list[Tag] = []
    is_open: list[Tag] = []
    seen: set[str] = set()
    for start, end in pairwise(cuts):
        covering = [tag for tag in covering if tag.span.end > start]
        while waiting and waiting[-1].span.start == start:
            tag = waiting.pop()
            covering.insert(0 if tag.kind == "line" else len(covering), tag)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(is_open, covering, strict=False)))
        closed, opened = tuple(reversed(is_open[shared:])), tuple(covering[shared:])
        yield Segment(raw[start:end], tuple(covering), closed, tuple(_once(tag, seen) for tag in opened))
        is_open = list(covering)


def _outermost_first(tag: Tag) -> tuple[int, int, int, str, str, str]:
    return tag.span.start, -tag.span.end, _RANK[tag.kind], tag.id, tag.detail, tag.label


def _once(tag: Tag, seen: set[str]) -> Tag:
    """Return a tag with its id the first time it opens, and without it ever after."""
    if tag.id in seen:
        return replace(tag, id="")
    seen.update([tag.id] if tag.id else [])
    return tag
