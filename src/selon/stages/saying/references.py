"""Whom a pronoun or a bare description that speaks stands for: the likeliest mention before it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from selon.core.marks import Mention
from selon.core.text import Span
from selon.lang.grammar import Pronoun
from selon.lang.match import fold
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker
from selon.stages.saying.writers import is_definite, is_written

_SENTENCES_BACK = 6
_SPEAKS, _SUBJECT, _PERSON, _NAME, _FURTHER = 4.0, 2.0, 2.0, 0.5, 1.2
_LONG_QUOTE_CHARS, _LATTER_BACK = 60, 8
_RELAYS, _RELAY = ("agency", "outlet"), -3.0
_PEOPLE, _BODIES = ("person", "group"), (*_RELAYS, "organisation")
_GENDERS = {"Masc": "m", "Fem": "f"}
_BODY, _COMPLEMENT = -2.0, -2.0
"""How much less likely a body with a name is than a person, and a name than the description whose complement it is."""


@dataclass(slots=True)
class References:
    """Resolves speakers of one article in the order of the text; remembers who spoke last."""

    scene: Scene
    last: Span | None = None
    last_at: int = 0
    last_via: tuple[Span, ...] = ()
    wrote: dict[str, Span] = field(default_factory=dict)

    def spoke(self, source: Span | None, at: int, via: tuple[Span, ...]) -> None:
        """Remember who spoke, where, and through whom."""
        if source:
            self.last, self.last_at, self.last_via = source, at, via

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
        several = self.last is not None and any(self._is_plural(each) for each in self.scene.mentions_in(self.last))
        return several and self.scene.folded[speaker.head] in self.scene.grammar.signers

    def _meant(self, word: str, speaker: Speaker) -> Span | None:
        """Return the mention that a pronoun or a possessive stands for."""
        if word in self.scene.grammar.pronouns:
            found = self.antecedent(word, speaker.span.start, speaks=True)
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
            if mention.span.end <= before and mention.kind in ("agency", "outlet", "organisation") and mention.form == "name"
        ]
        return found[-1].span if found else None

    def accused(self, pronoun: str, start: int, end: int) -> Span | None:
        """Return the first mention between two characters that a pronoun agrees with: whom an accusation is against."""
        row = self.scene.grammar.pronouns[pronoun]
        between = self.scene.mentions_in(Span(start, end)) if start < end else []
        return next((mention.span for mention in between if self._agrees(mention, row.gender, row.number)), None)

    def is_one(self, pronoun: str, span: Span) -> bool:
        """Whether a mention is of people whom a pronoun may stand for."""
        row = self.scene.grammar.pronouns[pronoun]
        found = next((mention for mention in self.scene.mentions_in(span) if mention.span == span), None)
        return found is not None and found.kind in _PEOPLE and self._agrees(found, row.gender, row.number)

    def antecedent(self, pronoun: str, before: int, *, but: Span | None = None, speaks: bool = False) -> Mention | None:
        """Return the mention that a pronoun most likely stands for: who spoke or acted last and agrees with it.

        but:    somebody whom it does not stand for
        speaks: it is a speaker, so that "ils" is somebody, and no single state
        """
        relays, row = pronoun in self.scene.grammar.demonstratives, self.scene.grammar.pronouns[pronoun]
        latter = self._latter(row, before, but) if relays else None
        return latter or self._standing(row, before, but, relays=relays, speaks=speaks)

    def _latter(self, row: Pronoun, before: int, but: Span | None) -> Mention | None:
        """Return who was named last, here or a sentence before, for a pronoun that says so ("ce dernier"); "selon" leads to bodies too."""
        here, led = self._told(before), self.scene.tokens[max(0, self.scene.at(before) - 1)].pos == "ADP"
        behind = self.scene.mentions[: bisect_left(self.scene.mentions, before, key=lambda each: each.span.end)]
        near = (each for each in reversed(behind[-_LATTER_BACK:]) if here - self._told(each.span.start) <= 1)
        somebody = (each for each in near if each.kind in _PEOPLE or (led and each.kind in _BODIES and each.form == "description"))
        people = (each for each in somebody if each.span != but and self._agrees(each, row.gender, row.number))
        return next((each for each in people if not self._is_passed_over(each, before)), None)

    def _is_passed_over(self, mention: Mention, before: int) -> bool:
        """Whether a mention is quoted, asks, belongs to the description of somebody in an earlier sentence, or says what one becomes."""
        is_here = self.scene.sentence_of[self.scene.at(mention.span.start)] == self.scene.sentence_of[self.scene.at(before)]
        apart = self._is_quoted(mention, before) or self._is_asking(mention, before) or self._is_post(mention)
        return apart or (not is_here and self._is_complement(mention))

    def _is_post(self, mention: Mention) -> bool:
        """Whether a description has no determiner and no name beside it ("nommé Premier ministre")."""
        first = self.scene.at(mention.span.start)
        fused = first > 0 and self.scene.folded[first - 1] in self.scene.grammar.of_fused | self.scene.grammar.to_fused
        determined = fused or any(self.scene.tokens[place].pos == "DET" for place in range(max(0, first - 1), first + 1))
        return mention.form == "description" and not mention.near and not determined

    def _possessor(self, row: Pronoun, speaker: Speaker) -> Mention | None:
        """Return whose thing a possessive is: the subject of its sentence, else whom a pronoun would stand for."""
        sentence = self.scene.span(self.scene.sentence(speaker.head).start, speaker.head)
        here = [
            each
            for each in self.scene.mentions_in(sentence)
            if each.span.end <= speaker.span.start and self._agrees(each, row.gender, row.number)
        ]
        return max(here, key=lambda each: (self._is_subject(each), each.span.start), default=None) or self._standing(
            row, speaker.span.start
        )

    def _is_subject(self, mention: Mention) -> bool:
        return any(self.scene.tokens[place].dep.startswith("nsubj") for place in self.scene.inside(mention.span))

    def _standing(
        self, row: Pronoun, before: int, but: Span | None = None, *, relays: bool = False, speaks: bool = False
    ) -> Mention | None:
        """Return the likeliest mention that agrees. ``relays``: an agency or outlet is as likely as any."""
        here, other = self._told(before), fold(but.of(self.scene.raw)) if but else ""
        best: tuple[float, int] | None = None
        chosen = None
        for mention in self.scene.mentions:
            if mention.span.end > before:
                break
            if self._is_quoted(mention, before) or fold(mention.span.of(self.scene.raw)) == other or self._is_asking(mention, before):
                continue
            if speaks and row.number == "p" and mention.kind == "state" and not self._is_of_many(mention):
                continue
            if speaks and self._is_other_body(mention, row):
                continue
            sentence = self._told(self._place(mention))
            if here - sentence > _SENTENCES_BACK or not self._agrees(mention, row.gender, row.number):
                continue
            weight = (self._weight(mention, relays=relays) - _FURTHER * (here - sentence), mention.span.start)
            if best is None or weight > best:
                best, chosen = weight, mention
        return chosen

    def _is_asking(self, mention: Mention, before: int) -> bool:
        """Whether a mention is by whom somebody was asked or met who now speaks ("interrogé par X, celui-ci ...")."""
        scene, place = self.scene, self.scene.at(mention.span.start) - 1
        while place > 0 and scene.tokens[place].pos == "DET":
            place -= 1
        is_here = scene.sentence_of[max(place, 0)] == scene.sentence_of[min(scene.at(before), len(scene.tokens) - 1)]
        return is_here and scene.folded[place] in scene.grammar.by and scene.tokens[place - 1].feature("VerbForm") == "Part"

    def _is_complement(self, mention: Mention) -> bool:
        """Whether a name stands within the description of somebody else, behind its noun ("le mari de Marie Dupont")."""
        over = self.scene.mentions_in(mention.span)
        return any(each.span.start < mention.span.start and each.span.end >= mention.span.end and each.kind == "person" for each in over)

    def _told(self, char: int) -> int:
        """Return how many sentences of the narrator's own begin before a character: what is quoted does not push anybody away."""
        return self.scene.narrated[self.scene.sentence_of[min(self.scene.at(char), len(self.scene.tokens) - 1)]]

    def _is_quoted(self, mention: Mention, before: int) -> bool:
        """Whether a mention stands in a quotation that a pronoun at ``before`` is not in."""
        quote = self.scene.quote_over(mention.span.start)
        return quote is not None and not quote.span.start <= before < quote.span.end and len(quote.span) > _LONG_QUOTE_CHARS

    def _place(self, mention: Mention) -> int:
        """Return where a mention was last heard of: the end of its statement, if it spoke last."""
        return self.last_at if mention.span == self.last else mention.span.start

    def _weight(self, mention: Mention, *, relays: bool) -> float:
        index = self.scene.at(mention.span.start)
        subject = self._is_subject(mention)
        weight = _SPEAKS if mention.span == self.last else 0.0
        weight += _RELAY if mention.kind in _RELAYS and not relays else 0.0
        weight += _BODY if mention.kind == "organisation" and mention.form == "name" and not relays else 0.0
        weight += _COMPLEMENT if self._is_complement(mention) else 0.0
        weight += _SUBJECT if subject or self.scene.tokens[index].starts_sentence else 0.0
        return weight + (_PERSON if self._is_person(mention) else 0.0) + (_NAME if mention.form == "name" else 0.0)

    def _is_person(self, mention: Mention) -> bool:
        """Whether a mention is surely a person: a description, or a name with a title, a given name or more than one word."""
        known = mention.form != "name" or mention.near or " " in mention.span.of(self.scene.raw) or self.gender(mention)
        return mention.kind == "person" and bool(known or self._is_subject(mention))

    def _agrees(self, mention: Mention, gender: str, number: str) -> bool:
        mine = self.gender(mention)
        body = mention.kind == "organisation"
        several = self._begins_plural(mention) if mention.form == "description" else self._is_of_many(mention)
        plural = several if body else mention.kind in ("group", "unit") and self._is_plural(mention)
        if mention.kind in ("person", *_BODIES) and number == "p" and not several:
            return False
        if number == "s" and plural:
            return False
        return not mine or not gender or mine == gender

    def _is_plural(self, mention: Mention) -> bool:
        return any(self.scene.tokens[place].feature("Number") == "Plur" for place in self.scene.inside(mention.span))

    def _begins_plural(self, mention: Mention) -> bool:
        """Whether the first word of a description that has a number is plural: "les associations", not "le ministère des Armées"."""
        numbers = (self.scene.tokens[place].feature("Number") for place in self.scene.inside(mention.span))
        return next((number for number in numbers if number), "") == "Plur"

    def _is_of_many(self, mention: Mention) -> bool:
        """Whether the name of a state is plural: by the parser, or by the determiner before it ("les Pays-Bas")."""
        before = self.scene.inside(mention.span).start - 1
        return self._is_plural(mention) or (before >= 0 and self.scene.tokens[before].feature("Number") == "Plur")

    def gender(self, mention: Mention) -> str:
        """Return m or f by the title, the given name or the noun; nothing where none tells."""
        scene, words = self.scene, self.scene.knowledge.words
        inside = scene.inside(mention.span)
        before = scene.folded[inside.start - 1] if inside.start else ""
        if before in words.civilities:
            return "f" if before in words.civilities_feminine else "m"
        if mention.form == "name" and mention.kind == "person":
            given = scene.knowledge.genders.get(scene.folded[inside.start], "")
            return given if given in ("m", "f") else self._by_title(mention)
        several = mention.kind == "group" and self._is_plural(mention)
        nouns = [scene.tokens[place] for place in inside if scene.tokens[place].pos in ("NOUN", "DET")]
        features = [token.feature("Gender") for token in nouns if not several or token.feature("Number") == "Plur"]
        known = next((feature for feature in features if feature), "")
        return _GENDERS.get(known, "") if mention.form == "description" else ""

    def _is_other_body(self, mention: Mention, row: Pronoun) -> bool:
        """Whether a body or state with a name is none that a pronoun speaks for: of another gender, or of many where it is one."""
        if mention.form != "name" or mention.kind == "person":
            return False
        many = row.number == "s" and mention.kind == "state" and self._is_of_many(mention)
        mine = self._by_article(self.scene.inside(mention.span))
        return many or bool(mine and row.gender and mine != row.gender)

    def _by_article(self, inside: range) -> str:
        """Return the gender of a name that is no person's, by the article before it or the adjectives in it: "la Commission européenne"."""
        before = [inside.start - 1] if inside.start and self.scene.tokens[inside.start - 1].pos == "DET" else []
        told = [place for place in (*before, *inside) if place in before or self.scene.tokens[place].pos == "ADJ"]
        return next((gender for place in told if (gender := _GENDERS.get(self.scene.tokens[place].feature("Gender"), ""))), "")

    def _by_title(self, mention: Mention) -> str:
        """Return the gender of the determiner or noun of the title beside a name."""
        if not mention.near:
            return ""
        inside = self.scene.inside(mention.near)
        features = [self.scene.tokens[place].feature("Gender") for place in inside if self.scene.tokens[place].pos in ("DET", "NOUN")]
        return _GENDERS.get(next((feature for feature in features if feature), ""), "")
