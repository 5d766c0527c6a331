"""How far a content reaches: a clause or a phrase that begins at a token, its marks put right."""

from __future__ import annotations

from dataclasses import dataclass

from selon.core.marks import Quote
from selon.core.text import Span, trimmed
from selon.lang.match import fold
from selon.stages.saying.bounds import before_others
from selon.stages.saying.clauses import before_stops, clause_end, main_verb_after
from selon.stages.saying.cues import Cue
from selon.stages.saying.phrases import begins_clause, noun_phrase, opens_clause
from selon.stages.saying.scene import MARKS, Scene

_SAYS = frozenset(["NOUN", "VERB", "PROPN", "ADJ", "ADV", "AUX"])


@dataclass(frozen=True, slots=True)
class Content:
    """The attributed words, in order, and by which frame they were found. ``score``: how reliable that frame is."""

    spans: tuple[Span, ...]
    frame: str
    score: float


class Extents:
    """Measures contents in one article."""

    def __init__(self, scene: Scene, cues: list[Cue]) -> None:
        self.scene, self.cues, self.grammar = scene, cues, scene.grammar

    def clause(self, cue: Cue, start: int, frame: str, score: float) -> Content | None:
        """Return the longest clause that begins at a token."""
        last = min(self._end(cue, start), self._last_quoted(cue.verb, start))
        return content(self.scene, start, self._before_joined(start, last) if frame.endswith("inf") else last, frame, score)

    def _before_joined(self, start: int, last: int) -> int:
        """Cut an infinitive before a finite verb that goes on with the cue's own clause: "affirme avoir payé | et va partir"."""
        joints = (place for place in range(start + 1, last) if self._joins_clause(start, place, last) or self._tells_when(place))
        joint = next(joints, None)
        last = last if joint is None else before_stops(self.scene, start, joint - 1)
        verb = main_verb_after(self.scene, start, last, own=False)
        joins = verb is not None and verb - 1 > start and self.scene.tokens[verb - 1].pos == "CCONJ"
        return verb - 2 if verb and joins else last

    def phrase(self, cue: Cue, start: int, frame: str, score: float) -> Content | None:
        """Return the phrase that begins at a token: all that its words govern, within the clause."""
        last = self._end(cue, start)
        first = start + 1 if self.scene.is_mark(start) else start
        if self.scene.folded[first] in (*self.grammar.of, *self.grammar.to, *self.grammar.against):
            first += 1
        phrase = noun_phrase(self.scene, min(first, last))
        if phrase:
            last = self._without_setting(cue, phrase[1], self._before_aside(phrase[1], last))
            last = self._before_other_words(phrase[1], self._with_list(start, self._without_date(phrase[1], last)))
        return content(self.scene, start, last, frame, score)

    def _end(self, cue: Cue, start: int) -> int:
        """Return the last token of the clause that begins at a token and is the speaker's."""
        last = min(clause_end(self.scene, cue, start, self.cues), self._last_quoted(max(0, cue.first - 1), start))
        return before_stops(self.scene, start, before_others(self.scene, cue, start, last, self.cues))

    def _last_quoted(self, place: int, start: int) -> int:
        """Return the last token of the quotation that a place and a content stand in; the last of the sentence where they stand in none."""
        quote = self.scene.quote_over(self.scene.tokens[place].span.start)
        ends = quote is not None and quote.closed and quote.inner.end > self.scene.tokens[start].span.start
        return self.scene.inside(quote.inner).stop - 1 if quote and ends else self.scene.last_word(start)

    def _without_date(self, place: int, last: int) -> int:
        """Cut the day on which something was said from the end of a phrase: "ce projet | le 23 octobre", not "l'accord du 23 octobre"."""
        tokens, first = self.scene.tokens, last
        if self.scene.folded[last] not in self.grammar.days:
            return last
        while first > place + 1 and (tokens[first - 1].text.isdigit() or self.scene.folded[first - 1] in self.grammar.days):
            first -= 1
        first -= first > place + 1 and tokens[first - 1].pos == "DET"
        free = first > place and tokens[first - 1].pos in ("NOUN", "PROPN", "ADJ")
        return first - 1 if free else last

    def _before_other_words(self, place: int, last: int) -> int:
        """Cut a phrase before a relative clause that tells what somebody else says."""
        for other in self.cues:
            comma = next((here for here in range(other.first - 1, place, -1) if self.scene.tokens[here].text == ","), None)
            if place < other.first <= last and comma and self.scene.folded[comma + 1] in self.grammar.who and other.first - comma <= 3:
                return comma - 1
        return last

    def _with_list(self, start: int, last: int) -> int:
        """Take in what a colon right behind a phrase spells out."""
        after = last + 1
        if (
            after < self.scene.sentence(start).stop
            and self.scene.tokens[after].text == ":"
            and not self.scene.quote_after(self.scene.tokens[after].span.end)
        ):
            return self.scene.last_word(start)
        return last

    def _before_aside(self, place: int, last: int) -> int:
        """Cut a phrase before a comma that begins something beside it: no relative, no apposition, no further item."""
        for comma in range(place + 1, last):
            if self._joins_clause(place, comma, last):
                return comma - 1
            quoted = self.scene.quote_over(self.scene.tokens[comma].span.start)
            if self.scene.tokens[comma].text == "," and not quoted and not self._sets_off(place, comma):
                after = self.scene.tokens[comma + 1]
                if after.pos == "PROPN" and begins_clause(self.scene, comma + 1, last + 1):
                    return comma - 1
                if self.scene.folded[comma + 1] in self.grammar.as_ and self.scene.folded[comma + 2] in self.grammar.that:
                    continue
                if (
                    after.pos in ("ADV", "ADP", "SCONJ", "CCONJ", "VERB")
                    and after.feature("VerbForm") != "Part"
                    and after.feature("PronType") != "Rel"
                ):
                    return comma - 1
        return last

    def _sets_off(self, start: int, comma: int) -> bool:
        """Whether a comma is one of two that set words apart right behind a relative: "qui, actuellement, ..."."""
        before = next((place for place in range(comma - 1, start, -1) if self.scene.tokens[place].text == ","), start)
        return opens_clause(self.scene, comma - 1) or (before > start and opens_clause(self.scene, before - 1))

    def _joins_clause(self, start: int, joint: int, last: int) -> bool:
        """Whether a joint leads to a clause of its own: its subject and verb follow, and no clause is open that may go on."""
        follows = self.scene.tokens[joint].pos == "CCONJ" and self.scene.tokens[joint + 1].pos in ("DET", "PROPN", "PRON")
        opened = any(opens_clause(self.scene, here) for here in range(start, joint))
        return follows and not opened and not opens_clause(self.scene, joint + 1) and begins_clause(self.scene, joint + 1, last + 1)

    def _tells_when(self, comma: int) -> bool:
        """Whether a comma leads to a clause that tells when, or beside what, something was asked: ", après que X a affirmé"."""
        folded, beside = self.scene.folded, self.scene.tokens[comma].text == "," and comma + 2 < len(self.scene.tokens)
        return beside and folded[comma + 1] in self.grammar.meanwhile and folded[comma + 2] in self.grammar.that

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
        if scene.tokens[index].pos == "ADV" or word in self.grammar.days or word in self.grammar.vague or lemma in scene.said_things:
            return True
        return any(mention.kind in ("agency", "outlet") for mention in scene.mentions_in(scene.tokens[index].span))


def content(scene: Scene, start: int, last: int, frame: str, score: float) -> Content | None:
    """Return the words from one token to another as a content; ``None`` if they say nothing."""
    if last < start:
        return None
    span = scene.words_between(scene.tokens[start].span.start, scene.tokens[last].span.end)
    says = any(scene.tokens[place].pos in _SAYS for place in range(start, last + 1))
    return Content((closed(scene, span),), frame, score) if span and says else None


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
    behind = trimmed(raw, whole.span.end, end) if whole and whole.span.start < start and whole.inner.end <= start else None
    start = behind.start if behind else start
    while end - 1 > start and raw[end - 1] in MARKS and not scene.quote_over(end - 1):
        end -= 1
    return Span(start, end)


def is_speech(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation is long enough to be speech by itself: four words and a verb."""
    inside = scene.inside(quote.inner)
    return len(inside) >= 4 and any(scene.tokens[index].pos in ("VERB", "AUX") for index in inside)
