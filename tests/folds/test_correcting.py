"""Replaying corrections over a cast."""
from __future__ import annotations

from dataclasses import replace

import pytest
from correction_cases import at, cast, entry, ref, text, undo
from hypothesis import given
from hypothesis import strategies as st

from selon.core.corrections import ActorRef, Anchor, Kind
from selon.core.text import DocId, Span
from selon.folds.correcting.replay import State, corrected

LOST = Anchor(DocId("0" * 16), "perdu", Span(0, 5), "Petit")
MERGE = entry(Kind.MERGE, ref("jean-petit"), ref("petit"), minute=1)
SPLIT = entry(Kind.SPLIT, ref("petit"), places=(at("deux", "Petit"),), value="Paul Petit", minute=2)
RENAME = entry(Kind.RENAME, ref("jean-petit"), value="J. Petit", minute=3)
RETYPE = entry(Kind.RETYPE, ref("marie-petit"), value="group", minute=4)
PLACE = entry(Kind.PLACE, places=(at("deux", "Moscou"),), minute=5)
POWER = entry(Kind.POWER, ActorRef("ukraine", "Ukraine", "state"), places=(at("un", "Moscou"),), minute=6)
LOG = [MERGE, SPLIT, RENAME, RETYPE, PLACE, POWER]


def replayed(*log):
    return corrected(cast(), log, text)


def who(made, actor: str) -> list[str]:
    return [mention.span.of(text(mention.doc)) for mention in made.cast.mentions if mention.actor == actor]


def actor(made, id: str):
    return next(each for each in made.cast.actors if each.id == id)


def test_a_merge_keeps_the_first_and_adds_up_the_variants():
    made = replayed(MERGE)
    assert sorted(who(made, "jean-petit")) == ["Jean Petit", "Jean Petit", "Petit", "Petit"]
    assert actor(made, "jean-petit").variants == (("Jean Petit", 2), ("Petit", 2))
    assert actor(made, "jean-petit").tier == "confirmed"
    assert "petit" not in {each.id for each in made.cast.actors}
    assert (made.outcomes[MERGE.id].mentions, made.outcomes[MERGE.id].articles) == (4, 3)


def test_a_split_makes_an_actor_of_its_own_of_confirmed_mentions():
    made = replayed(SPLIT)
    (new,) = (each for each in made.cast.actors if each.name == "Paul Petit")
    assert who(made, new.id) == ["Petit"]
    assert {mention.tier for mention in made.cast.mentions if mention.actor == new.id} == {"confirmed"}
    assert actor(made, "petit").variants == (("Petit", 1),)


def test_a_split_may_name_whose_the_mentions_are():
    made = replayed(entry(Kind.SPLIT, ref("petit"), ref("marie-petit"), places=(at("deux", "Petit"),), value="x"))
    assert sorted(who(made, "marie-petit")) == ["Marie Petit", "Petit"]


def test_a_name_and_a_kind_are_what_a_person_says():
    made = replayed(RENAME, RETYPE)
    assert (actor(made, "jean-petit").name, actor(made, "marie-petit").kind) == ("J. Petit", "group")


def test_a_place_is_no_actor_and_a_power_is_one_even_if_the_dossier_did_not_have_it():
    made = replayed(PLACE, POWER)
    assert who(made, "ukraine") == ["Moscou"]
    assert "russia" not in {each.id for each in made.cast.actors}
    assert actor(made, "ukraine").variants == (("Moscou", 1),)


def test_two_who_stand_at_one_place_and_are_merged_stand_there_once():
    both = cast()
    twice = replace(both, mentions=tuple(sorted([*both.mentions, replace(both.mentions[0], actor="marie-petit")])))
    first = both.mentions[0].actor
    made = corrected(twice, [entry(Kind.MERGE, ref(first), ref("marie-petit"))], text)
    assert len(made.cast.mentions) == len(both.mentions)


@given(st.permutations(LOG), st.integers(0, len(LOG)))
def test_the_same_entries_give_the_same_cast_in_whatever_order_and_pieces_they_came(log, cut):
    assert replayed(*log) == replayed(*LOG)
    assert replayed(*log[cut:], *log[:cut], *log[:cut]).cast == replayed(*LOG).cast


@given(st.lists(st.sampled_from(LOG), unique_by=lambda each: each.id))
def test_to_undo_everything_restores_what_the_machine_suggests(log):
    undos = [undo(each, 10 + number) for number, each in enumerate(log)]
    made = replayed(*undos, *log)
    assert made.cast == cast()
    assert {made.outcomes[each.id].state for each in log} <= {State.UNDONE}


def test_what_no_longer_has_its_text_is_orphaned_and_changes_nothing():
    whole, other = replace(LOST, span=None, quote=""), replace(at("un", "Petit", 2), quote="Grand")
    gone = [
        entry(Kind.MERGE, ref("jean-petit"), ref("petit", LOST)), entry(Kind.RENAME, ref("petit", LOST), value="x"),
        entry(Kind.RENAME, ref("petit", other), value="x"), entry(Kind.PLACE, places=(LOST,)),
        entry(Kind.DATE, places=(whole,), value="2024"),
        entry(Kind.SPLIT, ref("petit"), places=(LOST,), value="x"), entry(Kind.POWER, ref("russia"), places=(LOST,)),
    ]  # fmt: skip
    made = replayed(*gone)
    assert made.cast == cast()
    assert {outcome.state for outcome in made.outcomes.values()} == {State.ORPHANED}
    assert all("changed or is not here" in outcome.reason for outcome in made.outcomes.values())


def test_what_has_lost_some_of_its_places_holds_in_part():
    made = replayed(entry(Kind.PLACE, places=(LOST, at("un", "Moscou"))))
    (outcome,) = made.outcomes.values()
    assert (outcome.state, outcome.reason) == (State.PARTLY, "1 of 2 places have changed or are not here")
    assert who(made, "russia") == ["Moscou"]


def test_an_actor_is_found_by_its_places_when_its_id_is_another_one():
    later = cast()
    renamed = replace(
        later,
        actors=tuple(replace(each, id="jp") if each.id == "jean-petit" else each for each in later.actors),
        mentions=tuple(sorted(replace(each, actor="jp") if each.actor == "jean-petit" else each for each in later.mentions)),
    )
    made = corrected(renamed, [RENAME], text)
    assert actor(made, "jp").name == "J. Petit"


@pytest.mark.parametrize(("words", "found"), [("M. Petit", True), ("Petit a nié", True), ("parlé", False)])
def test_a_mention_that_is_now_longer_or_shorter_is_still_the_one_but_another_is_not(words, found):
    made = replayed(entry(Kind.RENAME, ref("petit", at("un", words)), value="X"))
    assert (actor(made, "petit").name == "X") is found
