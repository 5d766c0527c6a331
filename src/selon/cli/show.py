"""``selon show``."""
from __future__ import annotations

import json
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import asdict
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from selon.cli.kinds import TABLES, View, filters
from selon.cli.opened import opened
from selon.cli.tables import table
from selon.core.errors import InputError
from selon.core.ports import Store
from selon.stores.knowledge import pack_of
from selon.views.choice import Choice, actors_named

_NAMED = frozenset({View.SOURCES, View.ACTOR, View.CLAIM})
"""The views of what has a name or an id, or some words."""

_VIEW_HELP = f"One of: {', '.join(View)}."
_NAME_HELP = "With actor: which, by any name or id. With claim: its id. With sources: words, or the id of a claim."


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day, as 1962-10-22") from error


def show(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier that selon build made.")],
    view: Annotated[View, typer.Argument(metavar="VIEW", help=_VIEW_HELP)] = View.OVERVIEW,
    name: Annotated[str, typer.Argument(metavar="NAME", help=_NAME_HELP)] = "",
    *,
    actor: Annotated[str, typer.Option(metavar="NAME", help="Only this actor, by any name or id; case and accents do not matter.")] = "",
    since: Annotated[date | None, typer.Option(parser=_day, metavar="DAY", help="First day, as 1962-10-22.")] = None,
    until: Annotated[date | None, typer.Option(parser=_day, metavar="DAY", help="Last day.")] = None,
    act: Annotated[str, typer.Option(metavar="ACT", help="Only statements of this kind: assert, accuse, deny, confirm ...")] = "",
    articles: Annotated[list[str] | None, typer.Option(metavar="A,B", help="Only these articles, by name, title or id.")] = None,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most this many lines; 0 is all.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Give one JSON array, an object a line; of one thing, one object.")] = False,
) -> None:
    """Show a view of a dossier in the terminal; without one, what is in it.

    Quotes and dates are chosen by the day the article was published, times by the days that the words denote.

    \b
    $ selon show cuba.selon quotes --actor gromyko --act deny
    1962-10-29  Andreï Gromyko  deny  John Kennedy  tout envoi d'armes offensives  10-retrait-annonce:471-564

    How many independent sources some articles, statements or words have is a range where that is in doubt, with what merged them:

    \b
    $ selon show cuba.selon sources --actor kennedy --until 1962-10-23
    1 to 2 independent sources in 2 articles
    ...

    Of a claim (its id: selon show DOSSIER claims), they are those behind it; one article may relay several chains of report.

    \b
    JSON: the keys are those of the lines of each view, in src/selon/core/dossier.py and src/selon/views;
    evidence is {doc, span: {start, end}, quote}, counted in characters of the text as received.
    """  # noqa: D301  # click reads the character \b, not its name
    given = {"actor": actor, "since": since, "until": until, "act": act, "articles": articles}
    _refuse([option for option, value in given.items() if value and option not in filters(view)], view)
    if name and view not in _NAMED:
        raise typer.BadParameter(f"{view.value} has no name; --actor chooses an actor", param_hint="NAME")
    if view in (View.OVERVIEW, View.ACTOR, View.CLAIM):
        _show_one(dossier, view, name or actor, as_json=as_json, limit=limit)
        return
    with opened(dossier) as store:
        choice = Choice(_actors(store, actor), since, until, act)
        if view is View.SOURCES:
            shown = _show_sources(store, choice, articles=articles or [], name=name, as_json=as_json, limit=limit)
        else:
            with closing(_first(TABLES[view].make(store, choice), limit)) as lines:
                shown = bool(_json(lines) if as_json else table(TABLES[view].columns, lines))
    if not shown:
        typer.echo(f"no {view.value} to show", err=True)


def _show_one(dossier: Path, view: View, name: str, *, as_json: bool, limit: int) -> None:
    """Show what is one thing, the dossier or what has this name or id; only what that needs is loaded."""
    if view is View.ACTOR:
        from selon.cli.actor_card import show_actor

        show_actor(dossier, name, as_json=as_json, limit=limit)
    elif view is View.CLAIM:
        from selon.cli.claim_card import show_claim

        show_claim(dossier, name, as_json=as_json)
    else:
        from selon.cli.overview_card import show_overview

        show_overview(dossier, as_json=as_json, limit=limit)


def _show_sources(store: Store, choice: Choice, *, articles: list[str], name: str, as_json: bool, limit: int) -> bool:
    from selon.cli.sources_card import show_sources

    return show_sources(store, choice, articles=articles, name=name, as_json=as_json, limit=limit)


def _first(lines: Iterable[Any], limit: int) -> Generator[Any, None, None]:
    """Yield at most that many lines; closed, it lets go of the rest, as it must before the dossier is closed."""
    yield from islice(lines, limit or None)


def _refuse(filters: list[str], view: View) -> None:
    if filters:
        raise typer.BadParameter(f"--{filters[0]} does not choose among {view.value}", param_hint=f"--{filters[0]}")


def _actors(store: Store, name: str) -> frozenset[str] | None:
    """Return the ids of the actors of that name; ``None`` where no name is given."""
    if not name:
        return None
    found = actors_named(store.cast(), name, pack_of(store).sounds)
    if not found:
        raise InputError(f"no actor is called {name!r}", fix="selon show DOSSIER actors lists their names")
    return found


def _json(lines: Iterable[Any]) -> int:
    """Write one JSON array, object by object; return how many."""
    count = 0
    for line in lines:
        text = json.dumps(asdict(line), ensure_ascii=False)
        typer.echo((",\n" if count else "[\n") + text.encode("utf-8", "backslashreplace").decode("utf-8"), nl=False)
        count += 1
    typer.echo("\n]" if count else "[]")
    return count
