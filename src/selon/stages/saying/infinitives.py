"""What is attributed as an infinitive: "promet de venir", "assure avoir payé", "appelle X à partir"."""

from __future__ import annotations

from selon.stages.saying.cues import Cue, is_negated
from selon.stages.saying.extents import Content, Extents
from selon.stages.saying.phrases import after_adverbs
from selon.stages.saying.scene import Scene
from selon.stages.saying.things import has_thing

_REACH = 28
_OF_THINGS = ("announce", "propose", "promise")
"""Acts whose thing may have an infinitive of its own: "annonce la décision de partir"."""


class Infinitives:
    """Finds the contents in one article that are infinitives."""

    def __init__(self, scene: Scene, extents: Extents) -> None:
        self.scene, self.grammar, self.extents = scene, scene.grammar, extents

    def of(self, cue: Cue) -> Content | None:
        """An infinitive, bare or behind "de" or "à", with or without a person before it."""
        sentence = self.scene.sentence(cue.verb)
        for place in range(cue.last + 1, min(sentence.stop, cue.last + 1 + _REACH)):
            token, word = self.scene.tokens[place], self.scene.folded[place]
            if place - 1 > cue.last and self.scene.folded[place - 1] in self.grammar.beside_of:
                continue
            if word in self.grammar.of and leads_infinitive(self.scene, place) and cue.takes("de-inf", "obj-de-inf"):
                if place > cue.last + 1 and self._has_own_thing(cue, place):
                    return None
                return self.extents.clause(cue, place, "de-inf", 0.9)
            if (
                word in self.grammar.to
                and cue.takes("à-inf", "obj-à-inf")
                and (leads_infinitive(self.scene, place) or self.scene.is_mark(min(place + 1, sentence.stop - 1)))
            ):
                return self.extents.clause(cue, place, "à-inf", 0.85)
            if self.scene.is_inf(place) and token.pos in ("VERB", "AUX"):
                lowest = cue.last + 1
                lowest += is_negated(self.scene, cue) and self.scene.folded[lowest] in self.grammar.negators
                start = self._with_clitics(place, lowest)
                close = self._past_asides(cue.last + 1) >= start
                says = cue.takes("inf") or (cue.takes("say-inf") and self.scene.cue_lemma(place))
                return self.extents.clause(cue, start, "inf", 0.85) if says and close else None
            if self.scene.is_finite(place) or token.text in (";", ":", "."):
                return None
        return None

    def _has_own_thing(self, cue: Cue, place: int) -> bool:
        """Whether a cue tells a thing, and the infinitive is that thing's or a joined cue's: "condamne le blocus et accuse X de ..."."""
        if not cue.takes("np") or cue.takes("obj-de-inf"):
            return False
        joined = any(self.scene.cue_lemma(here) and self.scene.tokens[here].pos == "VERB" for here in range(cue.last + 1, place))
        return (joined or cue.entry.act in _OF_THINGS) and has_thing(self.scene, cue)

    def _past_asides(self, place: int) -> int:
        """Return the token behind adverbs, settings and what two commas set apart: "a annoncé lundi, à Davos, | avoir baissé"."""
        place = after_adverbs(self.scene, place)
        stop = self.scene.sentence(min(place, len(self.scene.tokens) - 1)).stop
        if place + 1 >= stop or self.scene.tokens[place].text != ",":
            return place
        closing = after_adverbs(self.scene, place + 1)
        return closing + 1 if closing < stop and self.scene.tokens[closing].text == "," else place

    def _with_clitics(self, place: int, lowest: int) -> int:
        while place > lowest and (
            self.scene.folded[place - 1] in self.grammar.clitics or self.scene.folded[place - 1] in self.grammar.negators
        ):
            place -= 1
        return place


def leads_infinitive(scene: Scene, place: int) -> bool:
    """Whether an infinitive follows a preposition, clitics and adverbs between them at most."""
    stop = scene.sentence(place).stop
    for here in range(place + 1, min(stop, place + 6)):
        if scene.is_inf(here):
            return True
        if scene.folded[here] not in scene.grammar.clitics and scene.tokens[here].pos not in ("ADV", "PUNCT") and not scene.is_mark(here):
            return False
    return False
