"""What XML allows: text with the characters that it cannot hold left out."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF))


def text(value: str) -> str:
    """Return a text as the content of an element."""
    return escape(value.translate(_NOT_XML))


def attribute(value: str) -> str:
    """Return a text as the value of an attribute, in its quotes."""
    return quoteattr(value.translate(_NOT_XML), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
