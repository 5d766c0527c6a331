"""Cues set behind or between the words they attribute: "..., a déclaré le ministre, ..."."""

from __future__ import annotations

from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import is_speech
from selon.stages.saying.phrases import after_adverbs, noun_phrase, phrase_end
from selon.stages.saying.scene import Scene
from selon.stages.saying.trailing import Trailing

_BREAKS = frozenset([",", "-", "–", "—", "?", "!", "…", ".", ")"])


class Incises:
    """Recognises incises."""

    def __init__(self, scene: Scene, trailing: Trailing) -> None:
        self.scene, self.grammar, self.trailing = scene, scene.grammar, trailing

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
        return not self._goes_on_after_aside(cue) and self._has_clause_before(cue) and self.trailing.subject(cue) is not None

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
        if any(scene.is_finite(place) for place in range(scene.sentence(cue.first).start, cue.first)):
            return True
        return self._parts_subject(cue) or self._parts_setting(cue)

    def _parts_setting(self, cue: Cue) -> bool:
        """Whether a cue parts what tells when or how from the rest of a sentence: "Un jour, raconte X, les soldats sont venus"."""
        scene, sentence = self.scene, self.scene.sentence(cue.first)
        phrase = noun_phrase(scene, sentence.start) if scene.tokens[cue.first - 1].text == "," else None
        timed = phrase is not None and phrase[1] + 2 == cue.first and scene.is_time(phrase[0])
        if not timed and after_adverbs(scene, sentence.start) != cue.first - 1:
            return False
        comma = self.trailing.end(cue) + 1
        goes_on = comma + 1 < sentence.stop and scene.tokens[comma].text == ","
        return goes_on and any(scene.is_finite(place) for place in range(comma + 1, sentence.stop))

    def _parts_subject(self, cue: Cue) -> bool:
        """Whether a cue parts the subject of a sentence from its verb: "M. Petit, a précisé X, est parti"."""
        scene, sentence = self.scene, self.scene.sentence(cue.first)
        phrase = noun_phrase(scene, sentence.start) if scene.tokens[cue.first - 1].text == "," else None
        if phrase is None or phrase[1] + 2 != cue.first or scene.quote_over(scene.tokens[cue.first].span.start):
            return False
        comma = self.trailing.end(cue) + 1
        verb = comma + 1
        while verb < sentence.stop and scene.folded[verb] in self.grammar.clitics:
            verb += 1
        return verb < sentence.stop and scene.tokens[comma].text == "," and scene.is_finite(verb)
