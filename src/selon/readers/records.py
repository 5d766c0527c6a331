"""JSON Lines: one article a line, with what is known about it."""
from __future__ import annotations

import codecs
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import IO, Any

from selon.core.days import Days
from selon.core.issues import Issue
from selon.core.ports import Read
from selon.core.text import Document
from selon.readers.decode import LIMIT_CHARS, decoded, whole
from selon.readers.text import STAGE, lost, shown, too_long, unreadable

ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
LIMIT_LINE_BYTES = 8 * LIMIT_CHARS
"""An article within the limit, were most of it written ``\\u00e9``, and its record around it."""

_CHUNK_BYTES = 1 << 20
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ].*)?)?)?")
_TEXTS = ("title", "outlet", "url", "language")


@dataclass(frozen=True, slots=True)
class RecordFile:
    """The port ``Reader`` on a file of records, packed by gzip or not. ``today``: later dates are mistakes."""

    path: Path
    today: date

    def count(self) -> int | None:
        """Count the lines."""
        try:
            with closing(_opened(self.path)) as file:
                return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK_BYTES), b""))
        except (OSError, EOFError, zlib.error):
            return None

    def read(self) -> Iterator[Read]:
        source = shown(self.path)
        name = self.path.name.partition(".")[0]
        try:
            with closing(_opened(self.path)) as file:
                yield from records(file, shown(Path(name)), source, self.today)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            yield lost(source, f"the compressed file is damaged: {error}", "fetch or pack it again; what comes before is kept")
        except OSError as error:
            yield unreadable(source, error)


def records(file: IO[bytes], name: str, source: str, today: date) -> Iterator[Read]:
    """Yield the article of each line, and what is wrong with lines.

    name: what articles without an id are called, with the number of their line
    """
    for number, line in _lines(file):
        place = f"{source}:{number}"
        if number == 1 and line and line.startswith(_WIDE):
            yield lost(source, "the records are written as UTF-16 or UTF-32", "save the file as UTF-8")
            return
        if line is None:
            yield too_long(place)
        elif line.strip():
            yield from _record(line, f"{name}-{number}", place, today)


def _opened(path: Path) -> IO[bytes]:
    return gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb")  # type: ignore[return-value]


def _lines(file: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number; ``None`` for one that is too long, which is never held whole."""
    number = 0
    while line := file.readline(LIMIT_LINE_BYTES):
        number += 1
        if len(line) < LIMIT_LINE_BYTES or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_CHUNK_BYTES)
        yield number, None


def _record(line: bytes, name: str, source: str, today: date) -> Iterator[Read]:
    found = decoded(line)
    if found is None:
        yield lost(source, "not a line of text", "save the file as UTF-8")
        return
    try:
        record = json.loads(found.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        yield lost(source, f"not JSON: {_reason(error)}", "write one whole record a line")
        return
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        yield lost(source, "the record has no `text`", 'write {"id": …, "text": …} a line')
        return
    if "\0" in record["text"]:
        yield lost(source, "the text has NUL characters", "leave them out: they are no text")
        return
    if found.note:
        yield Issue(source, STAGE, found.note, "save it as UTF-8 if characters look wrong")
    yield from _article(record, name, source, today, found.encoding)


def _article(record: dict[str, Any], name: str, source: str, today: date, encoding: str) -> Iterator[Read]:
    """Yield the document of a record, and an issue for each part of it that had to be passed over."""
    raw = whole(record["text"])
    if raw != record["text"]:
        yield Issue(source, STAGE, "the text has halves of characters: shown as \ufffd", "see what wrote the file: it cut through emoji")
    published, trouble = publication(record.get("date"), today)
    if trouble:
        yield Issue(source, STAGE, f"{trouble}: the date is not used", "write dates as 2025-06-05")
    known = {key: whole(_text(record.get(key))) for key in _TEXTS}
    name = whole(_text(record.get("id"))) or name
    yield Document.from_text(raw, name=name, source=source, published=published, encoding=encoding, **known)


def publication(value: Any, today: date) -> tuple[str, str]:
    """Return a record's date as an ISO 8601 day, month or year, and what is wrong with it; one of the two is empty.

    A time of day is passed over. Tomorrow is no mistake: it may be tomorrow there.
    """
    text = _text(value)
    if not text:
        return "", ""
    days = Days.parse(text) if _DATE.fullmatch(text) else None
    if days is None:
        return "", f"the date {text[:40]!r} cannot be read"
    if days.first > today + timedelta(days=1):
        return "", f"the date {text[:40]!r} is in the future"
    return days.iso, ""


def _text(value: Any) -> str:
    """Return a record's value as one line of text; empty for what is neither a text nor a number."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value).replace("\0", " ").strip()


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, ValueError) else "too deeply nested"
