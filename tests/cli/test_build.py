from __future__ import annotations

import os
import subprocess
import sys
from functools import partial

import pytest
from small_plans import tiny
from typer.testing import CliRunner

from selon import __version__
from selon.__main__ import main as started
from selon.app import build as build_dossier
from selon.cli.main import COMMANDS, app


@pytest.fixture
def selon(monkeypatch, tmp_path):
    """Run the command line in an empty folder, with a plan that needs no parser."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("selon.cli.build.build_dossier", partial(build_dossier, plan=tiny))
    runner = CliRunner()

    def run(*args: str, stdin: bytes = b""):
        return runner.invoke(app, list(args), input=stdin)

    return run


def test_it_builds_and_says_so_on_standard_error(selon, tmp_path):
    (tmp_path / "a.txt").write_text("Moscou dément.")
    done = selon("build", "a.txt", "-o", "a.selon")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "1 article read: 1 new\n")
    done = selon("build", "a.txt", "-o", "a.selon")
    assert (done.exit_code, done.stderr) == (0, "1 article read: 1 unchanged\n")


def test_quiet_says_nothing(selon, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xc9t\xe9.")
    done = selon("build", "a.txt", "-o", "a.selon", "--quiet")
    assert (done.exit_code, done.output) == (0, "")


def test_standard_input_is_read(selon):
    done = selon("build", "-", "-o", "a.selon", stdin=b'{"id": "a", "text": "Un."}\n')
    assert (done.exit_code, done.stderr) == (0, "1 article read: 1 new\n")


USAGE = [(), ("build",), ("build", "a.txt"), ("build", "-o", "x"), ("build", "a", "-o", "x", "-j", "-1"), ("biuld",), ("--no",)]


@pytest.mark.parametrize("args", USAGE)
def test_wrong_usage_is_2(selon, args):
    assert selon(*args).exit_code == 2


def test_an_interruption_is_130_and_says_how_to_go_on(selon, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Moscou dément.")

    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("selon.cli.build.build_dossier", interrupted)
    done = selon("build", "a.txt", "-o", "a.selon")
    assert done.exit_code == 130
    assert done.stderr == "interrupted: what is done is kept in a.selon\n  try: the same command again, to go on\n"


def test_an_interruption_before_anything_is_loaded_is_quiet(monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr("selon.cli.main.main", interrupted)
    with pytest.raises(SystemExit, match="130"):
        started()


def test_the_version_is_shown(selon):
    assert selon("--version").stdout == f"selon {__version__}\n"


@pytest.mark.parametrize("command", [name for name in COMMANDS if name in ("build", "doctor")])
def test_the_help_of_a_command_has_an_example(selon, command):
    done = selon(command, "--help")
    assert done.exit_code == 0
    assert f"$ selon {command}" in done.stdout


def test_the_help_names_every_command_and_imports_none():
    code = (
        "import sys\nfrom selon.cli.main import main\n"
        "try: main(['--help'])\nfinally: print(sorted(m for m in sys.modules if m.startswith('selon.')), file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert all(f"  {name} " in done.stdout for name in COMMANDS)
    assert done.stderr.strip() == "['selon.cli', 'selon.cli.main', 'selon.core', 'selon.core.errors']"


def test_a_build_that_has_nothing_to_do_loads_no_parser(selon, tmp_path):
    (tmp_path / "a.txt").write_text("Moscou dément.")
    selon("build", "a.txt", "-o", "a.selon")
    code = (
        "import sys, pathlib, small_plans\nfrom selon.app import build\n"
        "build(['a.txt'], pathlib.Path('a.selon'), plan=small_plans.tiny)\nassert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})


def test_the_doctor_says_one_line_for_each_need(selon):
    done = selon("doctor")
    names = [line.split()[1] for line in done.stdout.splitlines() if not line.startswith("  try:")]
    assert names == ["python", "sqlite", "spacy", "model", "temporary", "terminal"]


def test_the_doctor_fails_when_something_needed_is_missing(selon, monkeypatch):
    monkeypatch.setattr("selon.cli.doctor._MODEL", "no-such-model")
    done = selon("doctor")
    assert done.exit_code == 1
    assert "missing  model         no-such-model is not installed\n  try: pip install no-such-model==3.8.0\n" in done.stdout
