"""One article after another, in this process."""
from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass

from selon.core.ports import Job, Outcome
from selon.engines.work import Recipe, work


@dataclass(frozen=True, slots=True)
class SerialEngine:
    """The port ``Engine`` without other processes."""

    recipe: Recipe

    def run(self, jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
        shop = None
        for job in jobs:
            shop = shop or self.recipe()
            yield work(job, shop)
