"""Marks and parts as they are kept: JSON by their types, compressed where it is long and no one reads it by eye."""
from __future__ import annotations

import zlib
from functools import cache
from typing import Any, TypeVar

import msgspec

from selon.core.errors import StoreError
from selon.core.marks import Token

T = TypeVar("T")
_COMPRESSED: tuple[type, ...] = (Token,)
_LEVEL = 3
"""Half the time of zlib's own choice, for an eighth more bytes."""
_CURE = "it was made by another version of selon: build it again into a new file"
_encode = msgspec.json.Encoder().encode


def packed(marks: tuple[Any, ...], kind: type) -> bytes | str:
    """Write a layer as JSON text; tokens as JSON compressed by zlib."""
    data = _encode(marks)
    return zlib.compress(data, _LEVEL) if kind in _COMPRESSED else data.decode()


def unpacked(payload: bytes | str, kind: type) -> tuple[Any, ...]:
    """Read a layer back.

    raises: StoreError if it does not fit the type
    """
    try:
        data = zlib.decompress(payload) if isinstance(payload, bytes) else payload
        return _layer_decoder(kind).decode(data)
    except (msgspec.DecodeError, zlib.error) as error:
        raise StoreError(f"a kept layer of {kind.__name__} cannot be read: {error}", fix=_CURE) from error


def written(value: Any) -> str:
    """Write a part of a dossier as JSON text."""
    return _encode(value).decode()


def read_back(payload: str, kind: type[T]) -> T:
    """Read a part of a dossier.

    raises: StoreError if it does not fit the type
    """
    try:
        return msgspec.json.decode(payload, type=kind)
    except msgspec.DecodeError as error:
        raise StoreError(f"a kept part cannot be read: {error}", fix=_CURE) from error


@cache
def _layer_decoder(kind: type) -> msgspec.json.Decoder[tuple[Any, ...]]:
    return msgspec.json.Decoder(tuple[kind, ...])  # type: ignore[valid-type]
