"""The log of corrections in a dossier file."""
from __future__ import annotations

from collections.abc import Iterable

from selon.core.corrections import Correction, Entry
from selon.stores.codec import read_back, written
from selon.stores.database import Database


def entries(db: Database) -> tuple[Entry, ...]:
    """Return the log by number."""
    return tuple(Entry(n, read_back(payload, Correction)) for n, payload in db.rows("select n, payload from correction order by n"))


def add(db: Database, corrections: Iterable[Correction]) -> int:
    """Add those that the log does not have, in the order they were made; return how many."""
    with db.transaction():
        kept = {name for (name,) in db.rows("select id from correction")}
        new = {each.id: each for each in corrections if each.id not in kept}
        ordered = sorted(new.values(), key=lambda each: (each.made, each.id))
        rows = ((each.id, each.made, each.kind.value, written(each)) for each in ordered)
        db.run_many("insert into correction (id, made, kind, payload) values (?, ?, ?, ?)", rows)
    return len(ordered)
