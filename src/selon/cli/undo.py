"""``selon undo``."""
from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.corrected import By, Dossier, Try, make
from selon.core.corrections import Correction, Kind, undone
from selon.core.errors import InputError
from selon.correct import Desk


def undo(
    dossier: Dossier,
    number: Annotated[int, typer.Argument(metavar="N", help="Its number in selon corrections.")],
    only_try: Try = False,
    by: By = "",
) -> None:
    """Take a correction back; to undo an undo brings it back again.

    \b
    $ selon undo cuba.selon 7
    8: 7 no longer counts
    """  # noqa: D301  # click reads the character \b, not its name
    make(dossier, lambda desk: _entry(desk, number), only_try=only_try, by=by)


def _entry(desk: Desk, number: int) -> Correction:
    found = next((each.correction for each in desk.log if each.number == number), None)
    if found is None:
        raise InputError(f"there is no correction {number}", fix="selon corrections DOSSIER lists them")
    if found.id in undone(each.correction for each in desk.log):
        raise InputError(f"correction {number} is undone already", fix="undo the undo to bring it back")
    return Correction(Kind.UNDO, value=found.id)
