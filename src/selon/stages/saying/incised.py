"""What an incise attributes: the words before it or around it, and those that go on behind it."""

from __future__ import annotations

from selon.core.marks import Quote
from selon.core.text import Span
from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import Content, closed, is_speech
from selon.stages.saying.headlines import past_label
from selon.stages.saying.phrases import after_adverbs, opens_clause
from selon.stages.saying.resumed import Resumed, is_quoted
from selon.stages.saying.scene import MARKS, Scene
from selon.stages.saying.trailing import Trailing


class Incised:
    """Finds the contents of the incises of one article."""

    def __init__(self, scene: Scene, cues: list[Cue], trailing: Trailing) -> None:
        self.scene, self.grammar, self.trailing = scene, scene.grammar, trailing
        self.resumed, self.cue_starts = Resumed(scene, cues), {cue.first for cue in cues}

    def of(self, cue: Cue) -> Content | None:
        """Return the words before an incise, and those after it that go on."""
        around = self._around(cue)
        if around:
            return Content(around, "incise", 0.9)
        before = self._before(cue)
        if before is None:
            return None
        after = self.resumed.after(cue, self.trailing.end(cue), before)
        led = () if after and not self._says(before) else (*self._led_by(before), before)
        return Content((*led, *after), "incise", 0.95 if is_quoted(self.scene, before) else 0.85)

    def _says(self, span: Span) -> bool:
        """Whether words are more than a joint before an incise: "Mais, dit-il, ..."."""
        return any(self.scene.tokens[place].pos not in ("CCONJ", "ADV", "PUNCT") for place in self.scene.inside(span))

    def _around(self, cue: Cue) -> tuple[Span, ...]:
        """What stands before and behind a cue that is set inside the marks of the words it attributes; empty if it is not."""
        scene, start = self.scene, self.scene.tokens[cue.first].span.start
        quote = scene.quote_over(start)
        if quote is None or quote.inner.start >= start or not quote.closed:
            return ()
        after = after_adverbs(scene, self.trailing.end(cue) + 1)
        end = scene.tokens[after - 1].span.end
        sides = (
            scene.words_between(quote.inner.start, start),
            scene.words_between(end, quote.inner.end) if end < quote.inner.end else None,
        )
        return tuple(side for side in sides if side) if sides[0] else ()

    def _led_by(self, before: Span) -> list[Span]:
        """Return quotations that stand right before the last one, with a stop or a comma between at most: the same speech."""
        scene, found = self.scene, list[Span]()
        quotes = [quote for quote in scene.quotes if quote.inner.start <= before.start]
        if not quotes or quotes[-1].inner != before:
            return found
        paragraph = scene.paragraph(before.start)
        for quote, following in zip(reversed(quotes[:-1]), reversed(quotes), strict=False):
            between = scene.raw[quote.span.end : following.span.start]
            apart = not between or between.strip(" . ,") or quote.span.start < paragraph.start
            if apart or not is_speech(scene, quote) or not self._opens(quote):
                break
            found.insert(0, quote.inner)
        return found

    def _opens(self, quote: Quote) -> bool:
        """Whether a quotation begins a sentence, so that it is no part of another's clause."""
        index = self.scene.at(quote.span.start)
        return self.scene.tokens[index].starts_sentence or self.scene.raw[: quote.span.start].rstrip()[-1:] in ".!?…" + MARKS

    def _before(self, cue: Cue) -> Span | None:
        """The quotation that ends before the cue; the whole clause where the quotation is a part of it, or where there is none."""
        scene, start = self.scene, self.scene.tokens[cue.first].span.start
        sentence = scene.tokens[past_label(scene, scene.sentence(cue.first).start)].span.start
        quote, over = scene.quote_before(start), scene.quote_over(sentence)
        if over and over != quote and over.span.start < sentence < over.span.end < start and not self._is_broken(over, sentence):
            sentence = over.span.start
        if quote is None and (opening := self._set_apart(sentence, start)):
            return opening
        if quote is None:
            span = scene.words_between(sentence, start)
            return closed(scene, span) if span and len(span) > 1 else None
        if quote.span.start < sentence:
            sentence = scene.tokens[scene.sentence(scene.at(quote.span.start)).start].span.start
        if quote.span.start <= sentence or self._stands_alone(sentence, quote):
            return quote.inner
        span = scene.words_between(sentence, quote.span.end)
        return closed(scene, span) if span else None

    def _set_apart(self, sentence: int, start: int) -> Span | None:
        """The speech that opens a sentence, where only a participle stands between it and a cue: "« ... », venu hier, a dit X"."""
        scene, quote = self.scene, self.scene.quote_over(sentence)
        if quote is None or quote.span.start != sentence or not is_speech(scene, quote):
            return None
        first = scene.at(quote.span.end) + 1
        apart = first < len(scene.tokens) and scene.tokens[first - 1].text == "," and scene.tokens[first].span.start < start
        return quote.inner if apart and scene.tokens[first].feature("VerbForm") == "Part" and not scene.is_finite(first) else None

    def _stands_alone(self, sentence: int, quote: Quote) -> bool:
        """Whether what leads to a quotation in its sentence is no part of its clause."""
        lead = self.scene.raw[sentence : quote.span.start].strip()
        is_glued = self.scene.raw[quote.span.start - 1 : quote.span.start].isalnum()
        if not lead or is_glued or lead[-1] in ":;.!?…" + MARKS or (lead[-1] == "," and not self._is_main_clause(sentence, quote)):
            return True
        return (
            len(lead.split()) == 1
            and is_speech(self.scene, quote)
            and lead[0].isupper()
            and self.scene.tokens[self.scene.at(sentence)].pos in ("CCONJ", "ADV")
        )

    def _is_broken(self, quote: Quote, char: int) -> bool:
        """Whether a cue stands behind a comma in a quotation before a character: its marks are not what they seem."""
        inside = range(self.scene.at(quote.inner.start) + 1, self.scene.at(char))
        return any(place in self.cue_starts and self.scene.tokens[place - 1].text == "," for place in inside)

    def _is_main_clause(self, sentence: int, quote: Quote) -> bool:
        """Whether a clause stands before a quotation that goes on with it: "Le port ferme, « si rien ne change », a dit X"."""
        scene, first = self.scene, self.scene.at(quote.inner.start)
        lead = range(scene.at(sentence), scene.at(quote.span.start))
        verb = next((place for place in lead if scene.is_finite(place)), None)
        goes_on = opens_clause(scene, first) or scene.folded[first] in (*self.grammar.hypothesis, *self.grammar.and_)
        return verb is not None and goes_on and not any(opens_clause(scene, place) for place in range(lead.start, verb))
