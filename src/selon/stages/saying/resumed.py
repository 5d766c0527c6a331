"""What goes on behind an incise: "..., a dit X, et ...", or further quotations of the same speech."""

from __future__ import annotations

from selon.core.marks import Quote
from selon.core.text import Span
from selon.stages.saying.clauses import main_verb_after
from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import is_speech
from selon.stages.saying.phrases import opens_clause
from selon.stages.saying.scene import Scene

_BEGIN = frozenset(["DET", "PRON", "PROPN", "NOUN", "NUM"])


class Resumed:
    """Finds what goes on behind the incises of one article."""

    def __init__(self, scene: Scene, cues: list[Cue]) -> None:
        self.scene, self.grammar = scene, scene.grammar
        self.cue_starts = {cue.first for cue in cues}
        asides = [cue for cue in cues if cue.first and scene.tokens[cue.first - 1].text == ","]
        self.asides = {cue.first for cue in asides if cue.inverted is not None}
        self.incises = self.asides | {cue.first for cue in asides if cue.finite and cue.takes("quote")}

    def after(self, cue: Cue, last: int, before: Span) -> list[Span]:
        """Quotations that follow in the paragraph and belong to the same speech: behind a comma, or a sentence of their own."""
        scene, found = self.scene, []
        sentence_end = scene.tokens[scene.sentence(cue.last).stop - 1].span.end
        paragraph = scene.paragraph(before.start)
        char = scene.tokens[last].span.end
        quote = scene.quote_after(char)
        if quote is None and scene.raw[char : char + 1] == ",":
            rest = self._going_on(last + 2, sentence_end) or (self._main_clause(before, last + 2, sentence_end))
            if rest:
                return [rest]
        quote = quote or (scene.quote_after(sentence_end) if sentence_end < paragraph.end else None)
        while (
            quote
            and quote.span.end <= paragraph.end
            and quote.span.start < paragraph.end
            and is_speech(scene, quote)
            and self._goes_on(quote)
        ):
            found.append(quote.inner)
            following = scene.quote_after(quote.span.end)
            quote = following if following and following.span.start > quote.span.start else None
        return found

    def _goes_on(self, quote: Quote) -> bool:
        """Whether no cue of its own follows a quotation."""
        after = self.scene.at(quote.span.end)
        if after < len(self.scene.tokens) and self.scene.tokens[after].text == ",":
            after += 1
        stop = self.scene.sentence(after).stop if after < len(self.scene.tokens) else after
        ended = after >= len(self.scene.tokens) or self.scene.tokens[after].starts_sentence
        own = self.asides if ended else self.incises
        return after not in self.cue_starts and not any(place in own for place in range(after, stop))

    def _main_clause(self, before: Span, start: int, end: int) -> Span | None:
        """The rest of a sentence that an incise broke before its main clause: "Si ..., précise X, le prix monte"."""
        scene, inside = self.scene, self.scene.inside(before)
        if is_quoted(scene, before) or main_verb_after(scene, inside.start, inside.stop - 1, own=False) is not None:
            return None
        rest = range(start, scene.sentence(start).stop) if start < len(scene.tokens) else range(0)
        is_verb = bool(rest) and (scene.is_finite(start) or scene.folded[start] in self.grammar.clitics)
        begins = bool(rest) and (is_verb or scene.tokens[start].pos in _BEGIN) and not opens_clause(scene, start)
        return scene.words_between(scene.tokens[start].span.start, end) if begins and any(map(scene.is_finite, rest)) else None

    def _going_on(self, start: int, end: int) -> Span | None:
        """The rest of a sentence that an incise broke, where it goes on with a joint or in marks."""
        scene = self.scene
        if start + 1 >= len(scene.tokens) or scene.tokens[start].starts_sentence or scene.folded[start] not in self.grammar.continues:
            return None
        if scene.folded[start] in self.grammar.what and scene.folded[start + 1] in self.grammar.that:
            return None
        return scene.words_between(scene.tokens[start].span.start, end)


def is_quoted(scene: Scene, span: Span) -> bool:
    """Whether words are all that stands in a pair of marks."""
    return any(quote.inner == span for quote in scene.quotes)
