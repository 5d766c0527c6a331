"""Analyses on their way between processes: layers as compact bytes, because pickling marks one by one is slow."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import msgspec

from selon.core.analysis import Analysis
from selon.core.text import Document

Layers = tuple[tuple[type, bytes], ...]
_encode = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True, slots=True)
class Parcel:
    """An analysis that can be pickled."""

    doc: Document
    layers: Layers

    @classmethod
    def of(cls, analysis: Analysis) -> Parcel:
        return cls(analysis.doc, wrapped(analysis.layers))

    def open(self) -> Analysis:
        return Analysis(self.doc, MappingProxyType(unwrapped(self.layers)))


def wrapped(layers: Mapping[type, tuple[Any, ...]]) -> Layers:
    return tuple((kind, _encode(marks)) for kind, marks in layers.items())


def unwrapped(layers: Layers) -> dict[type, tuple[Any, ...]]:
    return {kind: _decoder(kind).decode(data) for kind, data in layers}


@cache
def _decoder(kind: type) -> msgspec.msgpack.Decoder[tuple[Any, ...]]:
    return msgspec.msgpack.Decoder(tuple[kind, ...])  # type: ignore[valid-type]
