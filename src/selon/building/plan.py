"""What a build makes of articles: which stages and folds, and by what knowledge."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from selon.lang.pack import Pack
from selon.plan import Fold, Stage, digest


@dataclass(frozen=True, slots=True)
class Plan:
    """What is made of articles, and by what knowledge."""

    stages: Sequence[Stage]
    folds: Sequence[Fold]
    pack: Pack
    warm: Callable[[frozenset[type]], Any]

    def key(self) -> str:
        """Return a hash of all that a layer of any article depends on beside the article."""
        return digest(f"{each.name} {each.version} {[self.pack.fingerprint(section) for section in each.reads]}" for each in self.stages)
