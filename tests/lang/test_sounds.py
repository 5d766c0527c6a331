"""``sounds.tsv``: the writings of one name have one key."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.lang.match import fold
from selon.lang.pack import pack

SOUNDS = pack("fr").sounds


@pytest.mark.parametrize("rule", SOUNDS.rules, ids=lambda rule: f"{rule.from_}-{rule.where}")
def test_a_rule_makes_its_examples_alike(rule):
    assert len({SOUNDS.keys(name) for name in rule.yes}) == 1
    assert any(rule.from_ in fold(name) for name in rule.yes)


@pytest.mark.parametrize(
    "names",
    ["Choïgou Choigou Shoigu SHOÏGOU", "Zelensky Zelenski Zelenskyy Zelenskiy", "Khrouchtchev Khrushchev",
     "Eltsine Yeltsin", "Prigojine Prigozhin"],
)
def test_the_writings_of_a_name_have_one_key(names):
    assert len({SOUNDS.key(name) for name in names.split()}) == 1


@pytest.mark.parametrize("names", ["Poutine Petain", "Macron Marion", "Kiev Kazan", "Lavrov Lvov", "Biden Baden", "Corée Carré"])
def test_other_names_have_other_keys(names):
    assert len({SOUNDS.key(name) for name in names.split()}) == 2


@given(st.text(max_size=30))
def test_any_text_has_keys_and_case_makes_no_difference(text):
    assert SOUNDS.keys(fold(text)) == SOUNDS.keys(text)
