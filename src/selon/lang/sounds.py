"""``sounds.tsv``: one key for all the writings of a name, so that Shoigu finds Choïgou."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import msgspec

from selon.lang.match import fold

SHORTEST_KEY = 4
"""Shorter words are written in too few ways, and are like too many others."""

_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(r"(.)\1+")


class Sound(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A rule: letters, what they become, and where in a word."""

    from_: str = msgspec.field(name="from")
    to: str
    where: Literal["any", "start", "end"]
    yes: tuple[str, ...]


@dataclass(frozen=True)
class Sounds:
    """The rules, in their order."""

    rules: tuple[Sound, ...]

    @cached_property
    def _steps(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        edge = {"any": "{}", "start": "^{}", "end": "{}$"}
        return tuple((re.compile(edge[rule.where].format(re.escape(rule.from_))), rule.to) for rule in self.rules)

    def key(self, word: str) -> str:
        """Return the key of one word; empty if it is too short to have one."""
        made = fold(word)
        for pattern, to in self._steps:
            made = pattern.sub(to, made)
        made = _DOUBLED.sub(r"\1", made)
        return made if len(made) >= SHORTEST_KEY else ""

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the key of each word of a name; a word that is too short stands for itself."""
        return tuple(self.key(word) or fold(word) for word in words(name))


def words(name: str) -> Iterator[str]:
    """Yield the words of a name; hyphens and apostrophes part them."""
    return (found[0] for found in _WORD.finditer(name))
