"""Whom a pronoun or a bare description that speaks stands for: the likeliest mention before it."""

from __future__ import annotations

from selon.core.marks import Mention
from selon.core.text import Span
from selon.lang.grammar import Pronoun
from selon.lang.match import fold
from selon.stages.saying.agreement import BODIES, Agreement
from selon.stages.saying.antecedents import PEOPLE, Antecedents
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker
from selon.stages.saying.writers import is_definite, is_written


class References:
    """Resolves speakers of one article in the order of the text; remembers who spoke last."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.agreement = scene, Agreement(scene)
        self.antecedents = Antecedents(scene, self.agreement)
        self.last_via: tuple[Span, ...] = ()
        self.wrote: dict[str, Span] = {}

    @property
    def last(self) -> Span | None:
        """Who spoke last."""
        return self.antecedents.last

    def spoke(self, source: Span | None, at: int, via: tuple[Span, ...]) -> None:
        """Remember who spoke, where, and through whom."""
        if source:
            self.antecedents.last, self.antecedents.last_at, self.last_via = source, at, via

    def is_text(self, speaker: Speaker) -> bool:
        """Whether a speaker is a known text ("le communiqué"), which speaks for its author."""
        return is_definite(self.scene, speaker.span.start) and fold(self.scene.tokens[speaker.head].lemma) in self.scene.grammar.texts

    def source(self, speaker: Speaker | None, *, quoted: bool = False) -> Span | None:
        """Return the mention that a speaker is: its own, else the one a pronoun stands for, else the phrase itself.

        quoted: the words stand in marks, so that whoever is their subject is somebody

        ``None`` for nobody in particular ("on", an impersonal "il") and where no mention fits.
        """
        if speaker is None:
            return None
        scene = self.scene
        word = fold(speaker.span.of(scene.raw))
        if word in scene.grammar.speakers:
            return None
        if word in scene.grammar.pronouns or word in scene.grammar.possessives:
            return self._meant(word, speaker)
        if word in scene.knowledge.words.same_source and self.last:
            return self._last_body(speaker.span.start) or self.last
        if is_written(self.scene, speaker.head):
            return self._writer(speaker) or self._unnamed(speaker, quoted=quoted)
        return self.last if self._is_signers(speaker) else self._itself(speaker, quoted=quoted)

    def _itself(self, speaker: Speaker, *, quoted: bool) -> Span | None:
        return speaker.mention.span if speaker.mention else self._unnamed(speaker, quoted=quoted)

    def _writer(self, speaker: Speaker) -> Span | None:
        """Return whose words a text is: named beside it, its possessor, whose an earlier one of that name was; else who spoke last."""
        lemma, first = fold(self.scene.tokens[speaker.head].lemma), self.scene.folded[self.scene.at(speaker.span.start)]
        if speaker.mention:
            self.wrote[lemma] = speaker.mention.span
            return speaker.mention.span
        if first in self.scene.grammar.possessives:
            owner = self._possessor(self.scene.grammar.possessives[first], speaker)
            return owner.span if owner else None
        if not is_definite(self.scene, speaker.span.start):
            return None
        return self.wrote.get(lemma) or (self.last if lemma in self.scene.grammar.texts else None)

    def _is_signers(self, speaker: Speaker) -> bool:
        """Whether those who signed what was told of speak on ("les signataires"), after several have."""
        several = self.last is not None and any(self.agreement.is_plural(each) for each in self.scene.mentions_in(self.last))
        return several and self.scene.folded[speaker.head] in self.scene.grammar.signers

    def _meant(self, word: str, speaker: Speaker) -> Span | None:
        """Return the mention that a pronoun or a possessive stands for."""
        if word in self.scene.grammar.pronouns:
            found = self.antecedents.of(word, speaker.span.start, speaks=True)
        else:
            found = self._possessor(self.scene.grammar.possessives[word], speaker)
        return found.span if found else None

    def _unnamed(self, speaker: Speaker, *, quoted: bool) -> Span | None:
        """Return the words of a speaker who is no mention but may speak, or whose words stand in marks."""
        scene = self.scene
        quoting = quoted and scene.tokens[speaker.head].pos == "NOUN" and fold(scene.tokens[speaker.head].lemma) not in scene.said_things
        return speaker.span if quoting or scene.may_speak(speaker.head) else None

    def _last_body(self, before: int) -> Span | None:
        """Return the last agency, outlet or organisation named before a character."""
        found = [
            mention
            for mention in self.scene.mentions
            if mention.span.end <= before and mention.kind in BODIES and mention.form == "name"
        ]
        return found[-1].span if found else None

    def accused(self, pronoun: str, start: int, end: int) -> Span | None:
        """Return the first mention between two characters that a pronoun agrees with: whom an accusation is against."""
        row = self.scene.grammar.pronouns[pronoun]
        between = self.scene.mentions_in(Span(start, end)) if start < end else []
        return next((mention.span for mention in between if self.agreement.agrees(mention, row)), None)

    def is_one(self, pronoun: str, span: Span) -> bool:
        """Whether a mention is of people whom a pronoun may stand for."""
        row = self.scene.grammar.pronouns[pronoun]
        found = next((mention for mention in self.scene.mentions_in(span) if mention.span == span), None)
        return found is not None and found.kind in PEOPLE and self.agreement.agrees(found, row)

    def _possessor(self, row: Pronoun, speaker: Speaker) -> Mention | None:
        """Return whose thing a possessive is: the subject of its sentence, else whom a pronoun would stand for."""
        sentence = self.scene.span(self.scene.sentence(speaker.head).start, speaker.head)
        here = [
            each
            for each in self.scene.mentions_in(sentence)
            if each.span.end <= speaker.span.start and self.agreement.agrees(each, row)
        ]
        nearest = max(here, key=lambda each: (self.antecedents.is_subject(each), each.span.start), default=None)
        return nearest or self.antecedents.standing(row, speaker.span.start)
