"""Who did what a noun tells, where somebody is blamed for it or called its author."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.core.marks import Part
from selon.stages.happening.owners import Owners
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.subjects import Subjects

_SLOT, _PROVEN = "accused", "convicted"


class Blame:
    """Finds the accused of one article's nouns."""

    def __init__(self, plot: Plot, parties: Parties, subjects: Subjects, owners: Owners) -> None:
        self.plot, self.parties, self.subjects, self.owners = plot, parties, subjects, owners

    def doer(self, noun: int) -> Iterator[Part]:
        """Yield those whom a verb of blame or of justice lays a noun to, and those who are called its authors."""
        plot, words = self.plot, self.plot.events.words
        noun = self._first(noun)
        laid = tuple(self._laid(noun))
        above = plot.tokens[noun].head
        case = plot.case(noun)
        if laid:
            yield from laid
        elif plot.lemmas[above] in words.authors and case in plot.grammar.of | plot.grammar.of_fused:
            yield from self._author(above)
        elif plot.lemmas[above] in words.blames and case in plot.grammar.of | plot.grammar.of_fused:
            yield from self._bearing(plot.tokens[above].head)
        elif plot.tokens[above].pos in ("VERB", "ADJ") and above < noun and case in words.charged_with:
            if plot.lemmas[above] in words.charging:
                yield from self._charged(above, _SLOT)
            elif plot.lemmas[above] in words.convicting:
                yield from self._charged(above, _PROVEN)
        elif plot.tokens[above].pos == "NOUN" and plot.lemmas[above] in words.charges and case in plot.grammar.for_:
            yield from self._of_charge(above)
        elif plot.tokens[above].pos == "NOUN" and plot.lemmas[above] in words.suspicions and case in words.charged_with:
            yield from self._against(above)

    def is_charged(self, noun: int) -> bool:
        """Whether a noun is what a verb of blame lays to somebody, so that an agent behind it accuses ("accusé de vol par son voisin")."""
        plot, noun = self.plot, self._first(noun)
        above = plot.tokens[noun].head
        is_of_verb = plot.tokens[above].pos in ("VERB", "ADJ") and above < noun and plot.case(noun) in plot.events.words.charged_with
        return is_of_verb and plot.lemmas[above] in plot.events.words.charging

    def _first(self, noun: int) -> int:
        """Return the first of the nouns that a noun is joined to, also where the parser joins it to their verb."""
        plot = self.plot
        while plot.tokens[noun].dep == "conj" and plot.tokens[plot.tokens[noun].head].pos == "NOUN":
            noun = plot.tokens[noun].head
        above = plot.tokens[noun].head
        if plot.tokens[noun].dep != "conj" or plot.lemmas[above] not in plot.events.words.charging:
            return noun
        before = (child for child in plot.children[above] if above < child < noun and plot.tokens[child].pos == "NOUN")
        return next(before, noun)

    def _against(self, suspicion: int) -> Iterator[Part]:
        """Yield against whom an accusation of a deed is ("les accusations de viol portées contre le maire")."""
        for slot in self.plot.events.words.against:
            for head in self.plot.phrases_after(suspicion + 1, slot):
                yield from self.parties.at(head, _SLOT)
                return

    def _of_charge(self, charge: int) -> Iterator[Part]:
        """Yield whose a charge is ("sa mise en cause pour ...", "la mise en examen du maire pour ...")."""
        plot = self.plot
        own = next((child for child in plot.children[charge] if child < charge and plot.folded[child] in plot.events.words.owners), None)
        span = self.owners.owner(own, nearest=True, of_victim=True) if own is not None else None
        if span:
            yield Part(span, "", _SLOT)
            return
        for child in plot.children[charge]:
            if child > charge and (plot.case(child) in plot.grammar.of or plot.case(child) in plot.grammar.of_fused):
                yield from self.parties.at(child, _SLOT)

    def _charged(self, verb: int, slot: str) -> Iterator[Part]:
        """Yield the object of a verb of blame: the subject where it is passive or a participle."""
        plot = self.plot
        is_active = any(plot.lemmas[child] in plot.grammar.have for child in plot.auxiliaries(verb)) and not any(
            plot.lemmas[child] in plot.grammar.be for child in plot.auxiliaries(verb)
        )
        if not is_active and not (plot.is_finite(verb) and not plot.auxiliaries(verb)):
            head = self.subjects.head(verb)
            yield from self.parties.at(head, slot) if head is not None else ()
            return
        for child in plot.children[verb]:
            if child < verb and plot.folded[child] in plot.grammar.objects:
                span = self.parties.pronouns.of(child)
                yield from (Part(span, "", slot),) if span else ()
            elif child > verb and plot.tokens[child].dep == "obj":
                yield from self.parties.at(child, slot)

    def _author(self, author: int) -> Iterator[Part]:
        """Yield who is called an author: by a copula, by a verb of blame or of likening, or as what the noun is apposed to."""
        plot, words = self.plot, self.plot.events.words
        while plot.tokens[author].dep == "conj" and plot.lemmas[plot.tokens[author].head] in words.authors:
            author = plot.tokens[author].head
        token, over = plot.tokens[author], plot.tokens[author].head
        if plot.lemmas[over] in words.charging | words.likening and over < author and plot.tokens[over].pos in ("VERB", "ADJ"):
            yield from self._charged(over, _SLOT)
        elif any(plot.tokens[child].dep == "cop" for child in plot.children[author]):
            head = self.subjects.head(author)
            yield from self.parties.at(head, self._slot(author)) if head is not None and head != author else ()
        elif token.dep == "appos" or (token.dep == "nmod" and plot.tokens[author - 1].text == ","):
            yield from self.parties.at(over, self._slot(author))

    def _bearing(self, verb: int) -> Iterator[Part]:
        """Yield who bears or claims the responsibility."""
        if self.plot.lemmas[verb] in self.plot.events.words.bearing:
            yield from (replace(part, slot=self._slot(verb)) for part in self.subjects.of(verb))

    def _slot(self, index: int) -> str:
        """Return whether words say as a fact who did it: in the narrator's own, and not of an alleged author."""
        plot = self.plot
        is_open = any(plot.events.embeddings.get(plot.lemmas[child]) == "alleged" for child in plot.children[index])
        return _SLOT if is_open or plot.statements_over(plot.tokens[index].span) else _PROVEN

    def _laid(self, noun: int) -> Iterator[Part]:
        """Yield to whom a deed is laid ("l'attaque attribuée à ...")."""
        plot = self.plot
        for index in plot.children[noun]:
            if index > noun and plot.tokens[index].dep.startswith("acl") and plot.lemmas[index] in plot.events.words.laid:
                for head in plot.phrases_after(index + 1, plot.events.words.dative):
                    yield from self.parties.at(head, _SLOT)
                    return
