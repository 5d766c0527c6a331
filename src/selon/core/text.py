"""Text as received, and places in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NewType

DocId = NewType("DocId", str)
"""Name and text of an article, hashed: sixteen hexadecimal digits."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` of a document's raw text.

    Half-open and 0-based, counted in Unicode code points as Python's ``str``
    counts them (not bytes, not UTF-16 units). Never empty: what cannot be
    pointed at cannot be cited.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def cover(cls, first: Span, *more: Span) -> Span:
        """Return the smallest span that holds all those given."""
        return cls(min(first.start, *(s.start for s in more), first.start), max(first.end, *(s.end for s in more), first.end))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return ``start..end`` without white space at either side; ``None`` if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its text as received, never edited, and what came with it.

    name:      what an export calls it; a file's name without its ending, or the ``id`` of a record
    published: ISO 8601 day, month or year, where the input states one; else empty
    """

    id: DocId
    raw: str
    name: str
    source: str = ""
    title: str = ""
    published: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
    encoding: str = "utf-8"

    @classmethod
    def from_text(cls, raw: str, *, name: str = "text", **known: str) -> Document:
        """Make a document, its ``id`` hashed from name and text.

        The name takes part because two outlets may print the very same words:
        they are two articles, and the dossier must say so.
        """
        digest = hashlib.sha256(f"{name}\0{raw}".encode("utf-8", "surrogatepass")).hexdigest()
        return cls(DocId(digest[:16]), raw, name, **known)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The exact characters that a line of a dossier rests on."""

    doc: DocId
    span: Span
    quote: str

    @classmethod
    def cite(cls, doc: Document, span: Span) -> Evidence:
        return cls(doc.id, span, span.of(doc.raw))

    def holds(self, doc: Document) -> bool:
        """Say whether the document still has these characters at this place."""
        return doc.id == self.doc and self.span.of(doc.raw) == self.quote
