"""Several processes on this machine, each with one article at a time."""
from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import MappingProxyType
from typing import Any

from selon.core.analysis import Analysis
from selon.core.errors import SelonError
from selon.core.issues import Issue
from selon.core.ports import Job, Outcome
from selon.engines.parcel import Layers, Parcel, unwrapped, wrapped
from selon.engines.serial import SerialEngine
from selon.engines.work import Recipe, Workshop, failed, work

JOBS_PER_PROCESS = {"fork": 2, "spawn": 50}
"""Fewer articles than this for a process are not worth starting it; a spawned one loads the model anew."""

START = "fork" if sys.platform == "linux" else "spawn"
"""A fork shares the loaded model. Only where it is safe: libraries of other systems do not survive it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker sends back: only the layers that it made."""

    made: Layers
    seconds: dict[str, float]
    issue: Issue | None


@dataclass(slots=True)
class Worker:
    """A process, our end of the pipe to it, and what it is at work on."""

    process: BaseProcess
    pipe: Connection
    job: Job


class PoolEngine:
    """The port ``Engine`` on as many processes as are worth it, at most ``processes``.

    A worker holds one article at a time, so memory does not grow with their number and the death
    of a worker costs one article, which gets an issue. Workers end when this process does, however it ends.
    """

    def __init__(self, recipe: Recipe, *, processes: int, start: str = START) -> None:
        self.recipe, self.processes, self.start = recipe, processes, start
        self._context: Any = multiprocessing.get_context(start)

    def run(self, jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
        rest = iter(jobs)
        share = JOBS_PER_PROCESS[self.start]
        first = list(islice(rest, self.processes * share))
        processes = min(self.processes, len(first) // share)
        if processes < 2:
            return SerialEngine(self.recipe).run(chain(first, rest))
        make = frozenset(kind for job in first for kind in job.make)
        return self._spread(chain(first, rest), processes, self._forked_recipe(make))

    def _forked_recipe(self, make: frozenset[type]) -> Recipe:
        """Where processes are forked, make the workshop here, once, for all of them."""
        if self.start != "fork":
            return self.recipe
        shop = self.recipe()
        shop.warm(make)
        return lambda: shop

    def _spread(self, jobs: Iterator[Job], processes: int, recipe: Recipe) -> Generator[Outcome, None, None]:
        workers: dict[Connection, Worker] = {}
        try:
            for job in islice(jobs, processes):
                self._start(workers, recipe, job)
            while workers:
                for pipe in wait(list(workers)):
                    worker = workers[pipe]  # type: ignore[index]
                    outcome = _receive(worker)
                    self._next(workers, worker, recipe, next(jobs, None))
                    yield outcome
        finally:
            for worker in workers.values():
                _stop(worker)

    def _next(self, workers: dict[Connection, Worker], worker: Worker, recipe: Recipe, job: Job | None) -> None:
        """Give a worker its next article; a new worker if this one died; none if there is no article left."""
        if job and worker.process.is_alive() and _send(worker.pipe, job):
            worker.job = job
            return
        del workers[worker.pipe]
        _stop(worker)
        if job:
            self._start(workers, recipe, job)

    def _start(self, workers: dict[Connection, Worker], recipe: Recipe, job: Job) -> None:
        ours, theirs = self._context.Pipe()
        foreign = (ours, *workers) if self.start == "fork" else ()
        process = self._context.Process(target=_serve, args=(theirs, recipe, foreign), daemon=True)
        process.start()
        theirs.close()
        workers[ours] = Worker(process, ours, job)
        _send(ours, job)


def _send(pipe: Connection, job: Job) -> bool:
    """Send a job; false if nobody is there to take it."""
    try:
        pipe.send((Parcel.of(job.analysis), job.make))
    except (BrokenPipeError, ConnectionResetError):
        return False
    return True


def _receive(worker: Worker) -> Outcome:
    """Return what came of a worker's job, an issue if the worker died of it.

    raises: SelonError if the worker raised it
    """
    analysis = worker.job.analysis
    try:
        reply: Reply | SelonError = worker.pipe.recv()
    except (EOFError, ConnectionResetError):
        worker.process.join()
        message = f"the process that read it died ({worker.process.exitcode}); out of memory?"
        return Outcome(analysis, {}, failed(analysis, "engine", message))
    if isinstance(reply, SelonError):
        raise reply
    return Outcome(Analysis(analysis.doc, MappingProxyType({**analysis.layers, **unwrapped(reply.made)})), reply.seconds, reply.issue)


def _stop(worker: Worker) -> None:
    worker.pipe.close()
    worker.process.terminate()
    worker.process.join()


def _serve(pipe: Connection, recipe: Recipe, foreign: Sequence[Connection]) -> None:
    """Work in another process until the pipe closes.

    foreign: ends of pipes that a fork left here, closed so that the death of the first process is noticed
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C is for the first process, which stops us
    for each in foreign:
        each.close()
    shop = None
    while True:
        try:
            parcel, make = pipe.recv()
            shop = shop or recipe()
            pipe.send(_reply(Job(parcel.open(), make), shop))
        except SelonError as error:
            pipe.send(error)
        except (EOFError, OSError):
            return


def _reply(job: Job, shop: Workshop) -> Reply:
    outcome = work(job, shop)
    made = {kind: marks for kind, marks in outcome.analysis.layers.items() if kind in job.make}
    return Reply(wrapped(made), dict(outcome.seconds), outcome.issue)
