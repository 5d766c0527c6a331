"""Kinds of mark."""
from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from selon.core.marks import MARKS, TimePhrase, Token, Zone, ZoneKind
from selon.core.text import Span


@pytest.mark.parametrize("kind", MARKS, ids=lambda kind: kind.__name__)
def test_every_kind_of_mark_is_frozen_and_says_where_and_why(kind):
    assert is_dataclass(kind)
    assert kind.__dataclass_params__.frozen
    assert kind.__slots__
    assert {"span", "why"} <= {field.name for field in fields(kind)}


@pytest.mark.parametrize("kind", ZoneKind)
def test_all_but_body_and_subhead_is_furniture(kind):
    assert Zone(Span(0, 1), kind, "test").is_furniture == (kind not in {ZoneKind.BODY, ZoneKind.SUBHEAD})


@pytest.mark.parametrize(("key", "value"), [("Mood", "Cnd"), ("Number", "Sing"), ("VerbForm", "Fin"), ("Form", ""), ("Tense", "")])
def test_a_feature_is_found_by_its_whole_name(key, value):
    token = Token(Span(0, 5), "irait", "aller", "VERB", "ROOT", 0, "Mood=Cnd|Number=Sing|VerbForm=Fin", "", starts_sentence=True)
    assert token.feature(key) == value


def test_a_slot_that_the_pattern_did_not_fill_is_empty():
    phrase = TimePhrase(Span(0, 9), "fr.time.test", (("month", "avril"),), "past", ZoneKind.BODY, "fr.time.test")
    assert (phrase.slot("month"), phrase.slot("year")) == ("avril", "")
