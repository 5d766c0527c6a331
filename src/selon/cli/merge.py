"""``selon merge``."""
from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.corrected import By, Dossier, Try, make
from selon.core.corrections import Correction, Kind
from selon.correct import Desk


def merge(
    dossier: Dossier,
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="The actor that stays, by any of its names or its id.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The actor that is the same one.")],
    only_try: Try = False,
    by: By = "",
) -> None:
    """Say that two actors are one; it stays so through every build, until it is undone.

    \b
    $ selon merge cuba.selon kennedy "le président américain"
    1: le président américain is John F. Kennedy
    """  # noqa: D301  # click reads the character \b, not its name

    def entry(desk: Desk) -> Correction:
        both = (desk.actor(actor), desk.actor(other))
        if both[0] == both[1]:
            raise typer.BadParameter(f"{actor!r} and {other!r} are both {both[0].id} already", param_hint="OTHER")
        return Correction(Kind.MERGE, both)

    make(dossier, entry, only_try=only_try, by=by)
