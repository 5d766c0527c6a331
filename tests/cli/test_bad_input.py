"""Whatever is given, the command line says what is wrong and what to do, and never shows a traceback."""
from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path

import pytest
from small_plans import tiny
from typer.testing import CliRunner

from selon.app import build as build_dossier
from selon.cli.main import app

ENGLISH = "The minister said on Tuesday that the delivery was not planned, but he has not said why the tanks are in the port of the city."
GOOD = {"good.txt": b"Moscou d\xc3\xa9ment."}
CASES = {
    "empty file": ({"a.txt": b""}, "a.txt: the article is empty"),
    "binary file": ({"a.txt": b"\x7fELF\0\0"}, "a.txt: not a text file"),
    "a line of 50 MB": ({"a.txt": b"a" * 50_000_000}, "a.txt: longer than 2,000,000 characters"),
    "a record of 50 MB": ({"a.jsonl": b'{"text": "' + b"a" * 50_000_000}, "a.jsonl:1: longer than"),
    "broken JSON": ({"a.jsonl": b'{"id": "b", "text": "Un."}\n{"id": 1,'}, "a.jsonl:2: not JSON"),
    "no text": ({"a.jsonl": b'{"id": 1}'}, "a.jsonl:1: the record has no `text`"),
    "English": ({"a.txt": ENGLISH.encode()}, "a.txt: not in French: English"),
    "a letter": ({"a.odt": b"PK"}, "a.odt: OpenDocument files are not read"),
    "broken stage": ({"a.txt": b"Panne."}, "a.txt: ValueError: a stage broke"),
    "damaged archive": ({"a.jsonl.gz": b"\x1f\x8b\x08\0\0"}, "a.jsonl.gz"),
    "no archive": ({"a.jsonl.gz": b'{"text": "Un."}'}, "a.jsonl.gz: the compressed file is damaged: Not a gzipped file"),
    "wide records": ({"a.jsonl": '{"text": "Un."}\n{"text": "Deux."}'.encode("utf-16")}, "a.jsonl: the records are written as UTF-16"),
    "notes before": ({"a.jsonl": b'{"id": "a", "text": "Un."}\n' * 30, "b.txt": b""}, "b.txt: the article is empty"),
}
NOTES = {
    "a page as text": ({"a.txt": b"<!DOCTYPE html><p>Un."}, "a.txt: a web page, read as plain text with its tags"),
    "Latin-1": ({"a.txt": b"\xc9t\xe9."}, "a.txt: not UTF-8: read as Windows-1252"),
    "half a character": ({"a.jsonl": b'{"id": "a", "text": "Un \\ud83d."}'}, "halves of characters"),
    "future": ({"a.jsonl": json.dumps({"text": "Un.", "date": "2999-01-01"}).encode()}, "in the future: the date is not used"),
    "unreadable date": ({"a.jsonl": json.dumps({"text": "Un.", "date": "hier"}).encode()}, "cannot be read: the date is not used"),
    "twice": ({"x/a.txt": b"Un.", "y/a.txt": b"Un."}, "y/a.txt: the same article was read before (a): read once"),
    "one name": ({"x/a.txt": b"Un.", "y/a.txt": b"Deux."}, "more than one article is called a: all are kept"),
}


@pytest.fixture
def selon(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("selon.cli.build.build_dossier", partial(build_dossier, plan=tiny))

    def run(*args: str):
        done = CliRunner().invoke(app, list(args))
        assert done.exception is None or isinstance(done.exception, SystemExit)
        assert "Traceback" not in done.output
        assert done.stdout == ""
        return done

    return run


def write(folder, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@pytest.mark.parametrize("case", CASES)
def test_an_input_that_is_left_out_is_said_with_a_cure_and_the_rest_is_done(selon, tmp_path, case):
    files, message = CASES[case]
    write(tmp_path / "in", {**files, **GOOD})
    done = selon("build", "in", "-o", "a.selon")
    assert done.exit_code == 3
    assert f"left out: {Path('in')}" in done.stderr
    assert message in done.stderr
    assert "\n  try: " in done.stderr


@pytest.mark.parametrize("case", NOTES)
def test_what_could_be_read_all_the_same_is_noted(selon, tmp_path, case):
    files, message = NOTES[case]
    write(tmp_path / "in", files)
    done = selon("build", "in", "-o", "a.selon")
    assert done.exit_code == 0
    assert "note: " in done.stderr
    assert message in done.stderr


def test_nothing_read_is_a_failure(selon, tmp_path):
    (tmp_path / "in").mkdir()
    done = selon("build", "in", "-o", "a.selon")
    assert (done.exit_code, "left out: in: there is no article in this folder" in done.stderr) == (1, True)


TARGETS = {
    "a missing input": (("build", "none.txt", "-o", "a.selon"), "error: none.txt: there is no such file or folder"),
    "a text as target": (("build", "good.txt", "-o", "good.txt"), "error: good.txt: it is not a dossier"),
    "a folder as target": (("build", "good.txt", "-o", "."), "error: .: it is a folder"),
    "no folder for the target": (("build", "good.txt", "-o", "no/a.selon"), "error: no/a.selon: there is no folder no"),
}


def test_a_text_that_changed_between_two_builds_is_kept_beside_the_earlier_one_and_that_is_said_once(selon, tmp_path):
    for text in (b"Un.", b"Deux."):
        write(tmp_path, {"a.txt": text})
        done = selon("build", "a.txt", "-o", "a.selon")
    first, second, counts = done.stderr.splitlines()
    assert first == "note: a.txt: a was read before with another text: both are kept"
    assert second == "  try: to leave the earlier one out, build a new dossier"
    assert (done.exit_code, counts) == (0, "1 article read: 1 new")


@pytest.mark.parametrize("case", TARGETS)
def test_what_cannot_be_done_is_said_in_two_lines(selon, tmp_path, case):
    args, message = TARGETS[case]
    write(tmp_path, GOOD)
    done = selon(*args)
    assert done.exit_code == 1
    first, second = done.stderr.splitlines()
    assert first.startswith(message)
    assert second.startswith("  try: ")
    assert (tmp_path / "good.txt").read_bytes() == GOOD["good.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read_is_said(selon, tmp_path):
    write(tmp_path / "in", {**GOOD, "a.txt": b"Un."})
    (tmp_path / "in" / "a.txt").chmod(0)
    done = selon("build", "in", "-o", "a.selon")
    assert (done.exit_code, "cannot be read: Permission denied" in done.stderr) == (3, True)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_is_no_text_is_read(selon, tmp_path):
    name = os.fsdecode(b"p\xff.txt")
    write(tmp_path, {name: b"Un."})
    done = selon("build", name, "-o", "a.selon")
    assert (done.exit_code, done.stderr) == (0, "1 article read: 1 new\n")
    assert selon("build", name, "gone.txt", "-o", "a.selon").exit_code == 3


def test_many_issues_are_cut_short(selon, tmp_path):
    write(tmp_path / "in", {f"{n:02}.txt": b"" for n in range(30)})
    done = selon("build", "in", "-o", "a.selon")
    assert "... and 10 more: they are in the dossier" in done.stderr
