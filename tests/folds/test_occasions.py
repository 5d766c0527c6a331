"""The timeline over all articles: what is one happening, what is two, and on how many sources it rests."""

from __future__ import annotations

from itertools import permutations

import pytest

from selon.core.claims import Sightings
from selon.core.dossier import Actor, Cast
from selon.core.happenings import Happened
from selon.core.occasions import Occasion
from selon.core.reuse import Passage, Place, Reuse
from selon.core.text import DocId, Evidence, Span
from selon.folds.claiming.parties import Parties
from selon.folds.copying.copies import Copies
from selon.folds.occasions import Printed, occasions

CAST = Cast(tuple(Actor(id, id, "state", (), "test") for id in ("france", "iran", "russia", "syria")), ())
PARTIES = Parties(Sightings((), (), (("ministre", "france"),)), CAST)


def told(article: str, words: str, *, date: str = "", published: str = "2024-03-10", **more: object) -> Happened:
    clause = Evidence(DocId(article), Span(0, len(words)), words)
    known: dict[str, object] = {
        "type": "ASSAULT", "mode": "", "source": ("russia",), "target": ("syria",), "object": "", "status": "actual", "per": (),
        "place": "",
    }  # fmt: skip
    known |= more
    return Happened(
        article=article, published=published, date=date, source_names=(), target_names=(), evidence=(clause,), clause=clause, parties=(),
        when=None, score=0.9, why="test", id=f"e-{article}", **known,  # type: ignore[arg-type]
    )  # fmt: skip


def merged(*lines: Happened, reuse: Reuse | None = None, articles: dict[DocId, Printed] | None = None) -> tuple[Occasion, ...]:
    return occasions(lines, PARTIES, Copies(reuse or Reuse()), articles or {})


SHELLED = "l'armée a bombardé la ville assiégée pendant plusieurs heures"
RAID = told("a", SHELLED, date="2024-03-09")


@pytest.mark.parametrize(
    "other, count",
    [
        (told("b", "un raid a tué dix civils", date="2024-03-09"), 1),
        (told("b", "un raid a tué dix civils", date="2024-03-08"), 2),
        (told("b", "un raid a tué dix civils", date="2024-03"), 2),
        (told("b", f"{SHELLED}, selon un témoin", date="2024-03"), 1),
        (told("b", "un raid a tué dix civils"), 2),
        (told("b", f"selon un témoin, {SHELLED}"), 1),
        (told("b", f"selon un témoin, {SHELLED}", published="2024-05-10"), 2),
        (told("b", "un raid a tué dix civils", date="2024-03-09", target=("iran",)), 2),
        (told("b", "un raid a tué dix civils", date="2024-03-09", target=()), 2),
        (told("b", "un raid a tué dix civils", date="2024-03-09", type="COERCE"), 2),
        (told("b", SHELLED, date="2024-03-09", status="negated"), 2),
        (told("b", SHELLED, date="2024-03-09", object="money"), 1),
        (told("a", SHELLED, date="2024-03-09"), 2),
    ],
)
def test_one_happening_is_of_one_type_between_the_same_at_one_time(other, count):
    assert len(merged(RAID, other)) == count


def test_a_minister_and_his_state_are_one_side():
    one = told("a", "visite", type="CONSULT", source=("ministre",), target=("iran",), date="2024-03-09")
    other = told("b", "réception", type="CONSULT", source=("iran",), target=("france",), date="2024-03-09")
    assert len(merged(one, other)) == 1


def test_a_vague_date_is_made_as_precise_as_any_telling_has_it():
    vague = told("b", f"{SHELLED}, selon un témoin", date="2024-03")
    (one,) = merged(vague, RAID, articles={DocId("a"): Printed("", "inferred"), DocId("b"): Printed("", "given")})
    assert (one.date, one.precision, one.basis, one.articles) == ("2024-03-09", "day", "inferred", 2)


def test_what_is_planned_and_then_told_is_actual_and_keeps_both_tellings():
    (one,) = merged(told("b", SHELLED, date="2024-03-09", status="planned", published="2024-03-08"), RAID)
    assert (one.status, [line.status for line in one.tellings]) == ("actual", ["planned", "actual"])


def test_on_whose_word_a_happening_rests_is_kept_beside_the_articles_that_tell_it_themselves():
    (one,) = merged(RAID, told("b", "un raid a tué dix civils", date="2024-03-09", per=("iran",)))
    assert (one.per, one.narrated) == (("iran",), 1)


def test_copies_are_one_source_and_one_outlet_perhaps_one():
    raw = SHELLED + " avant de se retirer"
    lines = [told("a", raw, date="2024-03-09"), told("b", raw, date="2024-03-09"), told("c", "un raid a tué dix civils", date="2024-03-09")]
    a, b = (Place(line.clause.doc, line.clause.span) for line in lines[:2])
    (one,) = merged(*lines, reuse=Reuse((Passage(a, b, "verbatim", 10),)))
    assert (one.articles, one.roots_least, one.roots) == (3, 2, 2)
    printed = {DocId(name): Printed("Le Jour") for name in ("b", "c")}
    (same,) = merged(*lines, reuse=Reuse((Passage(a, b, "verbatim", 10),)), articles=printed)
    assert (same.articles, same.roots_least, same.roots) == (3, 1, 2)


def test_the_order_of_the_lines_makes_no_difference():
    lines = [RAID, told("b", f"{SHELLED}, selon un témoin", date="2024-03"), told("c", "un raid", date="2024-03-09"), told("d", SHELLED)]
    assert len({merged(*each) for each in permutations(lines)}) == 1
