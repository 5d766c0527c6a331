"""Whom a pronoun stands for: who was named last where it says so, else the likeliest mention before it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from selon.core.marks import Mention
from selon.core.text import Span
from selon.lang.grammar import Pronoun
from selon.lang.match import fold
from selon.stages.saying.agreement import BODIES, Agreement
from selon.stages.saying.scene import Scene

_SENTENCES_BACK = 6
_SPEAKS, _SUBJECT, _PERSON, _NAME, _FURTHER = 4.0, 2.0, 2.0, 0.5, 1.2
_LONG_QUOTE_CHARS, _LATTER_BACK = 60, 8
_RELAYS, _RELAY = ("agency", "outlet"), -3.0
PEOPLE = ("person", "group")
_BODY, _COMPLEMENT = -2.0, -2.0
"""How much less likely a body with a name is than a person, and a name than the description whose complement it is."""


@dataclass(slots=True)
class Antecedents:
    """Finds antecedents in one article in the order of the text; ``last`` spoke last, and until ``last_at``."""

    scene: Scene
    agreement: Agreement
    last: Span | None = None
    last_at: int = 0

    def of(self, pronoun: str, before: int, *, but: Span | None = None, speaks: bool = False) -> Mention | None:
        """Return the mention that a pronoun most likely stands for: who spoke or acted last and agrees with it.

        but:    somebody whom it does not stand for
        speaks: it is a speaker, so that "ils" is somebody, and no single state
        """
        relays, row = pronoun in self.scene.grammar.demonstratives, self.scene.grammar.pronouns[pronoun]
        latter = self._latter(row, before, but) if relays else None
        return latter or self.standing(row, before, but, relays=relays, speaks=speaks)

    def _latter(self, row: Pronoun, before: int, but: Span | None) -> Mention | None:
        """Return who was named last, here or a sentence before, for a pronoun that says so ("ce dernier"); "selon" leads to bodies too."""
        here, led = self._told(before), self.scene.tokens[max(0, self.scene.at(before) - 1)].pos == "ADP"
        behind = self.scene.mentions[: bisect_left(self.scene.mentions, before, key=lambda each: each.span.end)]
        near = (each for each in reversed(behind[-_LATTER_BACK:]) if here - self._told(each.span.start) <= 1)
        somebody = (each for each in near if each.kind in PEOPLE or (led and each.kind in BODIES and each.form == "description"))
        people = (each for each in somebody if each.span != but and self.agreement.agrees(each, row))
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

    def standing(
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
            if speaks and row.number == "p" and mention.kind == "state" and not self.agreement.is_of_many(mention):
                continue
            if speaks and self.agreement.is_other_body(mention, row):
                continue
            sentence = self._told(self._place(mention))
            if here - sentence > _SENTENCES_BACK or not self.agreement.agrees(mention, row):
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
        subject = self.is_subject(mention)
        weight = _SPEAKS if mention.span == self.last else 0.0
        weight += _RELAY if mention.kind in _RELAYS and not relays else 0.0
        weight += _BODY if mention.kind == "organisation" and mention.form == "name" and not relays else 0.0
        weight += _COMPLEMENT if self._is_complement(mention) else 0.0
        weight += _SUBJECT if subject or self.scene.tokens[index].starts_sentence else 0.0
        return weight + (_PERSON if self._is_person(mention) else 0.0) + (_NAME if mention.form == "name" else 0.0)

    def _is_person(self, mention: Mention) -> bool:
        """Whether a mention is surely a person: a description, or a name with a title, a given name or more than one word."""
        known = mention.form != "name" or mention.near or " " in mention.span.of(self.scene.raw) or self.agreement.gender(mention)
        return mention.kind == "person" and bool(known or self.is_subject(mention))

    def is_subject(self, mention: Mention) -> bool:
        return any(self.scene.tokens[place].dep.startswith("nsubj") for place in self.scene.inside(mention.span))
