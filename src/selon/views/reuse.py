"""What articles share, line by line."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from selon.core.reuse import Change, Passage, Place, Reuse
from selon.core.text import DocId, Document, Evidence


@dataclass(frozen=True, slots=True)
class ReuseLine:
    """A passage as a person asks for it.

    earlier: whether the first article is known to be the earlier one, by ``reason``
    changes: what the second article changed; those that touch the meaning say what they do to it
    """

    article_a: str
    article_b: str
    published_a: str
    published_b: str
    a: Evidence
    b: Evidence
    kind: str
    words: int
    earlier: bool
    reason: str
    changes: tuple[Change, ...]

    @property
    def meanings(self) -> tuple[str, ...]:
        """What the changes do to the meaning, each once."""
        return tuple(dict.fromkeys(change.means for change in self.changes if change.means))


def reuse(documents: Mapping[DocId, Document], part: Reuse | None) -> Iterator[ReuseLine]:
    """Yield the passages that articles share: those whose meaning changed first, then the longest."""
    for passage in sorted(part.passages if part else (), key=_first_what_matters):
        a, b = documents[passage.a.doc], documents[passage.b.doc]
        yield ReuseLine(
            a.name, b.name, a.published, b.published, Evidence.cite(a, passage.a.span), Evidence.cite(b, passage.b.span), passage.kind,
            passage.words, passage.copied, passage.reason, passage.changes,
        )  # fmt: skip


def _first_what_matters(passage: Passage) -> tuple[bool, int, Place, Place]:
    return (not any(change.means for change in passage.changes), -passage.words, passage.a, passage.b)


def documents(found: Iterable[Document]) -> Mapping[DocId, Document]:
    """Return articles by their id."""
    return {each.id: each for each in found}
