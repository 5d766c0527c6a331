"""Finding words in a dossier: a person's query made safe for FTS5, and where in the text its words are."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selon.core.ports import Found
from selon.core.queries import Query, asked
from selon.core.text import DocId, Evidence, Span
from selon.stores.database import Database

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Code points that Unicode reserves never to be characters, to show where FTS5 found a word."""


def match(query: str | Query) -> str:
    """Return the query in FTS5's own language, every word of it quoted; empty if it has no word.

    Each word must be found, in one of its writings; what stands in straight quotation marks must stand together.
    """
    wanted = asked(query) if isinstance(query, str) else query
    terms = [" OR ".join(quoted) for term in wanted.terms if (quoted := _quoted(term))]
    whole = " AND ".join(f"({term})" if " OR " in term else term for term in terms)
    instead = _quoted(wanted.instead)
    return " OR ".join([f"({whole})", *instead]) if whole and instead else whole or " OR ".join(instead)


def _quoted(writings: Iterable[str]) -> list[str]:
    """Return the writings that have a word, each as one phrase that FTS5 cannot take for a command."""
    clean = (each.replace("\0", " ").encode("utf-8", "replace").decode("utf-8") for each in writings)
    return ['"' + each.replace('"', '""') + '"' for each in clean if re.search(r"\w", each)]


def search(db: Database, query: str | Query, limit: int) -> Iterator[Found]:
    """Yield articles that have every word, best first."""
    words = match(query)
    if not words:
        return
    rows = db.rows(
        """
        select d.id, d.name, d.published, d.title, d.raw, highlight(words, 1, :open, :close)
        from words join document d on d.n = words.rowid
        where words match :match order by bm25(words, 4.0, 1.0), d.id limit :limit
        """,
        {"match": words, "limit": limit, "open": _OPEN, "close": _CLOSE},
    )
    for id, name, published, title, raw, lit in rows:
        spans = _lit(lit) if _OPEN not in raw and _CLOSE not in raw else ()
        yield Found(DocId(id), name, published, title, tuple(Evidence(DocId(id), span, span.of(raw)) for span in spans))


def _lit(lit: str) -> Iterator[Span]:
    """Yield the places between signs, counted without the signs."""
    before, *pieces = lit.split(_OPEN)
    offset = len(before)
    for piece in pieces:
        word, _, rest = piece.partition(_CLOSE)
        yield Span(offset, offset + len(word))
        offset += len(word) + len(rest)
