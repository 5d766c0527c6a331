"""A document and the layers laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar, cast

from selon.core.marks import Mark
from selon.core.text import Document

M = TypeVar("M")
Layers = Mapping[type, tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document and its layers: one tuple of marks for each kind, in the order of the text.

    ``analysis[Mention]`` is empty where no stage has made that layer.
    """

    doc: Document
    layers: Layers = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, kind: type[M]) -> tuple[M, ...]:
        return cast(tuple[M, ...], self.layers.get(kind, ()))

    def __contains__(self, kind: type) -> bool:
        return kind in self.layers

    def with_layer(self, kind: type, marks: Iterable[Mark]) -> Analysis:
        """Return a copy with that layer laid or replaced.

        raises: ValueError if a mark reaches beyond the text
        """
        laid = tuple(sorted(marks, key=lambda mark: (mark.span.start, mark.span.end)))
        for mark in laid:
            if mark.span.end > len(self.doc.raw):
                raise ValueError(f"{kind.__name__} {mark.span} reaches beyond the {len(self.doc.raw)} characters of {self.doc.name}")
        return Analysis(self.doc, MappingProxyType({**self.layers, kind: laid}))
