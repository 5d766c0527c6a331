"""The one place that chooses: which pack, stages, folds, store and engine make a dossier."""
from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO

from selon.building.plan import Plan
from selon.building.report import BuildReport, Progress
from selon.building.run import Build
from selon.core.analysis import Analysis
from selon.core.corrections import Correction
from selon.core.errors import InputError
from selon.core.marks import Token
from selon.core.ports import Engine, Store
from selon.engines.pool import PoolEngine
from selon.engines.serial import SerialEngine
from selon.engines.work import Workshop
from selon.folds.actors import actors
from selon.folds.claims import claims
from selon.folds.dates import dates
from selon.folds.reuse import reuse
from selon.folds.stories import stories
from selon.lang.own import Own
from selon.lang.pack import pack as language_pack
from selon.plan import ordered
from selon.readers.inputs import reader
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
from selon.stores.sqlite import opened_for_build


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
        return Build(store, readers, _with_own(plan(), known), progress).run(engine)


def _with_own(plan: Plan, known: Own) -> Plan:
    return replace(plan, pack=plan.pack.with_own(known))


def replay(store: Store, plan: Callable[[], Plan] = french) -> None:
    """Bring a dossier up to date with its log of corrections; only articles whose date was set anew are analysed again."""
    known = knowledge_files.kept(store).own
    Build(store, {}, _with_own(plan(), known), None).replay(SerialEngine(partial(_workshop, plan, known)))


def redated(store: Store, log: Sequence[Correction], plan: Callable[[], Plan] = french) -> Iterator[Analysis]:
    """Yield the articles to which a log gives another date than they have, with the layers that follow from it; keep nothing."""
    known = knowledge_files.kept(store).own
    build = Build(store, {}, _with_own(plan(), known), None, log)
    if build.jobs.is_redated():
        yield from (outcome.analysis for outcome in SerialEngine(partial(_workshop, plan, known)).run(build.redated()))


def _workshop(plan: Callable[[], Plan], known: Own) -> Workshop:
    made = _with_own(plan(), known)
    return Workshop(ordered(made.stages), made.pack, made.warm)


def _load_model(make: frozenset[type]) -> None:
    if Token in make:
        model()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
