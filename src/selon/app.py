"""The one place that chooses: which pack, stages, folds, store and engine make a dossier."""
from __future__ import annotations

import hashlib
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, Any

from selon.core.analysis import Analysis
from selon.core.dossier import Cast
from selon.core.errors import InputError, SelonError
from selon.core.issues import Issue
from selon.core.marks import Token
from selon.core.ports import Engine, Job, Outcome, Read, Reader, Store
from selon.core.text import DocId, Document
from selon.engines.pool import PoolEngine
from selon.engines.serial import SerialEngine
from selon.engines.work import Workshop
from selon.folds.actors import actors
from selon.lang.pack import Pack
from selon.lang.pack import pack as language_pack
from selon.plan import Fold, Stage, layer_keys, ordered
from selon.readers.inputs import reader
from selon.readers.sift import Sieve
from selon.stages.dated import dated
from selon.stages.events import events
from selon.stages.expressions import expressions
from selon.stages.mentions import mentions
from selon.stages.parse import model, parse
from selon.stages.quotes import quotes
from selon.stages.statements import statements
from selon.stages.times import times
from selon.stages.zones import zones
from selon.stores.places import MisplacedError
from selon.stores.sqlite import opened_for_build

DOSSIER = "dossier"
"""The input that issues about the dossier as a whole are kept under."""

_PLAN_PART = "plan"
"""The part whose key says which plan all layers of the dossier were made by."""


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


def french() -> Plan:
    """Return the plan for French news."""
    stages = (zones, parse, expressions, dated, times, mentions, quotes, statements, events)
    return Plan(stages, folds=(actors,), pack=language_pack("fr"), warm=_load_model)


def build(
    inputs: Sequence[str],
    target: Path,
    *,
    jobs: int = 0,
    progress: Progress | None = None,
    plan: Callable[[], Plan] = french,
    today: date | None = None,
    stdin: Callable[[], IO[bytes]] = lambda: sys.stdin.buffer,
) -> BuildReport:
    """Read articles and make or complete the dossier ``target``; what is up to date is not done again.

    inputs:  files, folders, or ``-`` for standard input
    jobs:    the most processes to use; 0 is one for each processor
    plan:    a function of a module, so that other processes can call it by its name
    raises:  InputError if none of the inputs exists; StoreError if the dossier cannot be written
    """
    absent = [name for name in inputs if name != "-" and not os.path.lexists(name)]
    if absent and len(absent) == len(inputs):
        raise InputError("there is no such file or folder", where=absent[0], fix="see how its name is spelt")
    readers = {name: reader(name, today=today or date.today(), stdin=stdin) for name in inputs}
    recipe = partial(_workshop, plan)
    count = jobs or _processors()
    engine: Engine = PoolEngine(recipe, processes=count) if count > 1 else SerialEngine(recipe)
    with opened_for_build(target) as store:
        return _Build(store, readers, plan(), progress).run(engine)


class _Build:
    """One build: its counts, and the issues by the input that they are of."""

    def __init__(self, store: Store, readers: Mapping[str, Reader], plan: Plan, progress: Progress | None) -> None:
        self.store, self.readers, self.plan = store, readers, plan
        self.stages = ordered(plan.stages)
        self.counts: Counter[str] = Counter()
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.issues: list[tuple[str, Issue]] = []
        self.seen: set[DocId] = set()
        self.at_work: dict[DocId, tuple[str, bool]] = {}
        self._progress = progress or (lambda done, total: None)
        self._total = _total(readers.values()) if progress else None

    def run(self, engine: Engine) -> BuildReport:
        self._progress(0, self._total)
        with closing(engine.run(self._jobs())) as outcomes:
            for outcome in outcomes:
                self._keep(outcome)
        self.store.put_part(_PLAN_PART, self._plan_key(), None)
        for fold in self.plan.folds:
            self._fold(fold)
        for name, source in self.store.namesakes():
            message = f"more than one article is called {name}: all are kept"
            self.issues.append((DOSSIER, Issue(source, "read", message, "give each article a name of its own")))
        self.store.put_issues((*self.readers, DOSSIER), self.issues)
        return self._report()

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

    def _read(self) -> Iterator[tuple[str, Read]]:
        sieve = Sieve(self.plan.pack.code)
        for name, each in self.readers.items():
            for read in sieve.sift(each.read()):
                yield name, read

    def _job(self, name: str, doc: Document) -> Iterator[Job]:
        keys = layer_keys(self.stages, doc, self.plan.pack)
        kept, known = self.store.layer_keys(doc.id), self.store.document(doc.id)
        stale = frozenset(kind for kind, key in keys.items() if kept.get(kind.__name__) != key)
        if stale:
            needed = {kind for stage in self.stages if stage.makes in stale for kind in stage.needs} - stale
            layers = self.store.analysis(doc.id, needed).layers if known and needed else {}
            self.at_work[doc.id] = (name, known is None)
            yield Job(Analysis(doc, layers), stale)
            return
        if known != doc or len(kept) > len(keys):
            self.store.put(Analysis(doc), keys)
        self._done("unchanged")

    def _keep(self, outcome: Outcome) -> None:
        """Put an analysed article in the dossier; take out one that could not be analysed."""
        doc = outcome.analysis.doc
        name, is_new = self.at_work.pop(doc.id)
        for stage, seconds in outcome.seconds.items():
            self.seconds[stage] += seconds
        issue = outcome.issue
        if not issue:
            try:
                self.store.put(outcome.analysis, layer_keys(self.stages, doc, self.plan.pack))
            except MisplacedError as error:
                issue = Issue(error.where, "store", error.message, error.fix, lost=True)
        if issue:
            self.issues.append((name, issue))
            self.store.forget(doc.id)
        self._done("failed" if issue else "new" if is_new else "updated")

    def _done(self, how: str) -> None:
        self.counts[how] += 1
        self._progress(self.counts.total(), self._total)

    def _fold(self, fold: Fold) -> None:
        """Make a part of the dossier again, unless nothing that it is made of has changed."""
        prints = [self.plan.pack.fingerprint(section) for section in fold.reads]
        key = _hash(fold.name, str(fold.version), self.store.fingerprint(fold.needs), *prints)
        if self.store.part_key(fold.name) == key:
            return
        began = time.perf_counter()
        try:
            self._put_part(fold.name, key, fold.run(self.store.analyses(fold.needs), self.plan.pack))
        except MisplacedError as error:
            self._lose_part(fold, error.message)
        except SelonError:
            raise
        except Exception as error:
            self._lose_part(fold, f"{type(error).__name__}: {error}")
        self.seconds[fold.name] += time.perf_counter() - began

    def _put_part(self, name: str, key: str, value: Any) -> None:
        if isinstance(value, Cast):
            self.store.put_cast(value, key)
        else:
            self.store.put_part(name, key, value)

    def _lose_part(self, fold: Fold, message: str) -> None:
        self.store.forget_part(fold.name)
        self.issues.append((DOSSIER, Issue(DOSSIER, fold.name, message, "a fault of selon: report it with the articles", lost=True)))

    def _plan_key(self) -> str:
        pack = self.plan.pack
        return _hash(*(f"{each.name} {each.version} {[pack.fingerprint(section) for section in each.reads]}" for each in self.stages))


def _workshop(plan: Callable[[], Plan]) -> Workshop:
    made = plan()
    return Workshop(ordered(made.stages), made.pack, made.warm)


def _load_model(make: frozenset[type]) -> None:
    if Token in make:
        model()


def _total(readers: Any) -> int | None:
    counts = [each.count() for each in readers]
    return None if None in counts else sum(counts)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
