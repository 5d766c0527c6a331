"""Which layers of an article are out of date: what there is to do, and what is laid without work."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.building.plan import Plan
from selon.core.analysis import Analysis
from selon.core.corrections import Correction, set_dates
from selon.core.dating import Hints
from selon.core.marks import DateHint, Dateline, Mark
from selon.core.ports import Job, Store
from selon.core.text import DocId, Document, Span
from selon.plan import digest, layer_keys, ordered

HINTS_PART = "dates"
"""The part of the fold that is made first: of what it tells, layers are made anew."""
_DATES_PART = "set dates"
"""The part that has the articles whose date was set when they were last analysed."""


class Jobs:
    """The work that one dossier needs to be up to date with a plan and a log of corrections."""

    def __init__(self, store: Store, plan: Plan, log: Sequence[Correction]) -> None:
        self.store, self.plan = store, plan
        self.stages, self.dates = ordered(plan.stages), set_dates(log)
        self.hints = hints_by_doc(store)

    def of(self, doc: Document) -> Job | None:
        """Return the work that an article needs; where it needs none, its record alone is kept."""
        keys = self.keys(doc)
        kept, known = self.store.layer_keys(doc.id), self.store.document(doc.id)
        stale = frozenset(kind for kind, key in keys.items() if kept.get(kind.__name__) != key)
        if stale:
            needed = {kind for stage in self.stages if stage.makes in stale for kind in stage.needs} - stale
            layers = self.store.analysis(doc.id, needed).layers if known and needed else {}
            laid = {kind: marks for kind, marks in self._laid(doc).items() if kind in stale}
            return Job(Analysis(doc, {**layers, **laid}), stale - laid.keys())
        if known != doc or len(kept) > len(keys):
            self.store.put(Analysis(doc), keys)
        return None

    def keys(self, doc: Document) -> dict[type, str]:
        return layer_keys(self.stages, doc, self.plan.pack, confirmed={kind: repr(marks) for kind, marks in self._laid(doc).items()})

    def _laid(self, doc: Document) -> dict[type, tuple[Mark, ...]]:
        """Return the layers of an article that a person set, or that other articles tell."""
        days, laid = self.dates.get(doc.id), dict[type, tuple[Mark, ...]]()
        if hints := self.hints.get(doc.id):
            laid[DateHint] = hints
        if days and doc.raw:
            laid[Dateline] = (Dateline(Span(0, len(doc.raw)), days, days.iso, "confirmed", (), "dated.confirmed"),)
        return laid

    def redated(self) -> Iterator[Document]:
        """Return the articles whose date was set, or is no longer set, since they were analysed."""
        before = self.store.part(_DATES_PART, tuple[DocId, ...]) or ()
        return filter(None, map(self.store.document, sorted({*before, *self.dates})))

    def is_redated(self) -> bool:
        """Whether other dates are set than when the articles were analysed last."""
        return self.store.part_key(_DATES_PART) != self._dates_key()

    def keep_dates(self) -> None:
        """Keep which dates the articles are analysed by."""
        key = self._dates_key()
        if key and self.is_redated():
            self.store.put_part(_DATES_PART, key, tuple(sorted(self.dates)))
        elif not key and self.store.part_key(_DATES_PART):
            self.store.forget_part(_DATES_PART)

    def _dates_key(self) -> str:
        return digest(f"{doc} {days}" for doc, days in sorted(self.dates.items())) if self.dates else ""


def hints_by_doc(store: Store) -> dict[DocId, tuple[DateHint, ...]]:
    """Return what the articles of a dossier tell of one another's dates."""
    found = store.part(HINTS_PART, Hints)
    return {each.doc: each.hints for each in found.articles} if found else {}
