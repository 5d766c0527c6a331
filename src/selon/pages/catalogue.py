"""Where everything is in a report: the pages of articles and actors, and which lines go on which list."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from selon.core.dossier import Dated, Said
from selon.core.lines import Who, dated, said
from selon.core.marks import Dateline, Statement, TimeExpr
from selon.core.ports import Store
from selon.core.text import DocId, Span
from selon.exports.names import Names
from selon.lang.match import fold
from selon.views.context import around
from selon.views.dates import DateLine, date_line
from selon.views.timeline import Placed, section_key

LAYERS = (Dateline, Statement, TimeExpr)
_LAST = "~"  # sorts behind every date and name
_SLUG_LIMIT_CHARS = 80
_KEPT_ARTICLES = 256


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list of articles. ``path`` is its page, below the root of the report."""

    doc: DocId
    path: str
    heading: str
    outlet: str
    date: DateLine
    statements: int


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A line by its place, much smaller than the line. Refs sort by ``key``, then as articles and texts run."""

    key: tuple[str | int, ...]
    article: int
    line: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one pass over a dossier finds out.

    entries: in order of publication, the undated last
    said:    actor -> its statements, in that order; ``""`` has those of nobody known
    dated:   time expressions as the timeline runs; those that denote no day are left out
    """

    entries: tuple[Entry, ...]
    said: Mapping[str, tuple[Ref, ...]]
    dated: tuple[Ref, ...]

    @property
    def by_date(self) -> tuple[Ref, ...]:
        """Every statement, in order of publication."""
        return tuple(sorted((ref for refs in self.said.values() for ref in refs), key=lambda ref: (ref.article, ref.line)))


def catalogue(store: Store, who: Who) -> Catalogue:
    """Go over a dossier once and note where its lines are."""
    names = Names()
    found: list[tuple[Entry, list[str], list[tuple[str | int, ...] | None]]] = []
    for analysis in store.analyses(LAYERS):
        doc, date = analysis.doc, date_line(analysis)
        actors = [who.actor(doc.id, mark.source) for mark in analysis[Statement]]
        path = f"articles/{names.unlike(slug(doc.name), doc)}.html"
        entry = Entry(doc.id, path, doc.title or doc.name, doc.outlet, date, len(actors))
        found.append((entry, actors, [section_key(line) if line.first else None for line in dated(analysis)]))
    found.sort(key=lambda each: (each[0].date.best or _LAST, each[0].path))
    voices: dict[str, list[Ref]] = {}
    days: list[Ref] = []
    for at, (_, actors, keys) in enumerate(found):
        for number, actor in enumerate(actors):
            voices.setdefault(actor, []).append(Ref((), at, number))
        days += [Ref(key, at, number) for number, key in enumerate(keys) if key]
    return Catalogue(tuple(entry for entry, _, _ in found), {actor: tuple(refs) for actor, refs in voices.items()}, tuple(sorted(days)))


def slug(name: str) -> str:
    """Return a name for a page: unaccented lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:_SLUG_LIMIT_CHARS] or "article"


class Shelf:
    """Fetches lines by reference, and keeps those of a few articles at hand."""

    def __init__(self, store: Store, who: Who, entries: tuple[Entry, ...]) -> None:
        self._store, self._who, self._entries = store, who, entries
        self._said = lru_cache(_KEPT_ARTICLES)(self._fetch_said)
        self._dated = lru_cache(_KEPT_ARTICLES)(self._fetch_dated)

    def said(self, ref: Ref) -> Said:
        return self._said(ref.article)[ref.line]

    def dated(self, ref: Ref) -> Placed:
        return self._dated(ref.article)[ref.line]

    def _fetch_said(self, article: int) -> tuple[Said, ...]:
        return tuple(said(self._store.analysis(self._entries[article].doc, (Dateline, Statement)), self._who))

    def _fetch_dated(self, article: int) -> tuple[Placed, ...]:
        analysis = self._store.analysis(self._entries[article].doc, (Dateline, TimeExpr))
        return tuple(_placed(line, analysis.doc.raw) for line in dated(analysis))


def _placed(line: Dated, raw: str) -> Placed:
    span: Span = line.evidence.span
    return Placed(line, *around(raw, span))
