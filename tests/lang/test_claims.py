"""Every pattern of answers finds its yes examples and none of its no examples."""

from __future__ import annotations

import pytest

from selon.lang.match import fold
from selon.lang.pack import pack

ANSWERING = pack("fr").claims


@pytest.mark.parametrize("text", [text for each in ANSWERING.rejection for text in each.yes])
def test_words_that_call_it_false_are_known(text: str) -> None:
    assert ANSWERING.rejects(text)


@pytest.mark.parametrize("text", [text for each in ANSWERING.rejection for text in each.no])
def test_other_words_are_no_rejection(text: str) -> None:
    assert not ANSWERING.rejects(text)


@pytest.mark.parametrize("text", [text for each in ANSWERING.evasion for text in each.yes])
def test_words_that_leave_it_open_are_known(text: str) -> None:
    assert any(pattern.search(fold(text)) for pattern in ANSWERING.evasions)


@pytest.mark.parametrize("text", [text for each in ANSWERING.evasion for text in each.no])
def test_other_words_are_no_evasion(text: str) -> None:
    assert not any(pattern.search(fold(text)) for pattern in ANSWERING.evasions)
