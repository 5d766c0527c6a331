"""Opening a dossier to read it: the one place where commands meet a store."""
from __future__ import annotations

from pathlib import Path

from selon.core.errors import InputError
from selon.stores.sqlite import SqliteStore


def opened(dossier: Path) -> SqliteStore:
    """Open a dossier for reading; use it in ``with``.

    raises: InputError if there is none, StoreError if it cannot be read
    """
    if not dossier.is_file():
        raise InputError("there is no such dossier", where=str(dossier), fix="selon build ARTICLES -o DOSSIER makes one")
    return SqliteStore(dossier)
