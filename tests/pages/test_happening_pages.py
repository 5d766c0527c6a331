"""The pages of claims and events: every line leads to the very words, filters need no script."""
from __future__ import annotations

import json
import re

import pytest
from html_pages import Page, dangling
from typer.testing import CliRunner

from selon.app import build
from selon.cli.main import app
from selon.core.lines import Who
from selon.pages.site import site
from selon.stores.sqlite import SqliteStore

pytestmark = pytest.mark.model

TEXTS = {
    "a": ("2024-01-10", "Washington a accusé mardi Téhéran de fournir des drones à Moscou, ce que Téhéran a démenti."),
    "b": ("2024-01-12", "Washington a accusé mardi Téhéran de fournir des drones à Moscou. <b>Rien d'autre.</b>"),
    "c": ("2024-03-01", "Téhéran a confirmé jeudi avoir fourni des drones à Moscou."),
    "d": ("2024-03-04", "Le président français s'est rendu vendredi 1er mars à Berlin."),
}  # fmt: skip


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    folder = tmp_path_factory.mktemp("claims")
    rows = [json.dumps({"id": name, "text": text, "date": day}) for name, (day, text) in TEXTS.items()]
    (folder / "in.jsonl").write_text("\n".join(rows), "utf-8")
    build([str(folder / "in.jsonl")], folder / "essai.selon", jobs=1)
    return folder / "essai.selon"


@pytest.fixture(scope="module")
def report(dossier):
    with SqliteStore(dossier) as store:
        assert Who.of(store.cast()).names
        return {file.path: "".join(file.text) for file in site(store, "Essai")}


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def shown(dossier, view, *more):
    return json.loads(run("show", dossier, view, *more, "--json").stdout)


def test_every_entry_and_every_event_links_to_just_its_words(report):
    parsed = {path: Page(text) for path, text in report.items()}
    for path in ("ledger.html", "timeline.html"):
        targets = {key: words for key, words in parsed[path].inside.items() if re.match(r"href:articles/.*#[ce]", key)}
        assert targets, path
        for key, words in targets.items():
            article, name = key.removeprefix("href:").split("#")
            assert words.startswith(parsed[article].inside[name])


def test_every_link_holds_and_every_page_is_well_formed(report):
    assert list(dangling(report)) == []
    for path, text in report.items():
        page = Page(text)
        assert (path, page.broken) == (path, [])
        assert len(page.ids) == len(set(page.ids)), path


def test_the_ledger_filters_by_what_the_style_sheet_alone_can_do(report):
    ids = {name for name in Page(report["ledger.html"]).ids if name.startswith("only-")}
    assert {"only-all", "only-contested", "only-confirmed", "only-several"} <= ids
    assert all(f"#{name}:checked" in report["style.css"] for name in ids - {"only-all"})


def test_the_ledger_tells_state_sources_and_reversal_in_words(report):
    page = report["ledger.html"]
    for words in ("reconnu par la partie mise en cause", "revirement", "2&nbsp;sources indépendantes", "démenti omis"):
        assert words in page


def test_a_claim_is_shown_by_its_id_with_evidence_and_reasons(dossier):
    first = shown(dossier, "claims")[0]
    card = shown(dossier, "claim", first["id"][:6])
    assert [(each["article"], each["stance"], each["why"]) for each in card["entries"]] == [
        ("a", "allege", "first"), ("a", "deny", "same"), ("b", "allege", "same"), ("c", "confirm", "same"),
    ]  # fmt: skip
    text = run("show", dossier, "claim", first["id"]).stdout
    assert "« Washington a accusé" in text
    assert "joined: same" in text
    assert run("show", dossier, "claim", "c-none").exit_code == 1


def test_the_sources_of_a_claim_are_those_behind_it(dossier):
    first = shown(dossier, "claims")[0]["id"]
    text = run("show", dossier, "sources", first).stdout
    assert text.splitlines()[:2] == [
        "2 to 3 independent sources in 3 articles", "2 chains of report, said first, as they have it, by: Iran, États-Unis",
    ]  # fmt: skip
    assert shown(dossier, "sources", first, "--articles", "a")["documents"] == 1
    assert run("show", dossier, "sources", first, "--act", "deny").exit_code == 2
    assert run("show", dossier, "sources", "c0000000000").exit_code == 1


def test_claims_are_merged_split_and_named_and_all_of_it_is_undone(dossier):
    before = shown(dossier, "claims")
    kept = before[0]["id"]
    entry = shown(dossier, "claim", kept)["entries"][-1]["id"]
    for command in (
        ("rename", dossier, kept, "Drones", "--claim"), ("split", dossier, kept, "--claim", "--mention", entry, "--name", "Aveu"),
    ):  # fmt: skip
        assert run(*command).exit_code == 0
    titles = {line["title"]: line for line in shown(dossier, "claims")}
    assert {"Drones", "Aveu"} <= set(titles)
    assert titles["Drones"]["id"] == kept
    assert titles["Drones"]["state"] == "contested"
    assert run("merge", dossier, "--claims", kept, titles["Aveu"]["id"]).exit_code == 0
    (again,) = [line for line in shown(dossier, "claims") if line["title"] == "Drones"]
    assert (again["state"], len(again["entries"])) == ("confirmed-by-accused", len(before[0]["entries"]))
    for number in (3, 2, 1):
        assert run("undo", dossier, number).exit_code == 0
    assert shown(dossier, "claims") == before


def test_a_corrected_claim_outlives_a_build_and_is_orphaned_without_its_articles(dossier, tmp_path):
    kept = shown(dossier, "claims")[0]["id"]
    assert run("rename", dossier, kept, "Drones", "--claim").exit_code == 0
    assert run("build", dossier.parent / "in.jsonl", "-o", dossier, "--jobs", 1).exit_code == 0
    assert shown(dossier, "claims")[0]["title"] == "Drones"
    log, other = tmp_path / "log.jsonl", tmp_path / "other.selon"
    assert run("export", dossier, "--to", "corrections", "-o", log).exit_code == 0
    (tmp_path / "x.txt").write_text("Rien à voir.", "utf-8")
    assert run("build", tmp_path / "x.txt", "-o", other, "--jobs", 1).exit_code == 0
    assert run("corrections", other, "--add", log).exit_code == 0
    states = {line["state"] for line in json.loads(run("corrections", other, "--json").stdout) if line["kind"].startswith("claim-")}
    assert states <= {"orphaned", "undone"}
    number = max(line["number"] for line in json.loads(run("corrections", dossier, "--json").stdout))
    assert run("undo", dossier, number).exit_code == 0


def test_the_timeline_shows_what_has_a_date(dossier):
    (line,) = [line for line in shown(dossier, "timeline") if line["type"] == "CONSULT"]
    assert (line["date"], line["precision"], line["articles"], line["roots"]) == ("2024-03-01", "day", 1, 1)
    (accused,) = [line for line in shown(dossier, "events") if line["type"] == "ACCUSE"]
    assert (accused["articles"], accused["roots_least"]) == (2, 1)
