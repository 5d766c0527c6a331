"""``selon export``."""
from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selon.cli.opened import opened
from selon.exports import EXPORTS
from selon.exports.files import write

_FORMATS = {each.name: each for each in EXPORTS}
_GIVES = "; ".join(f"{each.name}: {each.gives}" for each in EXPORTS)


def export(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier that selon build made.")],
    to: Annotated[str, typer.Option(metavar="FORMAT", help=f"{_GIVES}.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="PATH", help="The folder or file to write.")],
) -> None:
    """Write a dossier in another format.

    Each file appears whole or not at all; files of an earlier export are replaced, others are left alone.

    \b
    $ selon export cuba.selon --to csv -o tables/
    5 files written: tables
    """  # noqa: D301  # click reads the character \b, not its name
    if to not in _FORMATS:
        raise typer.BadParameter(f"{to!r} is none of {', '.join(_FORMATS)}", param_hint="--to")
    with opened(dossier) as store:
        count = write(_FORMATS[to].files(store), output)
    typer.echo(f"{count} {'file' if count == 1 else 'files'} written: {output}", err=True)
