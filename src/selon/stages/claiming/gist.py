"""The words that tell what is claimed, apart from who takes part: how two tellings of one thing are known beside their type."""

from __future__ import annotations

from collections.abc import Iterable

from selon.core.text import Span
from selon.stages.happening.plot import Plot
from selon.stages.happening.states import States

_TELLING = frozenset(["NOUN", "VERB", "ADJ", "PROPN"])
_LEAST_CHARS, _STEM_CHARS = 4, 5


class Gist:
    """Reads the telling words of stretches of one article."""

    def __init__(self, plot: Plot, states: States, idle: frozenset[str]) -> None:
        self.plot, self.states = plot, states
        words = plot.events.words
        self.cues = frozenset(index for each in plot.statements if each.cue for index in plot.inside(each.cue))
        self.bare = words.light | words.wide | plot.grammar.sayings | words.involving | words.phases | words.amounts | idle

    def of(self, pieces: Iterable[Span], apart: Iterable[Span] = ()) -> tuple[str, ...]:
        """Return the beginnings of the telling words, so that a verb meets its noun.

        apart: the parties, whose names tell nothing of the deed
        """
        skip = tuple(apart)
        return tuple(sorted({self._stem(index) for piece in pieces for index in self.plot.inside(piece) if self._tells(index, skip)}))

    def undone(self, pieces: Iterable[Span]) -> tuple[str, ...]:
        """Return the same of the deeds that somebody says "nous" has not done, or a state, and of the things that there are not.

        What a verb of the content only leads to is not told ("si Paris s'engage à ne pas partir").
        """
        plot = self.plot
        verbs = [index for piece in pieces for index in plot.inside(piece) if plot.tokens[index].pos == "VERB"]
        told = [verb for verb in verbs if not plot.is_inf(verb) or plot.tokens[verb].head not in verbs]
        negated = [verb for verb in told if plot.is_negated(verb, plot.finite_of(verb)) and self._is_told_of(verb)]
        words = {word for verb in negated for word in ([verb] if self._tells(verb, ()) else plot.children[verb])}
        return tuple(sorted({self._stem(word) for word in words if self._tells(word, ())}))

    def _is_told_of(self, verb: int) -> bool:
        """Whether a verb has a subject that speaks for itself or is a state, or none at all ("il n'y a")."""
        plot = self.plot
        subjects = [child for child in plot.children[verb] if plot.tokens[child].dep.startswith("nsubj")]
        return all(self._is_state(child) or self._is_own(child) for child in subjects)

    def _is_state(self, index: int) -> bool:
        return any(mention.kind == "state" for mention in self.plot.mentions_in(self.plot.tokens[index].span))

    def _is_own(self, subject: int) -> bool:
        plot = self.plot
        return bool({*plot.folded[max(0, subject - 1) : subject + 1]} & plot.events.words.first_person)

    def _stem(self, index: int) -> str:
        return self.plot.lemmas[index].replace("-", "")[:_STEM_CHARS]

    def _tells(self, index: int, skip: tuple[Span, ...]) -> bool:
        plot, token = self.plot, self.plot.tokens[index]
        lemma = plot.lemmas[index]
        is_long = len(lemma) >= _LEAST_CHARS or (len(lemma) == _LEAST_CHARS - 1 and token.text.isupper())
        if token.pos not in _TELLING or not is_long or index in plot.timed or lemma in self.bare:
            return False
        if index in self.cues or any(span.overlaps(token.span) for span in skip):
            return False
        return not (any(mention.ref for mention in plot.mentions_in(token.span)) or self.states.state_of(index))
