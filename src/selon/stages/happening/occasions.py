"""Parties of a noun that stand elsewhere in its clause: who takes part in an occasion, whom a protest gathered, whom a deed is aimed at."""

from __future__ import annotations

from selon.core.marks import Part
from selon.stages.happening.owners import Owners
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.subjects import Subjects
from selon.stages.happening.triggers import Found

_DEPTH = 5


class Occasions:
    """Finds the parties of one article's occasions."""

    def __init__(self, plot: Plot, parties: Parties, subjects: Subjects, owners: Owners) -> None:
        self.plot, self.parties, self.subjects, self.owners = plot, parties, subjects, owners

    def doing(self, found: Found) -> tuple[Part, ...]:
        """Return who does what the clause around a noun tells ("à la demande de Berlin, Paris a ...")."""
        head = self.plot.tokens[found.head].head
        if head == found.head or self.plot.tokens[head].pos not in ("VERB", "AUX"):
            return ()
        return self.subjects.agents.of(head) or (() if self._is_passive(head) else self.subjects.of(head))

    def _is_passive(self, verb: int) -> bool:
        plot = self.plot
        return any(plot.tokens[child].dep in ("aux:pass", "nsubj:pass") for child in plot.children[verb]) or not (
            plot.is_finite(plot.finite_of(verb)) or plot.is_inf(verb)
        )

    def aimed(self, found: Found) -> tuple[Part, ...]:
        """Return whom a noun is against that is the subject of a verb of aiming, or its agent ("visé par une attaque")."""
        plot = self.plot
        token = plot.tokens[found.head]
        if plot.lemmas[token.head] not in plot.events.words.aimed or token.head == found.head:
            return ()
        if token.dep == "nsubj" and token.head > found.head:
            thing = next((child for child in plot.children[token.head] if plot.tokens[child].dep == "obj"), None)
            return (self.parties.at(thing, "object") or self.owners.holder(thing, "object")) if thing is not None else ()
        if plot.case(found.head) in plot.grammar.by:
            head = self.subjects.head(token.head)
            return self.parties.at(head, "object") if head is not None else ()
        return ()

    def beside(self, found: Found) -> tuple[Part, ...]:
        """Return who is named right before a comma behind which a noun says on what they are ("Paul Martin, en visite à ...")."""
        plot, comma = self.plot, found.head - 2
        is_led = comma > plot.sentence(found.head).start and plot.folded[comma + 1] in plot.grammar.place_words
        if not is_led or plot.tokens[comma].text != ",":
            return ()
        before = [each for each in plot.mentions_in(plot.tokens[comma - 1].span) if each.span.end == plot.tokens[comma - 1].span.end]
        return (Part(before[0].span, "", "apposed"),) if before else ()

    def is_known(self, noun: int) -> bool:
        """Whether a noun tells one happening that the article has told of: not several at large, nor one of other people."""
        plot = self.plot
        articles = [child for child in plot.children[noun] if child < noun and plot.tokens[child].pos == "DET"]
        at_large = any(
            plot.tokens[child].feature("Definite") == "Ind" and plot.tokens[child].feature("Number") == "Plur" for child in articles
        )
        others = [child for child in plot.complements(noun) if plot.tokens[child].feature("Number") == "Plur"]
        return not at_large and all(plot.lemmas[child] in plot.events.words.protesters for child in others)

    def gathered(self, found: Found) -> tuple[Part, ...]:
        """Return those whom a protest is said to have brought together."""
        plot, token = self.plot, self.plot.tokens[found.head]
        if token.dep != "nsubj" or plot.lemmas[token.head] not in plot.events.words.gathering:
            return ()
        thing = next((child for child in plot.children[token.head] if plot.tokens[child].dep == "obj" and child > token.head), None)
        return self.parties.at(thing, "occasion") if thing is not None else ()

    def is_exchange(self, found: Found) -> bool:
        """Whether a noun is what is given in return."""
        return any(self.plot.lemmas[index] in self.plot.events.words.exchange for index in range(max(0, found.head - 4), found.head))

    def both_sides(self, found: Found) -> tuple[Part, ...]:
        """Return the parties of a "the two countries" in the sentence."""
        plot = self.plot
        sentence = plot.sentence(found.head)
        span = plot.span(sentence.start, sentence.stop - 1)
        mention = next((each for each in plot.mentions_in(span) if self.parties.plurals.is_both(each)), None)
        return self.parties.at(plot.at(mention.span.end - 1), "occasion") if mention else ()

    def taking_part(self, found: Found) -> tuple[Part, ...]:
        """Return the subject of the clause in which a meeting is told as an occasion ("lors d'un entretien avec ...")."""
        plot = self.plot
        head = plot.tokens[found.head].head
        for _ in range(_DEPTH):
            said = next(
                (each.source for each in plot.statements if each.cue and each.source and each.cue.overlaps(plot.tokens[head].span)), None
            )
            if said:
                return (Part(said, "", "occasion"),)
            if plot.tokens[head].pos in ("VERB", "AUX"):
                return self.subjects.of(head) or self._said_before(head)
            if plot.tokens[head].head == head:
                break
            head = plot.tokens[head].head
        return ()

    def _said_before(self, verb: int) -> tuple[Part, ...]:
        """Return who spoke last, where the subject of a verb is what was said ("cette déclaration intervient après ...")."""
        plot = self.plot
        subject = self.subjects.head(verb)
        if subject is None or plot.lemmas[subject] not in plot.events.words.anaphora:
            return ()
        before = [each.source for each in plot.statements if each.source and each.span.end <= plot.tokens[subject].span.start]
        return (Part(before[-1], "", "occasion"),) if before else ()
