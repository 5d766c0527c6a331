"""Two articles side by side."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWS

from selon.core.lines import Who
from selon.core.reuse import Change, Origin, Passage, Place, Reuse
from selon.core.text import Document, Evidence, Span
from selon.views.compare import compare, pairs
from selon.views.origins import origins
from selon.views.reuse import reuse

ONE = Document.from_text("Hier, la ministre aurait signé l'accord de pêche, dit-on.", name="un", published="2021-05-01")
OTHER = Document.from_text("Exclusif : la ministre a signé l'accord de pêche.", name="deux", published="2021-05-02")


def cited(doc, words):
    at = doc.raw.index(words)
    return Evidence.cite(doc, Span(at, at + len(words)))


CHANGE = Change("replaced", cited(ONE, "aurait"), cited(OTHER, "a signé"), "hedge-lost")
PASSAGE = Passage(
    Place(ONE.id, cited(ONE, "la ministre aurait signé l'accord de pêche").span),
    Place(OTHER.id, cited(OTHER, "la ministre a signé l'accord de pêche").span), "edited", 7, (CHANGE,), True, "published-later",
)  # fmt: skip
PART = Reuse((PASSAGE,))


def test_both_sides_are_the_texts_as_received_cut_at_what_changed():
    shown = compare(ONE, OTHER, [PASSAGE])
    assert ["".join(piece.text for piece in side) for side in (shown.left, shown.right)] == [ONE.raw, OTHER.raw]
    assert [(piece.text, piece.means) for piece in shown.left if piece.edit] == [("aurait", "hedge-lost")]
    assert [piece.text for piece in shown.left if piece.begins] == ["la ministre "]


@given(NEWS.filter(bool), NEWS.filter(bool), st.data())
def test_no_passage_and_no_overlap_of_passages_loses_a_character(one, other, data):
    a, b = Document.from_text(one, name="a"), Document.from_text(other, name="b")

    def span(text):
        ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)))
        return Span(*ends)

    passages = [Passage(Place(a.id, span(one)), Place(b.id, span(other)), "edited", 3) for _ in range(data.draw(st.integers(0, 3)))]
    shown = compare(a, b, passages)
    assert ("".join(piece.text for piece in shown.left), "".join(piece.text for piece in shown.right)) == (one, other)


def test_a_line_says_both_places_the_direction_and_what_it_means():
    (line,) = reuse({ONE.id: ONE, OTHER.id: OTHER}, PART)
    assert (line.article_a, line.article_b) == ("un", "deux")
    assert (line.earlier, line.reason, line.meanings) == (True, "published-later", ("hedge-lost",))
    assert line.a.holds(ONE)


def test_a_dossier_without_that_part_has_no_lines():
    assert list(reuse({}, None)) == list(origins({}, None, Who({}, {}))) == []


def test_passages_are_grouped_by_their_two_articles():
    assert pairs(PART) == {(ONE.id, OTHER.id): (PASSAGE,)}


def test_the_speaker_of_quoted_words_has_the_name_that_the_cast_gives_him():
    doc = Document.from_text("Le maire dit : « rien ».", name="a")
    credit = Evidence.cite(doc, Span(0, 8))
    part = Reuse(origins=(Origin("x1", (Place(doc.id, Span(17, 21)),), "", "quoted", credit),))
    who = Who({doc.id: {credit.span: "durand"}}, {"durand": "Paul Durand"})
    named, unnamed = (next(origins({doc.id: doc}, part, each)).source for each in (who, Who({}, {})))
    assert (named, unnamed) == ("Paul Durand", "Le maire")
