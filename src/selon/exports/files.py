"""Files to be: what an export yields, and how it is put on disk without ever leaving half a file."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selon.core.errors import SelonError
from selon.core.ports import Store


@dataclass(frozen=True, slots=True)
class File:
    """A file to write.

    path:   below the target, with ``/`` between folders; empty where the target itself is the file
    text:   its text in pieces, written as they come
    errors: how Python writes what UTF-8 cannot hold (half of a surrogate pair): as an escape of JSON or of HTML
    """

    path: str
    text: Iterable[str]
    errors: str = "backslashreplace"


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its name, what it gives, and the function that makes its files."""

    name: str
    gives: str
    files: Callable[[Store], Iterator[File]]


def write(files: Iterable[File], target: Path) -> int:
    """Write files one by one, each whole or not at all, and return how many.

    raises: SelonError if the target cannot be written
    """
    count = 0
    for file in files:
        path = target / file.path if file.path else target
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, file)
        except OSError as error:
            raise _refused(path, file, target, error) from error
        count += 1
    return count


def _refused(path: Path, file: File, target: Path, error: OSError) -> SelonError:
    fix = "name another place with -o"
    if file.path and target.is_file():
        return SelonError("it is a file, and a folder is to be written", where=str(target), fix=fix)
    return SelonError(f"cannot be written: {error.strerror or error}", where=str(path), fix=fix)


def _replace(path: Path, file: File) -> None:
    """Write beside the place, then move there in one step."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8", errors=file.errors, newline="") as out:
            out.writelines(file.text)
        os.replace(beside, path)  # noqa: PTH105  # the one call that is atomic on every system
    finally:
        beside.unlink(missing_ok=True)
