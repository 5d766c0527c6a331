"""The happenings of a dossier as exports need them: those of all articles, merged, over the cast as it has been corrected."""

from __future__ import annotations

from selon.core.claims import Sightings
from selon.core.happenings import Happened, happened
from selon.core.lines import Who, dated_by
from selon.core.marks import Dateline, EventMark
from selon.core.occasions import Occasion
from selon.core.ports import Store
from selon.core.reuse import Reuse
from selon.core.text import DocId
from selon.folds.claiming.parties import Parties
from selon.folds.copying.copies import Copies
from selon.folds.occasions import Printed, occasions


def occasions_of(store: Store) -> tuple[Occasion, ...]:
    """Return the happenings of a dossier by date, those without one by the day they were first told."""
    cast = store.cast()
    who, parties = Who.of(cast), Parties(store.part("claims", Sightings) or Sightings((), (), ()), cast)
    lines: list[Happened] = []
    articles: dict[DocId, Printed] = {}
    for analysis in store.analyses((Dateline, EventMark)):
        lines += happened(analysis, who)
        articles[analysis.doc.id] = Printed(analysis.doc.outlet, dated_by(analysis))
    return occasions(lines, parties, Copies(store.part("reuse", Reuse) or Reuse()), articles)
