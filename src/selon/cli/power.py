"""``selon power``."""
from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.corrected import By, Dossier, Try, make
from selon.core.corrections import ActorRef, Anchor, Correction, Kind
from selon.core.errors import InputError
from selon.correct import Desk
from selon.lang.match import fold
from selon.views.pointing import anchor, known, mentions_at


def power(
    dossier: Dossier,
    words: Annotated[list[str], typer.Argument(metavar="PLACE", help="The words, as ARTICLE:START-END.")],
    actor: Annotated[str, typer.Option("--as", metavar="ACTOR", help="Whom; the state of that capital or seat otherwise.")] = "",
    only_try: Try = False,
    by: By = "",
) -> None:
    """Say that words stand for an actor, as a capital does for its government.

    \b
    $ selon power cuba.selon 02-tass-defensif:433-439
    6: « Moscou » 02-tass-defensif:433-439: URSS
    """  # noqa: D301  # click reads the character \b, not its name
    make(dossier, lambda desk: _entry(desk, words, actor), only_try=only_try, by=by)


def _entry(desk: Desk, words: list[str], actor: str) -> Correction:
    places = tuple(anchor(desk.docs, each) for each in words)
    return Correction(Kind.POWER, (desk.actor_or_known(actor) if actor else _meant(desk, places),), places)


def _meant(desk: Desk, places: tuple[Anchor, ...]) -> ActorRef:
    """Return the only actor that the words stand for: there, else elsewhere in the dossier, else by the knowledge base."""
    words = {fold(place.quote) for place in places}
    there = {each.actor for place in places for each in mentions_at(desk.cast, place)}
    elsewhere = {actor.id for actor in desk.cast.actors if words & {fold(name) for name, _ in actor.variants}}
    for stands in (there, elsewhere):
        if len(stands) == 1:
            return desk.actor(stands.pop())
    meant = {found for place in places if (found := known(desk.pack.actors, place.quote))}
    if len(meant) != 1:
        raise InputError(f"it is not plain whom « {places[0].quote} » stands for", fix="say it: --as ACTOR")
    return meant.pop()
