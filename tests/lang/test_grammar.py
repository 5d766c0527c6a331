"""What endings tell of a verb's form, without a parser."""

from __future__ import annotations

import pytest

from selon.lang.match import fold
from selon.lang.pack import pack

GRAMMAR = pack("fr").grammar

CONDITIONAL = [
    ("aurait", "avoir"),
    ("serait", "être"),
    ("apporterait", "apporter"),
    ("enverrait", "envoyer"),
    ("irait", "aller"),
    ("tiendrait", "tenir"),
    ("devrait", "devoir"),
    ("pourraient", "pouvoir"),
    ("feraient", "faire"),
    ("finirait", "finir"),
    ("prendrait", "prendre"),
    ("dirions", "dire"),
    ("voudrait", "vouloir"),
    ("opérerait", "opérer"),
]
FUTURE = [
    ("aura", "avoir"),
    ("seront", "être"),
    ("apportera", "apporter"),
    ("enverra", "envoyer"),
    ("iront", "aller"),
    ("tiendra", "tenir"),
    ("devra", "devoir"),
    ("paiera", "payer"),
]
NEITHER = [
    ("opérait", "opérer"),
    ("préparait", "préparer"),
    ("montrait", "montrer"),
    ("entrait", "entrer"),
    ("entra", "entrer"),
    ("prépara", "préparer"),
    ("rencontraient", "rencontrer"),
    ("a", "avoir"),
    ("était", "être"),
    ("disait", "dire"),
    ("dit", "dire"),
    ("assure", "assurer"),
    ("avait", "avoir"),
    ("déclara", "déclarer"),
    ("retirait", "retirer"),
    ("admirait", "admirer"),
    ("espérait", "espérer"),
    ("courait", "courir"),
    ("tirait", "tirer"),
    ("désirait", "désirer"),
    ("rassurait", "rassurer"),
    ("mesurait", "mesurer"),
    ("paraissait", "paraître"),
]


@pytest.mark.parametrize("form, lemma", CONDITIONAL)
def test_a_conditional_is_told_by_its_ending(form, lemma):
    assert GRAMMAR.tense_by_ending(form, lemma) == "conditional"


@pytest.mark.parametrize("form, lemma", FUTURE)
def test_a_future_is_told_by_its_ending(form, lemma):
    assert GRAMMAR.tense_by_ending(form, lemma) == "future"


@pytest.mark.parametrize("form, lemma", NEITHER)
def test_an_imperfect_or_a_past_whose_stem_ends_alike_is_neither(form, lemma):
    assert GRAMMAR.tense_by_ending(form, lemma) == ""


@pytest.mark.parametrize(
    "lemma, form, kind",
    [
        ("affirmer", "affirme", "finite"),
        ("affirmer", "affirmant", "present"),
        ("affirmer", "affirmees", "past"),
        ("annoncer", "annoncait", "finite"),
        ("exiger", "exigeait", "finite"),
        ("rappeler", "rappelle", "finite"),
        ("soutenir", "soutient", "finite"),
        ("soutenir", "soutenu", "past"),
        ("démentir", "dement", "finite"),
        ("craindre", "craignent", "finite"),
        ("avertir", "avertissant", "present"),
        ("écrire", "ecrivait", "finite"),
        ("promettre", "promis", "past"),
        ("reconnaître", "reconnait", "finite"),
        ("répondre", "repondu", "past"),
    ],
)
def test_a_regular_verb_is_conjugated_by_its_class(lemma, form, kind):
    conjugated = GRAMMAR.conjugated(fold(lemma))
    assert conjugated is not None
    assert conjugated[1][form] == kind


@pytest.mark.parametrize("lemma, form", [("dire", "dit"), ("écrire", "ecrit"), ("craindre", "craint")])
def test_a_form_that_is_finite_or_a_participle_is_left_to_the_words_around_it(lemma, form):
    assert GRAMMAR.conjugated(fold(lemma))[1][form] == "either"


def test_what_ends_as_no_infinitive_does_is_of_no_class():
    assert GRAMMAR.conjugated("midi") is None


def test_a_pronoun_and_a_possessive_say_who_they_may_stand_for():
    assert (GRAMMAR.pronouns["celle-ci"].gender, GRAMMAR.pronouns["celle-ci"].number) == ("f", "s")
    assert (GRAMMAR.possessives["leurs"].gender, GRAMMAR.possessives["leurs"].number) == ("", "p")
