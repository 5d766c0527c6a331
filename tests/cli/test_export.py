"""``selon export``."""
from __future__ import annotations

import pytest
from small_dossiers import stored
from typer.testing import CliRunner

from selon.cli.main import app
from selon.exports import EXPORTS


@pytest.fixture
def dossier(tmp_path):
    return stored(tmp_path / "essai.selon")


def run(*words):
    return CliRunner().invoke(app, ["export", *map(str, words)])


@pytest.mark.parametrize("name", [each.name for each in EXPORTS])
def test_every_format_is_written_and_written_again(dossier, tmp_path, name):
    target = tmp_path / "out"
    first = run(dossier, "--to", name, "-o", target)
    written = {path: path.read_bytes() for path in [target, *target.rglob("*")] if path.is_file()}
    assert first.exit_code == 0
    assert first.stderr.startswith(f"{len(written)} file")
    assert run(dossier, "--to", name, "-o", target).exit_code == 0
    assert {path: path.read_bytes() for path in written} == written


def test_an_unknown_format_is_a_mistake_of_usage_that_names_the_known(dossier, tmp_path):
    done = run(dossier, "--to", "docx", "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "annotations, jsonl, csv" in done.stderr


def test_a_target_in_the_way_is_an_error_with_a_cure(dossier, tmp_path):
    (tmp_path / "out").write_text("mine", "utf-8")
    done = run(dossier, "--to", "csv", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "it is a file, and a folder is to be written\n  try: name another place with -o" in done.stderr
    assert (tmp_path / "out").read_text("utf-8") == "mine"
