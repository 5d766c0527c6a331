"""``grammar.toml``: the function words and endings of the language."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from selon.lang.match import fold

Words = frozenset[str]


class Pronoun(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Forms of a pronoun that may stand for a speaker. ``gender``: m or f; ``number``: s or p."""

    forms: tuple[str, ...]
    gender: Literal["m", "f", ""]
    number: Literal["s", "p", ""]


class Endings(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Endings of the two tenses built on the infinitive, and the stems that are no infinitive."""

    conditional: tuple[str, ...]
    future: tuple[str, ...]
    stems: tuple[str, ...]


class Conjugation(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How the forms of a class of verbs are built: endings behind the stem of the infinitive, folded.

    accented: endings, not folded, that make a form a participle although a finite form folds alike
    changes:  what the end of the stem may change to
    wished:   endings of a subjunctive that is no indicative
    """

    infinitive: str
    finite: tuple[str, ...]
    past: tuple[str, ...]
    present: tuple[str, ...]
    accented: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    wished: tuple[str, ...] = ()

    def forms(self, lemma: str) -> dict[str, str]:
        """Return each folded form of a folded infinitive with what it is: ``finite``, ``past`` or ``present`` (participles), ``either``.

        ``either`` is finite or past, and only the words around it tell: "dit".
        """
        stem = lemma[: -len(self.infinitive)]
        stems = [stem, *(stem.removesuffix(old) + new for old, new in self.changes if stem.endswith(old))]
        kinds = (("past", self.past), ("present", self.present), ("finite", self.finite))
        found = {each + ending: kind for each in stems for kind, endings in kinds for ending in endings}
        both = set() if self.accented else set(self.past) & set(self.finite)
        return found | {each + ending: "either" for each in stems for ending in both}


class Grammar(msgspec.Struct, forbid_unknown_fields=True, frozen=True, dict=True):
    """Function words, folded, by what they do."""

    that: Words
    whether: Words
    of: Words
    of_fused: Words
    beside_of: Words
    to: Words
    to_fused: Words
    by: Words
    who: Words
    what: Words
    against: Words
    for_: Words = msgspec.field(name="for")
    and_: Words = msgspec.field(name="and")
    reflexive: Words
    own: Words
    clitics: Words
    comparatives: Words
    negation: Words
    negators: Words
    no_subject: Words
    hypothesis: Words
    have: Words
    be: Words
    soon: Words
    modal: Words
    speakers: Words
    impersonal: Words
    place_words: Words
    continues: Words
    relays: Words
    as_: Words = msgspec.field(name="as")
    objects: Words
    it: Words
    days: Words
    beside: Words
    nobody: Words
    voices: Words
    according: Words
    infinitives: tuple[str, ...]
    manners: tuple[tuple[str, ...], ...]
    until: Words
    negated_phases: Words
    times: Words
    vague: Words
    gerund: Words
    emphatic: Words
    published: Words
    texts: Words
    counts: Words
    airs: Words
    sources: Words
    inside: Words
    penalties: Words
    restless: Words
    signers: Words
    news: Words
    aims: tuple[tuple[str, ...], ...]
    nor: Words
    together: Words
    citing: Words
    whereas: Words
    meanwhile: Words
    demonstratives: Words
    before: Words
    datives: Words
    transcript: Words
    also: Words
    again: Words
    praises: Words
    sayings: Words
    refuted: Words
    expressed: dict[str, str]
    articles: Words
    all_: Words = msgspec.field(name="all")
    which: Words
    makes: Words
    phases: dict[str, Words]
    standing_for: dict[str, str]
    pronoun: tuple[Pronoun, ...]
    possessive: tuple[Pronoun, ...]
    endings: Endings
    conjugation: tuple[Conjugation, ...]

    def conjugated(self, lemma: str) -> tuple[Conjugation, dict[str, str]] | None:
        """Return the class and the forms of a folded infinitive; ``None`` if it is of no regular class."""
        return next(((each, each.forms(lemma)) for each in self.conjugation if lemma.endswith(each.infinitive)), None)

    @cached_property
    def accented(self) -> tuple[str, ...]:
        """The endings, not folded, of which no finite form has one; "crée" has that of a feminine participle."""
        return tuple(ending for each in self.conjugation for ending in each.accented if not fold(ending).startswith("ee"))

    @cached_property
    def possessives(self) -> dict[str, Pronoun]:
        return {form: row for row in self.possessive for form in row.forms}

    @cached_property
    def pronouns(self) -> dict[str, Pronoun]:
        return {form: row for row in self.pronoun for form in row.forms}

    def tense_by_ending(self, form: str, lemma: str) -> str:
        """Return ``conditional`` or ``future`` if a verb's form ends so, else nothing.

        form, lemma: as written. The parser misses a quarter of the French conditionals, the form
        does not: stem and ending tell, unless the stem is the verb's own ("opér-ait" of "opérer").
        """
        word, base = fold(form), fold(lemma)
        for tense, endings in (("conditional", self.endings.conditional), ("future", self.endings.future)):
            for ending in endings:
                stem = word.removesuffix(ending)
                if stem != word and stem + "rer" != base and ((stem[-1:] in "ei" and len(stem) > 2) or stem.endswith(self.endings.stems)):
                    return tense
        return ""
