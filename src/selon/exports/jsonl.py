"""One JSON object a line; ``kind`` says what the line is, and ``exports/rows.py`` names the other keys of each.

After the ``document`` line of an article come its ``statement``, ``time`` and ``mention`` lines; ``actor`` and ``issue``
lines close the file. A mention's own kind (person, state) is ``actor_kind``, an actor's too.
"""
from __future__ import annotations

import json
from collections.abc import Iterator

from selon.core.lines import Who
from selon.core.marks import Dateline, Statement, TimeExpr
from selon.core.ports import Store
from selon.exports import rows
from selon.exports.files import File

LAYERS = (Dateline, TimeExpr, Statement)


def jsonl(store: Store) -> Iterator[File]:
    """Yield the one file."""
    yield File("", _lines(store))


def _lines(store: Store) -> Iterator[str]:
    cast = store.cast()
    who = Who.of(cast)
    mentions = rows.mentions_by_article(cast)
    for analysis in store.analyses(LAYERS):
        doc = analysis.doc
        yield _line("document", rows.document(analysis))
        yield from (_line("statement", row) for row in rows.statements(analysis, who))
        yield from (_line("time", row) for row in rows.times(analysis))
        yield from (_line("mention", rows.mention(each, doc.name, doc.raw)) for each in mentions.get(doc.id, []))
    yield from (_line("actor", rows.actor(actor)) for actor in cast.actors)
    yield from (_line("issue", rows.issue(each)) for each in store.issues())


def _line(kind: str, row: rows.Row) -> str:
    own = {"actor_kind" if key == "kind" else key: value for key, value in row.items()}
    return json.dumps({"kind": kind, **own}, ensure_ascii=False) + "\n"
