"""The log of corrections as JSONL, in the order of their numbers: for a copy, or for another person's dossier of the same articles."""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from selon.core.ports import Store
from selon.exports.files import File


def corrections(store: Store) -> Iterator[File]:
    """Yield the one file."""
    yield File("", (json.dumps(asdict(entry.correction), ensure_ascii=False) + "\n" for entry in store.corrections()))
