"""The words around a passage, on its own line of the text."""
from __future__ import annotations

from selon.core.text import Span


def around(raw: str, span: Span, *, reach_chars: int = 70) -> tuple[str, str]:
    """Return what stands before and after a span on its line, whole words, an ellipsis where more is left out."""
    line_start = raw.rfind("\n", 0, span.start) + 1
    line_end = raw.find("\n", span.end)
    line_end = len(raw) if line_end < 0 else line_end
    start, end = max(line_start, span.start - reach_chars), min(line_end, span.end + reach_chars)
    before, after = raw[start : span.start].lstrip(), raw[span.end : end].rstrip()
    if start > line_start:
        before = "… " + before.partition(" ")[2]
    if end < line_end:
        after = after.rpartition(" ")[0] + " …"
    return before, after
