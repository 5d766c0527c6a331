"""Which phrases and names stand near a place: only those can be tied to what stands there."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

REACH = 12
"""Tokens between a description and the name that it is tied to, at most (``titles._TITLE_WORDS``, and what frames them)."""


class Placed(Protocol):
    """What stands on some tokens."""

    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...


T = TypeVar("T", bound=Placed)


class Near(Generic[T]):
    """Phrases or names, found by where they end or begin."""

    def __init__(self, items: Sequence[T]) -> None:
        self.items = items
        self._ending: dict[int, list[int]] = {}
        self._beginning: dict[int, list[int]] = {}
        for number, item in enumerate(items):
            self._ending.setdefault(item.last, []).append(number)
            self._beginning.setdefault(item.first, []).append(number)

    def to(self, place: Placed) -> list[T]:
        """Return those that end a few tokens before a place or begin a few behind it, in the order of the items."""
        before = (number for at in range(place.first - REACH, place.first) for number in self._ending.get(at, ()))
        behind = (number for at in range(place.last + 1, place.last + 1 + REACH) for number in self._beginning.get(at, ()))
        return [self.items[number] for number in sorted({*before, *behind})]
