"""``selon build``."""
from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from selon.app import build as build_dossier
from selon.building.report import BuildReport, Progress
from selon.cli import INTERRUPTED

_INPUTS = "Text files, saved web pages (.html), .jsonl files, folders, or - for standard input."
_SHOWN_ISSUES = 20
PARTLY = 3


def build(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help=_INPUTS)],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DOSSIER", help="The dossier: a new file, or one to add to.")],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes to use at most; 0 is one for each processor.")] = 0,
    knowledge: Annotated[
        Path | None,
        typer.Option("--knowledge", "-k", metavar="FILE", help="What you know of the actors; else selon.toml beside the dossier."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing unless something is left out.")] = False,
) -> None:
    """Read articles and build a dossier, or bring one up to date.

    Articles that are in the dossier already are not analysed again.
    A build that was stopped goes on where it was: run it again.

    \b
    $ selon build articles/ more.jsonl -o affair.selon
    31 articles read: 31 new

    \b
    Exit: 0 done, 1 failed, 2 wrong usage, 3 done but something is left out, 130 interrupted.
    """  # noqa: D301  # click reads the character \b, not its name
    try:
        with _progress(quiet) as progress:
            report = build_dossier(inputs, output, jobs=jobs, progress=progress, knowledge=knowledge)
    except KeyboardInterrupt:
        typer.echo(f"interrupted: what is done is kept in {output}\n  try: the same command again, to go on", err=True)
        raise typer.Exit(INTERRUPTED) from None
    _say(report, quiet)
    if report.left_out:
        raise typer.Exit(PARTLY if report.read else 1)


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress | None]:
    """Draw a bar with count and time left, only where someone sees it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("articles", total=None)

        def show(done: int, total: int | None) -> None:
            bar.update(task, completed=done, total=total, refresh=True)

        yield show


def _say(report: BuildReport, quiet: bool) -> None:
    """Say on standard error what was done, and what is wrong with the inputs: first what is left out."""
    issues = sorted((issue for issue in report.issues if issue.lost or not quiet), key=lambda issue: not issue.lost)
    for issue in issues[:_SHOWN_ISSUES]:
        cure = f"\n  try: {issue.fix}" if issue.fix else ""
        typer.echo(f"{'left out' if issue.lost else 'note'}: {issue.source}: {issue.message}{cure}", err=True)
    if len(issues) > _SHOWN_ISSUES:
        typer.echo(f"... and {len(issues) - _SHOWN_ISSUES} more: they are in the dossier", err=True)
    if not quiet:
        typer.echo(_summary(report), err=True)


def _summary(report: BuildReport) -> str:
    counts = (("new", report.new), ("updated", report.updated), ("unchanged", report.unchanged), ("left out", report.left_out))
    said = ", ".join(f"{count} {what}" for what, count in counts if count)
    return f"{report.read} {'article' if report.read == 1 else 'articles'} read{': ' + said if said else ''}"
