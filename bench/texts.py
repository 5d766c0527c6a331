"""The articles of an input, as plain strings: for the run of spaCy alone, which knows nothing of selon."""
from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path


def texts(source: Path) -> Iterator[str]:
    """Yield the text of each ``.txt`` of a folder, or of each record of a ``.jsonl`` or ``.jsonl.gz`` (its ``text``)."""
    for file in sorted(source.rglob("*")) if source.is_dir() else [source]:
        if file.name.endswith((".jsonl", ".jsonl.gz")):
            yield from records(file)
        elif file.suffix == ".txt":
            yield file.read_bytes().decode("utf-8", "replace")


def records(file: Path) -> Iterator[str]:
    """Yield the ``text`` of each line that has one."""
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and (text := json.loads(line).get("text")):
                yield text
