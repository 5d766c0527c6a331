"""Whether what is told happened: the walk from a predicate up to the root of its sentence, and out to the statements around it."""

from __future__ import annotations

from selon.core.marks import Statement
from selon.core.text import Span
from selon.lang.events import Status
from selon.stages.happening.plot import Plot
from selon.stages.happening.settings import when
from selon.stages.happening.targets import claims_proof, denies
from selon.stages.happening.triggers import Found

_LIMIT = 12
_ONGOING = frozenset(["ASSAULT", "PROTEST"])
"""Types of what has been going on where somebody ends it."""
_LEADING = frozenset(["ADJ", "NOUN"])
_ORDER: tuple[Status, ...] = ("negated", "hypothetical", "denied", "alleged", "planned", "habitual", "actual")
_BY_ACT: dict[str, Status] = {
    "accuse": "alleged",
    "deny": "denied",
    "ask": "hypothetical",
    "demand": "hypothetical",
    "propose": "hypothetical",
}


class Statuses:
    """Reads the status of the events of one article."""

    def __init__(self, plot: Plot) -> None:
        self.plot = plot

    def of(self, found: Found, span: Span) -> Status:
        """Return the status of an event: what its words say, what they hang on, and what those do who tell of it."""
        own = self._told(found)
        if found.trigger.negated and own == "negated":
            own = "actual"
        is_told = any(each.act == "confirm" or denies(self.plot, each) for each in self.plot.statements_over(span))
        if own == "negated" and is_told and not self._is_to_come(found.head):
            own = "denied"
        background = found.is_noun and self._frames(found.head)
        is_past = not found.is_noun and self.plot.is_past(found.head)
        spoken = [] if background else [self._spoken(each, own, is_past=is_past) for each in self.plot.statements_over(span)[:2]]
        choices = [own, *(each for each in spoken if each)]
        if own == "negated" and "denied" not in choices:
            return "negated"
        return min(choices, key=_ORDER.index)

    def _spoken(self, statement: Statement, own: Status, *, is_past: bool) -> Status | None:
        if statement.act in ("ask", "demand", "propose"):
            return None if is_past else "hypothetical" if own != "planned" else "planned"
        if statement.act == "promise" and statement.modality == "future":
            return "planned"
        if statement.act == "assert" and claims_proof(self.plot, statement):
            return "alleged"
        return None if statement.act == "deny" and not denies(self.plot, statement) else _BY_ACT.get(statement.act)

    def _told(self, found: Found) -> Status:
        """Return the status by the grammar: tense and negation of the predicate, then of what it hangs on."""
        plot, index = self.plot, found.head
        able = self._able(found)
        if able == "hypothetical":
            return able  # negated or not: what nobody needs or is able to do
        seen: list[Status] = [self._beside(found), able]
        below = index
        for step in range(_LIMIT):
            token = plot.tokens[index]
            if step and self._is_supposed(index):
                return "hypothetical"  # negated or not
            if token.pos in ("VERB", "AUX") or plot.finite_of(index) != index:
                seen.append(self._by_form(index))
            is_past_due = plot.lemmas[index] in plot.events.words.due | plot.events.words.enabling and bool(plot.auxiliaries(index))
            is_open = bool(seen) and seen[-1] == "planned" and plot.lemmas[index] in plot.grammar.modal
            if found.is_noun and found.trigger.type in _ONGOING and plot.lemmas[index] in plot.events.words.ending:
                break
            if found.trigger.type in _ONGOING and plot.lemmas[index] in plot.events.words.attempts:
                pass  # a deed although it fails
            elif step and not is_past_due and not is_open and not (found.is_noun and plot.lemmas[index] in plot.events.words.light):
                seen.append(plot.events.embeddings.get(plot.lemmas[index], "actual") if self._governs(index, below) else "actual")
            if token.head == index or self._leaves(index, step) or (token.pos == "NOUN" and plot.is_background(index)):
                break
            if token.dep.startswith("acl") and plot.tokens[token.head].pos in ("NOUN", "PROPN") and self._is_told_apart(index):
                break
            below, index = index, token.head
        return min(seen, key=_ORDER.index)

    def _is_told_apart(self, index: int) -> bool:
        """Whether what a noun is told of is so whatever the clause says of the noun: a relative, a past participle."""
        token = self.plot.tokens[self.plot.finite_of(index)]
        return self.plot.is_finite(self.plot.finite_of(index)) or (token.feature("VerbForm"), token.feature("Tense")) == ("Part", "Past")

    def _governs(self, index: int, below: int) -> bool:
        """Whether a word may change what hangs on it: an infinitive, or anything where it does not report it, which its statement tells."""
        span = self.plot.tokens[index].span
        over = [each for each in self.plot.statements if each.cue and each.cue.overlaps(span)]
        return self.plot.is_inf(below) or not any(each.act != "deny" or denies(self.plot, each) for each in over)

    def _leaves(self, index: int, step: int) -> bool:
        """Whether a clause ends here: what stands above only frames it (an adverbial, a report, another main clause)."""
        dep = self.plot.tokens[index].dep
        return dep in (
            "advcl",
            "parataxis",
            "conj",
            "advcl:cleft",
            "ccomp",
            "acl:relcl",
            "nsubj",
            "nsubj:pass",
            "csubj",
            "appos",
            "dislocated",
        ) or self._frames(index)

    def _frames(self, index: int) -> bool:
        """Whether a phrase is an adverbial of its clause, so that the verb above says nothing of it."""
        plot = self.plot
        token = plot.tokens[index]
        if token.pos not in ("NOUN", "PROPN"):
            return False
        if plot.case(index) in plot.events.words.since and token.dep.startswith(("obl", "nmod")):
            return True
        return (
            token.dep in ("obl:mod", "obl")
            and plot.case(index) in plot.events.words.about
            and plot.lemmas[token.head] not in plot.events.words.light
        )

    def _beside(self, found: Found) -> Status:
        """Return what an adjective or adverb at the trigger says ("présumé", "futur", "régulièrement")."""
        plot = self.plot
        near = [
            child
            for child in plot.children[found.head]
            if plot.tokens[child].pos in ("ADJ", "ADV", "VERB")
            and abs(child - found.head) < 4
            and plot.tokens[child].dep in ("amod", "advmod", "acl")
        ]
        for child in near:
            if plot.folded[child] in plot.events.words.habit:
                return "habitual"
            if found.is_noun and plot.lemmas[child] in plot.events.embeddings:
                return plot.events.embeddings[plot.lemmas[child]]
        return "actual"

    def _able(self, found: Found) -> Status:
        """Return what a word right before an infinitive says, wherever the parser hangs it ("capables de frapper", "besoin de livrer")."""
        plot, before = self.plot, found.first - 2
        is_led = before >= 0 and plot.is_inf(found.first) and plot.tokens[before + 1].pos == "ADP" and plot.tokens[before].pos in _LEADING
        return plot.events.embeddings.get(plot.lemmas[before], "actual") if is_led else "actual"

    def _by_form(self, index: int) -> Status:
        plot = self.plot
        finite = plot.finite_of(index)
        token = plot.tokens[finite]
        marks = self._marks(index)
        if plot.is_negated(index, finite) or (plot.is_inf(finite) and marks & plot.events.words.without):
            return "negated"
        if self._is_supposed(index) or self._is_wished(index, finite, marks):
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
        for place in range(index - 1, max(first, index - _LIMIT), -1):
            if plot.is_finite(place) and plot.tokens[place].head != index:
                break
            if plot.tokens[place].dep == "mark" and place < plot.tokens[place].head < index and plot.is_finite(index):
                hung.append(place)
        return {plot.folded[place] for place in hung if not self._is_own(place)}

    def _is_supposed(self, index: int) -> bool:
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

    def _is_to_come(self, index: int) -> bool:
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
