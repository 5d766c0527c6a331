"""``articles.tsv`` beside text files: what is known of them that is not in their text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from selon.core.issues import Issue
from selon.core.ports import Read
from selon.core.text import Document
from selon.readers.decode import decoded
from selon.readers.records import publication
from selon.readers.text import STAGE, shown, unreadable

FILE = "articles.tsv"
"""One row an article: ``name`` (the file's name without its ending), and any of ``date``, ``title``, ``outlet``, ``url``, ``language``."""


class Sidecar:
    """The rows of a folder's ``articles.tsv``; none where there is no such file."""

    def __init__(self, folder: Path, today: date) -> None:
        self.path, self.today = folder / FILE, today
        self.issues: list[Issue] = []
        self.rows = {row["name"]: row for row in self._rows() if row.get("name")}

    def _rows(self) -> Iterator[dict[str, str]]:
        try:
            found = decoded(self.path.read_bytes())
        except FileNotFoundError:
            return
        except OSError as error:
            self.issues.append(unreadable(shown(self.path), error))
            return
        lines = found.text.removeprefix("\ufeff").splitlines() if found else []
        if not lines or "name" not in lines[0].split("\t"):
            self.issues.append(
                Issue(
                    shown(self.path),
                    STAGE,
                    "no column `name`: the file is not used",
                    "begin it with the line: name, date, outlet (tabs between)",
                )
            )
            return
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)

    def known(self, read: Read) -> Iterator[Read]:
        """Yield an article with what its row says of it, and an issue for a date that cannot be used; an issue as it is."""
        row = self.rows.get(read.name) if isinstance(read, Document) else None
        if not isinstance(read, Document) or row is None:
            yield read
            return
        published, trouble = publication(row.get("date"), self.today)
        if trouble:
            yield Issue(shown(self.path), STAGE, f"{read.name}: {trouble}: the date is not used", "write dates as 2025-06-05")
        told = {key: (row.get(key) or "").strip() for key in ("title", "outlet", "url", "language")}
        yield replace(
            read,
            published=published or read.published,
            title=told["title"] or read.title,
            outlet=told["outlet"] or read.outlet,
            url=told["url"] or read.url,
            language=told["language"] or read.language,
        )
