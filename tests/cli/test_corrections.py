"""The commands that correct a dossier, list its log and show an actor."""
from __future__ import annotations

import json

import pytest
from small_dossiers import stored
from typer.testing import CliRunner

from selon.cli.main import app


@pytest.fixture
def dossier(tmp_path):
    return stored(tmp_path / "essai.selon")


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def log(dossier):
    return json.loads(run("corrections", dossier, "--json").stdout)


def test_a_merge_says_what_else_it_changes(dossier):
    done = run("merge", dossier, "petit", "TASS")
    assert done.stdout.splitlines() == [
        "1: TASS is Jean Petit",
        "  Jean Petit (jean-petit): Jean Petit, person, 2 mentions in 2 articles -> Jean Petit, person, 3 mentions in 2 articles",
        "  TASS (tass): TASS, agency, 1 mention in 1 article -> none",
        "  1 statement with another speaker or relay",
    ]
    assert done.stderr == f"take it back: selon undo {dossier} 1\n"


def test_every_command_adds_its_entry_and_undo_takes_it_back(dossier):
    before = run("show", dossier, "actors", "--json").stdout
    steps = [
        ("merge", "Petit", "Kiev"), ("rename", "petit", "J. Petit"), ("retype", "tass", "outlet"), ("place", "démenti:14-20"),
        ("split", "russie", "--mention", "a/b<i>:47-53", "--name", "Moscou (ville)"), ("power", "a/b<i>:47-53", "--as", "france"),
    ]  # fmt: skip
    for command, *rest in steps:
        done = run(command, dossier, *rest)
        assert done.exit_code == 0, done.output
    assert [(line["kind"], line["state"]) for line in log(dossier)] == [(step[0], "stands") for step in steps]
    for number in range(1, len(steps) + 1):
        assert run("undo", dossier, number).exit_code == 0
    assert run("show", dossier, "actors", "--json").stdout == before
    assert {line["state"] for line in log(dossier)[: len(steps)]} == {"undone"}
    assert run("undo", dossier, 1).exit_code == 1


def test_only_to_try_leaves_no_entry(dossier):
    assert run("merge", dossier, "petit", "TASS", "--try").stdout.startswith("would be: TASS is Jean Petit\n")
    assert log(dossier) == []


def test_words_that_stand_for_nobody_can_be_given_to_a_state_of_the_knowledge_base(dossier):
    done = run("power", dossier, "démenti:14-20", "--as", "Chine")
    assert done.exit_code == 0, done.output
    assert "China" not in done.stdout
    assert "(china)" in done.stdout


def test_a_capital_is_its_state_without_being_told(dossier):
    run("place", dossier, "a/b<i>:47-53")
    spans = json.loads(run("show", dossier, "actor", "russie", "--json").stdout)["places"]
    assert [article for article, _ in spans] == ["démenti"]
    assert run("power", dossier, "a/b<i>:47-53").stdout.startswith("2: « Moscou » a/b<i>:47-53: Russie\n")


def test_a_capital_is_whom_it_stands_for_elsewhere_in_the_dossier(dossier):
    run("place", dossier, "a/b<i>:47-53")
    run("power", dossier, "démenti:14-20", "--as", "URSS")
    assert run("power", dossier, "a/b<i>:47-53").stdout.startswith("3: « Moscou » a/b<i>:47-53: URSS\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", "{}", "Zorglub", "TASS"), "no actor is called 'Zorglub'"),
        (("split", "{}", "TASS", "--mention", "démenti:1-4"), "is no mention of tass"),
        (("place", "{}", "démenti"), "is no place"),
        (("place", "{}", "démenti:5-9999"), "is no place"),
        (("place", "{}", "rien:5-9"), "no article is called 'rien'"),
        (("undo", "{}", "3"), "there is no correction 3"),
        (("set", "{}", "rien", "--date", "2024"), "no article is called 'rien'"),
        (("corrections", "{}", "--add", "{}"), "is not UTF-8"),
        (("corrections", "{}", "--add", "rien.jsonl"), "rien.jsonl: it cannot be read: No such file or directory"),
        (("show", "{}", "actor", "zorglub"), "no actor is called"),
    ],
)
def test_what_is_not_there_is_an_error_with_a_cure(dossier, words, said):
    done = run(*(word.format(dossier) for word in words))
    assert done.exit_code == 1
    assert said in done.stderr
    assert "try:" in done.stderr
    assert log(dossier) == []


@pytest.mark.parametrize(
    "words",
    [("retype", "{}", "tass", "planet"), ("set", "{}", "démenti", "--date", "hier"),
     ("set", "{}", "démenti", "--date", "2999-01-01"),
     ("merge", "{}", "tass", "TASS"), ("show", "{}", "actor")],
)
def test_wrong_usage_is_said_as_such(dossier, words):
    assert run(*(word.format(dossier) for word in words)).exit_code == 2


def test_a_log_goes_to_another_dossier_and_what_is_not_there_is_orphaned(dossier, tmp_path):
    run("place", dossier, "démenti:14-20", "--by", "Ana")
    run("rename", dossier, "kiev", "L'Ukraine")
    out = tmp_path / "log.jsonl"
    assert run("export", dossier, "--to", "corrections", "-o", out).exit_code == 0
    other = stored(tmp_path / "autre.selon")
    assert "2 corrections added" in run("corrections", other, "--add", out).stderr
    assert "0 corrections added" in run("corrections", other, "--add", out).stderr
    assert log(other) == log(dossier)
    out.write_text(out.read_text("utf-8").replace('"quote": "Kiev"', '"quote": "Kyiv"').replace("rename", "retype"), "utf-8")
    run("corrections", other, "--add", out)
    assert [line["state"] for line in log(other)] == ["stands", "stands", "orphaned"]
    table = run("corrections", other).stdout
    assert "orphaned" in table
    assert "Ana" in table


@pytest.mark.parametrize(
    "line",
    ["{", '{"kind": "zap"}',
     '{"kind": "merge", "made": "hier"}', '{"kind": "undo", "made": "2025-06-05T10:00:00.000000+00:00"}'],
)
def test_a_log_that_is_none_is_refused_whole(dossier, tmp_path, line):
    file = tmp_path / "log.jsonl"
    file.write_text(line)
    done = run("corrections", dossier, "--add", file)
    assert done.exit_code == 1
    assert f"{file}:1" in done.stderr
    assert log(dossier) == []


def test_an_actor_is_shown_by_any_of_its_names(dossier):
    shown = [run("show", dossier, "actor", name).stdout for name in ("jean-petit", "JEAN PETIT", "petit")]
    assert len(set(shown)) == 1
    assert shown[0].splitlines()[:3] == [
        "Jean Petit (jean-petit), person, suggested", "2 mentions in 2 articles, 2024-03-12", "names: Petit (2)",
    ]  # fmt: skip
    assert "says (1):" in shown[0]
    state = run("show", dossier, "actor", "moscou").stdout
    assert state.startswith("Russie (russia), state")
    assert "speaks for" not in state


def test_search_finds_a_name_in_its_other_writings(dossier):
    found = run("search", dossier, "Kiew")
    assert "[Kiev]" in found.stdout
    assert found.stderr == "also: Kiev\n"
    assert run("search", dossier, "Kiew", "--exact").stderr == "nothing found\n"


@pytest.mark.parametrize("command", ["merge", "split", "rename", "retype", "place", "power", "set", "undo", "corrections"])
def test_help_has_an_example_on_lines_of_its_own(command):
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"\n  $ selon {command} " in done.stdout
