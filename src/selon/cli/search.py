"""``selon search``."""
from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selon.cli.opened import opened
from selon.cli.tables import count, one_line
from selon.core.ports import Found, Store
from selon.core.queries import Query, asked
from selon.core.text import Evidence
from selon.stores.knowledge import pack_of
from selon.views.aliases import Aliases
from selon.views.context import around

_PLACES_AN_ARTICLE = 3


def search(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier that selon build made.")],
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words that must all be there; "quoted words" stand together.')],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most this many articles.")] = 20,
    exact: Annotated[bool, typer.Option("--exact", help="Only these words: no other names or writings of the same actor.")] = False,
) -> None:
    """Find words in the articles of a dossier; case and accents do not matter.

    A name is found in its other writings too (Shoigu, Choïgou), and under the other names of the same actor (ONU, Nations unies).

    \b
    $ selon search cuba.selon missiles turquie
    10-retrait-annonce:1045-1052  … retrait contre celui des fusées américaines de [Turquie], une offre que la …
    """  # noqa: D301  # click reads the character \b, not its name
    articles = 0
    with opened(dossier) as store:
        query = asked(" ".join(words)) if exact else _expanded(store, " ".join(words))
        if query.more:
            typer.echo(f"also: {', '.join(query.more)}", err=True)
        for found in store.search(query, limit):
            articles += 1
            _say(store, found)
    if not articles:
        typer.echo("nothing found", err=True)


def _expanded(store: Store, words: str) -> Query:
    pack = pack_of(store)
    return Aliases(store.cast(), pack.actors, pack.sounds).query(words)


def _say(store: Store, found: Found) -> None:
    """Write a line for each of the first places of an article."""
    doc = store.document(found.doc)
    raw = doc.raw if doc else ""
    for place in found.evidence[:_PLACES_AN_ARTICLE]:
        typer.echo(f"{found.article}:{place.span.start}-{place.span.end}  {_snippet(raw, place)}")
    if len(found.evidence) > _PLACES_AN_ARTICLE:
        typer.echo(f"{found.article}  and {count(len(found.evidence) - _PLACES_AN_ARTICLE, 'more place')}")
    if not found.evidence:
        typer.echo(f"{found.article}  {found.title}")


def _snippet(raw: str, place: Evidence) -> str:
    """Return the place in square brackets with the words around it, on one line."""
    before, after = around(raw, place.span, reach_chars=50)
    return one_line(f"{before}[{place.quote}]{after}")
