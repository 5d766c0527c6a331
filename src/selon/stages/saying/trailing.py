"""Who is named behind a cue that has its subject after it: "a dit, amer, M. Petit"."""

from __future__ import annotations

from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import is_speech
from selon.stages.saying.phrases import after_adverbs, is_counting, noun_phrase
from selon.stages.saying.scene import Scene

_ASIDES, _LONGEST_ASIDE = {",": ",", "(": ")"}, 10


class Trailing:
    """Finds the subjects behind the cues of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.grammar = scene, scene.grammar

    def subject(self, cue: Cue) -> tuple[int, int, int] | None:
        """Return first token, head and last token of a subject behind the cue that may speak; ``None`` if there is none."""
        scene = self.scene
        after = cue.last + 1
        if after >= scene.sentence(cue.verb).stop or scene.folded[after] in self.grammar.that:
            return None
        stop = scene.sentence(cue.verb).stop
        start = self._past_aside(after_adverbs(scene, after), stop)
        if start < stop and scene.tokens[start].text == "," and (start > after or self._is_titled(start + 1)):
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

    def _is_titled(self, place: int) -> bool:
        """Whether a person's title begins at a token: "s'est interrogée, la ministre ..."."""
        return place + 1 < len(self.scene.tokens) and self.scene.tokens[place].pos == "DET" and place + 1 in self.scene.titled

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

    def end(self, cue: Cue) -> int:
        """Return the last token of the incise: its cue, subject and what stands between."""
        subject = self.subject(cue) if cue.inverted is None else None
        return subject[2] if subject else cue.last
