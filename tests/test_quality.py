"""The quality gate: no layer falls under its floor on the project's own gold."""
from __future__ import annotations

import json

import pytest

import gate
from gate import Floors

MEASURED = {"times.value": 0.81, "actors": 0.6}


@pytest.mark.model
def test_no_layer_falls_under_its_floor_and_the_gold_is_that_of_the_floors(capsys):
    broken = gate.main([])
    said = capsys.readouterr()
    assert not broken, f"{said.out}\n{said.err}"


def test_a_score_at_its_floor_holds_and_one_under_it_does_not():
    assert Floors("d", {"times.value": 0.81}).complaints(MEASURED, "d") == []
    assert "under its floor" in Floors("d", {"times.value": 0.811}).complaints(MEASURED, "d")[0]


def test_a_layer_with_a_floor_that_is_no_longer_measured_is_a_complaint():
    assert "times.strict: 0.000 is under its floor" in Floors("d", {"times.strict": 0.5}).complaints(MEASURED, "d")[0]


def test_gold_that_changed_is_a_complaint():
    assert "the gold changed" in Floors("d", {}).complaints(MEASURED, "e")[0]


def test_raising_pins_better_scores_and_never_lowers_a_floor():
    raised = Floors("d", {"times.value": 0.5, "actors": 0.59}).raised(MEASURED, "e")
    assert raised == Floors("e", {"times.value": 0.79, "actors": 0.59})


def test_floors_are_written_as_they_are_read_with_their_heading(tmp_path):
    file = tmp_path / "floors.toml"
    file.write_text("# heading\nold = 1\n", "utf-8")
    floors = Floors("d", {"times.value": 0.79})
    floors.write(file)
    assert Floors.read(file) == floors
    assert file.read_text("utf-8").startswith("# heading\n")


def test_the_digest_changes_with_the_name_and_the_bytes_of_a_gold_file(tmp_path):
    (tmp_path / "a.json").write_text("{}", "utf-8")
    first = gate.gold_digest(tmp_path)
    (tmp_path / "a.json").rename(tmp_path / "b.json")
    second = gate.gold_digest(tmp_path)
    (tmp_path / "b.json").write_text("[]", "utf-8")
    assert len({first, second, gate.gold_digest(tmp_path)}) == 3


def test_the_articles_are_built_with_the_date_and_outlet_that_came_with_them(tmp_path):
    (tmp_path / "articles.tsv").write_text("name\tdate\toutlet\na\t1962-10-24\tLa Gazette\nb\t\tLa Gazette\n", "utf-8")
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_bytes(b"Moscou nie.\r\n")
    first, second = map(json.loads, gate.dated_records(tmp_path).splitlines())
    assert first == {"id": "a", "text": "Moscou nie.\r\n", "date": "1962-10-24", "outlet": "La Gazette"}
    assert "date" not in second


def test_every_gold_article_is_one_of_the_samples():
    assert {file.stem for file in gate.GOLD.glob("*.json")} <= {file.stem for file in gate.TEXTS.glob("*.txt")}


@pytest.mark.parametrize("file", sorted(gate.GOLD.glob("*.json")), ids=lambda file: file.stem)
def test_every_span_of_the_gold_holds_in_its_text(file):
    raw = (gate.TEXTS / f"{file.stem}.txt").read_bytes().decode("utf-8")
    spans = [each for each in _dicts(gate.load(gate.GOLD)[file.stem]) if "start" in each and "text" in each]
    assert spans
    assert [each for each in spans if raw[each["start"] : each["end"]] != each["text"]] == []


def _dicts(value):
    """Yield every dictionary in a JSON value."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _dicts(each)
