"""``selon rename``."""
from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.corrected import By, Claims, Dossier, Try, make
from selon.core.corrections import Correction, Kind
from selon.correct import Desk


def rename(
    dossier: Dossier,
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="The actor, by any of its names or its id; or the claim, by its id.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it.")],
    *,
    claims: Claims = False,
    only_try: Try = False,
    by: By = "",
) -> None:
    """Say what an actor, or a claim, is called; the names that the articles use stay its variants.

    \b
    $ selon rename cuba.selon gromyko "Andreï A. Gromyko"
    3: Andreï Gromyko is called Andreï A. Gromyko
    """  # noqa: D301  # click reads the character \b, not its name

    def entry(desk: Desk) -> Correction:
        kind, ref = (Kind.CLAIM_RENAME, desk.claim(actor)) if claims else (Kind.RENAME, desk.actor(actor))
        return Correction(kind, (ref,), value=" ".join(name.split()))

    make(dossier, entry, only_try=only_try, by=by)
