"""A dossier file: opened, checked, brought up to date, its errors in plain words. Knows SQLite, not what a dossier holds."""
from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from selon.core.errors import StoreError

APPLICATION_ID = 0x53454C4E
"""``SELN``, at byte 68 of the file: tells a dossier from any other SQLite file."""

_HEADER = b"SQLite format 3\0"
_WAIT_S = 10
_CURES: tuple[tuple[str, str, str], ...] = (
    ("disk is full", "the disk is full", "make room and run the same build again: what is done is kept"),
    ("readonly", "it cannot be written", "choose a file that you may write, or a copy"),
    ("read-only", "it cannot be written", "choose a file that you may write, or a copy"),
    ("locked", "another program is writing to it", "wait until it is done"),
    ("unable to open", "it cannot be opened", "see that the folder is there and that you may write in it"),
    ("not a database", "it is not a dossier", "name another file"),
    ("malformed", "it is damaged", "build the dossier again into a new file"),
    ("fts5", "this Python's SQLite has no full-text search (FTS5)", "use a Python from python.org or uv"),
)


class Database:
    """One connection. ``rows`` asks, ``run`` changes, ``transaction`` keeps all of a change or none of it.

    raises: StoreError for whatever goes wrong, here and in every method
    """

    def __init__(self, path: Path | None, *, write: bool) -> None:
        self.where = str(path) if path else "dossier in memory"
        if path:
            check(path, write=write)
        with self._plainly():
            self._db = _connect(path, write)
        try:
            with self._plainly():
                self._prepare(write)
        except BaseException:
            self._db.close()
            raise

    def rows(self, sql: str, values: Mapping[str, Any] | Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        with self._plainly():
            for row in self._db.execute(sql, values):  # noqa: UP028  # where it is left off, "yield from" closes what may be closed
                yield row

    def row(self, sql: str, values: Mapping[str, Any] | Sequence[Any] = ()) -> tuple[Any, ...] | None:
        with self._plainly():
            found: tuple[Any, ...] | None = self._db.execute(sql, values).fetchone()
            return found

    def run(self, sql: str, values: Mapping[str, Any] | Sequence[Any] = ()) -> None:
        with self._plainly():
            self._db.execute(sql, values)

    def run_many(self, sql: str, values: Iterator[Any]) -> None:
        with self._plainly():
            self._db.executemany(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep everything that is done inside, or nothing if it raises."""
        self.run("begin immediate")
        try:
            yield
            self.run("commit")
        except BaseException:
            if self._db.in_transaction:
                self._db.rollback()
            raise

    def close(self) -> None:
        self._db.close()

    def _prepare(self, write: bool) -> None:
        """Check what the file is, and run the migrations that it has not had."""
        (version,) = self._db.execute("pragma user_version").fetchone()
        (application,) = self._db.execute("pragma application_id").fetchone()
        (tables,) = self._db.execute("select count(*) from sqlite_master").fetchone()
        if application != APPLICATION_ID and (tables or not write):
            raise StoreError("it is the database of another program", where=self.where, fix="name another file")
        newest = len(migrations())
        if version > newest:
            raise StoreError(
                f"it was made by a newer selon (format {version}; this one knows {newest})", where=self.where, fix="pip install -U selon"
            )
        if version < newest and not write:
            raise StoreError("it was made by an older selon", where=self.where, fix="selon build ARTICLE -o DOSSIER brings it up to date")
        if write:
            self._db.execute("pragma journal_mode = wal")
            self._db.execute("pragma synchronous = normal")
            for number, script in enumerate(migrations()[version:], version + 1):
                self._migrate(number, script)
        self._db.execute("pragma foreign_keys = on")

    def _migrate(self, number: int, script: str) -> None:
        """Run one migration whole or not at all."""
        head = f"begin immediate; pragma application_id = {APPLICATION_ID}; pragma user_version = {number};"
        try:
            self._db.executescript(f"{head}\n{script}\ncommit;")
        except sqlite3.Error:
            if self._db.in_transaction:
                self._db.rollback()
            raise

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Turn an error of SQLite into what a person can do about it."""
        try:
            yield
        except sqlite3.Error as error:
            for sign, message, cure in _CURES:
                if sign in str(error):
                    raise StoreError(message, where=self.where, fix=cure) from error
            raise StoreError(f"SQLite says: {error}", where=self.where, fix="selon doctor") from error


def migrations() -> tuple[str, ...]:
    """Return the scripts of ``migrations/`` in order: the first makes format 1."""
    folder = files("selon.stores") / "migrations"
    return tuple(each.read_text("utf-8") for each in sorted(folder.iterdir(), key=lambda file: file.name) if each.name.endswith(".sql"))


def features() -> tuple[str, bool]:
    """Return the version of SQLite, and whether it has full-text search."""
    db = sqlite3.connect(":memory:")
    try:
        db.execute("create virtual table probe using fts5 (text)")
    except sqlite3.OperationalError:
        return sqlite3.sqlite_version, False
    finally:
        db.close()
    return sqlite3.sqlite_version, True


def check(path: Path, *, write: bool) -> None:
    """Refuse a path that cannot be a dossier, before SQLite touches it.

    raises: StoreError
    """
    where = str(path)
    try:
        if path.is_dir():
            raise StoreError("it is a folder", where=where, fix=f"name a file in it, such as {path / 'dossier.selon'}")
        if not path.exists():
            if not write:
                raise StoreError("there is no such dossier", where=where, fix=f"selon build ARTICLES -o {path}")
            if not path.parent.is_dir():
                raise StoreError(f"there is no folder {path.parent}", where=where, fix=f"mkdir -p {path.parent}")
            return
        with path.open("rb") as file:
            head = file.read(len(_HEADER))
    except OSError as error:
        raise StoreError(f"it cannot be read: {error.strerror}", where=where, fix="see who owns it and who may read it") from error
    if head and head != _HEADER:
        raise StoreError("it is not a dossier", where=where, fix="name another file: this one is left as it is")


def _connect(path: Path | None, write: bool) -> sqlite3.Connection:
    """Open for writing, or for reading only: then even from a folder in which SQLite cannot lay its side files."""
    if path is None:
        return sqlite3.connect(":memory:", isolation_level=None)
    if write:
        return sqlite3.connect(path, isolation_level=None, timeout=_WAIT_S)
    uri = path.resolve().as_uri()
    db = sqlite3.connect(f"{uri}?mode=ro", uri=True, isolation_level=None, timeout=_WAIT_S)
    try:
        db.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.OperationalError:
        db.close()
        return sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except BaseException:
        db.close()
        raise
    return db
