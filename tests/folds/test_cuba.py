"""The ledger of the sample dispatches against the one written by hand from reading them, line by line."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from selon.app import build
from selon.core.claims import Claim, ClaimEntry
from selon.exports.ledger import claims_of
from selon.stores.sqlite import SqliteStore

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "cuba-1962"
GOLD = json.loads((ROOT / "eval" / "gold" / "cuba-1962-ledger.json").read_text("utf-8"))
LINES = [pytest.param(claim, line, id=f"{line['article']}:{line['words'][:30]}") for claim in GOLD["claims"] for line in claim["entries"]]
Placed = tuple[Claim, ClaimEntry]


@pytest.fixture(scope="module")
def claims(tmp_path_factory) -> tuple[Claim, ...]:
    target = tmp_path_factory.mktemp("cuba") / "cuba.selon"
    build([str(SAMPLES)], target, jobs=1)
    with closing(SqliteStore(target)) as store:
        return claims_of(store)


def at(claims: tuple[Claim, ...], article: str, words: str, stance: str = "") -> list[Placed]:
    """Return the entries, with their claims, that show these words of an article."""
    start = (SAMPLES / f"{article}.txt").read_text("utf-8").index(words)
    end = start + len(words)
    found = ((claim, entry) for claim in claims for entry in claim.entries if entry.article == article)
    return [
        (claim, entry)
        for claim, entry in found
        if entry.evidence.span.start < end and start < entry.evidence.span.end and stance in ("", entry.stance)
    ]


def of_gold(claims: tuple[Claim, ...], claim: dict) -> Claim:
    first = claim["entries"][0]
    return at(claims, first["article"], first["words"], first["stance"])[0][0]


@pytest.mark.parametrize("claim, line", LINES)
def test_a_line_of_the_ledger_is_there_in_its_claim(claims, claim, line):
    here = [entry for found, entry in at(claims, line["article"], line["words"], line["stance"]) if found == of_gold(claims, claim)]
    assert here
    assert line.get("actor", here[0].actor) == here[0].actor
    assert line.get("party", here[0].party) == here[0].party


@pytest.mark.parametrize("claim", GOLD["claims"], ids=lambda claim: claim["entries"][0]["words"][:30])
def test_a_claim_of_the_ledger_has_no_other_line_and_stands_as_it_does(claims, claim):
    found = of_gold(claims, claim)
    wanted = [at((found,), line["article"], line["words"], line["stance"])[0][1] for line in claim["entries"]]
    assert [entry.evidence.quote for entry in found.entries if entry not in wanted] == []
    assert (found.actor, found.state) == (claim["actor"], claim["state"])
    assert set(claim.get("flags", ())) <= set(found.flags)
    assert list(found.recipient) == claim.get("recipient", list(found.recipient))
    assert found.object == claim.get("object", found.object)


def test_the_copied_paragraph_is_one_source(claims):
    (one,), (other,) = (at(claims, *place, "allege") for place in GOLD["one_root"])
    assert one[1].root == other[1].root != ""


def test_the_ledger_has_no_line_that_a_reader_would_not_write(claims):
    places = [(line["article"], line["words"], line["stance"]) for claim in GOLD["claims"] for line in claim["entries"]]
    wanted = {placed for place in places for placed in at(claims, *place)}
    lines = [(claim, entry) for claim in claims for entry in claim.entries if (claim, entry) not in wanted]
    assert [(claim.title, entry.stance, entry.evidence.quote) for claim, entry in lines] == []
