"""Cues set behind or between the words they attribute: "..., a déclaré le ministre, ..."."""

from __future__ import annotations

from selon.core.marks import Quote
from selon.core.text import Span
from selon.stages.saying.clauses import main_verb_after
from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import Content, closed, is_speech
from selon.stages.saying.headlines import past_label
from selon.stages.saying.phrases import after_adverbs, is_counting, noun_phrase, opens_clause, phrase_end
from selon.stages.saying.scene import MARKS, Scene

_ASIDES, _LONGEST_ASIDE = {",": ",", "(": ")"}, 10
_BEGIN = frozenset(["DET", "PRON", "PROPN", "NOUN", "NUM"])
_BREAKS = frozenset([",", "-", "–", "—", "?", "!", "…", ".", ")"])


class Incises:
    """Recognises incises and what they attribute."""

    def __init__(self, scene: Scene, cues: list[Cue]) -> None:
        self.scene, self.grammar = scene, scene.grammar
        self.cue_starts = {cue.first for cue in cues}
        self.asides = {cue.first for cue in cues if cue.inverted is not None and cue.first and scene.tokens[cue.first - 1].text == ","}

    def is_incise(self, cue: Cue) -> bool:
        """Whether a cue stands behind a break with its subject after it."""
        scene = self.scene
        if not cue.takes("quote") or not cue.finite or cue.first == 0:
            return False
        before = scene.tokens[cue.first - 1]
        broken = before.text in _BREAKS or scene.is_mark(cue.first - 1)
        if not broken:
            return False
        if cue.inverted is not None:
            quote = scene.quote_before(scene.tokens[cue.first].span.start) if scene.is_mark(cue.first - 1) else None
            return quote is None or is_speech(scene, quote) or before.text == ","
        if scene.tokens[cue.first].starts_sentence and not scene.quote_before(scene.tokens[cue.first].span.start):
            return False
        return not self._goes_on_after_aside(cue) and self._has_clause_before(cue) and self.subject(cue) is not None

    def _goes_on_after_aside(self, cue: Cue) -> bool:
        """Whether the cue's own subject stands before it, and only what two commas set apart is between: "Le maire, qui rit, a appelé"."""
        subject = self.scene.child(cue.verb, "nsubj")
        if subject is None or subject >= cue.first or self.scene.quote_over(self.scene.tokens[subject].span.start):
            return False
        lead = range(self.scene.sentence(subject).start, subject)
        if any(self.scene.is_finite(place) and not self.scene.is_past_participle(place) for place in lead):
            return False
        behind, closing = phrase_end(self.scene, subject) + 1, cue.first - 1
        if behind >= closing or not self.scene.tokens[behind].text == "," == self.scene.tokens[closing].text:
            return False
        aside = range(behind + 1, closing)
        if self.scene.folded[aside.start] in self.grammar.who:
            return not any(self.scene.tokens[place].text == "," for place in aside)
        return not any(self.scene.is_finite(place) for place in aside)

    def _has_clause_before(self, cue: Cue) -> bool:
        """Whether what stands before a cue can be what was said: a quotation, or words with a finite verb."""
        scene = self.scene
        start = scene.tokens[cue.first].span.start
        over = scene.quote_over(start)
        if scene.quote_before(start) or (over and scene.at(over.inner.start) == scene.sentence(cue.first).start):
            return True
        return any(scene.is_finite(place) for place in range(scene.sentence(cue.first).start, cue.first)) or self._parts_subject(cue)

    def _parts_subject(self, cue: Cue) -> bool:
        """Whether a cue parts the subject of a sentence from its verb: "M. Petit, a précisé X, est parti"."""
        scene, sentence = self.scene, self.scene.sentence(cue.first)
        phrase = noun_phrase(scene, sentence.start) if scene.tokens[cue.first - 1].text == "," else None
        if phrase is None or phrase[1] + 2 != cue.first or scene.quote_over(scene.tokens[cue.first].span.start):
            return False
        comma = self.end(cue) + 1
        verb = comma + 1
        while verb < sentence.stop and scene.folded[verb] in self.grammar.clitics:
            verb += 1
        return verb < sentence.stop and scene.tokens[comma].text == "," and scene.is_finite(verb)

    def subject(self, cue: Cue) -> tuple[int, int, int] | None:
        """Return first token, head and last token of a subject behind the cue that may speak; ``None`` if there is none."""
        scene = self.scene
        after = cue.last + 1
        if after >= scene.sentence(cue.verb).stop or scene.folded[after] in self.grammar.that:
            return None
        stop = scene.sentence(cue.verb).stop
        start = self._past_aside(after_adverbs(scene, after), stop)
        if start < stop and scene.tokens[start].text == "," and start > after:
            start = after_adverbs(scene, start + 1)
        phrase = self._counted(start) or noun_phrase(scene, start) if start < stop else None
        while phrase and scene.is_time(phrase[0]):
            start = after_adverbs(scene, phrase[1] + 1) if phrase[1] + 1 < stop else stop
            phrase = noun_phrase(scene, start) if start < stop else None
        if phrase is None:
            return None
        head, last = phrase
        named = scene.quote_over(scene.tokens[start].span.start) if scene.is_mark(start) else None
        if named and named.inner.of(scene.raw)[0].islower():
            return None
        if named and named.span.end >= scene.tokens[last].span.end and len(phrase) and last + 1 >= scene.last_word(start):
            return None
        while last > head and scene.folded[last] in self.grammar.days and scene.tokens[last].text.islower():
            last -= 1
        quote = scene.quote_before(scene.tokens[cue.first].span.start)
        glued = quote is not None and scene.is_mark(cue.first - 1) and not is_speech(scene, quote)
        quoted = quote is not None and not glued and scene.tokens[head].pos in ("NOUN", "PROPN", "PRON")
        return (start, head, last) if quoted or self._may_speak(start, head, last) else None

    def _counted(self, start: int) -> tuple[int, int] | None:
        """Return head and last token of those whom an adverb counts: "plus de quarante avocats"."""
        if self.scene.tokens[start].pos != "ADV" or not is_counting(self.scene, start):
            return None
        mention = next(each for each in self.scene.mentions_in(self.scene.tokens[start].span) if each.kind == "group")
        inside = self.scene.inside(mention.span)
        head = next((place for place in inside if self.scene.tokens[place].pos == "NOUN"), inside.stop - 1)
        return head, inside.stop - 1

    def _past_aside(self, place: int, stop: int) -> int:
        """Return the token behind what two commas or brackets set apart before a subject: "a dit (mardi) X", "a dit, amer, X"."""
        closing = _ASIDES.get(self.scene.tokens[place].text) if place < stop else None
        if closing is None:
            return place
        for end in range(place + 2, min(place + _LONGEST_ASIDE, stop - 1)):
            if self.scene.tokens[end].text == closing:
                return after_adverbs(self.scene, end + 1)
            if self.scene.is_finite(end) or self.scene.is_mark(end):
                break
        return place

    def _may_speak(self, start: int, head: int, last: int) -> bool:
        scene = self.scene
        if scene.mentions_in(scene.tokens[head].span) or head in scene.titled or scene.may_speak(head):
            return True
        return scene.folded[head] in scene.grammar.pronouns or scene.folded[head] in scene.said_things

    def content(self, cue: Cue) -> Content | None:
        """Return the words before an incise, and those after it that go on."""
        around = self._around(cue)
        if around:
            return Content(around, "incise", 0.9)
        before = self._before(cue)
        if before is None:
            return None
        after = self._after(cue, before)
        led = () if after and not self._says(before) else (*self._led_by(before), before)
        return Content((*led, *after), "incise", 0.95 if self._is_quoted(before) else 0.85)

    def _says(self, span: Span) -> bool:
        """Whether words are more than a joint before an incise: "Mais, dit-il, ..."."""
        return any(self.scene.tokens[place].pos not in ("CCONJ", "ADV", "PUNCT") for place in self.scene.inside(span))

    def _around(self, cue: Cue) -> tuple[Span, ...]:
        """What stands before and behind a cue that is set inside the marks of the words it attributes; empty if it is not."""
        scene, start = self.scene, self.scene.tokens[cue.first].span.start
        quote = scene.quote_over(start)
        if quote is None or quote.inner.start >= start or not quote.closed:
            return ()
        after = after_adverbs(scene, self.end(cue) + 1)
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
            if quote.span.start < paragraph.start or between.strip(" . ,") or not is_speech(scene, quote) or not self._opens(quote):
                break
            found.insert(0, quote.inner)
        return found

    def _opens(self, quote: Quote) -> bool:
        """Whether a quotation begins a sentence, so that it is no part of another's clause."""
        index = self.scene.at(quote.span.start)
        return self.scene.tokens[index].starts_sentence or self.scene.raw[: quote.span.start].rstrip()[-1:] in ".!?…" + MARKS

    def _is_quoted(self, span: Span) -> bool:
        return any(quote.inner == span for quote in self.scene.quotes)

    def _before(self, cue: Cue) -> Span | None:
        """The quotation that ends before the cue; the whole clause where the quotation is a part of it, or where there is none."""
        scene, start = self.scene, self.scene.tokens[cue.first].span.start
        sentence = scene.tokens[past_label(scene, scene.sentence(cue.first).start)].span.start
        quote, over = scene.quote_before(start), scene.quote_over(sentence)
        if over and over != quote and over.span.start < sentence < over.span.end < start and not self._is_broken(over, sentence):
            sentence = over.span.start
        if quote is None:
            span = scene.words_between(sentence, start)
            return closed(scene, span) if span and len(span) > 1 else None
        if quote.span.start < sentence:
            sentence = scene.tokens[scene.sentence(scene.at(quote.span.start)).start].span.start
        if quote.span.start <= sentence or self._stands_alone(sentence, quote):
            return quote.inner
        span = scene.words_between(sentence, quote.span.end)
        return closed(scene, span) if span else None

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

    def end(self, cue: Cue) -> int:
        """Return the last token of the incise: its cue, subject and what stands between."""
        subject = self.subject(cue) if cue.inverted is None else None
        return subject[2] if subject else cue.last

    def _after(self, cue: Cue, before: Span) -> list[Span]:
        """Quotations that follow in the paragraph and belong to the same speech: behind a comma, or a sentence of their own."""
        scene, found = self.scene, []
        last = self.end(cue)
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
        return after not in self.cue_starts and not any(place in self.asides for place in range(after, stop))

    def _main_clause(self, before: Span, start: int, end: int) -> Span | None:
        """The rest of a sentence that an incise broke before its main clause: "Si ..., précise X, le prix monte"."""
        scene, inside = self.scene, self.scene.inside(before)
        if self._is_quoted(before) or main_verb_after(scene, inside.start, inside.stop - 1, own=False) is not None:
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
