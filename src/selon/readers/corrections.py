"""A log of corrections as JSONL: one entry a line, as ``selon export --to corrections`` writes it."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from selon.core.corrections import Correction
from selon.core.errors import InputError

_MADE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")
_FIX = "selon export DOSSIER --to corrections -o FILE writes such a file"


def corrections(file: Path) -> Iterator[Correction]:
    """Yield the entries of a file.

    raises: InputError naming the line, before the first entry is added, if it is no such file
    """
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise InputError("it is not UTF-8", where=str(file), fix=_FIX) from error
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror or error}", where=str(file), fix=_FIX) from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _entry(line, f"{file}:{number}")


def _entry(line: str, where: str) -> Correction:
    try:
        entry = msgspec.json.decode(line, type=Correction)
    except (msgspec.DecodeError, ValueError) as error:
        raise InputError(f"it is no correction: {error}", where=where, fix=_FIX) from error
    if not _MADE.fullmatch(entry.made):
        raise InputError(f"{entry.made!r} is no time such as 2025-06-05T10:00:00.000000+00:00", where=where, fix=_FIX)
    if entry.fault:
        raise InputError(entry.fault, where=where, fix=_FIX)
    return entry
