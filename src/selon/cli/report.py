"""``selon report``."""
from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selon.cli.opened import opened
from selon.exports.files import write
from selon.folds.sides import Sides
from selon.pages.site import site
from selon.stores.knowledge import pack_of


def report(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier that selon build made.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder to write the pages in.")],
    title: Annotated[str, typer.Option(metavar="WORDS", help="What the report is called; the dossier's own name otherwise.")] = "",
) -> None:
    """Write a dossier as pages that open in any browser, without a server, scripts or network.

    \b
    $ selon report cuba.selon -o cuba/
    75 pages written: open cuba/index.html
    """  # noqa: D301  # click reads the character \b, not its name
    with opened(dossier) as store:
        pack = pack_of(store)
        count = write(site(store, title or dossier.stem, sides=Sides(pack.actors, pack.roles)), output)
    typer.echo(f"{count - 1} pages written: open {output / 'index.html'}", err=True)
