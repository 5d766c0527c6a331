"""The parser, through the real model: offsets, sentence limits, broken quotation marks, long paragraphs."""
from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import NEWS

from selon.core.analysis import Analysis
from selon.core.marks import Token, Zone, ZoneKind
from selon.core.text import Document, Span
from selon.lang.pack import pack
from selon.plan import analyse
from selon.stages.parse import PIECE_LIMIT_CHARS, RUN_LIMIT_CHARS, parse, pieces_of
from selon.stages.zones import zones

pytestmark = pytest.mark.model


def read(raw: str) -> Analysis:
    return analyse(Analysis(Document.from_text(raw)), [zones, parse], pack("fr"))


def words(raw: str) -> list[str]:
    return [token.text for token in read(raw)[Token]]


def sentence_starts(raw: str) -> list[str]:
    return [token.text for token in read(raw)[Token] if token.starts_sentence]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(NEWS)
def test_every_token_is_its_own_characters_in_order_and_its_head_is_in_the_layer(raw):
    tokens = read(raw)[Token]
    assert all(token.span.of(raw) == token.text for token in tokens)
    assert all(0 <= token.head < len(tokens) for token in tokens)
    assert all(before.span.end <= after.span.start for before, after in pairwise(tokens))
    assert not any(token.text.isspace() for token in tokens)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Kim Jong Un a promis des vivres.", "Kim Jong Un"),
        ("Selon Jean-Marie Le Goff, la digue tient. Le Goff a promis de rester.", "Jean-Marie Le Goff"),
        ("Le président Hugo Ruiz Paz Soto a nié. Il se taira.", "Hugo Ruiz Paz Soto"),
        ("Hier, M. Petit a menti, dit-on.", "M. Petit"),
    ],
)
def test_a_name_is_never_split_by_the_start_of_a_sentence(raw, name):
    begin = raw.index(name)
    inside = [token for token in read(raw)[Token] if begin < token.span.start < begin + len(name)]
    assert inside
    assert not any(token.starts_sentence for token in inside)


@pytest.mark.parametrize(
    ("raw", "starts"),
    [
        ("Le maire est parti. Il reviendra.", ["Le", "Il"]),
        ("Le maire est parti ! Il reviendra.", ["Le", "Il"]),
        ("« Je pars. » Il reviendra.", ["«", "Il"]),
        ("Le maire est parti\nIl reviendra.", ["Le", "Il"]),
        ('Le maire est parti jeudi."C\'est la fin", dit Luc.', ["Le", '"']),
        ('"On attend.""On attendra." Ce fut dit hier.', ['"', '"', "Ce"]),
        ("« Je n'ai pas à rougir (...) En un an, tout a changé », dit le maire.", ["«", "En"]),
        ("Le maire attend le juge (...) M. Petit attend aussi.", ["Le"]),
        ('Elle a lu le journal "Le Port du soir" et M. "Propre" aussi.', ["Elle"]),
        ("Le maire attend… Il attendra.", ["Le", "Il"]),
        ("Le maire est parti tôt.\"Il reviendra demain\", dit-on.", ["Le", '"']),
        ("Le maire est parti à 17H00.Il reviendra.", ["Le", "Il"]),
    ],
)
def test_a_sentence_begins_after_an_end_mark_and_at_a_paragraph(raw, starts):
    assert sentence_starts(raw) == starts


@pytest.mark.parametrize(
    ("raw", "apart"),
    [
        ("« Nous y serons”a déclaré le maire.", ["serons", "”", "a"]),
        ("Le maire a dit :«Nous y serons».", [":", "«", "Nous"]),
        ("« Nous y serons »» insista le maire.", ["serons", "»", "»", "insista"]),
        ("Nous y serons.“Et vous ?”", [".", "“", "Et"]),
    ],
)
def test_a_glued_quotation_mark_is_a_token_of_its_own(raw, apart):
    found = words(raw)
    assert any(found[place : place + len(apart)] == apart for place in range(len(found)))


def test_heads_of_different_paragraphs_never_mix():
    raw = "Le maire a parlé au préfet.\n- Publicité-\nLe préfet a répondu hier au maire.\nLe vote aura lieu mardi."
    analysis = read(raw)
    paragraphs = [zone.span for zone in analysis[Zone] if zone.kind is ZoneKind.BODY]
    tokens = analysis[Token]
    for token in tokens:
        home = next(span for span in paragraphs if span.contains(token.span))
        assert home.contains(tokens[token.head].span)
    assert len(paragraphs) == 3


def test_furniture_is_not_parsed_and_a_caption_is():
    raw = "JEAN PETIT / AFP Le port vu du ciel\nLe vote est reporté.\n- Publicité-\nLire aussi : Un autre vote"
    assert {"port", "reporté"} <= set(words(raw))
    assert not {"Publicité", "Lire"} & set(words(raw))


def test_a_paragraph_of_fifty_thousand_characters_is_read_whole():
    raw = ("Le maire a démenti la rumeur. " * 1700)[:50_000].strip()
    tokens = read(raw)[Token]
    assert "".join(token.text for token in tokens) == raw.replace(" ", "")
    assert all(token.span.of(raw) == token.text for token in tokens)


def test_one_word_of_fifty_thousand_characters_is_read_whole():
    raw = "é" * 50_000
    assert "".join(words(raw)) == raw


LONG = ["Oui. ", "un mot ", "(" * 999, "l'" * 800, " ", "\u00a0", "é" * 21_000, "a " * 15_000]


@given(st.lists(st.sampled_from(LONG), max_size=8).map("".join))
def test_no_piece_and_no_run_without_a_space_is_too_long_for_the_parser(raw):
    pieces = [piece.of(raw) for piece in pieces_of(raw, Span(0, len(raw)))] if raw else []
    assert "".join(pieces) == raw
    assert all(len(piece) <= PIECE_LIMIT_CHARS for piece in pieces)
    assert all(len(run) <= RUN_LIMIT_CHARS for piece in pieces for run in piece.split())


def test_a_long_paragraph_is_cut_after_a_sentence():
    raw = "Le maire a démenti la rumeur du port. " * 1200
    assert sentence_starts(raw) == ["Le"] * 1200


def test_an_article_without_words_has_no_tokens():
    assert read(" \n\n")[Token] == ()


def test_a_pronoun_with_a_hyphen_is_one_word():
    raw = "Le maire est venu. Celui-ci a parlé. Ceux-là se taisent, elle-même aussi."
    assert {"Celui-ci", "Ceux-là", "elle-même"} <= set(words(raw))
