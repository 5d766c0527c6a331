"""Building a dossier: what is done, what is not done again, and what an interruption leaves."""
from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from small_plans import first_words, newer, shouts, tiny

from selon.app import build
from selon.building.report import BuildReport
from selon.core.errors import InputError, StoreError
from selon.core.marks import Quote, Token
from selon.core.text import Evidence
from selon.stores.sqlite import SqliteStore

DAY = date(2025, 6, 5)
run = partial(build, plan=tiny, today=DAY, jobs=1)
DRIVER = """
import sys, pathlib, small_plans
from selon.app import build
if __name__ == "__main__":
    jobs, target, *inputs = sys.argv[1:]
    build(inputs, pathlib.Path(target), jobs=int(jobs), plan=small_plans.tiny, progress=lambda done, total: print(done, total, flush=True))
"""


def counts(report: BuildReport) -> tuple[int, int, int, int]:
    return report.new, report.updated, report.unchanged, report.left_out


def contents(path) -> dict[str, list[tuple]]:
    """Return all that a dossier holds, in an order of its own."""
    tables = "document", "layer", "issue", "part", "actor", "actor_mention"
    with closing(sqlite3.connect(path)) as db:
        return {table: sorted(row[1:] if table == "document" else row for row in db.execute(f"select * from {table}")) for table in tables}


@pytest.fixture
def target(tmp_path):
    return tmp_path / "a.selon"


@pytest.fixture
def news(tmp_path):
    """Write records to a file, and return its name."""

    def write(*records: dict, name: str = "news.jsonl") -> str:
        path = tmp_path / name
        path.write_text("\n".join(json.dumps(record) for record in records))
        return str(path)

    return write


def test_a_build_reads_analyses_and_folds(target, news):
    report = run([news({"id": "a", "text": "Moscou dément."}, {"id": "b", "text": "Kiev accuse."})], target)
    assert counts(report) == (2, 0, 0, 0)
    assert set(report.seconds) == {"zones", "words", "shouts", "first_words"}
    with SqliteStore(target) as store:
        assert [token.text for each in store.analyses((Token,)) for token in each[Token]] == ["Moscou", "dément", "Kiev", "accuse"]
        assert sorted(each.quote for each in store.part("first_words", tuple[Evidence, ...])) == ["Kiev", "Moscou"]


def test_a_second_build_does_nothing(target, news):
    name = news({"id": "a", "text": "Moscou dément."}, {"id": "b", "text": "Kiev accuse."})
    run([name], target)
    before = contents(target)
    report = run([name], target)
    assert (counts(report), report.seconds) == ((0, 0, 2, 0), {})
    assert contents(target) == before


def test_only_what_depends_on_a_change_is_done_again(target, news):
    name = news({"id": "a", "text": "Moscou dément."})
    run([name], target)
    report = run([name], target, plan=newer)
    assert (counts(report), set(report.seconds)) == ((0, 1, 0, 0), {"shouts"})


def test_articles_of_earlier_builds_stay_and_follow_a_change_of_plan(target, news):
    run([news({"id": "a", "text": "Moscou dément."})], target)
    report = run([news({"id": "b", "text": "Kiev accuse."}, name="b.jsonl")], target, plan=newer)
    assert counts(report) == (1, 1, 0, 0)
    with SqliteStore(target) as store:
        assert [doc.name for doc in store.documents()] == ["a", "b"]


def test_a_layer_that_the_plan_no_longer_makes_goes(target, news):
    name = news({"id": "a", "text": "Moscou dément."})
    run([name], target)
    run([name], target, plan=lambda: replace(tiny(), stages=[each for each in tiny().stages if each is not shouts]))
    with SqliteStore(target) as store:
        (doc,) = store.documents()
        assert set(store.layer_keys(doc.id)) == {"Zone", "Token"}


def test_an_article_read_again_with_another_record_is_brought_up_to_date(target, news):
    run([news({"id": "a", "text": "Moscou dément."})], target)
    report = run([news({"id": "a", "text": "Moscou dément.", "title": "Titre", "date": "2025-06-04"})], target)
    assert set(report.seconds) == {"shouts", "first_words"}
    with SqliteStore(target) as store:
        (each,) = store.analyses((Quote,))
    assert (each.doc.title, each.doc.published, each[Quote][0].depth) == ("Titre", "2025-06-04", 5)


def test_an_article_that_breaks_a_stage_is_left_out_and_said(target, news):
    report = run([news({"id": "a", "text": "Moscou."}, {"id": "b", "text": "Panne."})], target)
    assert counts(report) == (1, 0, 0, 1)
    with SqliteStore(target) as store:
        assert [doc.name for doc in store.documents()] == ["a"]
        (issue,) = store.issues()
    assert (issue.stage, issue.lost) == ("words", True)


def test_a_mark_in_the_wrong_place_costs_its_article_only(target, news):
    def stray() -> object:
        def run_shouts(analysis, pack):
            beyond = 99 if "Kiev" in analysis.doc.raw else 1
            return (replace(quote, inner=replace(quote.inner, end=beyond)) for quote in shouts.run(analysis, pack))

        return replace(tiny(), stages=(*tiny().stages[:2], replace(shouts, run=run_shouts)))

    report = run([news({"id": "a", "text": "Moscou."}, {"id": "b", "text": "Kiev."})], target, plan=stray)
    assert counts(report) == (1, 0, 0, 1)
    assert "reaches beyond" in report.issues[0].message


def test_a_part_that_cannot_be_made_is_said_and_the_rest_is_kept(target, news):
    def broken() -> object:
        return replace(tiny(), folds=(replace(first_words, run=lambda analyses, pack: 1 / 0),))

    report = run([news({"id": "a", "text": "Moscou."})], target, plan=broken)
    assert counts(report) == (1, 0, 0, 1)
    assert report.issues[0].stage == "first_words"


def test_two_articles_of_one_name_are_both_kept_and_said_until_they_are_not(target, tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"Texte {folder}.")
    report = run([str(tmp_path / "x")], target)
    assert report.issues == ()
    report = run([str(tmp_path / "y")], target)
    assert counts(report) == (1, 0, 0, 0)
    assert [issue.lost for issue in report.issues] == [False, False]


def test_issues_of_an_input_that_was_mended_go(target, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    run([str(path)], target)
    path.write_text("Un.")
    run([str(path)], target)
    with SqliteStore(target) as store:
        assert list(store.issues()) == []


def test_no_dossier_is_made_when_no_input_exists(target, tmp_path):
    with pytest.raises(InputError):
        run([str(tmp_path / "none.txt")], target)
    assert not target.exists()


def test_one_missing_input_of_two_is_an_issue(target, tmp_path, news):
    report = run([str(tmp_path / "none.txt"), news({"id": "a", "text": "Un."})], target)
    assert counts(report) == (1, 0, 0, 1)


def test_the_dossier_does_not_depend_on_processes_or_order(tmp_path, news):
    records = [{"id": str(n), "text": f"Kiev accuse {n}. " * n} for n in range(1, 20)]
    name, back = news(*records), news(*reversed(records), name="back.jsonl")
    for target, inputs, jobs in (("1", name, 1), ("2", name, 2), ("3", back, 3)):
        run([inputs], tmp_path / target, jobs=jobs)
    one, two, three = (contents(tmp_path / target) for target in "123")
    assert one == two
    assert (one["layer"], one["part"]) == (three["layer"], three["part"])


# Interruptions, in processes of their own


def started(jobs: int, target, *inputs: str, **more) -> subprocess.Popen:
    command = [sys.executable, "-c", DRIVER, str(jobs), str(target), *inputs]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True, **more)


@pytest.mark.skipif(os.name == "nt", reason="no kill -9 there")
@pytest.mark.parametrize("jobs", [1, 2])
def test_after_kill_9_the_next_build_completes_the_dossier_to_that_of_an_unbroken_one(jobs, target, tmp_path, news):
    name = news(*({"id": str(n), "text": f"Kiev accuse {n}. " * 200} for n in range(60)), {"id": "x", "text": "Panne"})
    with started(jobs, target, name) as process:
        while not process.stdout.readline().startswith("7 "):
            pass
        process.kill()
        process.stdout.read()  # ends when no worker is left that could write
    with SqliteStore(target) as store:
        done = len(list(store.documents()))
    assert 7 <= done < 60
    report = run([name], target)
    assert (report.unchanged, report.new) == (done, 60 - done)
    run([name], tmp_path / "unbroken.selon")
    assert contents(target) == contents(tmp_path / "unbroken.selon")


def test_a_second_build_of_the_same_dossier_is_refused_while_the_first_runs(target, news):
    with started(1, target, "-", stdin=subprocess.PIPE) as process:
        assert process.stdout.readline() == "0 None\n"
        with pytest.raises(StoreError, match=f"process {process.pid} is building it"):
            run([news({"id": "a", "text": "Un."})], target)
        process.stdin.write('{"id": "b", "text": "Deux."}')
        process.stdin.close()
        process.stdout.read()
    assert process.returncode == 0
    assert counts(run([news({"id": "a", "text": "Un."})], target)) == (1, 0, 0, 0)


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupted_build_keeps_what_is_done(jobs, target, news):
    name = news(*({"id": str(n), "text": f"Kiev accuse {n}. " * 200} for n in range(60)))
    with started(jobs, target, name, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        while not process.stdout.readline().startswith("7 "):
            pass
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        process.stdout.read()
    assert counts(run([name], target))[2] >= 7
