"""What is attributed: the content of a cue, by the frames that its entry allows."""

from __future__ import annotations

from selon.stages.saying.calling import Calling
from selon.stages.saying.conjunctions import Conjunctions
from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import Content, Extents, closed
from selon.stages.saying.infinitives import Infinitives
from selon.stages.saying.objects import Objects
from selon.stages.saying.quoted import Quoted
from selon.stages.saying.scene import Scene


class Contents:
    """Finds contents in one article."""

    def __init__(self, scene: Scene, cues: list[Cue]) -> None:
        self.scene, self.grammar = scene, scene.grammar
        extents = Extents(scene, cues)
        self.quoted, self.conjunctions, self.infinitives = Quoted(scene, cues), Conjunctions(scene, extents), Infinitives(scene, extents)
        self.calling, self.objects = Calling(scene, extents), Objects(scene, extents)

    def of(self, cue: Cue) -> Content | None:
        """Return the content of a cue that is no incise; ``None`` if it has none."""
        objects = self.objects
        for frame in (
            self.as_said,
            self.quoted.behind_colon,
            self.conjunctions.of,
            self.infinitives.of,
            self.calling.attribute,
            objects.complement,
            objects.object_phrase,
            self.quoted.bare,
        ):
            found = frame(cue)
            if found:
                return found
        return None

    def as_said(self, cue: Cue) -> Content | None:
        """The clause that a "comme l'a dit X" comments on: what precedes it in the sentence, or what follows its comma."""
        sentence = self.scene.sentence(cue.verb)
        lead = next(
            (
                place
                for place in range(cue.first - 1, max(sentence.start - 1, cue.first - 7), -1)
                if self.scene.folded[place] in self.grammar.as_
            ),
            None,
        )
        if lead is None or not self.objects.has_object(cue):
            return None
        start, end = self.scene.tokens[sentence.start].span.start, self.scene.tokens[sentence.stop - 1].span.end
        comma = next((place for place in range(cue.last + 1, sentence.stop) if self.scene.tokens[place].text == ","), None)
        after = self.scene.words_between(self.scene.tokens[comma].span.end, end) if comma else None
        if lead == sentence.start:
            return Content((closed(self.scene, after),), "as-said", 0.7) if after else None
        before = self.scene.words_between(start, self.scene.tokens[lead].span.start)
        rest = after if before and not any(map(self.scene.is_finite, self.scene.inside(before))) else None
        spans = tuple(closed(self.scene, span) for span in (before, rest) if span)
        return Content(spans, "as-said", 0.7) if spans else None
