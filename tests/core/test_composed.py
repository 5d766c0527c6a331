"""Accents that are characters of their own: read composed, placed as received."""
from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from strategies import NEWS

from selon.core.analysis import Analysis
from selon.core.composed import Composed, composed
from selon.core.marks import Token, Zone, ZoneKind
from selon.core.text import Document, Span
from selon.lang.pack import pack
from selon.plan import analyse
from selon.stages.expressions import expressions
from selon.stages.parse import parse
from selon.stages.quotes import quotes
from selon.stages.zones import zones

WRITTEN = {
    "e\u0301te\u0301": "\u00e9t\u00e9", "\u00e9t\u00e9": "\u00e9t\u00e9", "c\u0327a": "\u00e7a", "q\u0301": "q\u0301", "\u0301a": "\u0301a",
    "1\u0301": "1\u0301", "": "",
}  # fmt: skip


@pytest.mark.parametrize(("text", "made"), WRITTEN.items())
def test_a_letter_and_its_accents_are_one_character_where_there_is_one(text, made):
    assert composed(text) == made


@given(NEWS)
def test_every_character_knows_where_it_was_received(raw):
    whole = Composed.of(raw)
    assert whole is None or len(whole.starts) == len(whole.text) + 1
    if whole:
        for at, char in enumerate(whole.text):
            assert composed(raw[whole.starts[at] : whole.starts[at + 1]]) == char
        mark = Zone(Span(0, len(whole.text)), ZoneKind.BODY, "z")
        there = Analysis(Document.from_text(raw, name="n")).with_layer(Zone, [whole.back(mark)])
        assert whole.analysis(there)[Zone] == (mark,)
        assert there[Zone][0].span == Span(0, len(raw))


SAID = "Le ministre a affirm\u00e9 : \u00ab L'\u00e9t\u00e9 sera br\u00fblant \u00bb, fin f\u00e9vrier.\n- Publicit\u00e9 -"


def test_stages_read_both_writings_alike_and_place_their_marks_as_received():
    one, other = (analyse(Analysis(Document.from_text(raw, name="n")), (zones, quotes), pack("fr")) for raw in (SAID, apart(SAID)))
    for kind in one.layers:
        assert [composed(mark.span.of(other.doc.raw)) for mark in other[kind]] == [mark.span.of(SAID) for mark in one[kind]]
        assert one[kind]


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.model
def test_tokens_and_times_are_the_same_and_hold_in_the_text_received():
    stages = (zones, parse, expressions)
    one, other = (analyse(Analysis(Document.from_text(raw, name="n")), stages, pack("fr")) for raw in (SAID, apart(SAID)))
    assert all(token.text == token.span.of(other.doc.raw) for token in other[Token])
    for kind in one.layers:
        assert [composed(mark.span.of(other.doc.raw)) for mark in other[kind]] == [mark.span.of(SAID) for mark in one[kind]]
    assert [token.lemma for token in other[Token]] == [token.lemma for token in one[Token]]
