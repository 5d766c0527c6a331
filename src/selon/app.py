"""The one place that chooses: which pack, stages, folds, store and engine make a dossier."""
from __future__ import annotations

import hashlib
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, Any

from selon.core.analysis import Analysis
from selon.core.corrections import Correction, set_dates
from selon.core.dating import Hints
from selon.core.dossier import Cast
from selon.core.errors import InputError, SelonError
from selon.core.issues import Issue
from selon.core.marks import DateHint, Dateline, Mark, Token
from selon.core.ports import Engine, Job, Outcome, Read, Reader, Store
from selon.core.text import DocId, Document, Span
from selon.engines.pool import PoolEngine
from selon.engines.serial import SerialEngine
from selon.engines.work import Workshop
from selon.folds.actors import actors
from selon.folds.claims import claims
from selon.folds.dates import dates
from selon.folds.reuse import reuse
from selon.folds.stories import stories
from selon.lang.own import Own
from selon.lang.pack import Pack
from selon.lang.pack import pack as language_pack
from selon.plan import Fold, Stage, layer_keys, ordered
from selon.readers.decode import whole
from selon.readers.inputs import reader
from selon.readers.sift import Sieve
from selon.stages.dated import dated
from selon.stages.events import events
from selon.stages.expressions import expressions
from selon.stages.hints import hints
from selon.stages.mentions import mentions
from selon.stages.parse import model, parse
from selon.stages.quotes import quotes
from selon.stages.stances import stances
from selon.stages.statements import statements
from selon.stages.times import times
from selon.stages.zones import zones
from selon.stores import knowledge as knowledge_files
from selon.stores.corrected import cast_key, put_corrected, replay_cast, suggestion
from selon.stores.parts import CAST
from selon.stores.places import MisplacedError
from selon.stores.sqlite import opened_for_build

DOSSIER = "dossier"
"""The input that issues about the dossier as a whole are kept under."""

_PLAN_PART = "plan"
"""The part whose key says which plan all layers of the dossier were made by."""
_HINTS_PART = "dates"
"""The part of the fold that is made first: of what it tells, layers are made anew."""
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


def french() -> Plan:
    """Return the plan for French news."""
    stages = (zones, parse, expressions, hints, dated, times, mentions, quotes, statements, events, stances)
    return Plan(stages, folds=(dates, actors, claims, reuse, stories), pack=language_pack("fr"), warm=_load_model)


def build(
    inputs: Sequence[str],
    target: Path,
    *,
    jobs: int = 0,
    progress: Progress | None = None,
    plan: Callable[[], Plan] = french,
    today: date | None = None,
    stdin: Callable[[], IO[bytes]] = lambda: sys.stdin.buffer,
    knowledge: Path | None = None,
) -> BuildReport:
    """Read articles and make or complete the dossier ``target``; what is up to date is not done again.

    inputs:  files, folders, or ``-`` for standard input
    jobs:    the most processes to use; 0 is one for each processor
    plan:    a function of a module, so that other processes can call it by its name
    knowledge: a file of the person's own; else ``selon.toml`` beside the dossier, else the one given last time
    raises:  InputError if none of the inputs exists; StoreError if the dossier cannot be written; LexiconError if ``knowledge`` is wrong
    """
    absent = [name for name in inputs if name != "-" and not os.path.lexists(name)]
    if absent and len(absent) == len(inputs):
        raise InputError("there is no such file or folder", where=absent[0], fix="see how its name is spelt")
    readers = {name: reader(name, today=today or date.today(), stdin=stdin) for name in inputs}
    found = knowledge_files.find(target, knowledge, plan().pack)
    count = jobs or _processors()
    with opened_for_build(target) as store:
        known = knowledge_files.settle(store, found)
        recipe = partial(_workshop, plan, known)
        engine: Engine = PoolEngine(recipe, processes=count) if count > 1 else SerialEngine(recipe)
        return _Build(store, readers, _with_own(plan(), known), progress).run(engine)


def _with_own(plan: Plan, known: Own) -> Plan:
    return replace(plan, pack=plan.pack.with_own(known))


def pack_of(store: Store, plan: Callable[[], Plan] = french) -> Pack:
    """Return the language pack that a dossier was built with, the person's own knowledge included."""
    return plan().pack.with_own(knowledge_files.kept(store).own)


def replay(store: Store, plan: Callable[[], Plan] = french) -> None:
    """Bring a dossier up to date with its log of corrections; only articles whose date was set anew are analysed again."""
    known = knowledge_files.kept(store).own
    _Build(store, {}, _with_own(plan(), known), None).replay(SerialEngine(partial(_workshop, plan, known)))


def redated(store: Store, log: Sequence[Correction], plan: Callable[[], Plan] = french) -> Iterator[Analysis]:
    """Yield the articles to which a log gives another date than they have, with the layers that follow from it; keep nothing."""
    known = knowledge_files.kept(store).own
    build = _Build(store, {}, _with_own(plan(), known), None, log)
    if build.is_redated():
        yield from (outcome.analysis for outcome in SerialEngine(partial(_workshop, plan, known)).run(build.redated()))


class _Build:
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
                self._fold(fold)
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
        return _hash(*(f"{doc} {days}" for doc, days in sorted(self.dates.items()))) if self.dates else ""

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
        sieve = Sieve(self.plan.pack.code)
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
        """Let dated articles date the others, and analyse anew those for which that has changed.

        What an article is told rests on none that is told anything, so the same would be found again: the key is that of the layers as
        they are afterwards.
        """
        before, key = self.hints, self._fold_key(fold)
        if self.store.part_key(fold.name) == key:
            return
        self._fold(fold)
        self.hints = _by_doc(self.store.part(fold.name, Hints))
        changed = sorted(doc for doc in {*before, *self.hints} if before.get(doc) != self.hints.get(doc))
        self._work(engine, (job for doc in changed if (found := self.store.document(doc)) for job in self._job(DOSSIER, found)))
        if self.store.part_key(fold.name) == key:
            self.store.put_part(fold.name, self._fold_key(fold), self.store.part(fold.name, Hints))

    def _fold_key(self, fold: Fold) -> str:
        prints = [self.plan.pack.fingerprint(section) for section in fold.reads]
        return _hash(fold.name, str(fold.version), self.store.fingerprint(fold.needs), *prints)

    def _fold(self, fold: Fold) -> None:
        """Make a part of the dossier again, unless nothing that it is made of has changed."""
        key = self._fold_key(fold)
        if self.store.part_key(fold.name) == (cast_key(key, self.log) if fold.name == CAST else key):
            return
        began = time.perf_counter()
        try:
            value = suggestion(self.store, key) if fold.name == CAST else None
            self._put_part(fold.name, key, value or fold.run(self.store.analyses(fold.needs), self.plan.pack))
        except MisplacedError as error:
            self._lose_part(fold, error.message)
        except SelonError:
            raise
        except Exception as error:
            self._lose_part(fold, f"{type(error).__name__}: {error}")
        self.seconds[fold.name] += time.perf_counter() - began

    def _put_part(self, name: str, key: str, value: Any) -> None:
        if isinstance(value, Cast):
            put_corrected(self.store, value, key, self.log)
        else:
            self.store.put_part(name, key, value)

    def _lose_part(self, fold: Fold, message: str) -> None:
        self.store.forget_part(fold.name)
        self.issues.append((DOSSIER, Issue(DOSSIER, fold.name, message, "a fault of selon: report it with the articles", lost=True)))

    def _plan_key(self) -> str:
        pack = self.plan.pack
        return _hash(*(f"{each.name} {each.version} {[pack.fingerprint(section) for section in each.reads]}" for each in self.stages))


def _workshop(plan: Callable[[], Plan], known: Own) -> Workshop:
    made = _with_own(plan(), known)
    return Workshop(ordered(made.stages), made.pack, made.warm)


def _load_model(make: frozenset[type]) -> None:
    if Token in make:
        model()


def _by_doc(found: Hints | None) -> dict[DocId, tuple[DateHint, ...]]:
    return {each.doc: each.hints for each in found.articles} if found else {}


def _total(readers: Any) -> int | None:
    counts = [each.count() for each in readers]
    return None if None in counts else sum(counts)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
