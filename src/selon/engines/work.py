"""What every engine does with one article, wherever it runs."""
from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.errors import SelonError
from selon.core.issues import Issue
from selon.core.ports import Job, Outcome
from selon.lang.pack import Pack
from selon.plan import Stage


def _nothing(make: frozenset[type]) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a process needs to work.

    stages: in an order in which each finds what it needs
    warm:   loads what is slow to load for the kinds of mark that are to be made
    """

    stages: Sequence[Stage]
    pack: Pack
    warm: Callable[[frozenset[type]], None] = _nothing


Recipe = Callable[[], Workshop]
"""Makes the workshop in the process that needs it. A function of a module, so that its name can be sent to another process."""


def work(job: Job, shop: Workshop) -> Outcome:
    """Lay the layers that the job asks for.

    A stage that raises gives an outcome with an issue and the article as it was.
    raises: SelonError, which no single article is to blame for
    """
    analysis, seconds = job.analysis, dict[str, float]()
    for stage in shop.stages:
        if stage.makes not in job.make:
            continue
        began = time.perf_counter()
        laid = _lay(stage, analysis, shop.pack)
        seconds[stage.name] = time.perf_counter() - began
        if isinstance(laid, Issue):
            return Outcome(job.analysis, seconds, laid)
        analysis = laid
    return Outcome(analysis, seconds)


def _lay(stage: Stage, analysis: Analysis, pack: Pack) -> Analysis | Issue:
    try:
        return stage.lay(analysis, pack)
    except SelonError:
        raise
    except Exception as error:
        return failed(analysis, stage.name, f"{type(error).__name__}: {error}")


def failed(analysis: Analysis, stage: str, message: str) -> Issue:
    """Return the issue of an article that could not be analysed."""
    doc = analysis.doc
    return Issue(doc.source or doc.name, stage, message, "a fault of selon: report it with the article", lost=True)
