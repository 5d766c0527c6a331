"""What is attributed as a clause behind "que", or behind "si" for a question."""

from __future__ import annotations

from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import Content, Extents
from selon.stages.saying.infinitives import leads_infinitive
from selon.stages.saying.phrases import after_adverbs, bare_adverbs
from selon.stages.saying.scene import Scene
from selon.stages.saying.things import has_thing, is_of_thing

_REACH = 14


class Conjunctions:
    """Finds the contents in one article that a conjunction opens."""

    def __init__(self, scene: Scene, extents: Extents) -> None:
        self.scene, self.grammar, self.extents = scene, scene.grammar, extents

    def of(self, cue: Cue) -> Content | None:
        """A clause behind "que", or "si" for a question."""
        for frame, words in (("que", self.grammar.that), ("si", self.grammar.whether)):
            if not cue.takes(frame) or self._calls_itself(cue):
                continue
            place = self._conjunction(cue, words, past=self._to_know(cue))
            if place is not None and place + 1 < self.scene.sentence(place).stop:
                found = self.extents.clause(cue, place + 1, frame, 0.9)
                return found if frame == "que" or (found and self._has_verb(found)) else None
        return None

    def _has_verb(self, found: Content) -> bool:
        """Whether a content has a finite verb: "si possible" asks nothing."""
        return any(self.scene.is_finite(place) for place in self.scene.inside(found.spans[0]))

    def _calls_itself(self, cue: Cue) -> bool:
        """Whether an adjective follows a reflexive cue: "se dit inquiet que" tells of the adjective."""
        after = bare_adverbs(self.scene, cue.last + 1)
        if not cue.entry.reflexive or not cue.takes("attribute") or after + 1 >= len(self.scene.tokens):
            return False
        token = self.scene.tokens[after]
        return token.pos == "ADJ" or token.dep == "xcomp" or token.feature("VerbForm") == "Part"

    def _to_know(self, cue: Cue) -> int:
        """Return the token behind "pour savoir" where a cue of asking has it; 0 otherwise."""
        after = cue.last + 1
        if (
            after + 1 >= self.scene.sentence(cue.verb).stop
            or self.scene.folded[after] not in self.grammar.for_
            or not self.scene.is_inf(after + 1)
        ):
            return 0
        return after + 2

    def _conjunction(self, cue: Cue, words: frozenset[str], *, past: int) -> int | None:
        """Return the first such conjunction after the cue, before the clause ends or another verb stands."""
        sentence = self.scene.sentence(cue.verb)
        if not past and cue.takes("np") and has_thing(self.scene, cue):
            return None
        start = past or self._past_aside(cue)
        for place in range(start, min(sentence.stop, start + _REACH)):
            token = self.scene.tokens[place]
            if self.scene.folded[place] in words and token.pos in ("SCONJ", "PRON", "ADV", "ADP"):
                if not self._opens(cue, place):
                    return None
                before = self.scene.folded[place - 1] if place else ""
                comments = before in self.grammar.what and self.scene.tokens[place - 2].text == ","
                compares = before in self.grammar.comparatives and not self._is_cue_s_own(cue, place - 1)
                return None if comments or compares or is_of_thing(self.scene, cue, place) else place
            if self.scene.is_finite(place) or token.text in (":", ";") or self._is_infinitive(cue, place):
                return None
        return None

    def _is_infinitive(self, cue: Cue, place: int) -> bool:
        """Whether what a cue attributes begins at a place as an infinitive: "indique aussi | intervenir", "promet | d'éviter que"."""
        if self.scene.is_inf(place):
            return cue.takes("inf", "say-inf") and after_adverbs(self.scene, cue.last + 1) >= place
        leads = ((("de-inf", "obj-de-inf"), self.grammar.of), (("à-inf", "obj-à-inf"), self.grammar.to))
        led = any(cue.takes(*frames) and self.scene.folded[place] in words for frames, words in leads)
        return led and leads_infinitive(self.scene, place)

    def _opens(self, cue: Cue, place: int) -> bool:
        """Whether a conjunction may open a clause that is said: not "ses alliés que sont X", and "s'" only before "il"."""
        word, after = self.scene.folded[place], place + 1
        if after >= self.scene.sentence(place).stop:
            return False
        if word in self.grammar.whether & self.grammar.reflexive:
            return self.scene.folded[after] in self.grammar.pronouns
        return word in self.grammar.whether or place == cue.last + 1 or not self.scene.is_finite(after)

    def _is_cue_s_own(self, cue: Cue, place: int) -> bool:
        """Whether an adverb right behind a cue is the cue's ("demande aussi que")."""
        return place == cue.last + 1 and self.scene.folded[place] in self.grammar.also

    def _past_aside(self, cue: Cue) -> int:
        """Return the token behind the cue, past what two commas set apart there."""
        stop, after = self.scene.sentence(cue.verb).stop, cue.last + 1
        if after < stop and self.scene.tokens[after].text == ",":
            verb = next((place for place in range(after + 1, stop) if self.scene.is_finite(place)), stop)
            commas = (place for place in range(after + 1, min(verb, stop - 1)) if self.scene.tokens[place].text == ",")
            closing = next((place for place in commas if self.scene.folded[place + 1] in self.grammar.that), None)
            if closing is not None:
                return closing + 1
        return self._past_comparison(after, stop)

    def _past_comparison(self, after: int, stop: int) -> int:
        """Return the token before which a cue's clause may begin, past "comme l'ont fait ses alliés"; the place where none stands."""
        if after >= stop or self.scene.folded[after] not in self.grammar.as_ or self.scene.folded[after + 1] in self.grammar.that:
            return after
        verb = next((place for place in range(after + 1, min(after + _REACH, stop)) if self.scene.is_finite(place)), stop)
        phrases = (place for place in range(verb + 1, min(verb + _REACH, stop)) if self.scene.folded[place] in self.grammar.that)
        return next(phrases, after)
