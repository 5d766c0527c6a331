"""The ledger of the sample dispatches: the story that their read-me says a dossier should tell."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from selon.app import build
from selon.core.claims import Claim
from selon.exports.ledger import claims_of
from selon.stores.sqlite import SqliteStore

pytestmark = pytest.mark.model

SAMPLES = Path(__file__).parents[2] / "samples" / "cuba-1962"


@pytest.fixture(scope="module")
def missiles(tmp_path_factory) -> Claim:
    """Return the claim about Soviet arms in Cuba: the one of most entries."""
    target = tmp_path_factory.mktemp("cuba") / "cuba.selon"
    build([str(SAMPLES)], target, jobs=1)
    with closing(SqliteStore(target)) as store:
        return claims_of(store)[0]


def said(claim: Claim, stance: str) -> set[tuple[str, str]]:
    """Return article number and side of those who take a stance."""
    return {(entry.article[:2], entry.party) for entry in claim.entries if entry.stance == stance}


def test_the_missiles_are_one_claim(missiles):
    assert (missiles.actor, missiles.recipient, missiles.object) == ("ussr", ("cuba",), "weapons")


def test_it_is_alleged_by_washington_and_denied_by_moscow_and_havana(missiles):
    assert {("05", "united-states"), ("06", "united-states")} <= said(missiles, "allege")
    assert {("04", "ussr"), ("06", "ussr"), ("06", "cuba")} <= said(missiles, "deny")


def test_the_accused_confirms_it_in_the_end(missiles):
    assert ("10", "ussr") in said(missiles, "confirm")
    assert missiles.state == "confirmed-by-accused"
    assert "reversal" in missiles.flags


def test_the_copied_paragraph_is_one_source(missiles):
    roots = {
        entry.root
        for entry in missiles.entries
        if entry.article[:2] in ("06", "07") and entry.stance == "allege" and entry.date == "1962-10-22"
    }
    assert len(roots) == 1
    assert "" not in roots
