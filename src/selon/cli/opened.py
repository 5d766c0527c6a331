"""Opening a dossier to read it: the one place where commands meet a store."""
from __future__ import annotations

from pathlib import Path

from selon.stores.sqlite import SqliteStore


def opened(dossier: Path) -> SqliteStore:
    """Open a dossier for reading; use it in ``with``.

    raises: StoreError if there is none, or it cannot be read
    """
    return SqliteStore(dossier)
