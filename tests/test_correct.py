"""Correcting a dossier: through every build, until it is undone."""
from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from functools import partial

import pytest
from correction_cases import BEGAN, TEXTS, at, cast, later_plan, plan
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.app import build
from selon.core.corrections import Anchor, Correction, Kind, undone
from selon.core.errors import InputError
from selon.core.marks import Dateline, TimeExpr
from selon.correct import correct, take_in
from selon.stores.corrected import recast
from selon.stores.sqlite import SqliteStore

fix = partial(correct, now=BEGAN, plan=plan)
run = partial(build, jobs=1, plan=plan, today=BEGAN.date())


def merge(desk):
    return Correction(Kind.MERGE, (desk.actor("jean-petit"), desk.actor("petit")))


def dated(desk):
    return Correction(Kind.DATE, places=(Anchor(at("trois", "lundi").doc, "trois"),), value="2024-11-04")


def not_moscow(desk):
    return Correction(Kind.PLACE, places=(at("deux", "Moscou"),))


def named(desk):
    return Correction(Kind.RENAME, (desk.actor("marie petit"),), value="Mme Petit")


def undo_first(desk):
    return Correction(Kind.UNDO, value=desk.log[0].correction.id)


STEPS = {"merge": merge, "date": dated, "place": not_moscow, "name": named}


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps({"id": name, "text": raw}) for name, raw in TEXTS.items()))
    return str(path)


@pytest.fixture
def dossier(tmp_path, news):
    path = tmp_path / "a.selon"
    run([news], path)
    return path


def shown(path):
    """Return what a reader sees: the cast, the dates and the times."""
    with SqliteStore(path) as store:
        analyses = list(store.analyses((Dateline, TimeExpr)))
        return store.cast(), [(each[Dateline], each[TimeExpr]) for each in analyses]


def contents(path):
    with closing(sqlite3.connect(path)) as db:
        return [sorted(db.execute(f"select * from {table}")) for table in ("layer", "part", "actor", "actor_mention")]


def test_a_correction_says_what_it_changes_and_is_in_force_at_once(dossier):
    done = fix(dossier, merge)
    assert done.number == 1
    told = {change.id: (change.before and change.before.mentions, change.after and change.after.mentions) for change in done.change.actors}
    assert told == {"jean-petit": (2, 4), "petit": (2, None)}
    assert len([mention for mention in shown(dossier)[0].mentions if mention.actor == "jean-petit"]) == 4


def test_a_correction_that_is_only_tried_changes_nothing(dossier):
    before = contents(dossier)
    done = fix(dossier, merge, only_try=True)
    again = fix(dossier, dated, only_try=True)
    assert (done.number, len(done.change.actors), again.change.times) == (0, 2, 1)
    assert contents(dossier) == before
    with SqliteStore(dossier) as store:
        assert store.corrections() == ()


def test_it_stays_through_another_build_which_has_nothing_to_do(dossier, news):
    fix(dossier, merge)
    fix(dossier, dated)
    before = contents(dossier)
    report = run([news], dossier)
    assert (report.unchanged, report.seconds) == (3, {})
    assert contents(dossier) == before


def test_it_stays_through_a_build_by_a_later_version_that_gives_other_ids_and_longer_mentions(dossier, news):
    fix(dossier, merge)
    fix(dossier, named)
    run([news], dossier, plan=later_plan)
    found, _ = shown(dossier)
    assert sorted((each.id, each.name, each.tier) for each in found.actors) == [
        ("j-petit", "Jean Petit", "confirmed"), ("marie-petit", "Mme Petit", "confirmed"), ("russia", "Moscou", "suggested"),
    ]  # fmt: skip
    assert next(each.variants for each in found.actors if each.id == "j-petit") == (("Jean Petit", 2), ("M. Petit", 1), ("Petit", 1))


def test_a_date_that_is_set_takes_the_place_of_the_machines_and_times_are_counted_from_it(dossier):
    done = fix(dossier, dated)
    assert (done.change.dates, done.change.times) == ((("trois", "unknown", "2024-11-04 (confirmed)"),), 1)
    with SqliteStore(dossier) as store:
        analysis = store.analysis(at("trois", "lundi").doc, (Dateline, TimeExpr))
    assert (analysis[Dateline][0].basis, str(analysis[TimeExpr][0].days)) == ("confirmed", "2024-11-04")


def test_to_undo_restores_the_very_dossier(dossier):
    before = contents(dossier)
    for step in STEPS.values():
        fix(dossier, step)
    assert contents(dossier) != before
    for number in range(len(STEPS)):
        fix(dossier, lambda desk, number=number: Correction(Kind.UNDO, value=desk.log[number].correction.id))
    assert contents(dossier) == before


@settings(max_examples=12)
@given(st.permutations(["merge", "date", "place", "name", "build", "later", "build"]), st.booleans())
def test_the_same_log_gives_the_same_dossier_whenever_it_was_built(tmp_path_factory, steps, whole):
    """One dossier gets corrections between builds; the other its log at once, before or after its first build."""
    folder = tmp_path_factory.mktemp("order")
    files = []
    for name, raw in TEXTS.items():
        files.append(folder / f"{name}.jsonl")
        files[-1].write_text(json.dumps({"id": name, "text": raw}))
    names, one, other = [str(file) for file in files], folder / "one.selon", folder / "other.selon"
    run(names, one)
    for step in steps:
        if step in STEPS:
            fix(one, STEPS[step])
        else:
            run(names, one, plan=later_plan if step == "later" else plan)
    run(names, one)
    with SqliteStore(one) as store:
        log = [each.correction for each in store.corrections()]
    run(names[:1] if whole else names, other)
    take_in(other, reversed(log), plan=plan)
    run(names[::-1], other)
    assert shown(one) == shown(other)


def test_the_order_of_entries_is_the_order_they_were_made_even_if_the_clock_goes_back(dossier):
    fix(dossier, merge)
    fix(dossier, named, now=BEGAN.replace(year=2020))
    with SqliteStore(dossier) as store:
        first, second = (each.correction for each in store.corrections())
    assert first.made < second.made


def test_a_text_that_changed_orphans_the_correction_and_the_new_text_is_read_without_it(dossier, tmp_path):
    fix(dossier, not_moscow)
    fix(dossier, dated)
    with SqliteStore(dossier) as store:
        log = [each.correction for each in store.corrections()]
    changed, other = tmp_path / "changed.jsonl", tmp_path / "b.selon"
    changed.write_text("\n".join(json.dumps({"id": name, "text": raw + " Fin."}) for name, raw in TEXTS.items()))
    run([str(changed)], other)
    take_in(other, log, plan=plan)
    with SqliteStore(other) as store:
        outcomes = recast(store, log).outcomes
        assert sum(mention.actor == "russia" for mention in store.cast().mentions) == 2
        assert all(not analysis[Dateline] for analysis in store.analyses((Dateline,)))
    assert [outcomes[each.id].state for each in log] == ["orphaned", "orphaned"]
    assert "deux" in outcomes[log[0].id].reason


def test_an_article_that_goes_orphans_and_one_that_comes_back_is_corrected_again(dossier, news):
    fix(dossier, not_moscow)
    with SqliteStore(dossier, write=True) as store:
        log = [each.correction for each in store.corrections()]
        store.forget(at("deux", "Moscou").doc)
        assert recast(store, log).outcomes[log[0].id].state == "orphaned"
    run([news], dossier)
    assert sum(mention.actor == "russia" for mention in shown(dossier)[0].mentions) == 1


def test_two_logs_merge_into_one(dossier, tmp_path, news):
    other = tmp_path / "b.selon"
    run([news], other)
    fix(dossier, merge)
    fix(other, named, by="bob")
    for one, two in ((dossier, other), (other, dossier)):
        with SqliteStore(two) as store:
            log = [each.correction for each in store.corrections()]
        take_in(one, log, plan=plan)
    assert shown(dossier) == shown(other)
    with SqliteStore(dossier) as store:
        assert [(each.number, each.correction.by) for each in store.corrections()] == [(1, ""), (2, "bob")]


def test_an_undo_can_be_undone(dossier):
    fix(dossier, merge)
    after = shown(dossier)
    fix(dossier, undo_first)
    assert shown(dossier)[0] != after[0]
    fix(dossier, lambda desk: Correction(Kind.UNDO, value=desk.log[1].correction.id))
    assert shown(dossier) == after
    with SqliteStore(dossier) as store:
        assert len(undone(each.correction for each in store.corrections())) == 1


def test_what_is_not_there_cannot_be_corrected(tmp_path, dossier):
    with pytest.raises(InputError):
        fix(tmp_path / "none.selon", merge)
    with pytest.raises(InputError):
        fix(dossier, lambda desk: Correction(Kind.RENAME, (desk.actor("zorglub"),), value="x"))


def test_the_cast_of_the_cases_is_what_their_plan_makes(dossier):
    mentions = shown(dossier)[0].mentions
    assert [(each.doc, each.span, each.actor) for each in mentions] == [(each.doc, each.span, each.actor) for each in cast().mentions]
