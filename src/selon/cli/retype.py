"""``selon retype``."""
from __future__ import annotations

from typing import Annotated, get_args

import typer

from selon.cli.corrected import By, Dossier, Try, make
from selon.core.corrections import Correction
from selon.core.corrections import Kind as Says
from selon.correct import Desk
from selon.lang.rows import Kind

KINDS: tuple[str, ...] = get_args(Kind)


def retype(
    dossier: Dossier,
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="The actor, by any of its names or its id.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"What it is: {', '.join(KINDS)}.")],
    only_try: Try = False,
    by: By = "",
) -> None:
    """Say what kind of actor it is.

    \b
    $ selon retype cuba.selon "la radio soviétique" agency
    4: La radio soviétique is of kind agency
    """  # noqa: D301  # click reads the character \b, not its name
    if kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} is none of {', '.join(KINDS)}", param_hint="KIND")

    def entry(desk: Desk) -> Correction:
        return Correction(Says.RETYPE, (desk.actor(actor),), value=kind)

    make(dossier, entry, only_try=only_try, by=by)
