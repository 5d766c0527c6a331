"""Two articles side by side: what they share, and what one changed."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.core.reuse import Change, Passage, Reuse
from selon.core.text import DocId, Document, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one side; the pieces of a side, joined, are the raw text.

    passage: number of the shared passage that it is part of, from 1; 0 outside
    edit:    ``added``, ``dropped`` or ``replaced`` where the two sides differ; empty where they agree, or outside
    means:   what the change does to the meaning
    begins:  whether the passage begins here
    """

    text: str
    passage: int = 0
    edit: str = ""
    means: str = ""
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles, ``a`` the earlier where that is known.

    shared_a, shared_b: how much of each stands in the other too, 0 to 1
    """

    a: Document
    b: Document
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    passages: tuple[Passage, ...]
    shared_a: float
    shared_b: float


def pairs(part: Reuse) -> dict[tuple[DocId, DocId], tuple[Passage, ...]]:
    """Return the passages of each pair of articles."""
    found: dict[tuple[DocId, DocId], list[Passage]] = defaultdict(list)
    for passage in part.passages:
        found[passage.a.doc, passage.b.doc].append(passage)
    return {pair: tuple(passages) for pair, passages in found.items()}


def compare(a: Document, b: Document, passages: Iterable[Passage]) -> Comparison:
    """Return two articles cut at the edges of what they share and of each change."""
    shared = tuple(sorted(passages, key=lambda each: each.a.span))
    left = tuple(_pieces(a, [(each.a.span, each) for each in shared], is_a=True))
    right = tuple(_pieces(b, [(each.b.span, each) for each in shared], is_a=False))
    return Comparison(a, b, left, right, shared, _share(left), _share(right))


def _share(pieces: Iterable[Piece]) -> float:
    both, total = 0, 0
    for piece in pieces:
        total += len(piece.text)
        both += len(piece.text) if piece.passage and not piece.edit else 0
    return both / total if total else 0.0


def _pieces(doc: Document, stretches: list[tuple[Span, Passage]], *, is_a: bool) -> Iterator[Piece]:
    """Cut one side. Where two passages overlap, the first has the words."""
    done = 0
    numbered = sorted(enumerate(stretches, 1), key=lambda each: each[1][0])
    for number, (span, passage) in numbered:
        start = max(span.start, done)
        if start >= span.end:
            continue
        if start > done:
            yield Piece(doc.raw[done:start])
        yield from _inside(doc, Span(start, span.end), number, passage.changes, is_a=is_a)
        done = span.end
    if done < len(doc.raw):
        yield Piece(doc.raw[done:])


def _inside(doc: Document, span: Span, number: int, changes: Iterable[Change], *, is_a: bool) -> Iterator[Piece]:
    """Cut a passage at its changes."""
    at, begins = span.start, True
    for change in changes:
        place = change.before if is_a else change.after
        if place is None or place.span.start < at or place.span.end > span.end:
            continue
        if place.span.start > at:
            yield Piece(doc.raw[at : place.span.start], number, begins=begins)
            begins = False
        yield Piece(place.quote, number, change.edit, change.means, begins)
        at, begins = place.span.end, False
    if at < span.end:
        yield Piece(doc.raw[at : span.end], number, begins=begins)
