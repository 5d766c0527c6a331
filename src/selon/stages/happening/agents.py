"""Who does a deed by a passive, an arm or a blow: the complement in "par", and whose a drone or a strike is."""

from __future__ import annotations

from selon.core.marks import Part
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.saying.phrases import noun_phrase


class Agents:
    """Finds the agents of one article's passives."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.parties = plot, parties

    def of(self, verb: int) -> tuple[Part, ...]:
        """Return the complement in "par" of a passive."""
        plot = self.plot
        for index in plot.clause_after(verb + 1):
            if plot.tokens[index].pos == "VERB" and plot.tokens[index - 1].text in (",", *plot.grammar.and_):
                return ()  # another deed, with an agent of its own
            if plot.folded[index] in plot.grammar.by:
                phrase = noun_phrase(plot, index + 1) if index + 1 < plot.sentence(verb).stop else None
                if phrase and (parts := self.parties.at(phrase[0], "subject") or self.wielders(phrase[0])):
                    return parts
        return ()

    def wielders(self, head: int) -> tuple[Part, ...]:
        """Return whose the arm or the blow is that a passive names as its agent ("tués par un drone des rebelles")."""
        plot = self.plot
        if plot.class_of(head) not in ("weapons", "violence"):
            return ()
        owners = (self.parties.at(child, "subject") for child in plot.complements(head))
        return next((parts for parts in owners if parts), ()) or tuple(self.parties.states.adjectives(head, "subject"))

    def before(self, relative: int) -> int | None:
        """Return the agent of a passive that stands right before a relative: it is this one's antecedent ("tué par la police, qui ...")."""
        plot = self.plot
        end = relative - 1 - (plot.tokens[relative - 1].text == ",")
        over = [each for each in plot.mentions_in(plot.tokens[end].span) if each.span.end == plot.tokens[end].span.end]
        first = plot.at(over[0].span.start) if over else 0
        while first > 0 and plot.tokens[first - 1].pos == "DET":
            first -= 1
        return end if first > 0 and plot.folded[first - 1] in plot.grammar.by else None
