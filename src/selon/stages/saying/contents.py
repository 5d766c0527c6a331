"""What is attributed: the content of a cue, by the frames that its entry allows."""
from __future__ import annotations

from dataclasses import dataclass

from selon.core.marks import Quote
from selon.core.text import Span
from selon.lang.match import fold
from selon.stages.saying.cues import Cue
from selon.stages.saying.phrases import after_adverbs, clause_end, noun_phrase
from selon.stages.saying.scene import MARKS, Scene

_THAT_REACH = 14
_QUOTE_LEAD = 45


@dataclass(frozen=True, slots=True)
class Content:
    """The attributed words, in order, and by which frame they were found. ``score``: how reliable that frame is."""

    spans: tuple[Span, ...]
    frame: str
    score: float


class Contents:
    """Finds contents in one article."""

    def __init__(self, scene: Scene, cues: list[Cue]) -> None:
        self.scene, self.cues, self.grammar = scene, cues, scene.grammar

    def of(self, cue: Cue) -> Content | None:
        """Return the content of a cue that is no incise; ``None`` if it has none."""
        for frame in (self.as_said, self.colon, self.that, self.infinitive, self.attribute, self.complement, self.object_phrase, self.bare_quote):
            found = frame(cue)
            if found:
                return found
        return None

    def as_said(self, cue: Cue) -> Content | None:
        """The clause that a "comme l'a dit X" comments on: what precedes it in the sentence, or what follows its comma."""
        sentence = self.scene.sentence(cue.verb)
        lead = next((place for place in range(cue.first - 1, max(sentence.start - 1, cue.first - 7), -1) if self.scene.folded[place] in self.grammar.as_), None)
        if lead is None or not self._has_object(cue):
            return None
        start, end = self.scene.tokens[sentence.start].span.start, self.scene.tokens[sentence.stop - 1].span.end
        if lead > sentence.start:
            span = self.scene.words_between(start, self.scene.tokens[lead].span.start)
        else:
            comma = next((place for place in range(cue.last + 1, sentence.stop) if self.scene.tokens[place].text == ","), None)
            span = self.scene.words_between(self.scene.tokens[comma].span.end, end) if comma else None
        return Content((closed(self.scene, span),), "as-said", 0.7) if span else None

    def colon(self, cue: Cue) -> Content | None:
        """Words in marks behind a colon that ends the clause of the cue, in the same paragraph or the next."""
        if not cue.takes("quote"):
            return None
        end = self.scene.tokens[cue.last].span.end
        quote = next((quote for quote in self.scene.quotes if quote.span.start >= end), None)
        if quote is None:
            return None
        between = self.scene.raw[end : quote.span.start]
        if not between.rstrip().endswith(":") or len(between) > 4 * _QUOTE_LEAD or any(stop in between for stop in (". ", "! ", "? ")):
            return None
        return Content((quote.inner,), "quote", 0.95)

    def that(self, cue: Cue) -> Content | None:
        """A clause behind "que", or "si" for a question."""
        for frame, words in (("que", self.grammar.that), ("si", self.grammar.whether)):
            if not cue.takes(frame):
                continue
            place = self._conjunction(cue, words)
            if place is not None and place + 1 < self.scene.sentence(place).stop:
                return self._clause(cue, place + 1, frame, 0.9)
        return None

    def _conjunction(self, cue: Cue, words: frozenset[str]) -> int | None:
        """Return the first such conjunction after the cue, before the clause ends or another verb stands."""
        sentence = self.scene.sentence(cue.verb)
        for place in range(self._past_aside(cue), min(sentence.stop, self._past_aside(cue) + _THAT_REACH)):
            token = self.scene.tokens[place]
            if self.scene.folded[place] in words and token.pos in ("SCONJ", "PRON", "ADV", "ADP"):
                comparative = place > 0 and self.scene.folded[place - 1] in self.grammar.comparatives
                return None if comparative else place
            if self.scene.is_finite(place) or token.text in (":", ";"):
                return None
        return None

    def _past_aside(self, cue: Cue) -> int:
        """Return the token behind the cue, past what two commas set apart there."""
        stop, after = self.scene.sentence(cue.verb).stop, cue.last + 1
        if after < stop and self.scene.tokens[after].text == ",":
            closing = next((place for place in range(after + 1, stop) if self.scene.tokens[place].text == ","), None)
            if closing is not None and closing + 1 < stop and self.scene.folded[closing + 1] in self.grammar.that:
                return closing + 1
        return after

    def infinitive(self, cue: Cue) -> Content | None:
        """An infinitive, bare or behind "de" or "à", with or without a person before it."""
        sentence = self.scene.sentence(cue.verb)
        for place in range(cue.last + 1, min(sentence.stop, cue.last + 1 + 2 * _THAT_REACH)):
            token, word = self.scene.tokens[place], self.scene.folded[place]
            if word in self.grammar.of and self._leads_infinitive(place) and cue.takes("de-inf", "obj-de-inf"):
                return self._clause(cue, place, "de-inf", 0.9)
            if word in self.grammar.to and cue.takes("à-inf", "obj-à-inf") and (self._leads_infinitive(place) or self.scene.is_mark(min(place + 1, sentence.stop - 1))):
                return self._clause(cue, place, "à-inf", 0.85)
            if self.scene.is_inf(place) and token.pos in ("VERB", "AUX"):
                start = self._with_clitics(place, cue.last + 1)
                close = after_adverbs(self.scene, cue.last + 1) >= start
                return self._clause(cue, start, "inf", 0.85) if cue.takes("inf") and close else None
            if self.scene.is_finite(place) or token.text in (";", ":", "."):
                return None
        return None

    def _leads_infinitive(self, place: int) -> bool:
        """Whether an infinitive follows a preposition, clitics and adverbs between them at most."""
        stop = self.scene.sentence(place).stop
        for here in range(place + 1, min(stop, place + 6)):
            if self.scene.is_inf(here):
                return True
            if self.scene.folded[here] not in self.grammar.clitics and self.scene.tokens[here].pos != "ADV" and not self.scene.is_mark(here):
                return False
        return False

    def _with_clitics(self, place: int, lowest: int) -> int:
        while place > lowest and (self.scene.folded[place - 1] in self.grammar.clitics or self.scene.folded[place - 1] in self.grammar.negators):
            place -= 1
        return place

    def attribute(self, cue: Cue) -> Content | None:
        """An object and what it is called: "qualifie X de Y"."""
        if not cue.takes("attribute"):
            return None
        start = after_adverbs(self.scene, cue.last + 1, times=False) if not self.scene.folded[min(cue.last + 1, len(self.scene.folded) - 1)] in self.grammar.of else cue.last + 1
        if start >= self.scene.sentence(cue.verb).stop or self.scene.tokens[start].pos in ("PUNCT", "VERB", "SCONJ") and not self.scene.is_mark(start):
            return None
        if self.scene.folded[start] not in (*self.grammar.of, *self.grammar.of_fused) and noun_phrase(self.scene, start) is None and not cue.entry.reflexive:
            return None
        return self._clause(cue, start, "attribute", 0.8)

    def complement(self, cue: Cue) -> Content | None:
        """A complement behind a preposition; a fused article stays outside."""
        place = after_adverbs_only(self.scene, cue.last + 1)
        options = (
            ("de-np", self.grammar.of, self.grammar.of_fused), ("à-np", self.grammar.to, self.grammar.to_fused),
            ("contre-np", frozenset[str](), self.grammar.against), ("pour-np", frozenset[str](), self.grammar.for_),
        )  # fmt: skip
        for frame, kept, left_out in options:
            found = self._behind(cue, place, frame, kept, left_out)
            if found:
                return found
        if cue.takes("obj-de-np") and (found := self._behind_object(cue)):
            return found
        beyond = self._beyond_object(place, cue)
        options_beyond = options[2:] if beyond else ()
        return next((found for frame, kept, left_out in options_beyond if (found := self._behind(cue, beyond, frame, kept, left_out))), None)

    def _beyond_object(self, place: int, cue: Cue) -> int:
        """Return the token behind the object that begins at a place; 0 if none does: "remercie ses alliés | pour leur aide"."""
        stop = self.scene.sentence(cue.verb).stop
        phrase = noun_phrase(self.scene, place) if place < stop else None
        return phrase[1] + 1 if phrase and phrase[1] + 1 < stop else 0

    def _behind(self, cue: Cue, place: int, frame: str, kept: frozenset[str], left_out: frozenset[str]) -> Content | None:
        if not cue.takes(frame) or place + 1 >= self.scene.sentence(cue.verb).stop:
            return None
        word = self.scene.folded[place]
        if word in left_out:
            return self._phrase(cue, place + 1, frame, 0.75)
        return self._phrase(cue, place, frame, 0.75) if word in kept else None

    def _behind_object(self, cue: Cue) -> Content | None:
        """The complement in "de" of a verb that takes a person before it: "accuse X de fraude"."""
        sentence = self.scene.sentence(cue.verb)
        for place in range(cue.last + 1, min(sentence.stop - 1, cue.last + _THAT_REACH)):
            if self.scene.folded[place] in self.grammar.of and self.scene.tokens[place].head != place:
                governor = self.scene.tokens[self.scene.tokens[place].head].head
                if governor == cue.verb:
                    return self._phrase(cue, place, "obj-de-np", 0.75)
            if self.scene.is_finite(place):
                return None
        return None

    def object_phrase(self, cue: Cue) -> Content | None:
        """A noun phrase that is the object; for a passive, the subject."""
        if cue.passive and cue.takes("np", "passive"):
            return self._subject(cue)
        start = after_adverbs_only(self.scene, cue.last + 1)
        if not cue.takes("np") or start >= self.scene.sentence(cue.verb).stop:
            return None
        first = start + 1 if self.scene.is_mark(start) else start
        phrase = noun_phrase(self.scene, first) if first < self.scene.sentence(cue.verb).stop else None
        if phrase is None or self.scene.tokens[phrase[0]].pos == "PRON" or self._is_person(phrase[0]) or self._has_object(cue):
            return None
        if self.scene.folded[phrase[0]] in self.grammar.vague or self.scene.folded[phrase[0]] in self.scene.knowledge.words.not_names:
            return None
        return self._phrase(cue, start, "np", 0.75)

    def _has_object(self, cue: Cue) -> bool:
        """Whether a clitic is the object already ("l'a démenti")."""
        return any(self.scene.folded[place] in self.grammar.objects for place in range(cue.first, cue.verb))

    def _is_person(self, head: int) -> bool:
        return any(mention.kind == "person" for mention in self.scene.mentions_in(self.scene.tokens[head].span))

    def _subject(self, cue: Cue) -> Content | None:
        """The subject of a passive: what was denied, announced, confirmed."""
        subject = self.scene.child(cue.verb, "nsubj")
        if subject is None or subject > cue.first or self.scene.tokens[subject].pos == "PRON":
            return None
        low, high = self.scene.subtree(subject)
        span = self.scene.words_between(self.scene.tokens[low].span.start, self.scene.tokens[min(high, cue.first - 1)].span.end)
        return Content((span,), "passive", 0.7) if span else None

    def bare_quote(self, cue: Cue) -> Content | None:
        """Words in marks right behind the cue, without a colon."""
        end = self.scene.tokens[after_adverbs(self.scene, cue.last + 1) - 1].span.end
        quote = self.scene.quote_after(end)
        if quote and quote.span.start >= self.scene.tokens[self.scene.sentence(cue.verb).stop - 1].span.end:
            return None
        if not cue.takes("quote", "np", "que") or quote is None or quote.span.start - self.scene.tokens[cue.last].span.end > _QUOTE_LEAD or len(quote.inner.of(self.scene.raw).split()) < 2:
            return None
        return Content((quote.inner,), "quote", 0.8)

    def _clause(self, cue: Cue, start: int, frame: str, score: float) -> Content | None:
        last = clause_end(self.scene, cue, start, self.cues)
        return self._content(start, last, frame, score)

    def _phrase(self, cue: Cue, start: int, frame: str, score: float) -> Content | None:
        """The phrase that begins at a token: all that its words govern, within the clause."""
        last = clause_end(self.scene, cue, start, self.cues)
        first = start + 1 if self.scene.is_mark(start) else start
        if self.scene.folded[first] in (*self.grammar.of, *self.grammar.to, *self.grammar.against):
            first += 1
        phrase = noun_phrase(self.scene, min(first, last))
        if phrase:
            last = self._without_setting(cue, phrase[1], self._before_aside(phrase[1], last))
            last = self._with_list(cue, start, last)
        return self._content(start, last, frame, score)

    def _with_list(self, cue: Cue, start: int, last: int) -> int:
        """Take in what a colon right behind a phrase spells out."""
        after = last + 1
        if after < self.scene.sentence(start).stop and self.scene.tokens[after].text == ":" and not self.scene.quote_after(self.scene.tokens[after].span.end):
            return self.scene.last_word(start)
        return last

    def _before_aside(self, place: int, last: int) -> int:
        """Cut a phrase before a comma that begins something beside it: no relative, no apposition, no further item."""
        for comma in range(place + 1, last):
            if self.scene.tokens[comma].text == "," and not self.scene.quote_over(self.scene.tokens[comma].span.start):
                after = self.scene.tokens[comma + 1]
                if after.pos in ("ADV", "ADP", "SCONJ", "CCONJ", "VERB") and after.feature("VerbForm") != "Part" and after.feature("PronType") != "Rel":
                    return comma - 1
        return last

    def _without_setting(self, cue: Cue, place: int, last: int) -> int:
        """Cut what tells when or where the cue's words fell from the end of a phrase: a day, "dans un communiqué", "à l'AFP"."""
        for child in sorted(self.scene.children[cue.verb], reverse=True):
            low, high = self.scene.subtree(child)
            if place < low <= last <= high and self._is_setting(child):
                last = low - 1
        return last

    def _is_setting(self, index: int) -> bool:
        scene, word = self.scene, self.scene.folded[index]
        lemma = fold(scene.tokens[index].lemma)
        if scene.tokens[index].pos == "ADV" or word in scene.knowledge.words.not_names or word in self.grammar.vague or lemma in scene.said_things:
            return True
        return any(mention.kind in ("agency", "outlet") for mention in scene.mentions_in(scene.tokens[index].span))

    def _content(self, start: int, last: int, frame: str, score: float) -> Content | None:
        if last < start:
            return None
        span = self.scene.words_between(self.scene.tokens[start].span.start, self.scene.tokens[last].span.end)
        span = closed(self.scene, span) if span else None
        says = any(self.scene.tokens[place].pos in ("NOUN", "VERB", "PROPN", "ADJ", "ADV", "AUX") for place in range(start, last + 1))
        return Content((span,), frame, score) if span and says else None


def after_adverbs_only(scene: Scene, place: int) -> int:
    """Return the first token at or after a place that is no adverb."""
    while place < len(scene.tokens) and scene.tokens[place].pos == "ADV" and not scene.tokens[place].starts_sentence:
        place += 1
    return place


def closed(scene: Scene, span: Span) -> Span:
    """Return a span that takes in the mark that closes a quotation begun in it, and no lone mark at its sides.

    What is wholly one quotation loses its marks.
    """
    raw, start, end = scene.raw, span.start, span.end
    last = scene.quote_over(end - 1)
    if last and start <= last.span.start and end < last.span.end:
        end = last.span.end
    elif last and last.span.start < start and end == last.span.end:
        end = last.inner.end if last.inner.end > start else end
    whole = scene.quote_over(start)
    if whole and whole.span.start == start and whole.span.end == end:
        return whole.inner
    if whole and whole.span.start == start and end < whole.inner.end:
        start = whole.inner.start if whole.inner.start < end else start
    while end - 1 > start and raw[end - 1] in MARKS and not scene.quote_over(end - 1):
        end -= 1
    return Span(start, end)


def is_speech(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation is long enough to be speech by itself: four words and a verb."""
    inside = scene.inside(quote.inner)
    return len(inside) >= 4 and any(scene.tokens[index].pos in ("VERB", "AUX") for index in inside)
