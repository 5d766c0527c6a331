"""``selon corrections``."""
from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from selon.cli.corrected import Dossier, changes
from selon.cli.opened import opened
from selon.cli.tables import count, table
from selon.correct import take_in
from selon.readers.corrections import corrections as read
from selon.stores.corrected import recast
from selon.views.corrections import corrections as lines_of

_COLUMNS = ("n", "made", "by", "kind", "correction", "state", "about")


def corrections(
    dossier: Dossier,
    add: Annotated[Path | None, typer.Option(metavar="FILE", help="Add another log, written by selon export --to corrections.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Give one JSON array, an object an entry.")] = False,
) -> None:
    """List what was corrected, by whom, and whether it still holds.

    An entry is orphaned where the text that it holds on to has changed or is not in the dossier: it changes nothing, and is kept.

    \b
    $ selon corrections cuba.selon
    1  1962-11-20 18:00  merge  Le premier vice-président du gouvernement soviétique is Anastase Mikoïan  stands  8 mentions in 3 articles
    """  # noqa: D301  # click reads the character \b, not its name
    if add:
        new, change = take_in(dossier, tuple(read(add)))
        typer.echo(f"{count(new, 'correction')} added", err=True)
        for line in changes(change):
            typer.echo(line, err=True)
    with opened(dossier) as store:
        log = store.corrections()
        lines = lines_of(log, recast(store, [entry.correction for entry in log]).outcomes)
    if as_json:
        typer.echo(json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=1))
    elif not table(_COLUMNS, lines):
        typer.echo("no corrections", err=True)
