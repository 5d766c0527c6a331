"""What is attributed as words in marks: behind a colon, or right behind the cue."""

from __future__ import annotations

from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import Content
from selon.stages.saying.phrases import after_adverbs
from selon.stages.saying.scene import Scene

_QUOTE_LEAD = 45


class Quoted:
    """Finds the contents in one article that stand in marks."""

    def __init__(self, scene: Scene, cues: list[Cue]) -> None:
        self.scene, self.grammar, self.cues = scene, scene.grammar, cues

    def behind_colon(self, cue: Cue) -> Content | None:
        """Words in marks behind a colon that ends the clause of the cue, in the same paragraph or the next."""
        if cue.passive or not cue.takes("quote"):
            return None
        end = self.scene.tokens[cue.last].span.end
        quote = next((quote for quote in self.scene.quotes if quote.span.start >= end), None)
        if quote is None:
            return None
        between = self.scene.raw[end : quote.span.start]
        if not between.rstrip().endswith(":") or len(between) > 4 * _QUOTE_LEAD or any(stop in between for stop in (". ", "! ", "? ")):
            return None
        colon = self.scene.at(quote.span.start)
        if any(cue.last < other.first < colon and other.finite and other.takes("quote") for other in self.cues):
            return None
        return Content((quote.inner,), "quote", 0.95)

    def bare(self, cue: Cue) -> Content | None:
        """Words in marks right behind the cue, without a colon."""
        if cue.passive:
            return None
        before = after_adverbs(self.scene, cue.last + 1) - 1
        end = self.scene.tokens[before].span.end
        quote = self.scene.quote_after(end)
        inside = any(self.scene.folded[place] in self.grammar.inside for place in range(cue.last + 1, before))
        names = inside and self.scene.tokens[before].pos == "NOUN" and not self.scene.may_speak(before)
        if names and quote and not self.scene.raw[end : quote.span.start].strip():
            return None
        if quote and quote.span.start >= self.scene.tokens[self.scene.sentence(cue.verb).stop - 1].span.end:
            return None
        if (
            not cue.takes("quote", "np", "que")
            or quote is None
            or quote.span.start - self.scene.tokens[cue.last].span.end > _QUOTE_LEAD
            or len(quote.inner.of(self.scene.raw).split()) < 2
        ):
            return None
        return Content((quote.inner,), "quote", 0.8)
