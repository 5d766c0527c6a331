"""A text file: one article."""
from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selon.core.issues import Issue
from selon.core.ports import Read
from selon.core.text import Document
from selon.readers.decode import LIMIT_BYTES, LIMIT_CHARS, REPLACED, decoded

ENDINGS = frozenset({".txt", ".text", ".md"})
"""What is not part of an article's name."""

STAGE = "read"
_MARKUP = re.compile(r"\ufeff?\s*<(?:!doctype html|html)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextFile:
    """The port ``Reader`` on a file that holds one article."""

    path: Path

    def count(self) -> int:
        return 1

    def read(self) -> Iterator[Read]:
        source, data = shown(self.path), file_bytes(self.path)
        if isinstance(data, Issue):
            yield data
            return
        name = self.path.stem if self.path.suffix.lower() in ENDINGS else self.path.name
        yield from article(data, shown(Path(name)), source)


def file_bytes(path: Path) -> bytes | Issue:
    """Return what is in a file that may hold one article, or why that cannot be had."""
    try:
        return too_long(shown(path)) if path.stat().st_size > LIMIT_BYTES else path.read_bytes()
    except OSError as error:
        return unreadable(shown(path), error)


def article(data: bytes, name: str, source: str) -> Iterator[Read]:
    """Yield the article that the bytes are, and what is to be said about them."""
    found = decoded(data)
    if found is None:
        yield lost(source, "not a text file", "export it as plain text first")
        return
    if found.note:
        yield Issue(source, STAGE, found.note, "save it as UTF-8 if characters look wrong")
    if _MARKUP.match(found.text):
        yield Issue(source, STAGE, "a web page, read as plain text with its tags", "give its name the ending .html")
    yield Document.from_text(found.text, name=name, source=source, encoding=found.encoding)


def lost(source: str, message: str, fix: str) -> Issue:
    """Return the issue of an input that is left out."""
    return Issue(source, STAGE, message, fix, lost=True)


def too_long(source: str) -> Issue:
    return lost(source, f"longer than {LIMIT_CHARS:,} characters", "cut it into articles")


def unreadable(source: str, error: OSError) -> Issue:
    if isinstance(error, FileNotFoundError):
        return lost(source, "there is no such file", "see how its name is spelt")
    return lost(source, f"it cannot be read: {error.strerror or error}", "see who owns it and who may read it")


def mode(path: Path) -> int:
    """Return what the system says a path is, for the functions of ``stat``; 0 where it does not say."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def shown(path: Path) -> str:
    """Return a path as text that can be stored, even where its bytes are no text."""
    return os.fsencode(path).decode("utf-8", "replace").replace("\0", REPLACED)
