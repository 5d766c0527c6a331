"""Text whose accents are characters of their own, read as if a letter and its accents were one; its places stay as received."""
from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any

from selon.core.analysis import Analysis
from selon.core.marks import Token
from selon.core.text import Span

_ACCENTED = re.compile(r"[^\W\d_][\u0300-\u036f]+")


def composed(text: str) -> str:
    """Write letters with accents as one character each, where there is one."""
    return _ACCENTED.sub(lambda found: _one(found.group()), text)


def _one(letter: str) -> str:
    made = unicodedata.normalize("NFC", letter)
    return made if len(made) == 1 else letter


@dataclass(frozen=True, slots=True)
class Composed:
    """A text as received, the same text composed, and where each character of the second begins in the first."""

    raw: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, raw: str) -> Composed | None:
        """Compose a text; ``None`` where there is nothing to compose."""
        if unicodedata.is_normalized("NFC", raw):
            return None
        text = composed(raw)
        if len(text) == len(raw):
            return None
        gone = {at for found in _ACCENTED.finditer(raw) if len(_one(found.group())) == 1 for at in range(found.start() + 1, found.end())}
        return cls(raw, text, tuple(at for at in range(len(raw) + 1) if at not in gone))

    def analysis(self, received: Analysis) -> Analysis:
        """Return an article as it reads when composed, with its layers."""
        layers = {kind: tuple(_moved(mark, self._forth, self.text) for mark in marks) for kind, marks in received.layers.items()}
        return Analysis(replace(received.doc, raw=self.text), MappingProxyType(layers))

    def back(self, mark: Any) -> Any:
        """Return a mark of the composed text with the places of the text as received."""
        return _moved(mark, self._back, self.raw)

    def _forth(self, span: Span) -> Span:
        return Span(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def _back(self, span: Span) -> Span:
        return Span(self.starts[span.start], self.starts[span.end])


def _moved(value: Any, move: Callable[[Span], Span], text: str) -> Any:
    """Return a value with every span in it moved; a token has the words of its new place."""
    if isinstance(value, Span):
        return move(value)
    if isinstance(value, tuple):
        return tuple(_moved(each, move, text) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    made = replace(value, **{each.name: _moved(getattr(value, each.name), move, text) for each in fields(value) if each.init})
    return replace(made, text=made.span.of(text)) if isinstance(made, Token) else made
