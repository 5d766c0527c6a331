"""A document and its layers."""
from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWS

from selon.core.analysis import Analysis
from selon.core.marks import Quote, Zone, ZoneKind
from selon.core.text import Document, Span


def zone(start: int, end: int) -> Zone:
    return Zone(Span(start, end), ZoneKind.BODY, "test.zone")


def test_a_layer_that_no_stage_made_is_empty_and_absent(article):
    assert article[Zone] == ()
    assert Zone not in article


def test_an_empty_layer_is_present(article):
    assert Zone in article.with_layer(Zone, [])


def test_marks_are_kept_in_the_order_of_the_text(article):
    laid = article.with_layer(Zone, [zone(9, 16), zone(0, 6), zone(0, 3)])
    assert [mark.span for mark in laid[Zone]] == [Span(0, 3), Span(0, 6), Span(9, 16)]


@given(NEWS, st.integers(1, 5))
def test_a_mark_that_reaches_beyond_the_text_is_refused(raw, beyond):
    analysis = Analysis(Document.from_text(raw, name="bord"))
    with pytest.raises(ValueError, match=r"Zone .* reaches beyond the \d+ characters of bord"):
        analysis.with_layer(Zone, [zone(len(raw), len(raw) + beyond)])


def test_laying_a_layer_leaves_the_analysis_and_its_other_layers_as_they_were(article):
    with_zones = article.with_layer(Zone, [zone(0, 6)])
    with_quotes = with_zones.with_layer(Quote, [])
    assert article[Zone] == ()
    assert with_quotes[Zone] == with_zones[Zone]


def test_nothing_can_be_changed_in_place(article):
    with pytest.raises(FrozenInstanceError):
        article.doc = None
    with pytest.raises(TypeError):
        article.layers[Zone] = ()
