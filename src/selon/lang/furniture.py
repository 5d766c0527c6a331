"""``furniture.toml``: the stretches of a page that are not the article."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from selon.lang.match import folded_pattern

_PLACES = {"line": (r"\A\s*(?:", r")\s*\Z"), "start": (r"\A\s*(?:", ")"), "end": (r"(?:", r")\s*\Z"), "inside": ("(?:", ")")}


class Example(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A text, and the stretch of it that the rule finds."""

    text: str
    span: str


class Rule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, dict=True):
    """One way of recognising furniture.

    where:   ``line`` matches a whole line; ``start`` its beginning; ``end`` its end; ``inside`` anywhere in it
    pattern: written folded (lower case, no accents); a group ``mark`` narrows the stretch to itself
    """

    id: str
    kind: str
    where: str
    pattern: str
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    note: str = ""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        head, tail = _PLACES[self.where]
        return folded_pattern(head + self.pattern + tail)

    def find(self, folded: str) -> tuple[int, int] | None:
        """Return where the rule matches a stretch of folded text; one for a line or its beginning looks there only."""
        found = self.compiled.match(folded) if self.where in ("line", "start") else self.compiled.search(folded)
        return found.span("mark" if "mark" in self.compiled.groupindex else 0) if found else None


class Furniture(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The rules in the order in which they are tried."""

    rule: tuple[Rule, ...]
