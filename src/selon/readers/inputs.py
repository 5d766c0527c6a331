"""The reader for what a person named."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from stat import S_ISDIR, S_ISFIFO
from typing import IO

from selon.core.ports import Read, Reader
from selon.readers.folder import Folder, file_reader
from selon.readers.stream import Stream
from selon.readers.text import mode, shown


def reader(name: str, *, today: date, stdin: Callable[[], IO[bytes]]) -> Reader:
    """Return the reader for a file, a folder, or ``-`` for standard input."""
    if name == "-":
        return Stream(stdin(), "stdin", today)
    path = Path(name)
    if S_ISDIR(mode(path)):
        return Folder(path, today)
    if S_ISFIFO(mode(path)):
        return Pipe(path, today)
    return file_reader(path, today)


@dataclass(frozen=True, slots=True)
class Pipe:
    """The port ``Reader`` on a named pipe, such as a shell makes of ``<(zcat …)``."""

    path: Path
    today: date

    def count(self) -> None:
        return None

    def read(self) -> Iterator[Read]:
        with self.path.open("rb") as file:
            yield from Stream(file, shown(Path(self.path.name)), self.today).read()
