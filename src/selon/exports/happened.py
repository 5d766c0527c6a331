"""The events of a dossier as exports need them: lines of every article, in order."""

from __future__ import annotations

from collections.abc import Iterator

from selon.core.analysis import Analysis
from selon.core.happenings import Happened, happened
from selon.core.lines import Who
from selon.core.marks import Dateline, EventMark
from selon.core.ports import Store


def happenings(store: Store) -> Iterator[tuple[Analysis, Happened]]:
    """Yield each event with its article."""
    who = Who.of(store.cast())
    for analysis in store.analyses((Dateline, EventMark)):
        for line in happened(analysis, who):
            yield analysis, line
