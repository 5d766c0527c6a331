"""Standard input, or any pipe: records if it begins as one, else one text."""
from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import IO

from selon.core.ports import Read
from selon.readers.decode import LIMIT_BYTES
from selon.readers.records import records
from selon.readers.text import article, too_long

_PEEK_BYTES = 64


@dataclass(frozen=True, slots=True)
class Stream:
    """The port ``Reader`` on bytes that can be read once."""

    file: IO[bytes]
    name: str
    today: date

    def count(self) -> None:
        return None

    def read(self) -> Iterator[Read]:
        head = self.file.read(_PEEK_BYTES)
        if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
            with closing(io.BufferedReader(_Rejoined(head, self.file))) as joined:
                yield from records(joined, self.name, self.name, self.today)
            return
        data = head + self.file.read(LIMIT_BYTES)
        if len(data) > LIMIT_BYTES:
            yield too_long(self.name)
        else:
            yield from article(data, self.name, self.name)


class _Rejoined(io.RawIOBase):
    """A stream whose beginning was read already, whole again."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :] if self._head else b""
        buffer[: len(data)] = data
        return len(data)
