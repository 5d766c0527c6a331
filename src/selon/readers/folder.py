"""A folder: every readable file in it and below, in the order of their names."""
from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from stat import S_IFMT, S_IFREG

from selon.core.issues import Issue
from selon.core.ports import Read, Reader
from selon.lang.own import FILE as KNOWLEDGE
from selon.readers.page import ENDINGS as PAGES
from selon.readers.page import PageFile
from selon.readers.records import ENDINGS, RecordFile
from selon.readers.sidecar import FILE as SIDECAR
from selon.readers.sidecar import Sidecar
from selon.readers.text import TextFile, lost, mode, shown, unreadable

OTHERS = {
    ".xml": "XML", ".pdf": "PDF", ".doc": "Word", ".docx": "Word", ".odt": "OpenDocument", ".rtf": "RTF",
    ".csv": "CSV", ".tsv": "TSV", ".xlsx": "Excel", ".json": "JSON", ".warc": "WARC", ".zip": "ZIP", ".gz": "gzip",
}  # fmt: skip
"""Kinds of file that have articles in them, in a form that is not read yet."""

_ABOUT = frozenset({"readme", "licence", "license"})


@dataclass(frozen=True, slots=True)
class OtherFile:
    """The port ``Reader`` on a file of a kind that is not read: an issue that says so."""

    path: Path
    kind: str

    def count(self) -> int:
        return 1

    def read(self) -> Iterator[Read]:
        yield lost(shown(self.path), f"{self.kind} files are not read", "export the text as .txt, or as .jsonl with a record a line")


def file_reader(path: Path, today: date) -> Reader:
    """Return the reader for a file by its ending; one without a known ending is taken for text."""
    if path.name.lower().endswith(ENDINGS):
        return RecordFile(path, today)
    if path.suffix.lower() in PAGES:
        return PageFile(path, today)
    kind = OTHERS.get(path.suffix.lower())
    return OtherFile(path, kind) if kind else TextFile(path)


@dataclass(frozen=True, slots=True)
class Folder:
    """The port ``Reader`` on a folder.

    Hidden files, dossiers, a read-me, a ``selon.toml`` and what is no regular file are passed over; links to folders are not followed.
    An ``articles.tsv`` says of the text files beside it what their text does not: see ``sidecar.py``.
    """

    path: Path
    today: date

    def count(self) -> int:
        return sum(file_reader(each, self.today).count() or 0 for each in self._files([]))

    def read(self) -> Iterator[Read]:
        closed: list[Issue] = []
        empty = True
        beside: dict[Path, Sidecar] = {}
        for each in self._files(closed):
            if each.parent not in beside:
                beside = {each.parent: Sidecar(each.parent, self.today)}
                yield from beside[each.parent].issues
            empty = False
            for read in file_reader(each, self.today).read():
                yield from beside[each.parent].known(read)
        yield from closed
        if empty and not closed:
            yield lost(shown(self.path), "there is no article in this folder", "name the folder that has the .txt, .html or .jsonl files")

    def _files(self, closed: list[Issue]) -> Iterator[Path]:
        """Yield files in order; folders that cannot be opened become issues in ``closed``."""

        def refuse(error: OSError) -> None:
            closed.append(unreadable(shown(Path(error.filename)), error))

        for folder, below, names in os.walk(self.path, onerror=refuse):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                path = Path(folder, name)
                is_about = name in (SIDECAR, KNOWLEDGE) or path.stem.lower() in _ABOUT
                if not name.startswith(".") and not is_about and ".selon" not in path.suffix and S_IFMT(mode(path)) in (0, S_IFREG):
                    yield path
