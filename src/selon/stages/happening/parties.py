"""Who stands at a place in a clause: mentions, pronouns, and states told by an adjective or as a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.core.marks import Mention, Part
from selon.core.text import Span
from selon.stages.happening.lists import Lists
from selon.stages.happening.plot import Plot
from selon.stages.happening.plurals import Plurals
from selon.stages.happening.pronouns import Pronouns
from selon.stages.happening.states import States
from selon.stages.saying.phrases import noun_phrase, phrase_end


class Parties:
    """Finds the parties of one article."""

    def __init__(self, plot: Plot) -> None:
        self.plot, self.states = plot, States(plot)
        self.pronouns, self.plurals, self.lists = Pronouns(plot), Plurals(plot), Lists(plot)

    def at(self, head: int, slot: str) -> tuple[Part, ...]:
        """Return the parties of a phrase and of those joined to it."""
        plot = self.plot
        heads = [
            head,
            *(
                child
                for child in plot.children[head]
                if plot.tokens[child].dep == "conj" and plot.tokens[child].pos in ("NOUN", "PROPN", "PRON")
            ),
        ]
        found = [part for each in heads for part in self._one(each, slot)]
        found += [part for part in self.lists.beside(found, slot) if part not in found]
        found += [part for part in self.lists.aliases(found, slot) if part not in found]
        return tuple(dict.fromkeys(found))

    def _one(self, head: int, slot: str) -> Iterator[Part]:
        token = self.plot.tokens[head]
        if token.pos == "PRON" and not self._mention(head):
            span = self.pronouns.of(head)
            if span:
                yield Part(span, "", slot)
            return
        mention = self._mention(head)
        if mention and self.plurals.is_both(mention):
            yield from self.plurals.both(mention, slot)
        elif mention and (two := self.plurals.both_people(mention)):
            yield from (Part(each.span, "", slot) for each in two)
        elif mention:
            yield Part(mention.span, "", slot)
            yield from self._leader(mention, slot)
        elif self.plot.lemmas[head] in self.plot.events.words.protesters:
            yield from (replace(part, slot=slot) for part in self.plurals.protesters(head))
        elif slot == "place":
            yield from self.states.place(head)
        elif self._is_people(head) and (people := self.states.state_of(head)):
            yield Part(token.span, people, slot)
        elif slot == "subject" and token.pos == "PROPN" and not self.plot.case(head) and (state := self.states.state_named(head)):
            yield Part(*state, slot)

    def _is_people(self, head: int) -> bool:
        """Whether a word may be the name of a people that stands for its state ("entre Russes et Ukrainiens"), not some of them."""
        token = self.plot.tokens[head]
        return token.text[0].isupper() and token.text.endswith("s") and self.plot.tokens[head - 1].pos in ("ADP", "CCONJ")

    def _mention(self, head: int) -> Mention | None:
        """Return the mention that the phrase of a head is: the name it introduces, the one over it, or the name within it."""
        plot = self.plot
        if head in plot.titled:
            return plot.titled[head]
        at = plot.tokens[head].span
        over = [mention for mention in plot.mentions_in(at) if mention.span.overlaps(at)]
        if over:
            is_one = over[0].form == "description" and plot.tokens[head].feature("Number") == "Sing"
            named = self._apposed(head) if is_one else None
            return named if named and not over[0].span.overlaps(named.span) else over[0]
        last = phrase_end(plot, head)
        inside = plot.mentions_in(Span(at.start, plot.tokens[last].span.end))
        if plot.folded[head] in plot.knowledge.nouns or plot.tokens[head].pos == "PROPN" or self._is_civil(head):
            return next((mention for mention in inside if mention.form == "name" and not self._is_complement(head, mention)), None)
        return self._apposed(head) or self.plurals.alike(head)

    def _is_civil(self, head: int) -> bool:
        """Whether a word only leads a name ("M.", "Mme")."""
        return self.plot.folded[head] in self.plot.knowledge.words.civilities

    def _apposed(self, head: int) -> Mention | None:
        """Return the person whose name stands behind a noun as its apposition ("la numéro 2 du parti Marie Dupont")."""
        plot = self.plot
        names = [
            child
            for child in plot.children[head]
            if child > head
            and plot.tokens[child - 1].text != ","
            and plot.tokens[child].dep == "appos"
            and plot.tokens[child].pos == "PROPN"
        ]
        over = [
            each for child in names for each in plot.mentions_in(plot.tokens[child].span) if each.kind == "person" and each.form == "name"
        ]
        return over[0] if over else None

    def _leader(self, mention: Mention, slot: str) -> Iterator[Part]:
        """Yield who leads a group, where the words right behind it say so ("une délégation conduite par ...")."""
        plot = self.plot
        after = plot.at(mention.span.end - 1) + 1
        if (
            mention.kind != "group"
            or after + 2 >= len(plot.tokens)
            or plot.lemmas[after] not in plot.events.words.led
            or plot.folded[after + 1] not in plot.grammar.by
        ):
            return
        phrase = noun_phrase(plot, after + 2)
        named = self._mention(phrase[0]) if phrase else None
        if named:
            yield Part(named.span, "", slot)

    def _is_complement(self, head: int, mention: Mention) -> bool:
        """Whether a name hangs on the head by "de": it is not the head's own."""
        before = self.plot.at(mention.span.start) - 1
        while before > head and self.plot.tokens[before].pos in ("NOUN", "ADJ"):
            before -= 1  # a title
        word = self.plot.folded[before] if before > head else ""
        return word in self.plot.grammar.of or word in self.plot.grammar.of_fused

    def kind(self, part: Part) -> str:
        """Return the kind of actor of a part."""
        return "state" if part.ref else self.lists.kinds.get(part.span, "")

    def before(self, place: int) -> int | None:
        """Return the head of the nearest mention before a token in its clause that no preposition leads."""
        plot, sentence = self.plot, self.plot.sentence(place)
        start = plot.tokens[sentence.start].span.start
        if start >= plot.tokens[place].span.start:
            return None
        for mention in reversed(plot.mentions_in(Span(start, plot.tokens[place].span.start))):
            first = plot.at(mention.span.start)
            before = first - 1
            while before >= sentence.start and (
                (plot.tokens[before].pos == "NOUN" and plot.tokens[first].head == before and plot.tokens[first].dep == "appos")
                or (plot.tokens[before].pos in ("DET", "ADJ") and plot.folded[before] not in plot.grammar.of_fused)
                or plot.is_mark(before)
            ):
                before -= 1
            if before < sentence.start or (
                plot.tokens[before].pos not in ("ADP", "NOUN", "VERB")
                and plot.folded[before] not in plot.grammar.of_fused | plot.grammar.to_fused
            ):
                phrase = noun_phrase(plot, first)
                return phrase[0] if phrase else first
        return None
