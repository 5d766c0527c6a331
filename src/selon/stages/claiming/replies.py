"""Replies that tell no deed: who denies with a bare verb, and who leaves open what was said ("n'a pas souhaité commenter")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.core.text import Span
from selon.lang.claims import Answering
from selon.lang.match import fold
from selon.stages.happening.plot import Plot
from selon.stages.happening.subjects import Subjects

_BEGINNING = 2
"""So many letters have all forms of a verb in common."""
_BEFORE, _NEAR = 4, 8
_ENDS = frozenset(".,;!…")
_SPEAKERS = frozenset(["person", "organisation", "unit", "group", "state", "agency"])


@dataclass(frozen=True, slots=True)
class Reply:
    """Who replies, the verb, the words that show it, and those behind them that tell what it is about."""

    stance: str
    source: Span
    verb: int
    span: Span
    about: Span | None


class Replies:
    """Finds the replies of one article that no statement is made of."""

    def __init__(self, plot: Plot, subjects: Subjects, answering: Answering) -> None:
        self.plot, self.subjects, self.answering = plot, subjects, answering
        self.kinds = {mention.span: mention.kind for mention in plot.mentions}
        self.begins = frozenset(fold(lemma)[:_BEGINNING] for lemma in answering.denial)
        self.cues = frozenset(index for each in plot.statements if each.cue for index in plot.inside(each.cue))

    def found(self) -> Iterator[Reply]:
        for sentence in self.plot.sentences:
            yield from self._evasions(sentence)
            yield from self._denials(sentence)

    def _evasions(self, sentence: range) -> Iterator[Reply]:
        whole = self.plot.span(sentence.start, sentence.stop - 1)
        text = fold(whole.of(self.plot.raw))
        for pattern in self.answering.evasions:
            if found := pattern.search(text):
                words = Span(whole.start + found.start(), whole.start + found.end())
                inside = self.plot.inside(words)
                verb = next((index for index in inside if self.plot.tokens[index].pos == "VERB"), inside.stop - 1)
                yield from self._reply("deflect", verb, words, whole.end)
                return

    def _denials(self, sentence: range) -> Iterator[Reply]:
        """Yield denials by a verb alone ("L'Estonie a démenti.", "Kiev dément formellement.")."""
        for index in sentence:
            may_be = self.plot.folded[index][:_BEGINNING] in self.begins
            if may_be and self.plot.cue_lemma(index) in self.answering.denial and self._is_bare(index):
                yield from self._reply("deny", index, self.plot.tokens[index].span, self.plot.tokens[index].span.end)

    def _is_bare(self, verb: int) -> bool:
        """Whether a verb in a tense of its own, by its letters, ends its clause: no cue of a statement, not negated.

        It stands in no relative, but for one of all that was said ("ce que Kiev dément"), if the parser takes the verb for another word.
        """
        plot, form = self.plot, self.plot.cue_form(verb)
        if verb in self.cues or form is None:
            return False
        is_told = form.kind == "finite" or "AUX" in (plot.tokens[verb - 1].pos, plot.tokens[verb - 2].pos)
        before = range(max(0, verb - _BEFORE), verb)
        bound = plot.grammar.that | plot.grammar.negation | plot.grammar.who
        is_free = not any(plot.folded[place] in bound and plot.folded[place - 1] not in self.answering.all_that for place in before)
        return is_told and is_free and self._ends(verb)

    def _ends(self, verb: int) -> bool:
        """Whether nothing but adverbs and times stand between a verb and the end of its clause."""
        plot, stop = self.plot, self.plot.sentence(verb).stop
        after = verb + 1
        while after < stop and (plot.tokens[after].pos == "ADV" or after in plot.timed):
            after += 1
        return after >= stop or plot.tokens[after].text in _ENDS

    def _reply(self, stance: str, verb: int, words: Span, end: int) -> Iterator[Reply]:
        source = next((part.span for part in self.subjects.of(verb) if self.kinds.get(part.span) in _SPEAKERS), None) or self._before(verb)
        start = self.plot.tokens[self.plot.sentence(verb).start].span.start
        if source and start <= source.start and not source.overlaps(words):
            about = Span(words.end, end) if stance == "deflect" and words.end < end else None
            yield Reply(stance, source, verb, Span.cover(source, words) if source.end <= words.start else words, about)

    def _before(self, verb: int) -> Span | None:
        """Return whoever is named last before a verb, which the parser may take for something else."""
        low = max(self.plot.sentence(verb).start, verb - _NEAR)
        near = [each for each in self.plot.mentions_in(self.plot.span(low, verb - 1)) if each.kind in _SPEAKERS] if low < verb else []
        return near[-1].span if near else None
