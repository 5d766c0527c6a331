"""The reader: a text cut so that any overlap can be drawn."""
from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from layered import layered
from small_dossiers import DENIAL, denial, held

from selon.core.dossier import CONFIRMED
from selon.core.lines import Who
from selon.core.marks import Statement
from selon.core.text import Span
from selon.views.reader import anchors, reading

WHO = Who.of(held().cast())


def covered(view, name):
    """Return the text of all segments under the tag with that id."""
    return "".join(segment.text for segment in view.segments if any(tag.id == name for tag in segment.tags))


def test_segments_joined_are_the_text_as_received():
    assert "".join(segment.text for segment in reading(denial(), WHO).segments) == DENIAL


def test_each_piece_of_a_broken_quotation_has_its_own_anchor():
    view = reading(denial(), WHO)
    broken = view.said[1]
    assert [covered(view, name) for name in anchors(broken)] == ["Nous resterons 👩‍👧", "jusqu’au bout"]


def test_actors_of_an_article_lead_to_their_first_mention():
    view = reading(denial(), WHO)
    assert [(name, number, covered(view, anchor)) for _, name, number, anchor in view.actors] == [
        ("Jean Petit", 1, "Petit"), ("Russie", 1, "Moscou"), ("TASS", 1, "TASS"),
    ]  # fmt: skip


def test_what_a_person_corrected_is_drawn_as_corrected():
    cast = held().cast()
    moscow = next(each for each in cast.mentions if each.actor == "russia")
    added = replace(moscow, span=Span(0, 4), tier=CONFIRMED)
    view = reading(denial(), Who.of(replace(cast, mentions=(added, *(each for each in cast.mentions if each != moscow)))))
    assert [covered(view, anchor) for _, name, _, anchor in view.actors if name == "Russie"] == [DENIAL[:4]]


@given(layered())
def test_any_overlap_is_drawn_with_every_tag_whole_and_every_element_closed(made):
    analysis, cast = made
    raw = analysis.doc.raw
    view = reading(analysis, Who.of(cast))
    assert "".join(segment.text for segment in view.segments) == raw
    for line, mark in zip(view.said, analysis[Statement], strict=True):
        assert [covered(view, name) for name in anchors(line)] == [span.of(raw) for span in mark.content]
    open_tags: list = []
    for segment in view.segments:
        for tag in segment.closed:
            assert open_tags.pop().span == tag.span
        open_tags += segment.opened
        assert [tag.span for tag in open_tags] == [tag.span for tag in segment.tags]
    assert sorted(tag.span for tag in open_tags) == sorted(tag.span for tag in view.segments[-1].tags)


@given(layered())
def test_no_id_is_drawn_twice(made):
    analysis, cast = made
    ids = [tag.id for segment in reading(analysis, Who.of(cast)).segments for tag in segment.opened if tag.id]
    assert len(ids) == len(set(ids))
