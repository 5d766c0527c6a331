"""``selon place``."""
from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.corrected import By, Dossier, Try, make
from selon.core.corrections import Correction, Kind
from selon.correct import Desk
from selon.views.pointing import anchor


def place(
    dossier: Dossier,
    words: Annotated[list[str], typer.Argument(metavar="PLACE", help="The words, as ARTICLE:START-END.")],
    only_try: Try = False,
    by: By = "",
) -> None:
    """Say that words name a place, or nobody: they are no mention of an actor.

    \b
    $ selon place cuba.selon 03-dorticos-onu:1274-1280
    5: « Moscou » 03-dorticos-onu:1274-1280: no actor
    """  # noqa: D301  # click reads the character \b, not its name
    make(dossier, lambda desk: _entry(desk, words), only_try=only_try, by=by)


def _entry(desk: Desk, words: list[str]) -> Correction:
    return Correction(Kind.PLACE, places=tuple(anchor(desk.docs, each) for each in words))
