"""``selon show``."""
from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from selon.app import pack_of
from selon.cli.actor_card import show_actor
from selon.cli.claim_card import show_claim
from selon.cli.opened import opened
from selon.cli.sources_card import show_sources
from selon.cli.tables import table
from selon.core.errors import InputError
from selon.core.lines import Who
from selon.core.marks import Dateline, Statement, TimeExpr
from selon.core.ports import Store
from selon.core.reuse import Reuse, Stories
from selon.exports.happened import occasions_of
from selon.exports.ledger import claims_of
from selon.views.actors import actors
from selon.views.choice import Choice, actors_named
from selon.views.claims import claims
from selon.views.dates import dates
from selon.views.happenings import happenings
from selon.views.issues import issues
from selon.views.origins import origins
from selon.views.quotes import quotes
from selon.views.reuse import documents, reuse
from selon.views.review import review
from selon.views.stories import stories
from selon.views.times import times


class View(StrEnum):
    """What can be shown."""

    QUOTES = "quotes"
    TIMES = "times"
    ACTORS = "actors"
    ISSUES = "issues"
    DATES = "dates"
    REUSE = "reuse"
    ORIGINS = "origins"
    STORIES = "stories"
    SOURCES = "sources"
    ACTOR = "actor"
    CLAIMS = "claims"
    CLAIM = "claim"
    EVENTS = "events"
    TIMELINE = "timeline"
    REVIEW = "review"


_DAY = ["%Y-%m-%d"]
_LINES: dict[View, Callable[[Store, Choice], Iterable[Any]]] = {
    View.QUOTES: lambda store, choice: quotes(store.analyses((Dateline, Statement)), Who.of(store.cast()), choice),
    View.TIMES: lambda store, choice: times(store.analyses((Dateline, TimeExpr)), choice),
    View.ACTORS: lambda store, choice: actors(store.analyses((Statement,)), store.cast(), choice),
    View.ISSUES: lambda store, choice: issues(store.issues()),
    View.DATES: lambda store, choice: dates(store.analyses((Dateline,)), choice),
    View.REUSE: lambda store, choice: reuse(documents(store.documents()), store.part("reuse", Reuse)),
    View.ORIGINS: lambda store, choice: origins(documents(store.documents()), store.part("reuse", Reuse), Who.of(store.cast())),
    View.STORIES: lambda store, choice: stories(documents(store.documents()), store.part("stories", Stories), choice),
}
_LINES[View.CLAIMS] = lambda store, choice: claims(claims_of(store), choice)
_LINES[View.EVENTS] = lambda store, choice: happenings(occasions_of(store), choice)
_LINES[View.TIMELINE] = lambda store, choice: happenings(occasions_of(store), choice, dated=True)
_LINES[View.REVIEW] = lambda store, choice: review(store.analyses((Dateline, Statement)), Who.of(store.cast()), choice)
_EVENT = ("date", "event", "who", "whom", "status", "per", "articles", "sources", "words", "place")
_COLUMNS: dict[View, tuple[str, ...]] = {
    View.REVIEW: ("score", "who", "act", "words", "because", "rule", "place"),
    View.QUOTES: ("published", "who", "act", "to", "words", "via", "place"),
    View.TIMES: ("days", "words", "type", "value", "basis", "place"),
    View.ACTORS: ("actor", "kind", "statements", "mentions", "articles", "names"),
    View.ISSUES: ("source", "stage", "issue", "cure"),
    View.CLAIMS: ("claim", "state", "stances", "articles", "sources", "parties", "flags", "days", "id"),
    View.EVENTS: _EVENT,
    View.TIMELINE: _EVENT,
    View.DATES: ("date", "between", "basis", "article", "because of"),
    View.REUSE: ("kind", "words shared", "first article", "other article", "what it changes", "begins"),
    View.ORIGINS: ("source", "how", "articles", "begins"),
    View.STORIES: ("days", "articles", "headline", "words"),
}
_FILTERS: dict[View, frozenset[str]] = {
    View.REVIEW: frozenset({"actor", "since", "until", "act"}),
    View.QUOTES: frozenset({"actor", "since", "until", "act"}),
    View.TIMES: frozenset({"since", "until"}),
    View.ACTORS: frozenset({"actor"}),
    View.ISSUES: frozenset(),
    View.CLAIMS: frozenset({"actor", "since", "until"}),
    View.EVENTS: frozenset({"actor", "since", "until"}),
    View.TIMELINE: frozenset({"actor", "since", "until"}),
    View.DATES: frozenset({"since", "until"}),
    View.REUSE: frozenset(),
    View.ORIGINS: frozenset(),
    View.STORIES: frozenset({"since", "until"}),
    View.SOURCES: frozenset({"actor", "since", "until", "act", "articles"}),
    View.ACTOR: frozenset({"actor"}),
    View.CLAIM: frozenset(),
}
_NAMED = frozenset({View.SOURCES})
"""The views that words choose among."""

_CARDS: dict[View, Callable[[Path, str, bool, int], None]] = {
    View.ACTOR: lambda dossier, name, as_json, limit: show_actor(dossier, name, as_json=as_json, limit=limit),
    View.CLAIM: lambda dossier, name, as_json, limit: show_claim(dossier, name, as_json=as_json),
}
"""The views of one thing, by its name or id."""

_NAME_HELP = "With actor: which, by any name or id. With claim: its id. With sources: words, or the id of a claim."


def show(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier that selon build made.")],
    view: Annotated[View, typer.Argument(help="What to show.")],
    name: Annotated[str, typer.Argument(metavar="[NAME]", help=_NAME_HELP)] = "",
    *,
    actor: Annotated[str, typer.Option(metavar="NAME", help="Only this actor, by any name or id; case and accents do not matter.")] = "",
    since: Annotated[datetime | None, typer.Option(formats=_DAY, metavar="DAY", help="First day, as 1962-10-22.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=_DAY, metavar="DAY", help="Last day.")] = None,
    act: Annotated[str, typer.Option(metavar="ACT", help="Only statements of this kind: assert, accuse, deny, confirm ...")] = "",
    articles: Annotated[list[str] | None, typer.Option(metavar="A,B", help="Only these articles, by name, title or id.")] = None,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most this many lines; 0 is all.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Give one JSON array, an object a line.")] = False,
) -> None:
    """Show a view of a dossier in the terminal.

    Quotes and dates are chosen by the day the article was published, times by the days that the words denote.

    \b
    $ selon show cuba.selon quotes --actor gromyko --act deny
    1962-10-29  Andreï Gromyko  deny  tout envoi d'armes offensives  10-retrait-annonce:404-429

    How many independent sources some articles, statements or words have is a range where that is in doubt, with what merged them:

    \b
    $ selon show cuba.selon sources --actor kennedy --until 1962-10-23
    1 to 2 independent sources in 2 articles
    ...

    Of a claim (its id: selon show DOSSIER claims), they are those behind it; one article may relay several chains of report.

    \b
    JSON: the keys are those of Said, Dated, ActorLine, Issue and DateLine, in src/selon/core/dossier.py and src/selon/views;
    evidence is {doc, span: {start, end}, quote}, counted in characters of the text as received.
    """  # noqa: D301  # click reads the character \b, not its name
    given = {"actor": actor, "since": since, "until": until, "act": act, "articles": articles}
    _refuse([option for option, value in given.items() if value and option not in _FILTERS[view]], view)
    if view in _CARDS:
        _CARDS[view](dossier, name or actor, as_json, limit)
        return
    if name and view not in _NAMED:
        raise typer.BadParameter(f"{view.value} has no name; --actor chooses an actor", param_hint="NAME")
    with opened(dossier) as store:
        choice = Choice(_actors(store, actor), since and since.date(), until and until.date(), act)
        if view is View.SOURCES:
            shown = show_sources(store, choice, articles=articles or [], name=name, as_json=as_json, limit=limit)
        else:
            with closing(_first(_LINES[view](store, choice), limit)) as lines:
                shown = bool(_json(lines) if as_json else table(_COLUMNS[view], lines))
    if not shown:
        typer.echo(f"no {view.value} to show", err=True)


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
