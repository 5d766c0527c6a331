"""``selon set``."""
from __future__ import annotations

from datetime import date as clock
from datetime import timedelta
from typing import Annotated

import typer

from selon.cli.corrected import By, Dossier, Try, make
from selon.core.corrections import Anchor, Correction, Kind
from selon.core.days import Days
from selon.correct import Desk
from selon.views.pointing import article as article_named


def set(
    dossier: Dossier,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article, by its name, title or id.")],
    date: Annotated[str, typer.Option(metavar="DATE", help="When it was published: a day, as 1962-10-22, a month or a year.")],
    only_try: Try = False,
    by: By = "",
) -> None:
    """Say when an article was published; its times are counted anew from that day.

    \b
    $ selon set cuba.selon 04-gromyko --date 1962-10-19
    7: 04-gromyko: published 1962-10-19
    """  # noqa: D301  # click reads the character \b, not its name
    days = Days.parse(date)
    if days is None or not days.iso.startswith(date.strip()):
        raise typer.BadParameter(f"{date!r} is no day (1962-10-22), month (1962-10) or year (1962)", param_hint="--date")
    if days.first > clock.today() + timedelta(days=1):
        raise typer.BadParameter(f"{date!r} is in the future", param_hint="--date")
    iso = days.iso

    def entry(desk: Desk) -> Correction:
        doc = article_named(desk.docs, article)
        return Correction(Kind.DATE, places=(Anchor(doc.id, doc.name),), value=iso)

    make(dossier, entry, only_try=only_try, by=by)
