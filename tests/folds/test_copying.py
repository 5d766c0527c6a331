"""The parts of the reuse fold: words and their places, sampled runs, alignment."""
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWS

from selon.core.text import Span
from selon.folds.copying.align import aligned
from selon.folds.copying.index import WINDOW_WORDS, hits
from selon.folds.copying.texts import flattened
from selon.folds.copying.words import words

LETTERS = st.lists(st.text("abcdefghij", min_size=3, max_size=7), min_size=60, max_size=60, unique=True)


@given(NEWS, NEWS)
def test_words_have_their_places_in_their_own_text(one, other):
    both = words([one, other])
    for number, text in enumerate((one, other)):
        alone, mine = words([text]), slice(both.bounds[number], both.bounds[number + 1])
        assert both.starts[mine].tolist() == alone.starts.tolist()
        assert both.ends[mine].tolist() == alone.ends.tolist()
        assert both.hashes[mine].tolist() == alone.hashes.tolist()
        assert all(text[start].isalnum() and text[end - 1].isalnum() for start, end in zip(alone.starts, alone.ends, strict=True))


SPELLINGS = [("L’Été", "l'ete"), ("Hally\u00adday", "HALLYDAY"), ("e\u0301te\u0301", "été"), ("à\u00a0Paris", "a paris")]


@pytest.mark.parametrize("one, other", SPELLINGS)
def test_spellings_of_one_word_have_one_hash(one, other):
    assert words([one]).hashes.tolist() == words([other]).hashes.tolist()


def test_a_stretch_that_is_passed_over_joins_what_stands_around_it():
    text = "Avant la réclame. ACHETEZ MAINTENANT Après la réclame."
    skipped = words([text], [[Span(18, 36)]])
    assert skipped.hashes.tolist() == words(["Avant la réclame. Après la réclame."]).hashes.tolist()


@given(LETTERS, st.integers(0, 30), st.integers(0, 30))
def test_a_shared_stretch_of_window_and_run_is_always_seen(vocabulary, before, after):
    shared = vocabulary[: WINDOW_WORDS + 9]
    one = " ".join([*("un" for _ in range(before)), *shared, "fin"])
    other = " ".join([*("deux" for _ in range(after)), *shared, "suite"])
    found = hits([one, other], [(), ()], np.array([0, 0]))
    assert ((found.a == 0) & (found.b == 1) & (found.at_b - found.at_a == after - before)).any()


@given(LETTERS, st.lists(st.tuples(st.integers(6, 50), st.sampled_from(["drop", "add", "change"])), max_size=4))
def test_an_alignment_pairs_equal_words_in_order(vocabulary, edits):
    copy = list(vocabulary)
    for at, how in sorted(edits, reverse=True):
        copy[at : at + 1] = {"drop": [], "add": [copy[at], "zzzz"], "change": ["yyyy"]}[how]
    texts = flattened([" ".join(vocabulary), " ".join(copy)], [(), ()], quoted=[(), ()])
    a, b = texts.of(0), texts.of(1)
    for each in aligned(a, b, [(0, 0, 6)]):
        assert all(a[0][i : i + size] == b[0][j : j + size] for i, j, size in each.blocks)
        ends = [(i + size, j + size) for i, j, size in each.blocks]
        assert all(end_a <= i and end_b <= j for (end_a, end_b), (i, j, _) in zip(ends, each.blocks[1:], strict=False))
        assert each.matched >= len(vocabulary) - 2 * len(edits) - 8
