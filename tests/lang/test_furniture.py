"""The rules of furniture: every example of every rule is a test."""
from __future__ import annotations

import pytest

from selon.core.marks import ZoneKind
from selon.lang.furniture import Rule
from selon.lang.match import fold
from selon.lang.pack import pack

RULES = pack("fr").furniture.rule
YES = [pytest.param(rule, example, id=f"{rule.id}:{example.text[:30]}") for rule in RULES for example in rule.yes]
NO = [pytest.param(rule, text, id=f"{rule.id}:{text[:30]}") for rule in RULES for text in rule.no]


def found(rule: Rule, text: str) -> str:
    """Return the stretch that the rule takes of a line, the spaces around it left out; empty if none."""
    match = rule.compiled.search(fold(text))
    return text[slice(*match.span())].strip() if match else ""


@pytest.mark.parametrize(("rule", "example"), YES)
def test_a_rule_finds_its_yes_examples(rule, example):
    assert found(rule, example.text) == example.span.strip()


@pytest.mark.parametrize(("rule", "text"), NO)
def test_a_rule_leaves_its_no_examples_alone(rule, text):
    assert found(rule, text) == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_name_a_kind_and_an_example_of_both_sorts(rule):
    assert rule.id.startswith("fr.furniture.")
    assert ZoneKind(rule.kind) not in {ZoneKind.BODY, ZoneKind.SUBHEAD}
    assert rule.yes
    assert rule.no


def test_no_name_is_used_twice():
    assert len({rule.id for rule in RULES}) == len(RULES)
