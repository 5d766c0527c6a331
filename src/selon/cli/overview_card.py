"""``selon show DOSSIER``: what is in a dossier, in a few lines."""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import typer

from selon.cli.opened import opened
from selon.cli.tables import count, one_line, said_line
from selon.core.marks import Dateline, Statement, TimeExpr
from selon.views.overview import DISPUTED, Overview, overview

_LINES = 8
_MORE = "more: selon show DOSSIER quotes, claims, timeline, actors, sources, dates, issues ...; selon search; selon report"


def show_overview(dossier: Path, *, as_json: bool, limit: int) -> None:
    """Show what a dossier has; ``limit`` is how many lines each list has at most."""
    with opened(dossier) as store:
        found = overview(store.analyses((Dateline, Statement, TimeExpr)), store.cast(), sum(1 for _ in store.issues()))
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace").decode("utf-8"))
        return
    for line in _drawn(found, limit or _LINES):
        typer.echo(one_line(line))
    typer.echo(_MORE, err=True)


def _drawn(found: Overview, limit: int) -> Iterator[str]:
    when = f", published {found.first} to {found.last}" if found.first else ""
    undated = f", {found.undated} without a date" if found.undated and found.first else ""
    yield f"{count(found.articles, 'article')}{when}{undated}"
    counts = ((found.statements, "statement"), (found.times, "time"), (found.actors, "actor"), (found.issues, "issue"))
    yield ", ".join(count(number, what) for number, what in counts)
    speakers = [each for each in found.top if each.statements][:limit]
    if speakers:
        yield f"who speaks: {', '.join(f'{each.name} ({each.statements})' for each in speakers)}"
    if found.disputed:
        yield f"{', '.join(DISPUTED)}:"
        yield from (f"  {said_line(line)}" for line in found.disputed[:limit])
        if found.disputes > limit:
            yield f"  and {found.disputes - limit} more"
