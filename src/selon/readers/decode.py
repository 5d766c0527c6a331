"""Bytes as text, character for character: no newline is changed, and how the bytes were read is said."""
from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

LIMIT_CHARS = 2_000_000
"""The longest article that is read, about 1,300 pages. A longer one is an archive or an accident."""

LIMIT_BYTES = 4 * LIMIT_CHARS
"""No encoding that is read here needs more bytes than this for an article within the limit."""

_BOMS = {codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SURROGATE = re.compile("[\ud800-\udfff]")
REPLACED = "\N{REPLACEMENT CHARACTER}"
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_FEW_CONTROLS, _MOST_CONTROLS = 32, 0.01
"""With more of them than these, and one byte in a hundred, what is no UTF-8 is no text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding with which Python's ``open(…, newline="")`` gives the same characters.

    note: what had to be decided or replaced; empty where the bytes are plain UTF-8
    """

    text: str
    encoding: str
    note: str = ""


def decoded(data: bytes) -> Decoded | None:
    """Read bytes as UTF-8, else as UTF-16 or UTF-32 with their mark, else as Windows-1252 or Latin-1.

    A UTF-8 byte order mark stays in the text, as its first character. A mostly sound UTF-8 text
    keeps that encoding, with U+FFFD for each bad byte. ``None`` if the bytes are no text: a NUL among them, or many controls.
    """
    for bom, name in _BOMS.items():
        if data.startswith(bom):
            return _marked(data, name)
    try:
        return None if b"\0" in data else Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> Decoded | None:
    """Read what has no mark and is not all UTF-8."""
    if len(_CONTROL.findall(data)) > _FEW_CONTROLS + _MOST_CONTROLS * len(data):
        return None
    patched = data.decode("utf-8", "replace")
    bad = patched.count(REPLACED)
    if sum(not char.isascii() for char in patched) > 3 * bad:
        return Decoded(patched, "utf-8", f"{bad} bytes are not UTF-8: shown as {REPLACED}")
    try:
        return Decoded(data.decode("cp1252"), "cp1252", "not UTF-8: read as Windows-1252")
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1", "not UTF-8: read as Latin-1")


def whole(text: str) -> str:
    """Put U+FFFD for each half of a character (a lone surrogate), so that offsets stay as they are."""
    return _SURROGATE.sub(REPLACED, text)


def _marked(data: bytes, name: str) -> Decoded | None:
    text = data.decode(name, "replace")
    return None if "\0" in text else Decoded(text, name, f"not UTF-8: read as {name.upper()}")
