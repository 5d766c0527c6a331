"""The quote book: who said what, in which words, on whose word it came."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from selon.core.analysis import Analysis
from selon.core.dossier import Said
from selon.core.lines import Who, said
from selon.views.choice import Choice

EVERYTHING = Choice()


def quotes(analyses: Iterable[Analysis], who: Who, choice: Choice = EVERYTHING) -> Iterator[Said]:
    """Yield the statements wanted, articles in the order given, each in the order of its text."""
    for analysis in analyses:
        yield from (line for line in said(analysis, who) if choice.has_said(line))
