"""What every article must be, wherever it was read: not empty, not too long, French, and not here twice."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from selon.core.issues import Issue
from selon.core.ports import Read
from selon.core.text import DocId, Document
from selon.readers.decode import LIMIT_CHARS
from selon.readers.language import foreign
from selon.readers.text import STAGE, lost, too_long


class Sieve:
    """Lets each article through once. One sieve serves all inputs of a build; it holds the id of each article.

    kept: whether an article was let through by an earlier build, so that its language need not be told again
    """

    def __init__(self, language: str = "fr", kept: Callable[[DocId], bool] = lambda doc: False) -> None:
        self.language, self.kept = language, kept
        self._ids: set[DocId] = set()

    def sift(self, read: Iterable[Read]) -> Iterator[Read]:
        for each in read:
            if isinstance(each, Issue):
                yield each
                continue
            trouble = self._trouble(each)
            if trouble:
                yield trouble
            if not (trouble and trouble.lost) and each.id not in self._ids:
                self._ids.add(each.id)
                yield each

    def _trouble(self, doc: Document) -> Issue | None:
        if not doc.raw.strip("\ufeff \t\r\n") or doc.raw.isspace():
            return lost(doc.source, "the article is empty", "leave it out, or put its text in")
        if len(doc.raw) > LIMIT_CHARS:
            return too_long(doc.source)
        language = "" if self.kept(doc.id) else foreign(doc.raw, self.language)
        if language:
            return lost(doc.source, f"not in French: {language}", "leave it out, or translate it first")
        if doc.id in self._ids:
            return Issue(doc.source, STAGE, f"the same article was read before ({doc.name}): read once", "leave one of them out")
        return None
