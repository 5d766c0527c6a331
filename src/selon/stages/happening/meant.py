"""Who does what a verb tells that has no subject of its own: who speaks, or whose the wish or the plan is."""

from __future__ import annotations

from selon.core.marks import Part
from selon.stages.happening.owners import Owners
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot

_DEPTH = 5
_LOOSE = frozenset(["advcl", "xcomp", "conj"])
"""How an infinitive or a participle hangs on the verb whose subject it has."""


class Meant:
    """Finds who is meant to do what one article's verbs tell."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.owners = plot, Owners(plot, parties)

    def possessing(self, verb: int) -> tuple[Part, ...]:
        """Return whose the noun is that an infinitive hangs on ("leur disposition à maintenir ...")."""
        plot, above = self.plot, self.plot.tokens[verb].head
        if not plot.is_inf(verb) or plot.tokens[above].pos != "NOUN":
            return ()
        own = next((child for child in plot.children[above] if child < above and plot.folded[child] in plot.events.words.owners), None)
        span = self.owners.owner(own, nearest=False) if own is not None else None
        return (Part(span, "", "subject"),) if span else ()

    def speaking(self, verb: int) -> tuple[Part, ...]:
        """Return who speaks, where a verb, or the one that an infinitive or a participle hangs on, is of the words that say so."""
        plot, told = self.plot, self.plot.statements_over(self.plot.tokens[verb].span)
        for _ in range(_DEPTH):
            at = plot.tokens[verb].span
            said = [each.source for each in plot.statements if each.source and each.cue and each.cue.overlaps(at) and each not in told]
            if said or plot.is_finite(plot.finite_of(verb)) or plot.tokens[verb].dep not in _LOOSE:
                return tuple(dict.fromkeys(Part(span, "", "subject") for span in said))
            verb = plot.tokens[verb].head
        return ()
