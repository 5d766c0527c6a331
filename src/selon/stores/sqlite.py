"""A dossier in one SQLite file."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from selon.core.analysis import Analysis
from selon.core.corrections import Correction, Entry
from selon.core.dossier import Cast
from selon.core.errors import StoreError
from selon.core.issues import Issue
from selon.core.ports import Found
from selon.core.queries import Query
from selon.core.text import DocId, Document, Span
from selon.stores import articles, corrections, parts, search
from selon.stores.database import Database, check
from selon.stores.lock import locked

T = TypeVar("T")


class SqliteStore:
    """The port ``Store`` on a file; ``None`` keeps it in memory. Use it in ``with``, in one thread.

    raises: StoreError where the file cannot be opened, is no dossier, or is a newer one
    """

    def __init__(self, path: Path | None = None, *, write: bool = False) -> None:
        self._db = Database(path, write=write or path is None)

    def __enter__(self) -> SqliteStore:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    def documents(self) -> Iterator[Document]:
        return articles.documents(self._db)

    def document(self, doc: DocId) -> Document | None:
        return articles.document(self._db, doc)

    def layer_keys(self, doc: DocId) -> Mapping[str, str]:
        return articles.layer_keys(self._db, doc)

    def analysis(self, doc: DocId, kinds: Collection[type]) -> Analysis:
        found = articles.document(self._db, doc)
        if found is None:
            raise StoreError(f"there is no article {doc}", where=self._db.where, fix="selon show DOSSIER lists the articles")
        return articles.analysis(self._db, found, kinds)

    def analyses(self, kinds: Collection[type]) -> Iterator[Analysis]:
        return (articles.analysis(self._db, doc, kinds) for doc in articles.documents(self._db))

    def put(self, analysis: Analysis, keys: Mapping[type, str]) -> None:
        articles.put(self._db, analysis, keys)

    def forget(self, doc: DocId) -> None:
        articles.forget(self._db, doc)

    def namesakes(self) -> Iterator[tuple[str, str]]:
        return articles.namesakes(self._db)

    def fingerprint(self, kinds: Collection[type]) -> str:
        return articles.fingerprint(self._db, kinds)

    def issues(self) -> Iterator[Issue]:
        rows = self._db.rows('select distinct source, stage, message, fix, lost, start, "end" from issue order by source, stage, message')
        for source, stage, message, fix, lost, start, end in rows:
            yield Issue(source, stage, message, fix, bool(lost), None if start is None else Span(start, end))

    def put_issues(self, inputs: Sequence[str], issues: Iterable[tuple[str, Issue]]) -> None:
        rows = ((name, i.source, i.stage, i.message, i.fix, i.lost, i.span and i.span.start, i.span and i.span.end) for name, i in issues)
        with self._db.transaction():
            self._db.run_many("delete from issue where input = ?", ((name,) for name in inputs))
            self._db.run_many("insert into issue values (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def part_key(self, name: str) -> str:
        return parts.key(self._db, name)

    def part(self, name: str, kind: type[T]) -> T | None:
        return parts.part(self._db, name, kind)

    def put_part(self, name: str, key: str, value: Any) -> None:
        parts.put(self._db, name, key, value)

    def forget_part(self, name: str) -> None:
        parts.forget(self._db, name)

    def cast(self) -> Cast:
        return parts.cast(self._db)

    def put_cast(self, cast: Cast, key: str = "") -> None:
        parts.put_cast(self._db, cast, key)

    def corrections(self) -> tuple[Entry, ...]:
        return corrections.entries(self._db)

    def add_corrections(self, log: Iterable[Correction]) -> int:
        return corrections.add(self._db, log)

    def search(self, query: str | Query, limit: int = 50) -> Iterator[Found]:
        return search.search(self._db, query, limit)


@contextmanager
def opened_for_build(path: Path) -> Iterator[SqliteStore]:
    """Open a dossier, new or kept, for the only process that may write to it.

    raises: StoreError if another process is building it, or it cannot be opened
    """
    check(path, write=True)
    with locked(path), SqliteStore(path, write=True) as store:
        yield store
