"""The rules of the house: what may import what, how long a thing may be, what no file may name, what the docs must name."""
from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import get_args

import grimp
import pytest
from importlinter.cli import lint_imports

from selon.app import french
from selon.cli.main import COMMANDS
from selon.exports import EXPORTS
from selon.lang.speech import NounFrame, VerbFrame

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "selon"
MODULES = sorted([*PACKAGE.rglob("*.py"), *(ROOT / "eval").glob("*.py"), *(ROOT / "bench").glob("*.py")])
DATA = sorted([*PACKAGE.rglob("*.toml"), *PACKAGE.rglob("*.tsv")])
MADE = {".git", ".venv", "out", "build", "dist", "__pycache__", ".hypothesis"}

MODULE_LIMIT_LINES, FUNCTION_LIMIT_LINES = 400, 50
HOSTS = [name + rest for name, rest in (("pypi", ".org"), ("python", "hosted"), ("npmjs", ".org"), ("deb.", "debian"), ("crates", ".io"))]
MACHINE_PATH = re.compile("(?<![\\w.~$)}])/(?:" + "|".join(("wor" + "k", "roo" + "t", "hom" + "e", "tm" + "p", "User" + "s")) + r")/[\w.]")
FRAMES = {*get_args(VerbFrame), *get_args(NounFrame)}
"""Names of forms in ``speech.toml`` that the code must name too: ``à-np``."""


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


@cache
def syntax(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(syntax(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of every file of the project that is text."""
    for file in sorted(ROOT.rglob("*")):
        made = any(part in MADE or part.endswith("_cache") for part in file.relative_to(ROOT).parts)
        if file.is_file() and not made and b"\0" not in (raw := file.read_bytes()):
            yield name_of(file), raw.decode("utf-8")


# What may import what


def test_the_import_contracts_hold(capsys):
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert not broken, capsys.readouterr().out


def test_core_imports_only_the_standard_library_and_itself():
    for file in (PACKAGE / "core").glob("*.py"):
        for node in ast.walk(syntax(file)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            foreign = [name for name in names if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("selon.core")]
            assert not foreign, f"{name_of(file)} imports {foreign}"


def test_no_modules_import_each_other_in_a_circle():
    graph = grimp.build_graph("selon", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_the_command_line_loads_no_parser_no_database_and_no_templates_before_a_command_needs_them():
    code = "import sys, selon.cli.main; print(sorted({'spacy', 'sqlite3', 'jinja2', 'msgspec'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")})
    assert done.stdout.strip() == "[]"


def test_what_only_reads_a_dossier_loads_no_stage_and_no_arrays():
    code = "import sys, selon.cli.show, selon.cli.search; print(sorted({'numpy', 'selon.app', 'selon.stages'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")})
    assert done.stdout.strip() == "[]"


# Proportions


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_a_module_knows_one_thing(file):
    lines = len(file.read_text("utf-8").splitlines())
    assert lines <= MODULE_LIMIT_LINES, f"{lines} lines: look for the second thing it knows"
    for function in functions(file):
        assert function.end_lineno is not None
        length = function.end_lineno - function.lineno + 1
        assert length <= FUNCTION_LIMIT_LINES, f"{function.name} has {length} lines"


@pytest.mark.parametrize("file", [file for file in MODULES if file.stat().st_size], ids=name_of)
def test_a_module_says_what_it_is(file):
    assert ast.get_docstring(syntax(file))


@pytest.mark.parametrize("file", [file for file in MODULES if file.is_relative_to(PACKAGE) and file.parent.name != "lang"], ids=name_of)
def test_words_of_a_language_stand_in_data_and_not_in_code(file):
    docstrings = {id(node.value) for node in ast.walk(syntax(file)) if isinstance(node, ast.Expr)}
    for node in ast.walk(syntax(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings and node.value not in FRAMES:
            assert not re.search("[à-öø-ÿœ]", node.value), f"line {node.lineno}: {node.value!r}"


# What no file names, what a data file must say, what the docs must name


def test_no_file_names_a_package_host():
    found = [f"{name}: {host}" for name, text in texts() for host in HOSTS if host in text]
    assert not found


def test_no_file_names_a_path_of_somebodys_machine():
    found = [f"{name}: {match.group()}" for name, text in texts() for match in MACHINE_PATH.finditer(text)]
    assert not found


@pytest.mark.parametrize("file", DATA, ids=name_of)
def test_a_data_file_names_its_source_and_its_licence(file):
    heading = "\n".join(line for line in file.read_text("utf-8").split("\n\n")[0].splitlines() if line.startswith("#")).lower()
    assert "licence" in heading or "apache-2.0" in heading
    assert "source" in heading or "written for selon" in heading


@pytest.mark.parametrize("file", [file for file in DATA if file.is_relative_to(PACKAGE / "lang")], ids=name_of)
def test_the_readme_of_the_language_packs_names_every_data_file(file):
    assert f"`{file.name}`" in (PACKAGE / "lang" / "README.md").read_text("utf-8")


def parts() -> Iterator[str]:
    """Yield the name of every stage, fold, command and export."""
    plan = french()
    yield from (stage.name for stage in plan.stages)
    yield from (fold.name for fold in plan.folds)
    yield from COMMANDS
    yield from (export.name for export in EXPORTS)


def test_architecture_names_every_stage_fold_command_and_export():
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert [part for part in parts() if not re.search(rf"\b{part}\b", text)] == []


def test_every_command_has_its_module():
    assert [name for name in COMMANDS if not (PACKAGE / "cli" / f"{name}.py").exists()] == []


# What is installed


def test_constraints_pin_what_the_project_asks_for_and_nothing_but_versions():
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in lines}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"], *project["optional-dependencies"]["bench"]]
    assert {re.split("[<>=]", each)[0] for each in asked} <= pinned
