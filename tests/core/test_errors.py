"""Errors that a person reads."""
from __future__ import annotations

import pytest

from selon.core.errors import InputError, LexiconError, PlanError, SelonError, StoreError


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (SelonError("no such folder"), "no such folder"),
        (SelonError("no such folder", where="a/b"), "a/b: no such folder"),
        (SelonError("no such folder", where="a/b", fix="make it"), "a/b: no such folder\n  try: make it"),
        (SelonError("no such folder", fix="make it"), "no such folder\n  try: make it"),
    ],
)
def test_an_error_says_where_what_and_what_to_do(error, said):
    assert str(error) == said


@pytest.mark.parametrize("kind", [InputError, LexiconError, PlanError, StoreError])
def test_every_error_raised_on_purpose_can_be_caught_at_once(kind):
    assert issubclass(kind, SelonError)
