"""A folder of tables for spreadsheets and statistics.

UTF-8 with a byte order mark, semicolons between cells, CRLF at the end of a row: a double click in a French Excel or
LibreOffice opens it well. Elsewhere: ``pandas.read_csv(path, sep=";", encoding="utf-8-sig")``.
A cell that a spreadsheet would take for a formula (``=``, ``+``, ``-``, ``@``) gets an apostrophe before it.
Lists are joined by `` | ``; a piece of content is ``start-end``.
"""
from __future__ import annotations

import csv as rfc4180
import io
from collections.abc import Iterable, Iterator
from typing import Any

from selon.core.lines import Who
from selon.core.marks import Dateline, Statement, TimeExpr
from selon.core.ports import Store
from selon.exports import rows
from selon.exports.files import File

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_STATEMENT = (
    "id", "article", "published", "actor", "actor_name", "speaker", "cue", "via", "via_names", "to", "to_names", "act", "form", "modality",
    "quote", "pieces", "doc", "start", "end", "text", "score", "why",
)  # fmt: skip
_TIME = ("id", "article", "published", "text", "type", "value", "mod", "first", "last", "basis", "doc", "start", "end", "why")
_ACTOR = ("id", "name", "kind", "variants", "why", "tier")
_MENTION = ("actor", "article", "text", "form", "kind", "doc", "start", "end", "tier")
_DOCUMENT = ("doc", "article", "title", "outlet", "url", "source", "language", "published", "first", "last", "basis", "characters")


def csv(store: Store) -> Iterator[File]:
    """Yield the tables, each made in one pass over the dossier."""
    who = Who.of(store.cast())
    said = (row for each in store.analyses((Dateline, Statement)) for row in rows.statements(each, who))
    yield _table("statements", _STATEMENT, said)
    yield _table("times", _TIME, (row for each in store.analyses((Dateline, TimeExpr)) for row in rows.times(each)))
    yield _table("actors", _ACTOR, (rows.actor(actor) for actor in store.cast().actors))
    yield _table("mentions", _MENTION, _mentions(store))
    yield _table("documents", _DOCUMENT, (rows.document(each) for each in store.analyses((Dateline,))))


def _mentions(store: Store) -> Iterator[rows.Row]:
    mentions = rows.mentions_by_article(store.cast())
    return (rows.mention(each, doc.name, doc.raw) for doc in store.documents() for each in mentions.get(doc.id, []))


def _table(name: str, columns: tuple[str, ...], found: Iterable[rows.Row]) -> File:
    return File(f"{name}.csv", _text(columns, found))


def _text(columns: tuple[str, ...], found: Iterable[rows.Row]) -> Iterator[str]:
    yield BOM + _row(columns)
    for row in found:
        yield _row([_cell(column, row) for column in columns])


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    rfc4180.writer(out, delimiter=";", lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _cell(column: str, row: rows.Row) -> str:
    if column == "quote":
        return harmless(" […] ".join(piece["text"] for piece in row["content"]))
    if column == "pieces":
        return " | ".join(f"{piece['start']}-{piece['end']}" for piece in row["content"])
    return _plain(row[column])


def _plain(value: Any) -> str:
    if isinstance(value, list):
        value = " | ".join(f"{each['name']} ({each['count']})" if isinstance(each, dict) else str(each) for each in value)
    return harmless(value) if isinstance(value, str) else str(value)


def harmless(cell: str) -> str:
    """Return the cell, with an apostrophe before it if a spreadsheet would run it as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
