"""``selon split``."""
from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.corrected import By, Claims, Dossier, Try, make
from selon.core.corrections import Anchor, Correction, Kind
from selon.core.errors import InputError
from selon.correct import Desk
from selon.views.pointing import anchor, entry_place, mentions_at


def split(
    dossier: Dossier,
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="The actor that these mentions are not, by any of its names or its id.")],
    *,
    mention: Annotated[list[str], typer.Option(metavar="PLACE", help="A mention, as ARTICLE:START-END, or an entry's id; repeatable.")],
    to: Annotated[str, typer.Option(metavar="ACTOR", help="Whose mentions they are; a new actor's where it is left out.")] = "",
    name: Annotated[str, typer.Option(metavar="NAME", help="What the new actor is called; else the usual one of these names.")] = "",
    claims: Claims = False,
    only_try: Try = False,
    by: By = "",
) -> None:
    """Say that mentions of an actor are of another, or of a new one; with --claim, entries of a claim.

    \b
    $ selon split cuba.selon castro --mention 06-moscou-rejette:915-921 --name "Raúl Castro"
    2: « Castro » 06-moscou-rejette:915-921: not Fidel Castro, but Raúl Castro
    """  # noqa: D301  # click reads the character \b, not its name

    def entry(desk: Desk) -> Correction:
        found = [entry_place(desk.claims, each, desk.doc) if claims else None for each in mention]
        places = tuple(place or anchor(desk.docs, each) for place, each in zip(found, mention, strict=True))
        if claims:
            refs = [desk.claim(each) for each in (actor, to) if each]
            return Correction(Kind.CLAIM_SPLIT, tuple(refs), places, " ".join(name.split()))
        source = desk.actor(actor)
        for place in places:
            _refuse_other(desk, place, source.id)
        target = [desk.actor_or_known(to)] if to else []
        return Correction(Kind.SPLIT, (source, *target), places, name or places[0].quote)

    make(dossier, entry, only_try=only_try, by=by)


def _refuse_other(desk: Desk, place: Anchor, actor: str) -> None:
    found = {each.actor for each in mentions_at(desk.cast, place)}
    if actor not in found:
        stands = f"they stand for {', '.join(sorted(found))}" if found else "no actor is mentioned by them"
        raise InputError(f"« {place.quote} » is no mention of {actor}: {stands}", fix=f"selon show DOSSIER actor {actor}")
