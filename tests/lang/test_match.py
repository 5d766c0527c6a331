"""Folding that keeps offsets."""
from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWS

from selon.lang.match import fold, fold_case, fold_type, folded_pattern

FOLDS = pytest.mark.parametrize("folding", [fold_type, fold_case, fold])


@FOLDS
@given(text=st.text() | NEWS)
def test_folding_keeps_the_length_of_any_text(folding, text):
    assert len(folding(text)) == len(text)


@FOLDS
@given(text=st.text() | NEWS)
def test_folding_twice_changes_nothing_more(folding, text):
    assert folding(folding(text)) == folding(text)


@FOLDS
def test_folding_keeps_the_length_of_every_character_there_is(folding):
    every = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    assert len(folding(every)) == len(every)


def breaks(text: str) -> list[int]:
    return [place for place, char in enumerate(text) if char in "\n\r"]


@FOLDS
@given(text=NEWS)
def test_folding_leaves_every_line_break_where_it_is(folding, text):
    assert breaks(folding(text)) == breaks(text)


@pytest.mark.parametrize(
    ("text", "typed", "cased", "folded"),
    [
        ("L’Élysée", "L'Élysée", "l'élysée", "l'elysee"),
        ("C‘est‑à‑dire", "C'est-à-dire", "c'est-à-dire", "c'est-a-dire"),
        ("12\u00a0000\u202f€", "12 000 €", "12 000 €", "12 000 €"),
        ("Œuvre", "Œuvre", "œuvre", "œuvre"),
        ("ÇA ÔTÉ", "ÇA ÔTÉ", "ça ôté", "ca ote"),
        ("2022—2024", "2022-2024", "2022-2024", "2022-2024"),
    ],
)
def test_each_folding_folds_what_it_says(text, typed, cased, folded):
    assert (fold_type(text), fold_case(text), fold(text)) == (typed, cased, folded)


@pytest.mark.parametrize("accented", "àâäéèêëîïôöùûüÿçÀÉÇ")
def test_every_french_letter_folds_to_its_base(accented):
    assert fold(accented) == unicodedata.normalize("NFD", accented)[0].lower()


@pytest.mark.parametrize(
    ("pattern", "slip"), [("démenti", "é"), ("Moscou", "M"), ("l’afp", "’"), (r"\bété\b", "é"), ("(?P<jour>Lundi)", "L")]
)
def test_a_pattern_with_a_letter_that_never_matches_is_refused(pattern, slip):
    with pytest.raises(ValueError, match=f"{slip!r} never matches folded text"):
        folded_pattern(pattern)


@pytest.mark.parametrize(("pattern", "text"), [(r"\Adementi\Z", "Démenti"), (r"(?P<Mois>avril)\S*\Z", "AVRIL…"), (r"l'\w+", "L’AFP")])
def test_a_folded_pattern_matches_folded_text(pattern, text):
    assert folded_pattern(pattern).search(fold(text))
