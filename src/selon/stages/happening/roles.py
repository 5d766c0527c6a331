"""An event from a trigger: its parties, its object, and whether they are those that the entry asks for."""

from __future__ import annotations

from selon.core.marks import EventMark, Part
from selon.core.text import Span
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.settings import date_of, place, when
from selon.stages.happening.sides import Sides
from selon.stages.happening.slots import Slots
from selon.stages.happening.status import Statuses
from selon.stages.happening.things import Things
from selon.stages.happening.triggers import Found, span_of

_SCORES = {"subject": 1.0, "object": 1.0, "adjective": 0.8, "own": 0.8, "occasion": 0.7}


class Roles:
    """Makes events of the triggers of one article."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.parties = plot, parties
        self.slots, self.statuses = Slots(plot, parties), Statuses(plot)
        self.things, self.sides = Things(plot, self.slots.objects), Sides(plot, parties, self.slots)

    def event(self, found: Found) -> EventMark | None:
        """Return the event of a trigger; ``None`` if a party or the object that its entry asks for is not there."""
        trigger, thing = found.trigger, self.things.of(found)
        if trigger.objects and (thing not in trigger.objects or self.things.is_at_large(found)):
            return None
        source, target = self.sides.of(found, thing)
        if not self._suffices(trigger.needs, source, target) or (trigger.several and not target and not self._are_several(source)):
            return None
        return self._made(found, source, target, thing)

    def _made(self, found: Found, source: tuple[Part, ...], target: tuple[Part, ...], thing: str) -> EventMark:
        plot, span, trigger = self.plot, span_of(self.plot, found), found.trigger
        is_blamed = any(part.slot in ("accused", "convicted") for part in source)
        time = when(plot, found.head, span, hung_only=is_blamed or (found.is_noun and plot.is_background(found.head)))
        status = self.statuses.of(found, span)
        if status == "actual" and is_blamed and any(part.slot == "accused" for part in source):
            status = "alleged"
        if status == "hypothetical" and any(part.slot == "decided" for part in source):
            status = "planned"  # who orders or announces it will have it done
        over = plot.statements_over(span)
        per = tuple(dict.fromkeys(place for each in over for place in (*each.via, each.source) if place))
        low, high = plot.subtree(found.head)
        clause = Span.cover(
            span,
            *([plot.span(low, high)] if low <= high else []),
            *(part.span for part in (*source, *target) if plot.sentence_of[plot.at(part.span.start)] == plot.sentence_of[found.head]),
        )
        score = min([_SCORES.get(part.slot, 0.9) for part in (*source, *target)], default=0.5) * (0.8 if over else 1.0)
        return EventMark(
            span, trigger.type, trigger.mode, source, target, thing, time.span if time else None, date_of(time),
            place(plot, found.head, found.last), status, per, clause, round(score, 2), trigger.id,
        )  # fmt: skip

    def _are_several(self, parts: tuple[Part, ...]) -> bool:
        """Whether parties are more than one, or one body or plural that may meet by itself."""
        plot = self.plot
        firsts = [plot.tokens[place] for part in parts for place in plot.inside(part.span)[:2]]
        is_body = any(self.parties.kind(part) == "organisation" for part in parts)
        return len(parts) > 1 or is_body or any(token.feature("Number") == "Plur" for token in firsts)

    def _suffices(self, needs: str, source: tuple[Part, ...], target: tuple[Part, ...]) -> bool:
        return {"both": bool(source and target), "source": bool(source), "target": bool(target), "either": bool(source or target)}[needs]
