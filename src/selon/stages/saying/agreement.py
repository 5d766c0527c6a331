"""Whether a pronoun agrees with somebody: gender and number, by the title, the given name, the noun or the article."""

from __future__ import annotations

from dataclasses import dataclass

from selon.core.marks import Mention
from selon.lang.grammar import Pronoun
from selon.stages.saying.scene import Scene

BODIES = ("agency", "outlet", "organisation")
_GENDERS = {"Masc": "m", "Fem": "f"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Tells gender and number of the mentions of one article."""

    scene: Scene

    def agrees(self, mention: Mention, row: Pronoun) -> bool:
        """Whether a pronoun may stand for a mention; what tells no gender or number is of any."""
        mine = self.gender(mention)
        body = mention.kind == "organisation"
        several = self._begins_plural(mention) if mention.form == "description" else self.is_of_many(mention)
        plural = several if body else mention.kind in ("group", "unit") and self.is_plural(mention)
        if mention.kind in ("person", *BODIES) and row.number == "p" and not several:
            return False
        if row.number == "s" and plural:
            return False
        return not mine or not row.gender or mine == row.gender

    def is_plural(self, mention: Mention) -> bool:
        return any(self.scene.tokens[place].feature("Number") == "Plur" for place in self.scene.inside(mention.span))

    def _begins_plural(self, mention: Mention) -> bool:
        """Whether the first word of a description that has a number is plural: "les associations", not "le ministère des Armées"."""
        numbers = (self.scene.tokens[place].feature("Number") for place in self.scene.inside(mention.span))
        return next((number for number in numbers if number), "") == "Plur"

    def is_of_many(self, mention: Mention) -> bool:
        """Whether the name of a state is plural: by the parser, or by the determiner before it ("les Pays-Bas")."""
        before = self.scene.inside(mention.span).start - 1
        return self.is_plural(mention) or (before >= 0 and self.scene.tokens[before].feature("Number") == "Plur")

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
        several = mention.kind == "group" and self.is_plural(mention)
        nouns = [scene.tokens[place] for place in inside if scene.tokens[place].pos in ("NOUN", "DET")]
        features = [token.feature("Gender") for token in nouns if not several or token.feature("Number") == "Plur"]
        known = next((feature for feature in features if feature), "")
        return _GENDERS.get(known, "") if mention.form == "description" else ""

    def is_other_body(self, mention: Mention, row: Pronoun) -> bool:
        """Whether a body or state with a name is none that a pronoun speaks for: of another gender, or of many where it is one."""
        if mention.form != "name" or mention.kind == "person":
            return False
        many = row.number == "s" and mention.kind == "state" and self.is_of_many(mention)
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
