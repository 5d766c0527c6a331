"""The statements that verbs of the lexicon tell in one article: content, speaker, source, links and those spoken to."""

from __future__ import annotations

from collections.abc import Sequence

from selon.core.text import Span
from selon.lang.match import fold
from selon.stages.saying.accused import Accused
from selon.stages.saying.acts import act_of
from selon.stages.saying.addressees import Addressees
from selon.stages.saying.answers import answered
from selon.stages.saying.chains import published_by, told_to
from selon.stages.saying.contents import Contents
from selon.stages.saying.cues import Cue
from selon.stages.saying.drafts import Draft, Voice, statement
from selon.stages.saying.extents import Content
from selon.stages.saying.hosts import cited_in, hosted_by
from selon.stages.saying.incised import Incised
from selon.stages.saying.incises import Incises
from selon.stages.saying.joints import joined, lead
from selon.stages.saying.modality import form, modality
from selon.stages.saying.references import References
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker, Speakers
from selon.stages.saying.telling import narrator_of
from selon.stages.saying.trailing import Trailing
from selon.stages.saying.unsaid import is_asked, is_impersonal, is_own_performative, is_unsaid

_SAYING = ("que", "si", "quote", "incise")
"""Frames that only words have: whatever their subject is, it says something."""

_ANSWERS = ("deny", "confirm")
"""Acts by which the accused answer."""

_AGENTLESS = ("accuse", "deny", "announce", "confirm")
"""Acts that a passive without an agent reports all the same."""


class Verbal:
    """Reads what the cues of one article tell."""

    def __init__(self, scene: Scene, cues: list[Cue], trailing: Trailing, speakers: Speakers, references: References) -> None:
        self.scene, self.cues, self.speakers, self.references = scene, cues, speakers, references
        self.incises, self.incised = Incises(scene, trailing), Incised(scene, cues, trailing)
        self.contents = Contents(scene, cues)
        self.addressees = Addressees(scene, speakers, references)
        self.accused = Accused(scene, speakers, references)

    def draft(self, cue: Cue, before: Sequence[Draft]) -> Draft | None:
        """Return the statement of a cue; ``None`` if nobody is reported by it. ``before``: those read before it."""
        incise = self.incises.is_incise(cue)
        content = self.incised.of(cue) if incise else answered(self.scene, cue, before, self.contents.of(cue))
        if content is None or (not incise and (is_own_performative(self.scene, cue) or is_asked(self.scene, cue, before))):
            return None
        speaker, known = self._speaker(cue, incise, before)
        if speaker and not incise and is_unsaid(self.scene, cue, content, speaker):
            return None
        if speaker is None and narrator_of(self.scene, cue) is not None:
            known = self.references.last
        speaker = self._told_by(cue, speaker) or (None if self._is_nobody(speaker) and cue.entry.act == "accuse" else speaker)
        impersonal = incise and cue.inverted is not None and is_impersonal(self.scene, cue)
        source = None if impersonal else known or self._source(cue, speaker, content, before)
        if not self._is_attributed(cue, content, speaker, incise=incise, known=source is not None or impersonal):
            return None
        return self._made(cue, content, speaker, source, incise)

    def _made(self, cue: Cue, content: Content, speaker: Speaker | None, source: Span | None, incise: bool) -> Draft:
        """Return the statement of a cue whose content and speaker are known."""
        kind = modality(self.scene, content.spans, reported=content.frame == "que" and cue.past)
        via = told_to(self.scene, cue) or (self._relayed(speaker) if speaker else ()) or hosted_by(self.scene, cue)
        via = tuple(link for link in via if link != source)
        if cited := cited_in(self.scene, self.speakers, cue, source):
            speaker, source, via = cited, cited.mention.span if cited.mention else None, (source,) if source else ()
        voice = Voice(speaker.span if speaker else None, source, via, self.addressees.of(cue, content, speaker, source))
        why = f"{cue.entry.id}.{content.frame}"
        made = statement(
            self.scene, content, voice, cue=cue.span(self.scene), act=act_of(self.scene, cue, content, kind), modality=kind, why=why
        )
        return Draft(made, self.scene.sentence_of[cue.verb], incise, cue.verb, content.frame)

    def _is_attributed(self, cue: Cue, content: Content, speaker: Speaker | None, *, incise: bool, known: bool) -> bool:
        """Whether somebody may be meant who said it, or an agentless passive reports it."""
        if speaker is None and known:
            return True
        if speaker is None:
            accused = self.scene.folded[cue.first - 1] in self.scene.grammar.nobody and cue.entry.act == "accuse"
            return accused or (cue.passive and not incise and (cue.entry.act in _AGENTLESS or content.frame == "si"))
        return known or content.frame in _SAYING or (self._may_be_unknown(speaker) and not self._is_nobody(speaker))

    def _speaker(self, cue: Cue, incise: bool, before: Sequence[Draft]) -> tuple[Speaker | None, Span | None]:
        """Return the speaker, and whom a cue shares it with is known to be: a cue joined to an earlier one has that one's."""
        earlier = [other.verb for other in self.cues if other.first < cue.first and not incise and self._is_joined(other, cue)]
        draft = next((draft for draft in reversed(before) if draft.word in earlier), None)
        if draft and draft.statement.speaker:
            span = draft.statement.speaker
            return Speaker(span, self.scene.at(span.start), None), draft.statement.source
        return self.speakers.of(cue, incise=incise), None

    def _told_by(self, cue: Cue, speaker: Speaker | None) -> Speaker | None:
        """The source that an impersonal report names behind it: "a-t-on appris auprès de la police", "lit-on dans un communiqué"."""
        return self.speakers.behind(cue) if self._is_nobody(speaker) else None

    def _is_nobody(self, speaker: Speaker | None) -> bool:
        return speaker is not None and self.scene.folded[speaker.head].strip("-t") in self.scene.grammar.nobody

    def _is_joined(self, earlier: Cue, cue: Cue) -> bool:
        same = self.scene.sentence_of[earlier.verb] == self.scene.sentence_of[cue.verb]
        return same and not cue.passive and cue.inverted is None and joined(self.scene, earlier, cue) and not self._has_subject(cue)

    def _has_subject(self, cue: Cue) -> bool:
        """Whether a cue has a subject of its own right before it, behind the word that joins it on."""
        start = lead(self.scene, cue)
        return any(self.scene.tokens[child].dep.startswith("nsubj") and start < child < cue.verb for child in self.scene.children[cue.verb])

    def _source(self, cue: Cue, speaker: Speaker | None, content: Content, before: Sequence[Draft]) -> Span | None:
        """Return whom the speaker is. A pronoun that answers an accusation is not the accuser but one named after them."""
        word = fold(speaker.span.of(self.scene.raw)) if speaker else ""
        if speaker and word in self.scene.grammar.pronouns:
            is_latter = word in self.scene.grammar.demonstratives
            if cue.entry.act in _ANSWERS and not is_latter and (accused := self.accused.before(word, speaker.span.start, before)):
                return accused
            if content.frame == "antecedent" and before and before[-1].statement.source:
                accusing = before[-1].statement.cue
                return self.references.accused(word, accusing.end if accusing else 0, speaker.span.start)
        quoted = content.frame == "incise" and form(self.scene, content.spans) != "indirect"
        return self.references.source(speaker, quoted=quoted)

    def _relayed(self, speaker: Speaker) -> tuple[Span, ...]:
        """Return who passed on a speaker's words: "l'agence X, citée par Y", else who published the text that speaks."""
        scene, behind = self.scene, self.scene.inside(speaker.span).stop
        stop = scene.sentence(speaker.head).stop
        cited = behind + 1 < stop and scene.tokens[behind].text == "," and scene.folded[behind + 1] in scene.grammar.published
        named = published_by(scene, behind + 1, stop) if cited else None
        return (named,) if named else self._of_text(speaker)

    def _of_text(self, speaker: Speaker) -> tuple[Span, ...]:
        """Return who published the text that speaks: named behind it, else who passed on its author's last words."""
        if not self.references.is_text(speaker):
            return ()
        last = speaker.head + len(self.scene.inside(speaker.span))
        named = published_by(self.scene, last, self.scene.sentence(speaker.head).stop)
        return (named,) if named else self.references.last_via

    def _may_be_unknown(self, speaker: Speaker) -> bool:
        """Whether a speaker who is no actor may still speak: a pronoun, or a text that says something."""
        word = self.scene.folded[speaker.head].strip("-")
        grammar = self.scene.grammar
        return (
            word in grammar.pronouns
            or word in grammar.impersonal
            or word in grammar.who
            or fold(self.scene.tokens[speaker.head].lemma) in self.scene.said_things
        )
