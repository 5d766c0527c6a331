"""An article as the reading of speech sees it: tokens, quotation marks and mentions, asked for by place."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, cached_property

from selon.core.analysis import Analysis
from selon.core.marks import Mention, Quote, Zone, ZoneKind
from selon.core.text import Span, trimmed
from selon.lang.grammar import Grammar
from selon.lang.match import fold, fold_case
from selon.lang.pack import Pack
from selon.stages.reading import Reading
from selon.stages.saying.forms import Form, cue_forms

MARKS = '«»“”„‟"‹›'
_STOPS = frozenset(".!?…;")
_EDGE = " \u00a0\u202f\u2009\t,;:.-–—"


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


class Scene(Reading):
    """A reading with the layers that speech needs."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        super().__init__(analysis)
        self.grammar: Grammar = pack.grammar
        self.knowledge = pack.actors
        self.speech = pack.speech
        self.quotes = [quote for quote in analysis[Quote] if quote.depth == 0]
        self.mentions = analysis[Mention]
        self.body = [zone.span for zone in analysis[Zone] if zone.kind is ZoneKind.BODY]
        self._quote_starts = [quote.span.start for quote in self.quotes]
        self._mention_starts = [mention.span.start for mention in self.mentions]

    @cached_property
    def folded(self) -> list[str]:
        """Each token's text, folded."""
        return [fold(token.text) for token in self.tokens]

    @cached_property
    def said_things(self) -> frozenset[str]:
        """Folded nouns for what is said or written: a declaration, a report."""
        return _folded(tuple(self.speech.nouns)) | self.grammar.texts

    @cached_property
    def written_things(self) -> frozenset[str]:
        """Folded nouns for what is said or written and may be a source: a report, a study."""
        frames = {"in-np", "selon-laquelle"}
        return _folded(tuple(cue.lemma for cue in self.speech.noun if frames & set(cue.frames))) | self.grammar.texts | self.grammar.counts

    def cue_form(self, index: int) -> Form | None:
        """Return what a token is as a form of a reporting verb, by its own letters; ``None`` if it is no regular form of one."""
        form = cue_forms(self.speech, self.grammar).get(self.folded[index])
        if form and form.kind == "finite" and self.words[index].endswith(form.accented or ("\0",)):
            return Form(form.lemma, "past", form.accented)
        return form

    def cue_lemma(self, index: int) -> str:
        """Return the first word of the lexicon's entries for a token: by the parser's lemma, else by its form; empty if none."""
        lemma = fold_case(self.tokens[index].lemma)
        form = self.cue_form(index)
        return lemma if lemma in self.speech.verbs else form.lemma if form else ""

    def is_past_participle(self, index: int) -> bool:
        form, token = self.cue_form(index), self.tokens[index]
        parsed = token.feature("VerbForm") == "Part" and token.feature("Tense") == "Past"
        return form.kind == "past" or (form.kind == "either" and parsed) if form else parsed

    def is_present_participle(self, index: int) -> bool:
        form, token = self.cue_form(index), self.tokens[index]
        return (
            form.kind == "present"
            if form and form.kind != "either"
            else token.feature("VerbForm") == "Part" and token.feature("Tense") == "Pres"
        )

    def may_speak(self, index: int) -> bool:
        """Whether a noun is one for somebody: in the tables, a name, a body with a capital, or ending as nouns for people do."""
        token, word = self.tokens[index], self.folded[index]
        if token.pos == "PROPN" or token.name.endswith(("PER", "ORG")) or word in self.knowledge.speaking or word in self.grammar.voices:
            return True
        if token.pos == "NOUN" and token.text[0].isupper() and index and self.tokens[index - 1].pos == "DET":
            return True
        lemma, words = fold(token.lemma), self.knowledge.words
        is_thing = lemma in self.said_things or lemma in words.not_people
        return token.pos in ("NOUN", "ADJ") and lemma.endswith(words.human_endings) and not is_thing

    def in_body(self, index: int) -> bool:
        """Whether a token is in the article's own text: no statement comes from a caption or a subhead."""
        start = self.tokens[index].span.start
        return any(zone.start <= start < zone.end for zone in self.body)

    def paragraph(self, char: int) -> Span:
        """Return the body zone that holds a character."""
        return next((zone for zone in self.body if zone.start <= char < zone.end), Span(char, char + 1))

    def quote_over(self, char: int) -> Quote | None:
        """Return the quotation that a character is in, its marks included."""
        place = bisect_right(self._quote_starts, char) - 1
        return self.quotes[place] if place >= 0 and self.quotes[place].span.end > char else None

    def quote_before(self, char: int) -> Quote | None:
        """Return the quotation that ends before a character with nothing but punctuation between."""
        place = bisect_right(self._quote_starts, char - 1) - 1
        if place < 0 or self.quotes[place].span.end > char or self.raw[self.quotes[place].span.end : char].strip(_EDGE + MARKS):
            return None
        return self.quotes[place]

    def quote_after(self, char: int) -> Quote | None:
        """Return the quotation that begins after a character with nothing but punctuation or white space between."""
        place = bisect_right(self._quote_starts, char - 1)
        if place >= len(self.quotes) or self.raw[char : self.quotes[place].span.start].strip(_EDGE + "\n\r"):
            return None
        return self.quotes[place]

    def mentions_in(self, span: Span) -> list[Mention]:
        """Return the mentions that overlap a span, in order."""
        place = max(0, bisect_right(self._mention_starts, span.start) - 3)
        found = []
        for mention in self.mentions[place:]:
            if mention.span.start >= span.end:
                break
            if mention.span.overlaps(span):
                found.append(mention)
        return found

    @cached_property
    def narrated(self) -> list[int]:
        """For each sentence, how many up to it begin outside quotations."""
        count, counts = 0, []
        for sentence in self.sentences:
            start = self.tokens[sentence.start].span.start
            quote = self.quote_over(start)
            count += 0 if quote and quote.span.start < start else 1
            counts.append(count)
        return counts

    @cached_property
    def titled(self) -> dict[int, Mention]:
        """The name that each token of a title glued to it or set beside it belongs to."""
        return {
            index: mention for mention in self.mentions if mention.form == "name" and mention.near for index in self.inside(mention.near)
        }

    def is_mark(self, index: int) -> bool:
        return all(char in MARKS for char in self.tokens[index].text)

    def is_inf(self, index: int) -> bool:
        token, word = self.tokens[index], self.folded[index]
        if token.pos not in ("VERB", "AUX") or not word.endswith(self.grammar.infinitives):
            return False
        return token.feature("VerbForm") == "Inf" or word == fold(token.lemma)

    def is_time(self, index: int) -> bool:
        """Whether a word tells when, and nobody."""
        return self.folded[index] in self.grammar.days or self.folded[index] in self.grammar.times

    def is_finite(self, index: int) -> bool:
        token = self.tokens[index]
        if token.pos not in ("VERB", "AUX") or token.text.endswith(self.grammar.accented):
            return False
        return (
            token.feature("VerbForm") == "Fin" or bool(token.feature("Mood")) or bool(self.grammar.tense_by_ending(token.text, token.lemma))
        )

    def last_word(self, index: int) -> int:
        """Return the last token of the sentence of a token that is no stop."""
        sentence = self.sentence(index)
        last = sentence.stop - 1
        while last > index and self.tokens[last].text[0] in _STOPS:
            last -= 1
        return last

    def words_between(self, start: int, end: int) -> Span | None:
        """Return the characters from ``start`` to ``end`` without white space and loose punctuation at the sides."""
        while start < end and self.raw[start] in _EDGE + "\n\r":
            start += 1
        while end > start and self.raw[end - 1] in _EDGE + "\n\r":
            end -= 1
        return trimmed(self.raw, start, end) if start < end else None
