"""What something is called: "qualifie X de Y", "juge X suffisant", "attribue X à Y", "présente X comme Y", "se dit prêt"."""

from __future__ import annotations

from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import Content, Extents
from selon.stages.saying.phrases import after_adverbs, bare_adverbs, noun_phrase
from selon.stages.saying.scene import Scene

_REACH = 14


class Calling:
    """Finds the contents in one article that are an object and what is said of it."""

    def __init__(self, scene: Scene, extents: Extents) -> None:
        self.scene, self.grammar, self.extents = scene, scene.grammar, extents
        self._leads = {
            "attribute-de": self.grammar.of | self.grammar.of_fused,
            "attribute-à": self.grammar.to | self.grammar.to_fused,
            "attribute-comme": self.grammar.as_,
        }

    def attribute(self, cue: Cue) -> Content | None:
        """An object and what it is called."""
        scene, after, leads = self.scene, cue.last + 1, self._leads_of(cue)
        if cue.passive or not (leads or cue.takes("attribute")) or after >= scene.sentence(cue.verb).stop:
            return None
        start = self._start(cue, after, leads)
        if start >= scene.sentence(cue.verb).stop or (
            scene.tokens[start].pos in ("PUNCT", "VERB", "SCONJ", "ADP") and not self._may_begin(start, cue, leads)
        ):
            return None
        if scene.folded[start] not in leads and not (self._is_self(cue) or self._is_called(start, cue, leads)):
            return None
        return self.extents.clause(cue, start, "attribute", 0.85)

    def _leads_of(self, cue: Cue) -> frozenset[str]:
        """Return the words that may lead to what the object of a cue is called."""
        return frozenset(word for frame, words in self._leads.items() if cue.takes(frame) for word in words)

    def _is_self(self, cue: Cue) -> bool:
        """Whether a cue tells what its own subject is: "se dit prêt"."""
        return cue.entry.reflexive and cue.takes("attribute")

    def _start(self, cue: Cue, after: int, leads: frozenset[str]) -> int:
        """Return the first token of the object, or of what it is called where the object is no phrase behind the cue."""
        if self._is_self(cue):
            return self._with_degree(bare_adverbs(self.scene, after), after)
        return after if self.scene.folded[after] in leads else after_adverbs(self.scene, after, times=False)

    def _with_degree(self, start: int, lowest: int) -> int:
        """Take in the adverbs before a word that hang on it: "très favorable"."""
        while start > lowest and self.scene.tokens[start - 1].pos == "ADV" and self.scene.tokens[start - 1].head >= start:
            start -= 1
        return start

    def _is_called(self, start: int, cue: Cue, leads: frozenset[str]) -> bool:
        """Whether something is said of the object that begins at a token: behind it, or by a word of its phrase."""
        scene, phrase = self.scene, noun_phrase(self.scene, start)
        if phrase is None:
            return False
        stop = min(scene.sentence(start).stop, phrase[1] + _REACH)
        behind, inside = range(phrase[1] + 1, stop), range(phrase[0] + 1, phrase[1] + 1)
        places = (*behind, *(() if scene.tokens[start].pos == "NUM" else inside))
        if any(scene.folded[place] in leads or scene.folded[place] + "'" in leads for place in places):
            return True
        return cue.takes("attribute") and any(scene.tokens[place].pos == "ADJ" or scene.is_mark(place) for place in (start, *places))

    def _may_begin(self, start: int, cue: Cue, leads: frozenset[str]) -> bool:
        """Whether an attribute may begin with a token that no noun phrase does: a mark, a participle or a comparison."""
        is_participle = self.scene.tokens[start].feature("VerbForm") == "Part"
        return self.scene.is_mark(start) or self.scene.folded[start] in leads or (self._is_self(cue) and is_participle)
