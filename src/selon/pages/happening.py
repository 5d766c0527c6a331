"""The pages of a report on what happened and on what is claimed: the timeline of events, the ledger of claims."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from selon.core.claims import Claim
from selon.core.days import Days
from selon.core.lines import Who
from selon.core.occasions import Occasion
from selon.core.ports import Store
from selon.core.text import DocId, Span
from selon.exports.files import File
from selon.exports.happened import occasions_of
from selon.exports.ledger import claims_of
from selon.pages.links import list_pages
from selon.views.ledger import card

_CLAIMS_A_PAGE, _EVENTS_A_PAGE = 100, 300

Draw = Callable[..., File]


@dataclass(frozen=True, slots=True)
class Told:
    """Claims and dated happenings of a dossier."""

    claims: Sequence[Claim]
    occasions: Sequence[Occasion]

    @classmethod
    def of(cls, store: Store) -> Told:
        return cls(claims_of(store), [each for each in occasions_of(store) if each.is_dated])

    def pointed(self) -> Mapping[DocId, list[tuple[Span, str]]]:
        """Return the words of each article that the pages lead to, with the id of each."""
        found: defaultdict[DocId, list[tuple[Span, str]]] = defaultdict(list)
        for entry in (entry for claim in self.claims for entry in claim.entries):
            found[entry.evidence.doc].append((entry.evidence.span, entry.id))
        for line in (line for each in self.occasions for line in each.tellings):
            found[line.clause.doc].append((line.clause.span, line.id))
        return found


def happening_pages(told: Told, who: Who, labels: Mapping[str, str], draw: Draw) -> Iterator[File]:
    """Yield the pages. ``labels``: the usual name of what has no name in the articles; ``draw``: makes a page of a template."""
    names = {**labels, **who.names}
    for path, page, around in list_pages("ledger", told.claims, _CLAIMS_A_PAGE):
        yield draw(path, "ledger.html", page=page, around=around, cards=[card(claim, names) for claim in page.items])
    for path, events, around in list_pages("timeline", told.occasions, _EVENTS_A_PAGE):
        yield draw(path, "timeline.html", page=events, around=around, sections=_sections(events.items))


def _sections(found: Sequence[Occasion]) -> list[tuple[str, list[tuple[Days, Occasion]]]]:
    """Return happenings by the month, or the year, in which they begin."""
    dated = [(days, each) for each in found if (days := Days.parse(each.date))]
    groups: list[tuple[str, list[Any]]] = [(name, list(rows)) for name, rows in groupby(dated, key=lambda pair: _section(*pair))]
    return groups


def _section(days: Days, each: Occasion) -> str:
    return str(days.first)[:4] if each.precision == "year" else str(days.first)[:7]
