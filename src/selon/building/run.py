"""A build: reads articles, has those analysed that need it, keeps what comes of it, and has the parts made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from selon.building.parts import DOSSIER, Parts
from selon.core.analysis import Analysis
from selon.core.corrections import Correction, set_dates
from selon.core.dating import Hints
from selon.core.issues import Issue
from selon.core.marks import DateHint, Dateline, Mark
from selon.core.ports import Engine, Job, Outcome, Read, Reader, Store
from selon.core.text import DocId, Document, Span
from selon.lang.pack import Pack
from selon.plan import Fold, Stage, digest, layer_keys, ordered
from selon.readers.decode import whole
from selon.readers.sift import Sieve
from selon.stores.corrected import replay_cast
from selon.stores.places import MisplacedError

_PLAN_PART = "plan"
"""The part whose key says which plan all layers of the dossier were made by."""
_HINTS_PART = "dates"
"""The part of the fold that is made first: of what it tells, layers are made anew."""
_ROUNDS = 2
_DATES_PART = "set dates"
"""The part that has the articles whose date was set when they were last analysed."""


@dataclass(frozen=True)
class Plan:
    """What is made of articles, and by what knowledge."""

    stages: Sequence[Stage]
    folds: Sequence[Fold]
    pack: Pack
    warm: Callable[[frozenset[type]], Any]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    read:      articles that the inputs have
    new, updated, unchanged: of those and of the dossier's own articles, how many were added, analysed again, left as they were
    left_out:  how many articles or inputs are not in the dossier because of an issue
    issues:    all issues of this build
    seconds:   name of the stage or fold -> seconds of work, summed over processes
    """

    read: int
    new: int
    updated: int
    unchanged: int
    left_out: int
    issues: tuple[Issue, ...]
    seconds: Mapping[str, float]


Progress = Callable[[int, int | None], None]
"""Told how many articles are done, and of about how many; ``None`` where that cannot be known."""


class Build:
    """One build: its counts, and the issues by the input that they are of."""

    def __init__(
        self, store: Store, readers: Mapping[str, Reader], plan: Plan, progress: Progress | None, log: Sequence[Correction] | None = None
    ) -> None:
        self.store, self.readers, self.plan = store, readers, plan
        self.log = [entry.correction for entry in store.corrections()] if log is None else list(log)
        self.dates = set_dates(self.log)
        self.stages = ordered(plan.stages)
        self.hints = _by_doc(store.part(_HINTS_PART, Hints))
        self.counts: Counter[str] = Counter()
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.issues: list[tuple[str, Issue]] = []
        self.parts = Parts(store, plan.pack, self.log, issues=self.issues, seconds=self.seconds)
        self.seen: set[DocId] = set()
        self.done: set[DocId] = set()
        self.at_work: dict[DocId, tuple[str, bool]] = {}
        self._progress = progress or (lambda done, total: None)
        self._total = _total(readers.values()) if progress else None

    def run(self, engine: Engine) -> BuildReport:
        self._progress(0, self._total)
        self._work(engine, self._jobs())
        self.store.put_part(_PLAN_PART, self._plan_key(), None)
        self._finish(engine)
        return self._report()

    def replay(self, engine: Engine) -> None:
        """Analyse what was dated anew; where nothing was, correct the cast that is kept."""
        if self.is_redated():
            self._work(engine, self.redated())
            self._finish(engine)
        else:
            replay_cast(self.store, self.log)

    def _work(self, engine: Engine, jobs: Iterator[Job]) -> None:
        with closing(engine.run(jobs)) as outcomes:
            for outcome in outcomes:
                self._keep(outcome)

    def _finish(self, engine: Engine) -> None:
        """Make the parts of the dossier, and keep what was wrong."""
        self._keep_dates()
        for fold in self.plan.folds:
            if fold.name == _HINTS_PART:
                self._date_together(engine, fold)
            else:
                self.parts.make(fold)
        for name, source in self.store.namesakes():
            message = f"more than one article is called {name}: all are kept"
            self.issues.append((DOSSIER, Issue(source, "read", message, "give each article a name of its own")))
        self.store.put_issues([whole(name) for name in (*self.readers, DOSSIER)], [(whole(name), issue) for name, issue in self.issues])

    def _report(self) -> BuildReport:
        counts, issues = self.counts, tuple(issue for _, issue in self.issues)
        left_out = sum(issue.lost for issue in issues)
        return BuildReport(len(self.seen), counts["new"], counts["updated"], counts["unchanged"], left_out, issues, dict(self.seconds))

    def _jobs(self) -> Iterator[Job]:
        """Yield work for each article that needs any: those read now, then those of earlier builds that another plan made."""
        for name, read in self._read():
            if isinstance(read, Issue):
                self.issues.append((name, read))
                continue
            self.seen.add(read.id)
            yield from self._job(name, read)
        if self.store.part_key(_PLAN_PART) != self._plan_key():
            read_now = frozenset(self.seen)
            for doc in [doc.id for doc in self.store.documents() if doc.id not in read_now]:
                yield from self._job(DOSSIER, self.store.analysis(doc, ()).doc)
        elif self.is_redated():
            yield from self.redated()

    def redated(self) -> Iterator[Job]:
        """Yield work for the articles whose date was set, or is no longer set, since they were analysed."""
        before = self.store.part(_DATES_PART, tuple[DocId, ...]) or ()
        for doc in sorted({*before, *self.dates} - self.seen):
            if found := self.store.document(doc):
                yield from self._job(DOSSIER, found)

    def is_redated(self) -> bool:
        """Whether other dates are set than when the articles were analysed last."""
        return self.store.part_key(_DATES_PART) != self._dates_key()

    def _keep_dates(self) -> None:
        key = self._dates_key()
        if key and self.is_redated():
            self.store.put_part(_DATES_PART, key, tuple(sorted(self.dates)))
        elif not key and self.store.part_key(_DATES_PART):
            self.store.forget_part(_DATES_PART)

    def _dates_key(self) -> str:
        return digest(f"{doc} {days}" for doc, days in sorted(self.dates.items())) if self.dates else ""

    def _layer_keys(self, doc: Document) -> dict[type, str]:
        return layer_keys(self.stages, doc, self.plan.pack, confirmed={kind: repr(marks) for kind, marks in self._laid(doc).items()})

    def _laid(self, doc: Document) -> dict[type, tuple[Mark, ...]]:
        """Return the layers of an article that a person set, or that other articles tell."""
        days, laid = self.dates.get(doc.id), dict[type, tuple[Mark, ...]]()
        if hints := self.hints.get(doc.id):
            laid[DateHint] = hints
        if days and doc.raw:
            laid[Dateline] = (Dateline(Span(0, len(doc.raw)), days, days.iso, "confirmed", (), "dated.confirmed"),)
        return laid

    def _read(self) -> Iterator[tuple[str, Read]]:
        sieve = Sieve(self.plan.pack.code, lambda doc: bool(self.store.layer_keys(doc)))
        for name, each in self.readers.items():
            for read in sieve.sift(each.read()):
                yield name, read

    def _job(self, name: str, doc: Document) -> Iterator[Job]:
        keys = self._layer_keys(doc)
        kept, known = self.store.layer_keys(doc.id), self.store.document(doc.id)
        stale = frozenset(kind for kind, key in keys.items() if kept.get(kind.__name__) != key)
        if stale:
            needed = {kind for stage in self.stages if stage.makes in stale for kind in stage.needs} - stale
            layers = self.store.analysis(doc.id, needed).layers if known and needed else {}
            laid = {kind: marks for kind, marks in self._laid(doc).items() if kind in stale}
            self.at_work[doc.id] = (name, known is None)
            yield Job(Analysis(doc, {**layers, **laid}), stale - laid.keys())
            return
        if known != doc or len(kept) > len(keys):
            self.store.put(Analysis(doc), keys)
        self._done(doc.id, "unchanged")

    def _keep(self, outcome: Outcome) -> None:
        """Put an analysed article in the dossier; take out one that could not be analysed."""
        doc = outcome.analysis.doc
        name, is_new = self.at_work.pop(doc.id)
        for stage, seconds in outcome.seconds.items():
            self.seconds[stage] += seconds
        issue = outcome.issue
        if not issue:
            try:
                self.store.put(outcome.analysis, self._layer_keys(doc))
            except MisplacedError as error:
                issue = Issue(error.where, "store", error.message, error.fix, lost=True)
        if issue:
            self.issues.append((name, issue))
            self.store.forget(doc.id)
        self._done(doc.id, "failed" if issue else "new" if is_new else "updated")

    def _done(self, doc: DocId, how: str) -> None:
        """Count an article, the first time that it is done."""
        if doc in self.done:
            return
        self.done.add(doc)
        self.counts[how] += 1
        self._progress(self.counts.total(), self._total)

    def _date_together(self, engine: Engine, fold: Fold) -> None:
        """Let dated articles date the others, and analyse anew those for which that has changed; in two rounds, since the fold says so.

        Once they are done the same would be found again: the key is that of the layers as they are afterwards.
        """
        for _ in range(_ROUNDS):
            before, key = self.hints, self.parts.key(fold)
            if self.store.part_key(fold.name) == key:
                return
            self.parts.make(fold)
            self.hints = _by_doc(self.store.part(fold.name, Hints))
            changed = sorted(doc for doc in {*before, *self.hints} if before.get(doc) != self.hints.get(doc))
            self._work(engine, (job for doc in changed if (found := self.store.document(doc)) for job in self._job(DOSSIER, found)))
        if self.store.part_key(fold.name) == key:
            self.store.put_part(fold.name, self.parts.key(fold), self.store.part(fold.name, Hints))

    def _plan_key(self) -> str:
        pack = self.plan.pack
        return digest(f"{each.name} {each.version} {[pack.fingerprint(section) for section in each.reads]}" for each in self.stages)


def _by_doc(found: Hints | None) -> dict[DocId, tuple[DateHint, ...]]:
    return {each.doc: each.hints for each in found.articles} if found else {}


def _total(readers: Any) -> int | None:
    counts = [each.count() for each in readers]
    return None if None in counts else sum(counts)
