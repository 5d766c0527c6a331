"""Who stands at a place in a clause: mentions, pronouns, and states told by an adjective or as a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from selon.core.marks import Mention, Part
from selon.core.text import Span
from selon.lang.match import fold, fold_accents
from selon.stages.happening.plot import Plot
from selon.stages.saying.phrases import noun_phrase, phrase_end
from selon.stages.saying.references import References

_WORD = re.compile(r"[^\W_]+")


class Parties:
    """Finds the parties of one article."""

    def __init__(self, plot: Plot) -> None:
        self.plot, self.references = plot, References(plot)
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
                yield from (
                    Part(mention.span, "", slot)
                    for mention in plot.mentions_in(plot.tokens[before - 1].span)
                    if mention.span.end == plot.tokens[before - 1].span.end
                )
            if after + 1 < len(plot.tokens) and plot.folded[after] in plot.events.words.joins:
                following = after + 2 if plot.tokens[after + 1].pos == "DET" and after + 2 < len(plot.tokens) else after + 1
                yield from (Part(mention.span, "", slot) for mention in plot.mentions_in(plot.span(after + 1, following)))

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
        elif mention:
            yield Part(mention.span, "", slot)
            yield from self._leader(mention, slot)
        elif self.plot.lemmas[head] in self.plot.events.words.protesters:
            yield from (replace(part, slot=slot) for part in self.protesters(head))
        elif slot == "place":
            yield from self.place(head)

    def _mention(self, head: int) -> Mention | None:
        """Return the mention that the phrase of a head is: the name it introduces, the one over it, or the name within it."""
        plot = self.plot
        if head in plot.titled:
            return plot.titled[head]
        at = plot.tokens[head].span
        over = [mention for mention in plot.mentions_in(at) if mention.span.overlaps(at)]
        if over:
            return over[0]
        last = phrase_end(plot, head)
        inside = plot.mentions_in(Span(at.start, plot.tokens[last].span.end))
        if plot.folded[head] in plot.knowledge.nouns or plot.tokens[head].pos == "PROPN":
            return next((mention for mention in inside if mention.form == "name" and not self._is_complement(head, mention)), None)
        return None

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
        last = {each.ref: each.span for each in (*reversed(states), *before)}
        yield from (Part(last[ref], "", slot) for ref, _ in most)

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
        word = plot.events.words.gender_of.get(word, word)
        if word not in plot.grammar.pronouns:
            return None
        found = self.references.antecedent(word, start)
        return found.span if found and found.span not in self._quoting(index) else None

    def _quoting(self, index: int) -> list[Span | None]:
        """Return those who are quoted at a token word for word: a third person in their mouth is somebody else."""
        return [each.source for each in self.plot.statements_over(self.plot.tokens[index].span) if each.form == "direct"]

    def owner(self, index: int, *, nearest: bool, of_victim: bool = False) -> Span | None:
        """Return whose a possessive is: who is named nearest before it, or the subject of its sentence, else the likeliest before.

        of_victim: the subject where it is a person, else the nearest person by name, else the nearest person
        """
        if of_victim:
            return self._victim(index)
        plot = self.plot
        if nearest:
            start = plot.tokens[plot.sentence(index).start].span.start
            here = [each for each in plot.mentions if start <= each.span.start and each.span.end <= plot.tokens[index].span.start]
            return here[-1].span if here else None
        part = self._subject_over(index)
        if part:
            return part.span
        word = plot.events.words.gender_of["les" if self._is_plural(index) else "le"]
        found_mention = self.references.antecedent(word, plot.tokens[index].span.start)
        return found_mention.span if found_mention else None

    def _victim(self, index: int) -> Span | None:
        """Return whose arrest, dismissal or trial a possessive tells; no state's."""
        plot = self.plot
        subject = self._subject_over(index)
        if subject and self.kind(subject) == "person":
            return subject.span
        start = plot.tokens[plot.sentence(index).start].span.start
        here = [each for each in plot.mentions if start <= each.span.start and each.span.end <= plot.tokens[index].span.start]
        people = [each for each in here if each.kind == ("group" if self._is_plural(index) else "person")]
        chosen = [each for each in people if each.form == "name"] or people or [each for each in here if each.kind in ("group", "unit")]
        if chosen:
            return chosen[-1].span
        found = self.references.antecedent(plot.events.words.gender_of["le"], plot.tokens[index].span.start)
        return found.span if found and found.kind in ("person", "group", "unit") else None

    def _is_plural(self, index: int) -> bool:
        """Whether a possessive is of several owners."""
        return self.plot.tokens[index].feature("Number[psor]") == "Plur" or self.plot.folded[index] in self.plot.events.words.of_several

    def _subject_over(self, index: int) -> Part | None:
        """Return the subject of the clause that a possessive stands in, or of the nearest one above with a party as its subject."""
        plot = self.plot
        head = plot.tokens[plot.tokens[index].head].head
        for _ in range(4):
            subject = next((child for child in plot.children[head] if plot.tokens[child].dep.startswith("nsubj") and child < index), None)
            if subject is not None and plot.folded[subject] in plot.grammar.who:
                subject = self.before(subject)
            if subject is not None:
                found = self.at(subject, "own")
                if found:
                    return found[0]
            if plot.tokens[head].head == head:
                break
            head = plot.tokens[head].head
        return None

    def state_named(self, head: int) -> tuple[Span, str] | None:
        """Return the words and the id of the state whose name or capital begins at a token; the first listed where two share it."""
        plot, span = self.plot, self.plot.tokens[head].span
        first = _WORD.match(fold_accents(span.of(plot.raw)))
        for known in plot.knowledge.names.get(first[0], ()) if first else ():
            end = span.start + len(known.name)
            is_whole = end >= len(plot.raw) or not (plot.raw[end].isalnum() or plot.raw[end + 1 : end + 2].isdigit())
            if known.kind == "state" and not known.weak and is_whole and fold_accents(plot.raw[span.start : end]) == known.name:
                return Span(span.start, end), known.ref
        return None

    def place(self, head: int) -> Iterator[Part]:
        """Yield the state that a place is, is the capital of, or is said to be of."""
        plot = self.plot
        known = self.state_named(head)
        if known:
            yield Part(known[0], known[1], "place")
            return
        inner = (
            noun_phrase(plot, head + 2)
            if head + 2 < plot.sentence(head).stop and plot.folded[head + 1] in plot.grammar.of | plot.grammar.of_fused
            else None
        )
        if inner and plot.folded[head] in plot.knowledge.words.place_heads:
            yield from self.place(inner[0])
            return
        yield from self.adjectives(head, "place")

    def adjectives(self, head: int, slot: str) -> Iterator[Part]:
        """Yield the states that the adjectives of a noun tell."""
        plot = self.plot
        for index in range(max(plot.sentence(head).start, head - 2), min(head + 4, plot.sentence(head).stop)):
            token = plot.tokens[index]
            if (
                index == head
                or token.pos not in ("ADJ", "NOUN", "PROPN")
                or token.text[0].isupper()
                or (token.pos == "NOUN" and index != head + 1)
            ):
                continue
            attached = token.head == head or index == head + 1 or (index == head + 2 and plot.tokens[head + 1].pos == "ADJ")
            state = self.state_of(index)
            if state and attached:
                yield Part(token.span, state, slot)

    def state_of(self, index: int) -> str:
        """Return the state or bloc that an adjective tells; empty if none."""
        plot = self.plot
        return plot.knowledge.demonyms.get(plot.folded[index].replace("-", " ")) or plot.events.words.blocs.get(plot.folded[index], "")

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
