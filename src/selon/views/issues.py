"""What is wrong with the material, worst first."""
from __future__ import annotations

from collections.abc import Iterable

from selon.core.issues import Issue


def issues(found: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return the issues: articles lost first, then by source."""
    return tuple(sorted(found, key=lambda each: (not each.lost, each.source, each.stage, each.message)))
