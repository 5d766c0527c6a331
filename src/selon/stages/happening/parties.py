"""Who stands at a place in a clause: mentions, pronouns, and states told by an adjective or as a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from selon.core.marks import Mention, Part
from selon.core.text import Span
from selon.lang.match import fold
from selon.stages.happening.plot import Plot
from selon.stages.happening.states import States
from selon.stages.saying.phrases import noun_phrase, phrase_end
from selon.stages.saying.references import References

_ASIDE, _RECENT = 9, 6
_POWERS = frozenset(["state", "group", "organisation"])
_BODIES = frozenset(["organisation", "unit", "group"])


class Parties:
    """Finds the parties of one article."""

    def __init__(self, plot: Plot) -> None:
        self.plot, self.references, self.states = plot, References(plot), States(plot)
        self.kinds = {mention.span: mention.kind for mention in plot.mentions}

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
        found += [part for part in self._beside(found, slot) if part not in found]
        found += [part for part in self.aliases(found, slot) if part not in found]
        return tuple(dict.fromkeys(found))

    def _beside(self, found: list[Part], slot: str) -> Iterator[Part]:
        """Yield the mentions that "and" joins to those found, where the parser did not."""
        plot = self.plot
        for part in found[:1]:
            if part.ref or part.span not in self.kinds:
                continue
            before, after = plot.at(part.span.start) - 1, plot.at(part.span.end - 1) + 1
            while before > 0 and plot.tokens[before].pos == "DET":
                before -= 1
            if before > 0 and plot.folded[before] in plot.events.words.joins:
                yield from (Part(mention.span, "", slot) for mention in self._listed(before - 1))
            if after + 1 < len(plot.tokens) and plot.folded[after] in plot.events.words.joins:
                following = after + 2 if plot.tokens[after + 1].pos == "DET" and after + 2 < len(plot.tokens) else after + 1
                yield from (Part(mention.span, "", slot) for mention in plot.mentions_in(plot.span(after + 1, following)))

    def _listed(self, last: int) -> Iterator[Mention]:
        """Yield the names of a list that ends at a token, from its end on ("Londres, Paris" of "Londres, Paris et Berlin")."""
        plot = self.plot
        named = [each for each in plot.mentions_in(plot.tokens[last].span) if each.span.end == plot.tokens[last].span.end]
        while named:
            yield named[0]
            comma = plot.at(named[0].span.start) - 1
            while comma > 0 and plot.tokens[comma].pos == "DET":
                comma -= 1
            if comma < 1 or plot.tokens[comma].text != "," or named[0].kind != "state":
                return
            end = plot.tokens[comma - 1].span.end
            named = [each for each in plot.mentions_in(plot.tokens[comma - 1].span) if each.span.end == end and each.kind == "state"]

    def aliases(self, found: list[Part], slot: str) -> Iterator[Part]:
        """Yield the name that follows a party in brackets, or a person's behind a comma and such brackets."""
        plot = self.plot
        for part in found:
            after = plot.at(part.span.end - 1) + 1
            if part.ref or part.span not in self.kinds or after + 2 >= len(plot.tokens) or plot.tokens[after].text != "(":
                continue
            close = next(
                (index for index in range(after + 1, min(after + _ASIDE, len(plot.tokens) - 2)) if plot.tokens[index].text == ")"), None
            )
            if close is None:
                continue
            inside = [each for each in plot.mentions_in(plot.span(after + 1, close - 1)) if each.form == "name" and each.kind in _BODIES]
            if (
                len(inside) == 1
                and self.kinds[part.span] in _BODIES
                and len(inside[0].span) >= plot.tokens[close].span.start - plot.tokens[after].span.end
            ):
                yield Part(inside[0].span, "", slot)
            elif self.kinds[part.span] == "person" and plot.tokens[close + 1].text == ",":
                behind = plot.mentions_in(plot.tokens[close + 2].span)
                yield from (Part(each.span, "", slot) for each in behind if each.form == "name" and each.kind == "person")

    def _one(self, head: int, slot: str) -> Iterator[Part]:
        token = self.plot.tokens[head]
        if token.pos == "PRON" and not self._mention(head):
            span = self.pronoun(head)
            if span:
                yield Part(span, "", slot)
            return
        mention = self._mention(head)
        if mention and self.is_both(mention):
            yield from self._both(mention, slot)
        elif mention and (two := self._both_people(mention)):
            yield from (Part(each.span, "", slot) for each in two)
        elif mention:
            yield Part(mention.span, "", slot)
            yield from self._leader(mention, slot)
        elif self.plot.lemmas[head] in self.plot.events.words.protesters:
            yield from (replace(part, slot=slot) for part in self.protesters(head))
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
        if plot.folded[head] in plot.knowledge.nouns or plot.tokens[head].pos == "PROPN":
            return next((mention for mention in inside if mention.form == "name" and not self._is_complement(head, mention)), None)
        return self._apposed(head) or self._alike(head)

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

    def _alike(self, head: int) -> Mention | None:
        """Return the nearest mention before, else after, of the people that a plural without an article names."""
        plot, token = self.plot, self.plot.tokens[head]
        if token.pos != "NOUN" or token.feature("Number") != "Plur" or plot.tokens[head - 1].pos == "DET":
            return None
        same = [each for each in plot.mentions if each.kind == "group" and plot.lemmas[plot.at(each.span.end - 1)] == plot.lemmas[head]]
        before = [each for each in same if each.span.end <= token.span.start]
        return next(iter(before[-1:] or same), None)

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

    def is_both(self, mention: Mention) -> bool:
        return fold(mention.span.of(self.plot.raw)) in self.plot.knowledge.words.both_parties

    def _both(self, mention: Mention, slot: str) -> Iterator[Part]:
        """Yield the two states that the article names most, at the place where each was named last."""
        states = [each for each in self.plot.mentions if each.kind == "state" and each.ref]
        before = [each for each in states if each.span.end <= mention.span.start]
        most = Counter(each.ref for each in states).most_common(2)
        if len(most) < len(("one", "other")):
            return
        last = {each.ref: each.span for each in (*reversed(states), *before)}
        yield from (Part(last[ref], "", slot) for ref, _ in most)

    def _both_people(self, mention: Mention) -> tuple[Mention, ...]:
        """Return the first two people of the last sentence before a "the two presidents" that names two whom the article names again."""
        if fold(mention.span.of(self.plot.raw)) not in self.plot.knowledge.words.both_people:
            return ()
        people = [each for each in self.plot.mentions if each.kind == "person" and each.form == "name"]
        often = {name for name, count in Counter(map(self._family, people)).items() if count > 1}
        here, two = self._sentence(mention), dict[str, Mention]()
        for number in range(here, max(-1, here - _RECENT), -1):
            two = {}
            for each in people:
                if each.span.end <= mention.span.start and self._family(each) in often and self._sentence(each) == number:
                    two.setdefault(self._family(each), each)
            if len(two) > 1:
                break
        return tuple(two.values())[:2] if len(two) > 1 else ()

    def _sentence(self, mention: Mention) -> int:
        return self.plot.sentence_of[self.plot.at(mention.span.start)]

    def _family(self, mention: Mention) -> str:
        return fold(mention.span.of(self.plot.raw)).split()[-1]

    def _is_complement(self, head: int, mention: Mention) -> bool:
        """Whether a name hangs on the head by "de": it is not the head's own."""
        before = self.plot.at(mention.span.start) - 1
        word = self.plot.folded[before] if before > head else ""
        return word in self.plot.grammar.of or word in self.plot.grammar.of_fused

    def pronoun(self, index: int, before: int | None = None) -> Span | None:
        """Return the mention that a pronoun stands for; of the first person, the one who speaks.

        before: take only mentions that end before this character: an object is not its own subject
        """
        plot = self.plot
        word = plot.folded[index].strip("-").removeprefix("t-")
        start = plot.tokens[index].span.start if before is None else before
        if word in plot.events.words.first_person:
            over = plot.statements_over(plot.tokens[index].span)
            return over[0].source if over else None
        word = plot.grammar.standing_for.get(word, word)
        if word not in plot.grammar.pronouns:
            return None
        found = self.references.antecedent(word, start)
        if found is None or found.span in self._quoting(index) or self._is_one_power(found, word):
            return None
        return found.span

    def _is_one_power(self, mention: Mention, pronoun: str) -> bool:
        """Whether a pronoun of several meets one state or group by its name, which it cannot stand for."""
        if mention.kind != "state" and mention.form != "name":
            return False
        is_plural = any(self.plot.tokens[index].feature("Number") == "Plur" for index in self.plot.inside(mention.span))
        may_be = is_plural or (mention.form == "name" and mention.span.of(self.plot.raw).endswith("s"))
        return mention.kind in _POWERS and self.plot.grammar.pronouns[pronoun].number == "p" and not may_be

    def _quoting(self, index: int) -> list[Span | None]:
        """Return those who are quoted at a token word for word: a third person in their mouth is somebody else."""
        return [each.source for each in self.plot.statements_over(self.plot.tokens[index].span) if each.form == "direct"]

    def protesters(self, index: int) -> tuple[Part, ...]:
        """Return the group of protesters that an article names last before a place, else the first after it."""
        plot = self.plot
        start = plot.tokens[index].span.start
        speaking = {statement.source for statement in plot.statements}
        groups = [
            each
            for each in plot.mentions
            if each.kind == "group"
            and each.span not in speaking
            and any(plot.lemmas[at] in plot.events.words.protesters for at in plot.inside(each.span))
        ]
        before = [each for each in groups if each.span.end <= start]
        chosen = before[-1:] or groups[:1]
        return tuple(Part(each.span, "", "occasion") for each in chosen)

    def kind(self, part: Part) -> str:
        """Return the kind of actor of a part."""
        return "state" if part.ref else self.kinds.get(part.span, "")

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
