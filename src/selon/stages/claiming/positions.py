"""Which stance a statement takes on what it says: by its act, by how it is said, by what becomes of the deed."""

from __future__ import annotations

from selon.core.marks import Statement
from selon.lang.claims import Answering
from selon.lang.match import fold
from selon.stages.claiming.propositions import Proposition
from selon.stages.happening.plot import Plot
from selon.stages.happening.targets import claims_proof

BY_ACT = {
    "accuse": "allege", "assert": "assert", "announce": "assert", "confirm": "confirm", "deny": "deny", "promise": "promise",
    "predict": "expect", "ask": "ask", "demand": "ask", "propose": "ask", "support": "support", "praise": "praise", "thank": "thank",
    "condemn": "presuppose", "warn": "expect",
}  # fmt: skip
"""The stance that an act of speech takes on its main proposition."""
UNCLAIMED = frozenset(["ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "PROTEST"])
"""Types that the narrator tells of without claiming anything: words, and crowds in the street."""
OF_NOUN = (".np", ".passive")
"""How a statement is read whose content is a noun."""
_SAYING = frozenset(["assert", "other", "announce"])
"""Acts of speech that may be any answer."""


class Positions:
    """Reads the stances of one article's statements."""

    def __init__(self, plot: Plot, answering: Answering) -> None:
        self.plot, self.answering = plot, answering

    def on(self, stance: str, found: Proposition, statement: Statement) -> str:
        """Return the stance on one proposition: granted, expected, proven or alleged by nobody, where it is not the act's own."""
        if not found.is_main:
            return "presuppose"
        if stance == "allege" and statement.source is None:
            return "suspect"
        if stance == "assert" and claims_proof(self.plot, statement):
            return "allege"
        if stance == "assert" and found.status in ("planned", "hypothetical"):
            return "expect"
        is_deed = found.type not in UNCLAIMED and found.type != "AGREE"
        if is_deed and stance in ("assert", "allege") and found.status in ("negated", "denied") and statement.modality == "negated":
            return "deny"
        return stance

    def claims_nothing(self, stance: str, found: Proposition, statement: Statement) -> bool:
        """Whether a deed is said not to be going to happen, or not to be needed: neither denies that it was done."""
        is_undone = found.status == "negated" or (found.status == "hypothetical" and statement.modality == "negated")
        return stance == "assert" and is_undone and found.type not in UNCLAIMED and not self._is_own_past(found, statement)

    def _is_own_past(self, found: Proposition, statement: Statement) -> bool:
        """Whether a deed is told in the past by the one whose it is: "nous n'avons jamais livré", "affirme n'avoir jamais livré"."""
        plot, told = self.plot, self.plot.inside(found.span)
        inside = [index for piece in statement.content for index in plot.inside(piece) if index in told]
        is_own = statement.why.endswith("inf") or any(plot.folded[index] in plot.events.words.first_person for index in inside)
        return is_own and any(plot.tokens[index].pos == "VERB" and plot.auxiliaries(index) for index in inside)

    def rejects(self, statement: Statement) -> bool:
        """Whether what is said calls false what was said before, whatever the verb."""
        return statement.act in _SAYING and any(self.answering.rejects(piece.of(self.plot.raw)) for piece in statement.content)

    def refuses(self, statement: Statement) -> bool:
        """Whether a cue tells that someone will not do something, which denies nothing."""
        plot, cue, refusals = self.plot, statement.cue, self.plot.events.words.refusals
        return cue is not None and any(
            plot.lemmas[index] in refusals or fold(plot.cue_lemma(index) or "") in refusals for index in plot.inside(cue)
        )
