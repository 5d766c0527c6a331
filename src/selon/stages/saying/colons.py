"""Words behind a colon that no cue leads: "Macron : « ... »", "Le maire ne décolère pas : « ... »", the lines of a transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.core.marks import Quote
from selon.core.text import Span, trimmed
from selon.lang.match import fold
from selon.stages.saying.extents import Content, closed, is_speech
from selon.stages.saying.headlines import in_headline, line_of
from selon.stages.saying.phrases import noun_phrase
from selon.stages.saying.scene import MARKS, Scene
from selon.stages.saying.speakers import Speaker, Speakers

_COLON = ":"
_LABEL_CHARS = 60
_STOPS = ".!?…"
_TOPICS = ("state", "group", "unit")


@dataclass(frozen=True, slots=True)
class Told:
    """Words behind a colon, and who is named before it. ``first``: the token of the colon."""

    first: int
    content: Content
    speaker: Speaker | None
    why: str


class Colons:
    """Reads what colons attribute in one article."""

    def __init__(self, scene: Scene, speakers: Speakers) -> None:
        self.scene, self.speakers = scene, speakers
        self.labels = Counter(fold(label) for line in self._lines() if (label := self._label(line)))

    def found(self) -> Iterator[Told]:
        """Yield what stands behind colons, in order."""
        for index, token in enumerate(self.scene.tokens):
            if token.text == _COLON and self.scene.in_body(index) and not self.scene.quote_over(token.span.start):
                told = self._spoken(index) or self._transcribed(index)
                if told:
                    yield told

    def _spoken(self, colon: int) -> Told | None:
        """Words in marks right behind a colon, or a headline's clause that has such words in it."""
        scene, start = self.scene, self._start(colon)
        named = self._name(start, colon)
        quote = scene.quote_after(scene.tokens[colon].span.end)
        if quote and not scene.raw[scene.tokens[colon].span.end : quote.span.start].strip() and self._ends(quote):
            speaker = named or self._subject(start, colon)
            if is_speech(scene, quote) and (speaker or in_headline(scene, quote.span.start)):
                return Told(colon, Content((quote.inner,), "colon", 0.8 if speaker else 0.5), speaker, "statement.colon")
        elif named and self._is_person(named) and in_headline(scene, scene.tokens[colon].span.start):
            return self._quoting(colon, named)
        return None

    def _is_person(self, named: Speaker) -> bool:
        return named.mention is not None and named.mention.kind == "person" and named.mention.form == "name"

    def _quoting(self, colon: int, named: Speaker) -> Told | None:
        """The clause of a headline behind a person's name: where words of it stand in marks, and it tells something that is not of them."""
        scene = self.scene
        line = line_of(scene, scene.tokens[colon].span.start)
        span = trimmed(scene.raw, scene.tokens[colon].span.end, line.end)
        if span is None or not any(quote.span.end <= span.end and quote.span.start >= span.start for quote in scene.quotes):
            return None
        own = [place for place in scene.inside(span) if not scene.quote_over(scene.tokens[place].span.start)]
        about = scene.grammar.pronouns.keys() | scene.grammar.possessives.keys() | scene.grammar.datives
        verb = next((place for place in own if scene.is_finite(place)), None)
        tells = verb is not None and not scene.cue_lemma(verb) and not any(scene.folded[place].strip("-") in about for place in own)
        return Told(colon, Content((closed(scene, span),), "colon", 0.6), named, "statement.headline") if tells else None

    def _transcribed(self, colon: int) -> Told | None:
        """A line of a transcript: its label is a name or a letter that labels another line too."""
        scene, line = self.scene, line_of(self.scene, self.scene.tokens[colon].span.start)
        label = self._label(line)
        if label is None or self.labels[fold(label)] < 2 or scene.at(line.start + len(label)) > colon:
            return None
        span = trimmed(scene.raw, scene.tokens[colon].span.end, line.end)
        named = self._name(scene.at(line.start), colon)
        letter = fold(label) in scene.grammar.transcript
        if span is None or scene.raw[span.start] in MARKS or not (letter or (named and named.mention)):
            return None
        return Told(colon, Content((span,), "colon", 0.7), None if letter else named, "statement.transcript")

    def _lines(self) -> Iterator[Span]:
        """Yield the lines of the body."""
        for zone in self.scene.body:
            start = zone.start
            while start < zone.end:
                end = self.scene.raw.find("\n", start, zone.end)
                end = zone.end if end < 0 else end
                if start < end:
                    yield Span(start, end)
                start = end + 1

    def _label(self, line: Span) -> str | None:
        """Return what stands before the colon of a line, where it is short and no sentence ends in it."""
        label, colon, _ = line.of(self.scene.raw).partition(_COLON)
        short = colon and 0 < len(label.strip()) <= _LABEL_CHARS
        return label.strip() if short and not any(mark in label for mark in (*_STOPS, *MARKS)) else None

    def _start(self, colon: int) -> int:
        """Return the first token of the sentence or line that leads to a colon."""
        line = line_of(self.scene, self.scene.tokens[colon].span.start)
        return max(self.scene.sentence(colon).start, self.scene.at(line.start))

    def _ends(self, quote: Quote) -> bool:
        """Whether nothing goes on behind a quotation."""
        rest = self.scene.raw[quote.span.end : quote.span.end + 2].lstrip(" \u00a0")
        return not rest or rest[0] in ".\n([" or rest[0] in MARKS

    def _name(self, start: int, colon: int) -> Speaker | None:
        """Who is named by all that stands before a colon, an aside in brackets or behind a comma left out."""
        scene = self.scene
        if start >= colon or any(scene.is_finite(place) for place in range(start, colon)):
            return None
        phrase = noun_phrase(scene, start)
        if phrase is None or scene.tokens[phrase[0]].pos == "PRON":
            return None
        over = [mention.span.end for mention in scene.mentions_in(scene.tokens[start].span) if mention.kind == "person"]
        last = max([phrase[1], *(scene.at(end - 1) for end in over)])
        speaker = self.speakers.made(start, phrase[0], min(last, colon - 1))
        whole = last + 1 >= colon or scene.tokens[last + 1].text in "(,["
        return speaker if whole and (speaker.mention or scene.may_speak(phrase[0])) and not self._is_topic(speaker) else None

    def _is_topic(self, speaker: Speaker) -> bool:
        """Whether a name alone before a colon is where something happens, or whom it is about: a state, a crowd."""
        return bool(speaker.mention and speaker.mention.kind in _TOPICS) or self.scene.tokens[speaker.head].name.endswith("LOC")

    def _subject(self, start: int, colon: int) -> Speaker | None:
        """Who is the subject of the clause that leads to a colon, where it is somebody named, or a pronoun."""
        scene = self.scene
        verb = next((place for place in range(colon - 1, start - 1, -1) if scene.is_finite(place)), None)
        head = scene.tokens[verb].head if verb is not None and scene.tokens[verb].dep.startswith(("aux", "cop")) else verb
        speaker = self.speakers.subject_of(head) if head is not None else None
        if speaker is None or speaker.head < start or speaker.head >= colon:
            return None
        word = fold(speaker.span.of(scene.raw))
        return speaker if speaker.mention or word in scene.grammar.pronouns or scene.may_speak(speaker.head) else None


def taken(scene: Scene, told: Told, contents: Sequence[tuple[Span, ...]]) -> bool:
    """Whether a cue attributes the words already."""
    return any(span.overlaps(mine) for spans in contents for span in spans for mine in told.content.spans)
