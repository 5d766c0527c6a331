"""``selon show`` and ``selon search``."""
from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from small_dossiers import held, stored
from typer.testing import CliRunner

from selon.cli.main import app


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    return stored(tmp_path_factory.mktemp("dossier") / "essai.selon")


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.mark.parametrize(("view", "lines"), [("quotes", 4), ("times", 4), ("actors", 4), ("issues", 2), ("dates", 3)])
def test_json_is_one_array_with_an_object_a_line(dossier, view, lines):
    done = run("show", dossier, view, "--json")
    assert (done.exit_code, len(json.loads(done.stdout)), done.stderr) == (0, lines, "")


def test_every_line_of_json_is_the_very_text_at_its_offsets(dossier):
    raw = {each.doc.id: each.doc.raw for each in held().held}
    for view in ("quotes", "times"):
        for line in json.loads(run("show", dossier, view, "--json").stdout):
            place = line["evidence"]
            assert raw[place["doc"]][place["span"]["start"] : place["span"]["end"]] == place["quote"]


@pytest.mark.parametrize("view", ["quotes", "times", "actors", "issues", "dates"])
def test_a_table_is_drawn(dossier, view):
    done = run("show", dossier, view)
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) > 3


def test_without_a_view_it_tells_what_is_in_the_dossier(dossier):
    first, counts, speakers, _, *disputed = run("show", dossier).stdout.splitlines()
    assert first == "3 articles, published 2024-03-10 to 2024-03-12, 1 without a date"
    assert counts == "4 statements, 4 times, 4 actors, 2 issues"
    assert speakers.startswith("who speaks: ")
    assert disputed[0].endswith("a/b<i>:26-92")
    assert json.loads(run("show", dossier, "--json").stdout)["disputes"] == len(disputed) == 2
    assert run("show", dossier, "--limit", "1").stdout.splitlines()[-1] == "  and 1 more"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full device")  # noqa: PTH110  # no path of the tests
def test_an_output_that_is_full_is_said_in_two_lines(dossier):
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with open("/dev/full", "w") as full:  # noqa: PTH123
        command = [sys.executable, "-m", "selon", "show", str(dossier), "quotes"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=path, check=False)
    error, cure = done.stderr.decode().splitlines()
    assert (done.returncode, error[:7], cure[:7]) == (1, "error: ", "  try: ")


def test_filters_choose(dossier):
    done = run("show", dossier, "quotes", "--actor", "RUSSIE", "--act", "deny", "--since", "2024-03-01", "--json")
    assert [line["content"][0]["quote"] for line in json.loads(done.stdout)] == ["toute livraison d'armes"]
    assert len(json.loads(run("show", dossier, "quotes", "--limit", "2", "--json").stdout)) == 2


def test_a_reader_that_goes_away_is_no_fault(tmp_path):
    many = stored(tmp_path / "many.selon")
    command = [sys.executable, "-m", "selon", "show", str(many), "quotes", "--json"]
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=path) as running:
        running.stdout.close()
        assert running.stderr.read() == b""


def test_an_empty_result_says_so_on_standard_error(dossier):
    done = run("show", dossier, "quotes", "--act", "thank", "--json")
    assert (done.exit_code, json.loads(done.stdout), done.stderr) == (0, [], "no quotes to show\n")


def test_a_filter_that_does_not_apply_is_a_mistake_of_usage(dossier):
    done = run("show", dossier, "issues", "--actor", "Russie")
    assert done.exit_code == 2
    assert "--actor does not choose among issues" in done.stderr


def test_a_day_that_is_none_is_a_mistake_of_usage(dossier):
    done = run("show", dossier, "quotes", "--since", "hier")
    assert (done.exit_code, "'hier' is no day, as 1962-10-22" in done.stderr) == (2, True)


def test_an_actor_that_is_not_there_is_an_error_with_a_cure(dossier):
    done = run("show", dossier, "quotes", "--actor", "Zorglub")
    assert done.exit_code == 1
    assert "try:" in done.stderr


@pytest.mark.parametrize(
    "words", [("show", "{}", "quotes"), ("search", "{}", "mot"), ("export", "{}", "--to", "csv", "-o", "x"), ("report", "{}", "-o", "x")]
)
def test_a_dossier_that_is_not_there_is_an_error_with_a_cure(tmp_path, words):
    done = run(*(word.format(tmp_path / "none.selon") for word in words))
    assert done.exit_code == 1
    assert "there is no such dossier" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_search_gives_article_offsets_and_the_words_around(dossier):
    done = run("search", dossier, "LIVRAÎSON")
    assert done.stdout == "démenti:45-54  Moscou a démenti lundi « toute [livraison] d'armes », a rapporté TASS.\n"


def test_search_without_a_find_says_so(dossier):
    done = run("search", dossier, "introuvable")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "nothing found\n")


@pytest.mark.parametrize("command", ["show", "search", "export", "report"])
def test_help_has_an_example_on_lines_of_its_own(command):
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"\n  $ selon {command} " in done.stdout
