"""To whom something is said: a clitic, the object of a cue, "à" or "devant" somebody, "dans une lettre à" somebody."""

from __future__ import annotations

from collections.abc import Iterator

from selon.core.text import Span
from selon.lang.match import fold
from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import Content
from selon.stages.saying.phrases import noun_phrase
from selon.stages.saying.references import References
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker, Speakers

_AGAINST = frozenset(["accuse", "condemn", "deny", "praise", "support"])
"""Acts that are about the one who is their object, not said to them."""
_OBJECT_FRAMES = ("que", "si", "obj-de-inf", "obj-à-inf", "obj-de-np")
_REACH, _LEAD = 24, 4


class Addressees:
    """Finds the addressees in one article."""

    def __init__(self, scene: Scene, speakers: Speakers, references: References) -> None:
        self.scene, self.grammar, self.speakers, self.references = scene, scene.grammar, speakers, references

    def of(self, cue: Cue, content: Content, speaker: Speaker | None, source: Span | None) -> tuple[Span, ...]:
        """Return those to whom the words of a cue were said: mentions, or the words themselves where no mention stands there."""
        clitic = self._clitic(cue, speaker, source)
        if clitic or cue.passive:
            return (clitic,) if clitic else ()
        own = [span for span in (*content.spans, *([speaker.span] if speaker else [])) if span]
        behind = self._behind(cue, content, own)
        return tuple(span for span in (*behind, *(() if behind else self._before(cue, own))) if span != source)

    def of_noun(self, last: int, content: Content, speaker: Speaker | None) -> tuple[Span, ...]:
        """Return those to whom a noun of saying is directed: "une lettre à Kennedy : ..."."""
        own = [span for span in (*content.spans, *([speaker.span] if speaker else [])) if span]
        return tuple(self._led(range(last + 1, min(self.scene.sentence(last).stop, last + 1 + _REACH)), own))

    def _clitic(self, cue: Cue, speaker: Speaker | None, source: Span | None) -> Span | None:
        """Whom a pronoun before the verb stands for: "leur a demandé", "l'a prié de"."""
        grammar = self.grammar
        addresses = cue.entry.act not in _AGAINST and cue.takes("obj-de-inf", "obj-à-inf")
        for place in range(cue.first, cue.verb):
            word = self.scene.folded[place]
            if (word in grammar.datives and cue.entry.act not in _AGAINST) or (word in grammar.objects and addresses):
                start = speaker.span.start if speaker else self.scene.tokens[place].span.start
                found = self.references.antecedents.of(grammar.standing_for[word], start, but=source)
                return found.span if found else self.scene.tokens[place].span
        return None

    def _behind(self, cue: Cue, content: Content, own: list[Span]) -> list[Span]:
        """Those named behind a cue and its speaker, up to its content or to the next clause."""
        scene = self.scene
        stop = min(scene.sentence(cue.verb).stop, cue.last + 1 + _REACH)
        ahead = [scene.at(span.start) for span in content.spans if span.start >= scene.tokens[cue.last].span.end]
        stretch = range(cue.last + 1, min([stop, *ahead]))
        addressed = self._object(cue, stretch, own) if ahead else None
        return [addressed] if addressed else list(self._led(stretch, own, is_dative=cue.takes("obj-de-inf", "obj-à-inf")))

    def _object(self, cue: Cue, stretch: range, own: list[Span]) -> Span | None:
        """The person that is the object of a cue before its content: "informe ses alliés que", "invite le roi à"."""
        if cue.entry.act in _AGAINST or not cue.takes(*_OBJECT_FRAMES) or not stretch:
            return None
        phrase = noun_phrase(self.scene, stretch.start)
        return self._somebody(stretch.start, phrase, own) if phrase and phrase[1] < stretch.stop else None

    def _led(self, stretch: range, own: list[Span], *, is_dative: bool = False) -> Iterator[Span]:
        """Yield who a preposition of addressing leads to first, before another clause begins.

        is_dative: its verb asks something of somebody, so that a body behind "à" is no place
        """
        scene = self.scene
        for place in stretch:
            token, word = scene.tokens[place], scene.folded[place]
            if word in self.grammar.that | self.grammar.who or token.pos == "VERB" or token.text in ":;":
                return
            first = self._past_preposition(place)
            phrase = noun_phrase(scene, first) if first and first < stretch.stop else None
            found = self._somebody(first, phrase, own) if first and phrase else None
            if found and (is_dative or word in self.grammar.before or not self._is_place(found)):
                yield found
                return

    def _is_place(self, span: Span) -> bool:
        """Whether a phrase behind "à" names a body, which may be where it was said: a court, a parliament."""
        return any(mention.kind == "organisation" for mention in self.scene.mentions_in(span))

    def _past_preposition(self, place: int) -> int:
        """Return the token behind a preposition of addressing; 0 if none stands at a place."""
        scene, word = self.scene, self.scene.folded[place]
        if word in self.grammar.to | self.grammar.to_fused | self.grammar.before:
            return place + 1
        follows = place + 1 < len(scene.tokens) and scene.folded[place + 1] in self.grammar.of | self.grammar.of_fused
        return place + 2 if word in self.grammar.beside and follows else 0

    def _somebody(self, first: int, phrase: tuple[int, int] | None, own: list[Span]) -> Span | None:
        """Return the mention that a phrase is, else its words; ``None`` if it is nobody who can be spoken to."""
        if phrase is None or self.scene.is_time(phrase[0]):
            return None
        speaker = self.speakers.made(first, phrase[0], phrase[1])
        known = speaker.mention and speaker.mention.span
        if any(span.overlaps(known or speaker.span) for span in own) or fold(self.scene.tokens[phrase[0]].lemma) in self.scene.said_things:
            return None
        if known:
            return known
        is_noun = self.scene.tokens[phrase[0]].pos == "NOUN" and self.scene.may_speak(phrase[0])
        return speaker.span if is_noun and not self._is_medium(first - 1, phrase[1]) else None

    def _is_medium(self, place: int, last: int) -> bool:
        """Whether a phrase and its preposition only say through what somebody spoke ("à la télévision")."""
        return " ".join(self.scene.folded[place : last + 1]) in self.scene.knowledge.words.media

    def _before(self, cue: Cue, own: list[Span]) -> list[Span]:
        """Those named by what leads the sentence: "Devant les députés, ...", "Dans une lettre à Kennedy, ..."."""
        scene, sentence = self.scene, self.scene.sentence(cue.verb)
        comma = next((place for place in range(sentence.start, cue.first) if scene.tokens[place].text == ","), None)
        if comma is None or any(scene.is_finite(place) for place in range(sentence.start, cue.first)):
            return []
        opening = range(sentence.start, min(sentence.start + _LEAD, comma))
        written = any(fold(scene.tokens[place].lemma) in scene.said_things for place in opening)
        first = scene.folded[sentence.start]
        told = first in self.grammar.before or (first in self.grammar.inside and written)
        return list(self._led(range(sentence.start, comma), own)) if told else []
