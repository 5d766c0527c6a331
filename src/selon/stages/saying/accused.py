"""Whom an accusation is against, so that a pronoun that denies or admits it is known."""

from __future__ import annotations

from collections.abc import Sequence

from selon.core.text import Span
from selon.stages.saying.drafts import Draft
from selon.stages.saying.references import References
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speakers
from selon.stages.saying.together import together

_SENTENCES_BACK = 2


class Accused:
    """Finds the accused of one article's accusations."""

    def __init__(self, scene: Scene, speakers: Speakers, references: References) -> None:
        self.scene, self.speakers, self.references = scene, speakers, references

    def before(self, pronoun: str, start: int, before: Sequence[Draft]) -> Span | None:
        """Return whom the last accusation of late is against, if a person or two with whom the pronoun agrees; else ``None``."""
        near = [draft for draft in before if draft.statement.act == "accuse" and self._is_near(draft, start)]
        found = self._of(near[-1]) if near else None
        if found is None or found.end > start:
            return None
        return found if self.references.is_one(pronoun, found) or self._are_several(pronoun, near[-1]) else None

    def _are_several(self, pronoun: str, draft: Draft) -> bool:
        """Whether two names are accused together, for whom "ils" stands; the first of them is told."""
        if self.scene.grammar.pronouns[pronoun].number != "p":
            return False
        subject = self.speakers.subject_of(draft.word)
        return subject is not None and bool(together(self.scene, self.speakers, subject, self.scene.sentence(draft.word).stop))

    def _is_near(self, draft: Draft, start: int) -> bool:
        here = self.scene.sentence_of[min(self.scene.at(start), len(self.scene.tokens) - 1)]
        return not draft.is_noun and 0 <= here - draft.sentence <= _SENTENCES_BACK and draft.statement.span.start < start

    def _of(self, draft: Draft) -> Span | None:
        """Return the accused: the subject of a passive or a participle, else who stands between the verb and what it tells."""
        statement, scene = draft.statement, self.scene
        if statement.cue is None:
            return None
        if statement.speaker is None or statement.speaker.start > statement.cue.end:
            subject = self.speakers.subject_of(draft.word)
            return self.references.source(subject) if subject else None
        low, high = statement.cue.end, max(statement.cue.end, statement.content[0].start)
        between = scene.mentions_in(Span(low, high)) if low < high else []
        return between[0].span if between else None
