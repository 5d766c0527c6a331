"""A claim as a person reads it."""
from __future__ import annotations

import pytest

from selon.core.claims import Claim, ClaimEntry
from selon.core.text import DocId, Evidence, Span
from selon.views.ledger import card


def entry(date: str) -> ClaimEntry:
    evidence = Evidence(DocId("a"), Span(0, 4), "Kiev")
    return ClaimEntry("c1", "a", evidence, "allege", "kiev", "kiev", "kiev", (), (), date, "", "r1", "plain", 0, (), (), (), 1.0)


def claim(*dates: str) -> Claim:
    entries = tuple(map(entry, dates))
    counts = {"documents": 1, "roots": 1, "roots_least": 1, "chains": 1, "parties": 1}
    return Claim("c1", "Kiev", "AID", "kiev", (), "", "open", **counts, flags=(), entries=entries)


@pytest.mark.parametrize("dates, lasts", [
    (("2024-03", "2024-01-10", "2025"), ("2024-01-10", "2025")),
    (("2024-01", "2024-01-10"), ("2024-01", "2024-01-10")),
    (("", "2024-05-06"), ("2024-05-06", "2024-05-06")),
    (("",), ("", "")),
])  # fmt: skip
def test_a_claim_lasts_from_its_first_date_to_its_last_as_precise_as_they_are(dates, lasts):
    shown = card(claim(*dates), {})
    assert (shown.first, shown.last) == lasts
