"""``selon show`` and ``selon export`` of what articles share."""
from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from selon.app import Plan, build
from selon.cli.main import app
from selon.folds.reuse import reuse
from selon.folds.stories import stories
from selon.lang.pack import pack
from selon.stages.quotes import quotes
from selon.stages.zones import zones

SAME = "Le cargo chargé de pièces détachées aurait quitté le port avant l'aube, sans que la douane n'en contrôle la cargaison."


def unparsed():
    """Return a plan without a parser."""
    return Plan((zones, quotes), (reuse, stories), pack("fr"), lambda make: None)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shared")
    copy = SAME.replace("aurait", "a")
    texts = {"a": f"Rien ne laissait prévoir cette affaire du port. {SAME}", "b": f"La mairie se tait sur le port. {copy}"}
    rows = [json.dumps({"id": name, "text": text, "date": f"2021-05-0{at}"}) for at, (name, text) in enumerate(texts.items(), 1)]
    (folder / "in.jsonl").write_text("\n".join(rows), "utf-8")
    build([str(folder / "in.jsonl")], folder / "essai.selon", plan=unparsed, jobs=1)
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


def test_a_story_has_both_articles(dossier):
    (line,) = json.loads(run("show", dossier, "stories", "--json"))
    assert (line["articles"], line["first"], line["last"]) == (["a", "b"], "2021-05-01", "2021-05-02")
    assert json.loads(run("show", dossier, "stories", "--since", "2021-06-01", "--json")) == []


def test_reuse_is_exported_with_the_keys_of_its_measure(dossier, tmp_path):
    run("export", dossier, "--to", "reuse", "-o", tmp_path / "reuse.jsonl")
    (row,) = map(json.loads, (tmp_path / "reuse.jsonl").read_text("utf-8").splitlines())
    assert {"doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind"} <= row.keys()
