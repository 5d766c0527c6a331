"""What an act of speech claims by itself, where its content tells no deed: that somebody is blamed, or is supported."""

from __future__ import annotations

from selon.core.marks import Part, Statement
from selon.lang.match import fold
from selon.stages.claiming.pointing import Pointing
from selon.stages.claiming.propositions import Proposition, Propositions
from selon.stages.happening.plot import Plot
from selon.stages.happening.spoken import JOINED, Spoken

_OWN = frozenset(["support", "praise", "thank", "accuse", "condemn"])
"""Acts that are a proposition themselves where their content holds no deed."""


class Acting:
    """Reads the propositions that the acts of one article claim by themselves."""

    def __init__(self, plot: Plot, propositions: Propositions, spoken: Spoken, pointing: Pointing, ours: tuple[str, ...]) -> None:
        """``ours``: how a doer begins who is the speaker's own side."""
        self.plot, self.propositions, self.spoken, self.pointing, self.ours = plot, propositions, spoken, pointing, ours

    def claimed(self, statement: Statement, act: str) -> list[Proposition]:
        """Return what an act of speech claims by itself where its content tells no deed: that somebody is blamed, or is supported.

        A reproach aimed at whom the accusation joined to it blames claims nothing besides that.
        """
        event = self.propositions.act(statement)
        if event is None or any(part.slot == JOINED for part in event.target):
            return []
        if not (act in _OWN or event.why.startswith("event.act-assert")):
            return []
        thing, span, score = self.propositions.thing(statement), statement.span, event.score
        if act in ("support", "praise", "thank"):
            return [Proposition(span, event.type, event.mode, event.source, event.target, thing, "actual", event.date, True, score)]
        return [Proposition(span, "ACCUSE", event.mode, event.target, (), thing, "alleged", "", True, score)]

    def taken_up(self, denial: Statement, act: str) -> tuple[Statement | None, list[Proposition]]:
        """Return the statement that an answer points at and what it says.

        Where that tells no deed, what is denied is something said of its subject, else of the one who denies it.
        """
        other = self.pointing.answered(denial)
        if other is None:
            return None, []
        main = [each for each in self.propositions.within(other) if each.is_main]
        thing = self.propositions.thing(other)
        whom = self.spoken.told_of(other) or self.own(denial)
        said = Proposition(other.span, "ACCUSE", "", whom, (), thing, "alleged", "", True, other.score)
        if main or act == "confirm":
            return None, main
        return other, [said]

    def nothing(self, statement: Statement) -> Proposition:
        """Return what an answer to all that stands before it is about."""
        thing = self.propositions.thing(statement)
        return Proposition(statement.span, "", "", (), (), thing, "denied", "", True, statement.score)

    def own(self, statement: Statement) -> tuple[Part, ...]:
        """Return the speaker as the doer: whoever denies, confirms or promises a deed without a doer speaks of their own."""
        return (Part(statement.source, "", "speaker"),) if statement.source else ()

    def is_ours(self, found: Proposition) -> bool:
        """Whether the doer is the speaker's own side: "nos forces", "notre armée"."""
        return bool(found.actor) and all(fold(part.span.of(self.plot.raw)).startswith(self.ours) for part in found.actor)
