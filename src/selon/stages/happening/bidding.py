"""Whom a request is to, where only the words that are quoted for it say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.core.marks import EventMark, Part, Statement
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.subjects import Subjects

_NEXT_CHARS = 120


class Bidding:
    """Finds whom one article's requests are to in what is quoted."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.parties, self.subjects = plot, parties, Subjects(plot, parties)

    def completed(self, event: EventMark) -> EventMark:
        """Give a request to nobody the one who "must" do something in the words of who made it."""
        if event.type != "REQUEST" or event.target or not event.source:
            return event
        doers = {part.span for part in event.source}
        told = next((parts for each in self._next(event) if (parts := self._bound(each))), ())
        return replace(event, target=tuple(part for part in told if part.span not in doers))

    def _next(self, event: EventMark) -> Iterator[Statement]:
        """Yield what the same speaker is quoted for, in the words of a request or right behind it."""
        doers = {part.span for part in event.source}
        for each in self.plot.statements:
            is_own = each.cue is not None and each.cue.overlaps(event.span)
            is_next = each.form == "direct" and 0 <= each.content[0].start - event.clause.end <= _NEXT_CHARS
            if each.source in doers and (is_own or is_next):
                yield each

    def _bound(self, statement: Statement) -> tuple[Part, ...]:
        """Return who must do something by the words of a statement."""
        plot = self.plot
        for piece in statement.content:
            for index in plot.inside(piece):
                head = self.subjects.head(index) if plot.lemmas[index] in plot.events.words.due and plot.is_finite(index) else None
                if head is not None and (parts := self.parties.at(head, "content")):
                    return parts
        return ()
