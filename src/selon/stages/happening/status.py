"""Whether what is told happened: the walk from a predicate up to the root of its sentence, and out to the statements around it."""

from __future__ import annotations

from selon.core.marks import Statement
from selon.core.text import Span
from selon.lang.triggers import Status
from selon.stages.happening.forms import Forms
from selon.stages.happening.plot import Plot
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

_TO_COME: dict[str, Status] = {"warn": "hypothetical", "promise": "planned"}
"""What an infinitive tells that somebody threatens or promises."""


class Statuses:
    """Reads the status of the events of one article."""

    def __init__(self, plot: Plot) -> None:
        self.plot, self.forms = plot, Forms(plot)

    def of(self, found: Found, span: Span) -> Status:
        """Return the status of an event: what its words say, what they hang on, and what those do who tell of it."""
        own = self._told(found)
        if found.trigger.negated and own == "negated":
            own = "actual"
        is_told = any(each.act == "confirm" or denies(self.plot, each) for each in self.plot.statements_over(span))
        if own == "negated" and is_told and not self.forms.is_to_come(found.head):
            own = "denied"
        background = found.is_noun and self._frames(found.head)
        spoken = [] if background else [self._spoken(each, own, found) for each in self.plot.statements_over(span)[:2]]
        choices = [own, *(each for each in spoken if each)]
        if own == "negated" and "denied" not in choices:
            return "negated"
        return min(choices, key=_ORDER.index)

    def _spoken(self, statement: Statement, own: Status, found: Found) -> Status | None:
        """Return what the act of a statement makes of a deed told in it; ``None`` if nothing."""
        is_inf = statement.why.endswith("inf") and self.plot.is_inf(found.first)
        if is_inf and statement.act in _TO_COME:
            return _TO_COME[statement.act]
        if statement.act in ("ask", "demand", "propose"):
            is_past = not found.is_noun and self.plot.is_past(found.head)
            return None if is_past else "hypothetical" if own != "planned" else "planned"
        if statement.act == "promise" and statement.modality == "future":
            return "planned"
        if statement.act == "assert" and claims_proof(self.plot, statement):
            return "alleged"
        return None if statement.act == "deny" and not denies(self.plot, statement) else _BY_ACT.get(statement.act)

    def _told(self, found: Found) -> Status:
        """Return the status by the grammar: tense and negation of the predicate, then of what it hangs on."""
        plot, index, below = self.plot, found.head, found.head
        able = self._able(found)
        if able == "hypothetical":
            return able  # negated or not: what nobody needs or is able to do
        seen: list[Status] = [self._beside(found), able]
        for step in range(_LIMIT):
            if step and self.forms.is_supposed(index):
                return "hypothetical"  # negated or not
            if plot.tokens[index].pos in ("VERB", "AUX") or plot.finite_of(index) != index:
                seen.append(self.forms.of(index))
            if self._ends(found, index):
                break
            if step and self._counts(found, index, seen[-1]):
                seen.append(plot.events.embeddings.get(plot.lemmas[index], "actual") if self._governs(index, below) else "actual")
            if self._is_top(index):
                break
            below, index = index, plot.tokens[index].head
        return min(seen, key=_ORDER.index)

    def _ends(self, found: Found, index: int) -> bool:
        """Whether a word makes something stop that goes on: it was so, whatever stands over that."""
        return found.is_noun and found.trigger.type in _ONGOING and self.plot.lemmas[index] in self.plot.events.words.ending

    def _counts(self, found: Found, index: int, last: Status) -> bool:
        """Whether a word over a deed may change it: none that only carries it, has come about or tries it, no modal of a plan."""
        plot, words = self.plot, self.plot.events.words
        lemma = plot.lemmas[index]
        is_past_due = lemma in words.due | words.enabling and bool(plot.auxiliaries(index))
        is_open = last == "planned" and lemma in plot.grammar.modal
        is_tried = found.trigger.type in _ONGOING and lemma in words.attempts
        return not (is_past_due or is_open or is_tried or (found.is_noun and lemma in words.light))

    def _is_top(self, index: int) -> bool:
        """Whether nothing that stands over a word says anything of it."""
        plot, token = self.plot, self.plot.tokens[index]
        if token.head == index or self._leaves(index) or (token.pos == "NOUN" and plot.is_background(index)):
            return True
        return token.dep.startswith("acl") and plot.tokens[token.head].pos in ("NOUN", "PROPN") and self._is_told_apart(index)

    def _is_told_apart(self, index: int) -> bool:
        """Whether what a noun is told of is so whatever the clause says of the noun: a relative, a past participle."""
        token = self.plot.tokens[self.plot.finite_of(index)]
        return self.plot.is_finite(self.plot.finite_of(index)) or (token.feature("VerbForm"), token.feature("Tense")) == ("Part", "Past")

    def _governs(self, index: int, below: int) -> bool:
        """Whether a word may change what hangs on it: an infinitive, or anything where it does not report it, which its statement tells."""
        span = self.plot.tokens[index].span
        over = [each for each in self.plot.statements if each.cue and each.cue.overlaps(span)]
        return self.plot.is_inf(below) or not any(each.act != "deny" or denies(self.plot, each) for each in over)

    def _leaves(self, index: int) -> bool:
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
