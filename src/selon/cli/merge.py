"""``selon merge``."""
from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.corrected import By, Claims, Dossier, Try, make
from selon.core.corrections import Correction, Kind
from selon.correct import Desk


def merge(
    dossier: Dossier,
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="The actor that stays, by any of its names or its id; or the claim.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The actor, or the claim, that is the same one.")],
    *,
    claims: Claims = False,
    only_try: Try = False,
    by: By = "",
) -> None:
    """Say that two actors, or two claims, are one; it stays so through every build, until it is undone.

    \b
    $ selon merge cuba.selon mikoïan "le premier vice-président du gouvernement soviétique"
    1: Le premier vice-président du gouvernement soviétique is Anastase Mikoïan
    $ selon merge cuba.selon --claims c4f46b08758 c808dbebb42
    """  # noqa: D301  # click reads the character \b, not its name

    def entry(desk: Desk) -> Correction:
        both = (desk.claim(actor), desk.claim(other)) if claims else (desk.actor(actor), desk.actor(other))
        if both[0] == both[1]:
            raise typer.BadParameter(f"{actor!r} and {other!r} are both {both[0].id} already", param_hint="OTHER")
        return Correction(Kind.CLAIM_MERGE if claims else Kind.MERGE, both)

    make(dossier, entry, only_try=only_try, by=by)
