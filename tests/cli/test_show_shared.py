"""``selon show`` and ``selon export`` of what articles share."""
from __future__ import annotations

import json

import pytest
from small_plans import sharing
from typer.testing import CliRunner

from selon.app import build
from selon.cli.main import app

SAME = "Le cargo chargé de pièces détachées aurait quitté le port avant l'aube, sans que la douane n'en contrôle la cargaison."


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shared")
    copy = SAME.replace("aurait", "a")
    texts = {"a": f"Rien ne laissait prévoir cette affaire du port. {SAME}", "b": f"La mairie se tait sur le port. {copy}"}
    rows = [json.dumps({"id": name, "text": text, "date": f"2021-05-0{at}"}) for at, (name, text) in enumerate(texts.items(), 1)]
    (folder / "in.jsonl").write_text("\n".join(rows), "utf-8")
    build([str(folder / "in.jsonl")], folder / "essai.selon", plan=sharing, jobs=1)
    return folder / "essai.selon"


def run(*words):
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_lost_hedge_is_on_the_line_of_its_passage(dossier):
    (line,) = json.loads(run("show", dossier, "reuse", "--json"))
    assert (line["article_a"], line["article_b"], line["earlier"], line["kind"]) == ("a", "b", True, "edited")
    assert [change["means"] for change in line["changes"]] == ["hedge-lost"]
    assert "hedge-lost" in run("show", dossier, "reuse")


def test_an_origin_names_its_articles_and_how_it_is_known(dossier):
    (line,) = json.loads(run("show", dossier, "origins", "--json"))
    assert (line["articles"], line["how"], line["source"]) == (["a", "b"], "unnamed-wire", "")
    assert "unnamed-wire" in run("show", dossier, "origins")


SOURCES = [
    pytest.param(["--articles", "a,b"], "1 independent source in 2 articles\n1. a, b\n   same text: a:", id="articles"),
    pytest.param(["--articles", "a", "--articles", "b"], "1 independent source in 2 articles", id="articles one by one"),
    pytest.param(["--until", "2021-05-01"], "1 independent source in 1 article\n1. a\n", id="days"),
    pytest.param([], "1 independent source in 2 articles", id="all"),
]


@pytest.mark.parametrize("words, begins", SOURCES)
def test_sources_are_counted_with_what_merged_them(dossier, words, begins):
    assert run("show", dossier, "sources", *words).startswith(begins)


def test_sources_as_json_cite_the_words_that_both_have(dossier):
    found = json.loads(run("show", dossier, "sources", "--json"))
    assert (found["low"], found["high"], found["documents"]) == (1, 1, 2)
    ((merged,),) = [source["merged"] for source in found["sources"]]
    assert [each["quote"].partition(". ")[2] for each in merged["evidence"]] == [SAME[:-1], SAME.replace("aurait", "a")[:-1]]


def test_an_article_that_is_not_there_has_no_sources(dossier):
    done = CliRunner().invoke(app, ["show", str(dossier), "sources", "--articles", "a,zorglub"])
    assert (done.exit_code, "no article is called 'zorglub'" in done.stderr) == (1, True)
    nothing = CliRunner().invoke(app, ["show", str(dossier), "sources", "introuvable"])
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", "no sources to show\n")


def test_a_story_has_both_articles(dossier):
    (line,) = json.loads(run("show", dossier, "stories", "--json"))
    assert (line["articles"], line["first"], line["last"]) == (["a", "b"], "2021-05-01", "2021-05-02")
    assert json.loads(run("show", dossier, "stories", "--since", "2021-06-01", "--json")) == []


def test_reuse_is_exported_with_the_keys_of_its_measure(dossier, tmp_path):
    run("export", dossier, "--to", "reuse", "-o", tmp_path / "reuse.jsonl")
    (row,) = map(json.loads, (tmp_path / "reuse.jsonl").read_text("utf-8").splitlines())
    assert {"doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind"} <= row.keys()
