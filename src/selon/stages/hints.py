"""What other articles tell of an article's date: nothing, until there are others."""
from __future__ import annotations

from collections.abc import Iterator

from selon.core.analysis import Analysis
from selon.core.marks import DateHint
from selon.lang.pack import Pack
from selon.plan import stage


@stage(makes=DateHint)
def hints(analysis: Analysis, pack: Pack) -> Iterator[DateHint]:
    """Lay no mark. What the ``dates`` fold finds in all articles is laid in the place of this layer, and then ``dated`` runs again."""
    return iter(())
