"""One shared passage a line, as JSON: places in both articles, kind, direction, what changed.

The keys ``doc_a``, ``start_a``, ``end_a``, ``doc_b``, ``start_b``, ``end_b`` and ``kind`` are those of the project's measure of reuse;
``doc_a`` and ``doc_b`` are the names of the articles, and offsets are characters of the text as received.
"""
from __future__ import annotations

import json
from collections.abc import Iterator

from selon.core.ports import Store
from selon.core.reuse import Change, Reuse
from selon.exports.files import File


def reuse(store: Store) -> Iterator[File]:
    """Yield the one file; it is empty where nothing is shared."""
    yield File("", _lines(store))


def _lines(store: Store) -> Iterator[str]:
    names = {doc.id: doc.name for doc in store.documents()}
    part = store.part("reuse", Reuse) or Reuse()
    for each in part.passages:
        row = {
            "doc_a": names[each.a.doc], "start_a": each.a.span.start, "end_a": each.a.span.end, "doc_b": names[each.b.doc],
            "start_b": each.b.span.start, "end_b": each.b.span.end, "kind": each.kind, "words": each.words, "copied": each.copied,
            "reason": each.reason, "changes": [_change(change) for change in each.changes],
        }  # fmt: skip
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _change(change: Change) -> dict[str, object]:
    before, after = change.before, change.after
    return {
        "edit": change.edit, "means": change.means, "before": before.quote if before else "", "after": after.quote if after else "",
        "start_before": before.span.start if before else None, "start_after": after.span.start if after else None,
    }  # fmt: skip
