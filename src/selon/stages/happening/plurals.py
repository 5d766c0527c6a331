"""Whom a plural stands for: "the two countries", "the two presidents", "the protesters"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from selon.core.marks import Mention, Part
from selon.lang.match import fold
from selon.stages.happening.plot import Plot

_RECENT = 6


class Plurals:
    """Finds those of whom one article's plurals tell."""

    def __init__(self, plot: Plot) -> None:
        self.plot = plot

    def is_both(self, mention: Mention) -> bool:
        return self._is_one_of(mention, self.plot.knowledge.words.both_parties)

    def _is_one_of(self, mention: Mention, phrases: tuple[str, ...]) -> bool:
        """Whether a mention is one of some phrases, perhaps without the article that a preposition holds ("aux deux parties")."""
        words = fold(mention.span.of(self.plot.raw))
        return words in phrases or any(phrase.split(maxsplit=1)[1] == words for phrase in phrases)

    def both(self, mention: Mention, slot: str) -> Iterator[Part]:
        """Yield the two states that the article names most, at the place where each was named last."""
        states = [each for each in self.plot.mentions if each.kind == "state" and each.ref]
        before = [each for each in states if each.span.end <= mention.span.start]
        most = Counter(each.ref for each in states).most_common(2)
        if len(most) < len(("one", "other")):
            return
        last = {each.ref: each.span for each in (*reversed(states), *before)}
        yield from (Part(last[ref], "", slot) for ref, _ in most)

    def both_people(self, mention: Mention) -> tuple[Mention, ...]:
        """Return the first two people of the last sentence before a "the two presidents" that names two whom the article names again."""
        is_feminine = self.plot.tokens[self.plot.inside(mention.span)[-1]].feature("Gender") == "Fem"
        if is_feminine or not self._is_one_of(mention, self.plot.knowledge.words.both_people):
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

    def alike(self, head: int) -> Mention | None:
        """Return the nearest mention before, else after, of the people that a plural without an article names."""
        plot, token = self.plot, self.plot.tokens[head]
        if token.pos != "NOUN" or token.feature("Number") != "Plur" or plot.tokens[head - 1].pos == "DET":
            return None
        same = [each for each in plot.mentions if each.kind == "group" and plot.lemmas[plot.at(each.span.end - 1)] == plot.lemmas[head]]
        before = [each for each in same if each.span.end <= token.span.start]
        return next(iter(before[-1:] or same), None)
