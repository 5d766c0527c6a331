"""The statements of one article, read in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selon.core.marks import Quote
from selon.core.text import Span
from selon.lang.match import fold
from selon.stages.saying.accused import Accused
from selon.stages.saying.acts import act_of
from selon.stages.saying.addressees import Addressees
from selon.stages.saying.answers import answered
from selon.stages.saying.chains import published_by, told_to
from selon.stages.saying.colons import Colons, Told, taken
from selon.stages.saying.contents import Contents
from selon.stages.saying.cues import Cue
from selon.stages.saying.drafts import Draft, Voice, statement, without_doubles
from selon.stages.saying.extents import Content, is_speech
from selon.stages.saying.floating import floating
from selon.stages.saying.hosts import cited_in, hosted_by
from selon.stages.saying.incised import Incised
from selon.stages.saying.incises import Incises
from selon.stages.saying.joints import joined, lead
from selon.stages.saying.modality import form, modality
from selon.stages.saying.nominal import Nominal, Nominals
from selon.stages.saying.prepositions import Attribution, attributions
from selon.stages.saying.references import References
from selon.stages.saying.relays import with_named_sources
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker, Speakers
from selon.stages.saying.telling import cues, narrator_of
from selon.stages.saying.together import together
from selon.stages.saying.trailing import Trailing

_SAYING = ("que", "si", "quote", "incise")
"""Frames that only words have: whatever their subject is, it says something."""

_ANSWERS = ("deny", "confirm")
"""Acts by which the accused answer."""

_AGENTLESS = ("accuse", "deny", "announce", "confirm")
"""Acts that a passive without an agent reports all the same."""


class Narration:
    """Reads the statements of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.cues = list(cues(scene))
        trailing = Trailing(scene)
        self.incises, self.incised = Incises(scene, trailing), Incised(scene, self.cues, trailing)
        self.contents, self.speakers = Contents(scene, self.cues), Speakers(scene, trailing)
        self.references = References(scene)
        self.addressees = Addressees(scene, self.speakers, self.references)
        self.accused = Accused(scene, self.speakers, self.references)

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
            return self._by_cue(each, before)
        if isinstance(each, Told):
            return None if taken(self.scene, each, [draft.statement.content for draft in before]) else self._by_colon(each)
        return self._by_preposition(each) if isinstance(each, Attribution) else self._by_noun(each)

    def _by_cue(self, cue: Cue, before: Sequence[Draft]) -> Draft | None:
        incise = self.incises.is_incise(cue)
        content = self.incised.of(cue) if incise else answered(self.scene, cue, before, self.contents.of(cue))
        if content is None or (not incise and (self._is_own_performative(cue) or self._is_asked(cue, before))):
            return None
        speaker, known = self._speaker(cue, incise, before)
        if speaker and not incise and self._is_unsaid(cue, content, speaker):
            return None
        if speaker is None and narrator_of(self.scene, cue) is not None:
            known = self.references.last
        speaker = self._told_by(cue, speaker) or (None if self._is_nobody(speaker) and cue.entry.act == "accuse" else speaker)
        impersonal = incise and cue.inverted is not None and self._is_impersonal(cue)
        source = None if impersonal else known or self._source(cue, speaker, content, before)
        if not self._is_attributed(cue, content, speaker, incise=incise, known=source is not None or impersonal):
            return None
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

    def _is_own_performative(self, cue: Cue) -> bool:
        """Whether a cue in a quotation is the quoted speaker's own ("je pense que", "nous remercions")."""
        quote = self.scene.quote_over(self.scene.tokens[cue.verb].span.start)
        if quote is None or not is_speech(self.scene, quote):
            return False
        subject = self.scene.child(cue.verb, "nsubj")
        if self._is_narrated(cue, subject, quote):
            return False
        return subject is None or self.scene.tokens[subject].pos == "PRON" or not self.scene.mentions_in(self.scene.tokens[subject].span)

    def _is_narrated(self, cue: Cue, subject: int | None, quote: Quote) -> bool:
        """Whether only the last part of a report stands in marks: "X a « dénoncé un complot »", "X, qui « recommande de partir »"."""
        outside = (cue.first, *(() if subject is None else (subject,)))
        return quote.closed and any(self.scene.tokens[place].span.start < quote.inner.start for place in outside)

    def _is_unsaid(self, cue: Cue, content: Content, speaker: Speaker) -> bool:
        """Whether nobody is reported: "je crois que" says itself, and a text that "prévoit" a thing tells nothing to come."""
        text = fold(self.scene.tokens[speaker.head].lemma) in self.scene.said_things and speaker.mention is None
        provides = text and cue.entry.act == "predict" and content.frame == "np"
        return provides or fold(speaker.span.of(self.scene.raw)) in self.scene.grammar.speakers

    def _is_asked(self, cue: Cue, before: Sequence[Draft]) -> bool:
        """Whether a cue is the main verb of a question: nobody said it ("a demandé si le maire affirmait que ...")."""
        start = self.scene.tokens[cue.first].span.start
        asked = next((draft for draft in before if draft.frame == "si" and draft.statement.content[0].start <= start), None)
        if asked is None or start >= asked.statement.content[0].end:
            return False
        return not any(self.scene.is_finite(place) for place in range(self.scene.at(asked.statement.content[0].start), cue.first))

    def _is_impersonal(self, cue: Cue) -> bool:
        """Whether an inverted "il" is nobody: "est-il ajouté"."""
        first = self.scene.tokens[cue.first]
        return fold(first.lemma) in self.scene.grammar.be and not cue.entry.reflexive

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
        to = self.addressees.of_noun(each.noun, each.content, each.speaker)
        voice = Voice(each.speaker.span if each.speaker else None, self.references.source(each.speaker), to=to)
        why = f"{each.entry.id}.{each.content.frame}"
        made = statement(self.scene, each.content, voice, cue=each.cue, act=each.entry.act, modality=kind, why=why)
        return Draft(made, self.scene.sentence_of[each.first], False, each.noun, each.content.frame, is_noun=True)
