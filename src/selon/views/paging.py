"""Long lists cut in pages."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list. ``number`` counts from 1 to ``count``; ``total`` is the length of the whole list."""

    number: int
    count: int
    total: int
    items: Sequence[T]


def paged(items: Sequence[T], *, size: int = 500) -> Iterator[Page[T]]:
    """Yield the pages of a list; an empty list has one empty page."""
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        yield Page(number, count, len(items), items[(number - 1) * size : number * size])
