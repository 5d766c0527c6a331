"""What every command that corrects a dossier has in common: its options, and what it says was done."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from selon.cli.tables import count, one_line
from selon.core.corrections import Correction
from selon.correct import Desk, correct
from selon.views.changes import Change, Size
from selon.views.corrections import says

_SHOWN_ACTORS = 8

Dossier = Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier that selon build made.")]
Try = Annotated[bool, typer.Option("--try", help="Say what it would change, and change nothing.")]
Claims = Annotated[bool, typer.Option("--claims", "--claim", help="Correct claims of the ledger, named by their ids, not actors.")]
By = Annotated[str, typer.Option(metavar="NAME", envvar="SELON_BY", help="Who corrects, for a log that several people share.")]


def make(dossier: Path, entry: Callable[[Desk], Correction], *, only_try: bool, by: str) -> None:
    """Correct a dossier and say on standard output what that changes."""
    done = correct(dossier, entry, now=datetime.now(UTC), only_try=only_try, by=by)
    with_numbers = {done.correction.value: _undone_number(dossier, done.correction)}
    said = says(done.correction, with_numbers)
    typer.echo(one_line(f"would be: {said}" if only_try else f"{done.number}: {said}"))
    for line in changes(done.change):
        typer.echo(one_line(line))
    if not only_try:
        typer.echo(f"take it back: selon undo {quote(str(dossier))} {done.number}", err=True)


def changes(change: Change) -> Iterator[str]:
    """Yield what a correction changes, a line for each actor and article, then the counts."""
    if change.is_none:
        yield "  changes nothing else"
    for each in change.actors[:_SHOWN_ACTORS]:
        yield f"  {(each.after or each.before or Size('', '', 0, 0)).name} ({each.id}): {_size(each.before)} -> {_size(each.after)}"
    if len(change.actors) > _SHOWN_ACTORS:
        yield f"  and {len(change.actors) - _SHOWN_ACTORS} more actors"
    for article, before, after in change.dates:
        yield f"  {article}: {before} -> {after}"
    if change.statements:
        yield f"  {count(change.statements, 'statement')} with another speaker or relay"
    for claim in change.claims:
        yield f"  {claim.id}: {claim.before or 'none'} -> {claim.after or 'none'}"
    if change.times:
        yield f"  {count(change.times, 'time')} with other days"


def _size(size: Size | None) -> str:
    if size is None:
        return "none"
    return f"{size.name}, {size.kind}, {count(size.mentions, 'mention')} in {count(size.articles, 'article')}"


def _undone_number(dossier: Path, entry: Correction) -> int:
    from selon.cli.opened import opened

    with opened(dossier) as store:
        return next((each.number for each in store.corrections() if each.correction.id == entry.value), 0)
