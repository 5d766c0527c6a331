"""The statements of one article, read in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selon.stages.saying.colons import Colons, Told, taken
from selon.stages.saying.cues import Cue
from selon.stages.saying.drafts import Draft, Voice, statement, without_doubles
from selon.stages.saying.extents import Content, is_speech
from selon.stages.saying.floating import floating
from selon.stages.saying.modality import modality
from selon.stages.saying.nominal import Nominal, Nominals
from selon.stages.saying.prepositions import Attribution, attributions
from selon.stages.saying.references import References
from selon.stages.saying.relays import with_named_sources
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker, Speakers
from selon.stages.saying.telling import cues
from selon.stages.saying.together import together
from selon.stages.saying.trailing import Trailing
from selon.stages.saying.verbal import Verbal


class Narration:
    """Reads the statements of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.cues, trailing = scene, list(cues(scene)), Trailing(scene)
        self.speakers, self.references = Speakers(scene, trailing), References(scene)
        self.verbal = Verbal(scene, self.cues, trailing, self.speakers, self.references)

    def drafts(self) -> list[Draft]:
        """Return the statements of verbs, nouns and prepositions, and of quotations that go on by themselves."""
        found: list[tuple[int, Cue | Attribution | Nominal | Told]] = [(cue.first, cue) for cue in self.cues]
        found += [(each.first, each) for each in attributions(self.scene, self.speakers)]
        found += [(each.first, each) for each in Nominals(self.scene, self.speakers).found()]
        found += [(each.first, each) for each in Colons(self.scene, self.speakers).found()]
        made: list[Draft] = []
        for _, each in sorted(found, key=lambda item: item[0]):
            draft = self._draft(each, made)
            if draft:
                made += [draft, *self._beside(each, draft)]
                if not self._is_beside(each) and not self._is_quoted(draft):
                    self.references.spoke(draft.statement.source, draft.statement.span.end - 1, draft.statement.via)
        made = with_named_sources(self.scene, without_doubles(self.scene, made))
        return [*made, *floating(self.scene, made)]

    def _is_beside(self, each: Cue | Attribution | Nominal | Told) -> bool:
        """Whether a report only stands beside a noun ("un projet défendu par X"), so that whoever spoke before speaks on."""
        return isinstance(each, Cue) and each.passive and not each.finite

    def _is_quoted(self, draft: Draft) -> bool:
        """Whether a report stands in what another is quoted with: who reports it speaks on."""
        cue = draft.statement.cue
        quote = self.scene.quote_over(cue.start) if cue else None
        return cue is not None and quote is not None and is_speech(self.scene, quote) and quote.inner.start < cue.start

    def _beside(self, each: Cue | Attribution | Nominal | Told, draft: Draft) -> list[Draft]:
        """Return the same words once more for each who is named beside their speaker."""
        said = draft.statement
        if not said.speaker or not said.source or not said.speaker.overlaps(said.source):
            return []
        head = self.scene.at(said.source.start)
        speaker = Speaker(said.speaker, head, self.speakers.mention(said.source, head))
        stop = each.first if isinstance(each, Cue) and head < each.first else self.scene.sentence(head).stop
        others = together(self.scene, self.speakers, speaker, stop)
        return [replace(draft, statement=replace(said, speaker=each.span, source=self.references.source(each))) for each in others]

    def _draft(self, each: Cue | Attribution | Nominal | Told, before: Sequence[Draft]) -> Draft | None:
        if isinstance(each, Cue):
            return self.verbal.draft(each, before)
        if isinstance(each, Told):
            return None if taken(self.scene, each, [draft.statement.content for draft in before]) else self._by_colon(each)
        return self._by_preposition(each) if isinstance(each, Attribution) else self._by_noun(each)

    def _by_preposition(self, each: Attribution) -> Draft:
        source = self.references.source(each.speaker)
        kind = modality(self.scene, each.content, reported=False)
        via = (each.relay,) if each.relay and each.relay != source else ()
        voice, content = Voice(each.speaker.span, source, via), Content(each.content, "preposition", 0.9)
        made = statement(self.scene, content, voice, cue=each.cue, act=each.entry.act, modality=kind, why=each.entry.id)
        return Draft(made, self.scene.sentence_of[each.first], True, each.first, content.frame)

    def _by_colon(self, each: Told) -> Draft | None:
        source = self.references.source(each.speaker, quoted=True)
        if source is None and each.speaker:
            return None
        kind = modality(self.scene, each.content.spans, reported=False)
        voice = Voice(each.speaker.span if each.speaker else None, source)
        made = statement(self.scene, each.content, voice, cue=None, act="assert", modality=kind, why=each.why)
        return Draft(made, self.scene.sentence_of[each.first], False, -1, each.content.frame)

    def _by_noun(self, each: Nominal) -> Draft:
        kind = modality(self.scene, each.content.spans, reported=each.content.frame in ("que", "selon-laquelle"))
        to = self.verbal.addressees.of_noun(each.noun, each.content, each.speaker)
        voice = Voice(each.speaker.span if each.speaker else None, self.references.source(each.speaker), to=to)
        why = f"{each.entry.id}.{each.content.frame}"
        made = statement(self.scene, each.content, voice, cue=each.cue, act=each.entry.act, modality=kind, why=why)
        return Draft(made, self.scene.sentence_of[each.first], False, each.noun, each.content.frame, is_noun=True)
