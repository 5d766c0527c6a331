"""What the form of a predicate says of a deed: its negation, mood and tense."""

from __future__ import annotations

from selon.lang.triggers import Status
from selon.stages.happening.plot import Plot
from selon.stages.happening.settings import when

_REACH = 12


class Forms:
    """Reads the predicates of one article."""

    def __init__(self, plot: Plot) -> None:
        self.plot = plot

    def of(self, index: int) -> Status:
        """Return the status that the form of a predicate tells: negated, supposed, in the conditional or the future."""
        plot = self.plot
        finite = plot.finite_of(index)
        token = plot.tokens[finite]
        marks = self._marks(index)
        if plot.is_negated(index, finite) or (plot.is_inf(finite) and marks & plot.events.words.without):
            return "negated"
        if self.is_supposed(index) or self._is_wished(index, finite, marks):
            return "hypothetical"
        tense = plot.grammar.tense_by_ending(token.text, token.lemma) if plot.is_finite(finite) else ""
        if tense == "conditional" or (not tense and token.feature("Mood") == "Cnd"):
            return self._conditional(index, finite)
        if tense == "future" or token.feature("Tense") == "Fut" or self._is_due(index, finite):
            return "planned"
        return "actual"

    def _marks(self, index: int) -> set[str]:
        """Return the conjunctions of a clause: those that hang on its verb, or on its subject by the parser's error."""
        plot = self.plot
        hung = [child for child in plot.children[index] if plot.tokens[child].dep == "mark"]
        first = plot.sentence(index).start
        for place in range(index - 1, max(first, index - _REACH), -1):
            if plot.is_finite(place) and plot.tokens[place].head != index:
                break
            if plot.tokens[place].dep == "mark" and place < plot.tokens[place].head < index and plot.is_finite(index):
                hung.append(place)
        return {plot.folded[place] for place in hung if not self._is_own(place)}

    def is_supposed(self, index: int) -> bool:
        """Whether a clause is a supposition ("si Paris attaquait ...")."""
        return bool(self._marks(index) & self.plot.grammar.hypothesis) and not self.plot.is_perfect(index)

    def _is_own(self, mark: int) -> bool:
        """Whether an elided word is a reflexive that the parser takes for a conjunction: "si" is elided before "il" alone."""
        plot = self.plot
        return plot.folded[mark] in plot.grammar.own and not plot.tokens[mark + 1].dep.startswith(("nsubj", "expl:subj"))

    def _is_wished(self, index: int, finite: int, marks: set[str]) -> bool:
        """Whether a subjunctive tells what somebody wants or doubts: of a clause that is an object or an aim, in no past."""
        plot, token = self.plot, self.plot.tokens[finite]
        if token.feature("Mood") != "Sub" or (finite != index and token.dep == "aux:tense"):
            return False
        return plot.tokens[index].dep == "ccomp" or bool(marks & plot.events.words.aims)

    def is_to_come(self, index: int) -> bool:
        """Whether a verb tells what will be, or by a simple conditional what would: not to do it is a pledge, and denies nothing."""
        plot, finite = self.plot, self.plot.finite_of(index)
        token = plot.tokens[finite]
        tense = plot.grammar.tense_by_ending(token.text, token.lemma) if finite == index and plot.is_finite(finite) else ""
        return tense in ("future", "conditional")

    def _conditional(self, index: int, finite: int) -> Status:
        """A conditional perfect is hearsay; a simple one in reported speech is a future in the past; a modal one a plan."""
        plot = self.plot
        if plot.lemmas[finite] in plot.events.words.due:
            return "planned"
        if plot.lemmas[finite] in plot.grammar.modal:
            return "planned" if when(plot, index, plot.tokens[index].span) else "hypothetical"
        if finite != index and (plot.lemmas[finite] in plot.grammar.have or plot.lemmas[finite] in plot.grammar.be):
            return "alleged"
        return "planned" if plot.statements_over(plot.tokens[index].span) else "alleged"

    def _is_due(self, index: int, finite: int) -> bool:
        """Whether a present modal or "aller" makes an infinitive something to come."""
        plot = self.plot
        word = plot.lemmas[index]
        if finite != index and plot.lemmas[finite] in plot.grammar.soon | plot.events.words.due and plot.tokens[finite].dep != "cop":
            return True
        return any(plot.is_infinitive(child) and plot.tokens[child].dep in ("xcomp", "ccomp") for child in plot.children[index]) and (
            word in plot.grammar.soon or word in plot.events.words.due
        )
