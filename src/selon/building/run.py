"""A build: reads articles, has those analysed that need it, keeps what comes of it, and has the parts made."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing

from selon.building.jobs import HINTS_PART, Jobs, hints_by_doc
from selon.building.parts import DOSSIER, Parts
from selon.building.plan import Plan
from selon.building.report import BuildReport, Progress, Tally
from selon.core.corrections import Correction
from selon.core.dating import Hints
from selon.core.issues import Issue
from selon.core.ports import Engine, Job, Outcome, Read, Reader, Store
from selon.core.text import DocId, Document
from selon.plan import Fold
from selon.readers.decode import whole
from selon.readers.sift import Sieve
from selon.stores.corrected import replay_cast
from selon.stores.places import MisplacedError

_PLAN_PART = "plan"
"""The part whose key says which plan all layers of the dossier were made by."""
_ROUNDS = 2
"""How often dated articles may date the others: what these then tell is told on once."""


class Build:
    """One build of one dossier."""

    def __init__(
        self, store: Store, readers: Mapping[str, Reader], plan: Plan, progress: Progress | None, log: Sequence[Correction] | None = None
    ) -> None:
        self.store, self.readers, self.plan = store, readers, plan
        self.log = [entry.correction for entry in store.corrections()] if log is None else list(log)
        self.jobs = Jobs(store, plan, self.log)
        self.tally = Tally.of(progress, readers.values())
        self.parts = Parts(store, plan.pack, self.log, self.tally)
        self.at_work: dict[DocId, tuple[str, bool]] = {}

    def run(self, engine: Engine) -> BuildReport:
        self.tally.tell()
        self._work(engine, self._needed())
        self.store.put_part(_PLAN_PART, self.plan.key(), None)
        self._finish(engine)
        return self.tally.report()

    def replay(self, engine: Engine) -> None:
        """Analyse what was dated anew; where nothing was, correct the cast that is kept."""
        if self.jobs.is_redated():
            self._work(engine, self.redated())
            self._finish(engine)
        else:
            replay_cast(self.store, self.log)

    def redated(self) -> Iterator[Job]:
        """Yield work for the articles whose date was set, or is no longer set, since they were analysed."""
        return self._jobs(DOSSIER, self.jobs.redated())

    def _needed(self) -> Iterator[Job]:
        """Yield work for each article that needs any: those read now, then those of earlier builds that another plan made."""
        for name, read in self._read():
            if isinstance(read, Issue):
                self.tally.issues.append((name, read))
                continue
            self.tally.seen.add(read.id)
            yield from self._jobs(name, [read])
        if self.store.part_key(_PLAN_PART) != self.plan.key():
            read_now = frozenset(self.tally.seen)
            earlier = [doc.id for doc in self.store.documents() if doc.id not in read_now]
            yield from self._jobs(DOSSIER, filter(None, map(self.store.document, earlier)))
        elif self.jobs.is_redated():
            yield from self._jobs(DOSSIER, (doc for doc in self.jobs.redated() if doc.id not in self.tally.seen))

    def _read(self) -> Iterator[tuple[str, Read]]:
        sieve = Sieve(self.plan.pack.code, lambda doc: bool(self.store.layer_keys(doc)))
        for name, each in self.readers.items():
            for read in sieve.sift(each.read()):
                yield name, read

    def _jobs(self, name: str, docs: Iterable[Document]) -> Iterator[Job]:
        """Yield the work that articles of one input need."""
        for doc in docs:
            job = self.jobs.of(doc)
            if job:
                self.at_work[doc.id] = (name, self.store.document(doc.id) is None)
                yield job
            else:
                self.tally.done(doc.id, "unchanged")

    def _work(self, engine: Engine, jobs: Iterator[Job]) -> None:
        with closing(engine.run(jobs)) as outcomes:
            for outcome in outcomes:
                self._keep(outcome)

    def _keep(self, outcome: Outcome) -> None:
        """Put an analysed article in the dossier; take out one that could not be analysed."""
        doc = outcome.analysis.doc
        name, is_new = self.at_work.pop(doc.id)
        self.tally.work(outcome.seconds)
        issue = outcome.issue
        if not issue:
            try:
                self.store.put(outcome.analysis, self.jobs.keys(doc))
            except MisplacedError as error:
                issue = Issue(error.where, "store", error.message, error.fix, lost=True)
        if issue:
            self.tally.issues.append((name, issue))
            self.store.forget(doc.id)
        self.tally.done(doc.id, "failed" if issue else "new" if is_new else "updated")

    def _finish(self, engine: Engine) -> None:
        """Make the parts of the dossier, and keep what was wrong."""
        self.jobs.keep_dates()
        for fold in self.plan.folds:
            if fold.name == HINTS_PART:
                self._date_together(engine, fold)
            else:
                self.parts.make(fold)
        issues = self.tally.issues
        issues += [(DOSSIER, issue) for issue in namesake_issues(self.store.namesakes())]
        self.store.put_issues([whole(name) for name in (*self.readers, DOSSIER)], [(whole(name), issue) for name, issue in issues])

    def _date_together(self, engine: Engine, fold: Fold) -> None:
        """Let dated articles date the others, and analyse anew those for which that has changed; in two rounds, since the fold says so.

        Once they are done the same would be found again: the key is that of the layers as they are afterwards.
        """
        for _ in range(_ROUNDS):
            before, key = self.jobs.hints, self.parts.key(fold)
            if self.store.part_key(fold.name) == key:
                return
            self.parts.make(fold)
            self.jobs.hints = after = hints_by_doc(self.store)
            changed = sorted(doc for doc in {*before, *after} if before.get(doc) != after.get(doc))
            self._work(engine, self._jobs(DOSSIER, filter(None, map(self.store.document, changed))))
        if self.store.part_key(fold.name) == key:
            self.store.put_part(fold.name, self.parts.key(fold), self.store.part(fold.name, Hints))


def namesake_issues(articles: Iterable[tuple[str, str]]) -> Iterator[Issue]:
    """Yield what is to be said of articles of one name, once for each place that they were read from.

    articles: name and source of each; the same source twice has changed between two builds
    """
    for (name, source), count in Counter(articles).items():
        if count > 1:
            message, fix = f"{name} was read before with another text: both are kept", "to leave the earlier one out, build a new dossier"
        else:
            message, fix = f"more than one article is called {name}: all are kept", "give each article a name of its own"
        yield Issue(source, "read", message, fix)
