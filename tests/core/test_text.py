"""Spans, documents and evidence."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWS

from selon.core.text import Document, Evidence, Span, trimmed

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2), (0, 0)])
def test_a_span_is_never_empty_and_never_backwards(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(NEWS, st.data())
def test_a_span_covers_exactly_its_characters(raw, data):
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    if start < end:
        assert Span(start, end).of(raw) == raw[start:end]
        assert len(Span(start, end)) == len(raw[start:end])


@given(SPANS, SPANS)
def test_spans_overlap_when_they_share_a_character(one, other):
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(SPANS, SPANS)
def test_a_span_contains_another_when_it_has_all_its_characters(one, other):
    assert one.contains(other) == (set(range(other.start, other.end)) <= set(range(one.start, one.end)))


@given(st.lists(SPANS, min_size=1, max_size=5))
def test_cover_holds_every_span_and_nothing_to_spare(spans):
    cover = Span.cover(*spans)
    assert all(cover.contains(span) for span in spans)
    assert cover == Span(min(span.start for span in spans), max(span.end for span in spans))


@given(NEWS)
def test_trimming_leaves_out_white_space_and_nothing_else(raw):
    span = trimmed(raw, 0, len(raw))
    assert (span.of(raw) if span else "") == raw.strip()


def test_the_same_words_from_two_outlets_are_two_documents():
    one, other = Document.from_text("Il a nié.", name="a"), Document.from_text("Il a nié.", name="b")
    assert one.id != other.id
    assert one.id == Document.from_text("Il a nié.", name="a").id


def test_what_came_with_a_text_does_not_change_its_id():
    assert Document.from_text("Il a nié.", name="a", published="2024-03-01").id == Document.from_text("Il a nié.", name="a").id


def test_an_id_is_sixteen_hexadecimal_digits_even_for_a_lone_surrogate():
    assert len(bytes.fromhex(Document.from_text("\ud800").id)) == 8


def test_evidence_holds_only_in_its_own_document_with_its_own_characters():
    doc = Document.from_text("Le maire a nié hier.")
    proof = Evidence.cite(doc, Span(9, 14))
    assert proof.quote == "a nié"
    assert proof.holds(doc)
    assert not proof.holds(Document.from_text("Le maire a nié hier.", name="other"))
    assert not Evidence(doc.id, Span(9, 14), "a dit").holds(doc)
