"""Names of articles as names of files, safe on every file system."""
from __future__ import annotations

import re
import unicodedata

from selon.core.text import Document

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]')
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?\Z")
_LIMIT_BYTES = 120


def safe(name: str) -> str:
    """Return a file name as near as can be to ``name``: no separators, no device of Windows, not hidden, at most 120 bytes."""
    clean = _UNSAFE.sub("_", name).strip(" .") or "article"
    clean = clean.encode("utf-8")[:_LIMIT_BYTES].decode("utf-8", "ignore").rstrip(" .")
    return f"_{clean}" if _DEVICES.match(clean) else clean


class Names:
    """Gives each article its own file name; the second of two alike gets the beginning of its id.

    Two names that differ by case alone, or by how accents are written, are alike, for file systems that do not tell them apart.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, doc: Document) -> str:
        return self.unlike(safe(doc.name), doc)

    def unlike(self, name: str, doc: Document) -> str:
        """Return ``name``, or a longer one if another article has it."""
        if _key(name) in self._taken:
            name = f"{name}-{doc.id[:8]}"
        while _key(name) in self._taken:
            name += "-"
        self._taken.add(_key(name))
        return name


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
