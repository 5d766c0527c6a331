"""Exports: what they hold, and that they hold it exactly."""
from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from layered import layered
from small_dossiers import Held, denial, held, hostile

from selon.core.days import Days
from selon.core.errors import SelonError
from selon.core.marks import Dateline
from selon.core.text import Document, Span
from selon.exports import EXPORTS, File
from selon.exports.csv import harmless
from selon.exports.files import write
from selon.exports.names import Names, safe

BY_NAME = {each.name: each for each in EXPORTS}


def files(name, store):
    return {file.path: "".join(file.text) for file in BY_NAME[name].files(store)}


def spans(value):
    """Yield everything in a JSON value that has text, start and end."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from spans(each)


@given(layered())
def test_every_span_of_the_annotations_is_the_very_text_at_its_offsets(made):
    analysis, cast = made
    raw = analysis.doc.raw
    (text,) = files("annotations", Held([analysis], cast)).values()
    body = json.loads(text)
    assert body["doc"] == analysis.doc.name
    assert all(raw[each["start"] : each["end"]] == each["text"] for each in spans(body))
    assert len(body["times"]) + len(body["statements"]) == sum(
        len(layer) for kind, layer in analysis.layers.items() if kind.__name__ in ("TimeExpr", "Statement")
    )


@given(layered())
def test_every_line_of_jsonl_is_the_very_text_at_its_offsets(made):
    analysis, cast = made
    lines = [json.loads(line) for line in files("jsonl", Held([analysis], cast))[""].split("\n") if line]
    assert lines[0]["kind"] == "document"
    assert all(analysis.doc.raw[each["start"] : each["end"]] == each["text"] for line in lines for each in spans(line))


@given(layered())
def test_every_row_of_a_table_is_the_very_text_at_its_offsets(made):
    analysis, cast = made
    for text in files("csv", Held([analysis], cast)).values():
        for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"):
            if "text" in row:
                assert row["text"] == harmless(analysis.doc.raw[int(row["start"]) : int(row["end"])])


def test_annotations_have_the_format_of_the_gold():
    body = json.loads(files("annotations", Held([denial()], held().cast()))["démenti.json"])
    assert list(body) == ["doc", "language", "published", "furniture", "times", "actors", "statements", "events"]
    assert {key: body["published"][key] for key in ("value", "earliest", "latest")} == dict.fromkeys(
        ("value", "earliest", "latest"), "2024-03-12"
    )
    assert [(each["kind"], each["text"]) for each in body["furniture"]] == [("metadata", "date 2024-03"), ("ad", "- Publicité -")]
    denied, broken = body["statements"]
    assert (denied["actor"], denied["via"], denied["act"], denied["content"]["text"]) == (
        "russia",
        ["tass"],
        "deny",
        "toute livraison d'armes",
    )
    assert [each["text"] for each in broken["content"]] == ["Nous resterons 👩‍👧", "jusqu’au bout"]
    assert {each["id"]: [mention.get("form") for mention in each["mentions"]] for each in body["actors"]} == {
        "jean-petit": [None], "russia": ["metonym"], "tass": [None],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("best", "first", "last", "basis", "value"),
    [
        ("2024", "2024-07-01", "2025-04-30", "inferred", "2024-09"), ("2024-08", "2024-07-01", "2024-09-30", "inferred", "2024-08"),
        ("2024", "2024-01-01", "2024-12-31", "given", "2024"), ("", "2023-07-01", "2024-04-30", "inferred", ""),
    ],
)  # fmt: skip
def test_annotations_guess_a_month_where_only_the_year_is_inferred(best, first, last, basis, value):
    analysis = denial()
    days = Days(date.fromisoformat(first), date.fromisoformat(last))
    line = Dateline(Span(0, len(analysis.doc.raw)), days, best, basis, (), "test")
    body = json.loads(files("annotations", Held([analysis.with_layer(Dateline, [line])], held().cast()))["démenti.json"])
    assert [body["published"][key] for key in ("value", "earliest", "latest")] == [value, first, last]


def test_two_articles_of_one_name_are_two_files_and_keep_their_name():
    again = replace(denial(), doc=replace(denial().doc, id="f" * 16))
    found = files("annotations", Held([denial(), again]))
    assert list(found) == ["démenti.json", "démenti-ffffffff.json"]
    assert {json.loads(text)["doc"] for text in found.values()} == {"démenti"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/b\\c:d", "a_b_c_d"),
        ("..", "article"),
        ("", "article"),
        (".caché", "caché"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("x\n\0", "x__"),
        ("\u202ex\u2066", "_x_"),
        ("fin. ", "fin"),
    ],
)
def test_names_are_safe_on_every_file_system(name, expected):
    assert safe(name) == expected


def test_a_long_name_is_cut_between_characters():
    assert safe("é" * 200) == "é" * 60


@pytest.mark.parametrize("one, other", [("Un", "un"), ("\u00e9t\u00e9", "e\u0301te\u0301"), ("a/b", "a:b")])
def test_names_that_some_file_system_takes_for_one_are_told_apart(one, other):
    names = Names()
    assert names.of(Document.from_text("y", name=other)).endswith(safe(other))
    assert "-" in names.of(Document.from_text("x", name=one))


@pytest.mark.parametrize("cell", ["=1+1", "+33", "-x", "@SUM(A1)", "\tx", "＝1"])
def test_a_cell_is_never_a_formula(cell):
    assert harmless(cell) == f"'{cell}"


def test_tables_open_in_a_spreadsheet():
    found = files("csv", held())
    assert set(found) == {"statements.csv", "times.csv", "actors.csv", "mentions.csv", "documents.csv"}
    assert all(text.startswith("\ufeff") and text.endswith("\r\n") for text in found.values())
    row = next(csv.DictReader(io.StringIO(found["statements.csv"][1:], newline=""), delimiter=";"))
    assert (row["article"], row["actor_name"], row["quote"]) == ("a/b<i>", "Ukraine", 'd\'<b onmouseover="x()">avoir menti</b>')


def test_jsonl_has_every_kind_of_line():
    kinds = [json.loads(line)["kind"] for line in files("jsonl", held())[""].splitlines()]
    assert {kind: kinds.count(kind) for kind in kinds} == {"document": 3, "statement": 4, "time": 4, "mention": 6, "actor": 4, "issue": 2}


def test_half_a_surrogate_pair_comes_back_from_json(tmp_path):
    odd = replace(hostile(), doc=Document.from_text("\ud83d" + hostile().doc.raw, name="x"))
    write(BY_NAME["annotations"].files(Held([replace(odd, layers=hostile().layers)])), tmp_path)
    body = json.loads((tmp_path / "x.json").read_text("utf-8"))
    assert all(odd.doc.raw[each["start"] : each["end"]] == each["text"] for each in spans(body))


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    def broken():
        yield "half"
        raise SelonError("the store went away")

    (tmp_path / "a.txt").write_text("old", "utf-8")
    with pytest.raises(SelonError):
        write([File("a.txt", broken())], tmp_path)
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("a.txt", "old")]


def test_a_target_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(SelonError, match="a folder is to be written") as caught:
        write([File("a.txt", ["x"])], tmp_path / "file")
    assert "-o" in str(caught.value)
    with pytest.raises(SelonError, match="cannot be written"):
        write([File("", ["x"])], tmp_path)
    assert [path.name for path in tmp_path.parent.glob(".*.part")] == []
