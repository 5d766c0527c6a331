"""What the articles of a dossier share, at hand for many questions after their sources."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from selon.core.reuse import Credit, Origin, Passage, Place, Reuse, Roots
from selon.core.text import DocId
from selon.folds.copying.roots import Asked, roots


class Copies:
    """Asks ``roots`` with just what the articles in question share, so that a question costs by its articles, not by the dossier."""

    def __init__(self, reuse: Reuse) -> None:
        self._passages: dict[DocId, list[Passage]] = defaultdict(list)
        self._origins: dict[DocId, list[Origin]] = defaultdict(list)
        self._credits: dict[DocId, list[Credit]] = defaultdict(list)
        for passage in reuse.passages:
            self._passages[passage.a.doc].append(passage)
        for origin in reuse.origins:
            for doc in {place.doc for place in origin.places}:
                self._origins[doc].append(origin)
        for credit in reuse.credits:
            self._credits[credit.doc].append(credit)

    def roots(self, asked: Sequence[Asked]) -> Roots:
        """Count the independent sources of some places."""
        return roots(asked, self._among(sorted({each.place.doc for each in asked})))

    def share(self, a: Place, b: Place) -> bool:
        """Whether two places of two articles have the same words, in a good part of them."""
        if a.doc == b.doc:
            return False
        reuse = self._among((a.doc, b.doc))
        is_shared = bool(reuse.passages or reuse.origins)
        return is_shared and any(edge.why == "same-text" for edge in roots((Asked(a), Asked(b)), reuse).edges)

    def _among(self, docs: Collection[DocId]) -> Reuse:
        if len(docs) < 2:
            return Reuse()
        passages = tuple(each for doc in docs for each in self._passages.get(doc, ()) if each.b.doc in docs)
        counts = Counter(each for doc in docs for each in self._origins.get(doc, ()))
        origins = tuple(each for each, count in counts.items() if count > 1)
        return Reuse(passages, (), tuple(each for doc in docs for each in self._credits.get(doc, ())), origins)
