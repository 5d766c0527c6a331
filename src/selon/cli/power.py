"""``selon power``."""
from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.corrected import By, Dossier, Try, make
from selon.core.corrections import ActorRef, Anchor, Correction, Kind
from selon.core.errors import InputError
from selon.correct import Desk
from selon.views.choice import actors_named
from selon.views.pointing import anchor, known, mentions_at, one_actor, reference


def power(
    dossier: Dossier,
    words: Annotated[list[str], typer.Argument(metavar="PLACE...", help="The words, as ARTICLE:START-END.")],
    actor: Annotated[str, typer.Option("--as", metavar="ACTOR", help="The actor; the state of that capital or seat where it is left out.")] = "",
    only_try: Try = False,
    by: By = "",
) -> None:
    """Say that words stand for an actor, as a capital does for its government.

    \b
    $ selon power cuba.selon 02-tass-defensif:17-23
    6: « Moscou » 02-tass-defensif:17-23: Russie
    """  # noqa: D301  # click reads the character \b, not its name
    make(dossier, lambda desk: _entry(desk, words, actor), only_try=only_try, by=by)


def _entry(desk: Desk, words: list[str], actor: str) -> Correction:
    places = tuple(anchor(desk.docs, each) for each in words)
    return Correction(Kind.POWER, (_named(desk, actor) if actor else _meant(desk, places),), places)


def _named(desk: Desk, name: str) -> ActorRef:
    """Return an actor of the dossier, else one of the knowledge base."""
    if not actors_named(desk.cast, name) and (found := known(desk.knowledge, name)):
        return found
    return reference(desk.cast, one_actor(desk.cast, name), desk.doc)


def _meant(desk: Desk, places: tuple[Anchor, ...]) -> ActorRef:
    """Return the only actor that the words stand for: by the dossier, else by the knowledge base."""
    stands = {each.actor for place in places for each in mentions_at(desk.cast, place)}
    if len(stands) == 1:
        return reference(desk.cast, next(each for each in desk.cast.actors if each.id in stands), desk.doc)
    meant = {found for place in places if (found := known(desk.knowledge, place.quote))}
    if len(meant) != 1:
        raise InputError(f"it is not plain whom « {places[0].quote} » stands for", fix="say it: --as ACTOR")
    return meant.pop()
