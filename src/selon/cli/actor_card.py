"""``selon show DOSSIER actor NAME``: one actor in the terminal."""
from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import typer

from selon.cli.opened import opened
from selon.cli.tables import count, one_line, said_line
from selon.core.marks import Dateline, Mention, Statement
from selon.core.roles import Role, Side
from selon.folds.sides import Sides
from selon.stores.knowledge import pack_of
from selon.views.actor import ActorCard, Counted, actor_card, articles_of
from selon.views.pointing import one_actor

_LINES = 8
_HELD = {"now": "", "before": " (no longer)", "later": " (not yet)"}


def show_actor(dossier: Path, name: str, *, as_json: bool, limit: int) -> None:
    """Show the card of an actor; ``limit`` is how many lines each list has at most.

    raises: InputError if no actor, or more than one, goes by the name
    """
    if not name:
        raise typer.BadParameter("say which: selon show DOSSIER actor NAME", param_hint="NAME")
    with opened(dossier) as store:
        cast, pack = store.cast(), pack_of(store)
        actor = one_actor(cast, name, pack.sounds)
        analyses = [store.analysis(doc, (Dateline, Mention, Statement)) for doc in articles_of(cast, actor.id)]
        card = actor_card(analyses, cast, actor, Sides(pack.actors, pack.roles))
    if as_json:
        typer.echo(json.dumps(asdict(card), ensure_ascii=False, indent=1))
        return
    for line in _drawn(card, limit or _LINES):
        typer.echo(one_line(line))


def _drawn(card: ActorCard, limit: int) -> Iterator[str]:
    yield f"{card.name} ({card.id}), {card.kind}, {card.tier}"
    when = f", {_days(*card.published)}" if card.published[0] else ""
    confirmed = f", {card.confirmed} of them confirmed" if card.confirmed else ""
    yield f"{count(card.mentions, 'mention')} in {count(card.articles, 'article')}{when}{confirmed}"
    for title, counted in (("names", card.names), ("stands for it", card.metonyms), ("described as", card.descriptions)):
        if counted:
            yield f"{title}: {_counted(counted)}"
    yield from _list("roles", [_role(role) for role in card.roles], limit)
    yield from _list("speaks for", [_side(side) for side in card.sides], limit)
    for title, lines in (("says", card.said), ("relays", card.relayed), ("is spoken of", card.about)):
        yield from _list(f"{title} ({len(lines)})", [said_line(line) for line in lines], limit)


def _list(title: str, lines: Sequence[str], limit: int) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in islice(lines, limit))
        if len(lines) > limit:
            yield f"  and {len(lines) - limit} more: --limit {len(lines)}"


def _counted(counted: Counted) -> str:
    return ", ".join(f"{name} ({count})" for name, count in counted)


def _days(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _role(role: Role) -> str:
    state = f" [{role.state}]" if role.state else ""
    first = role.evidence[0]
    return f"{_days(role.first, role.last) or '?'}  {role.title}{state}{_HELD[role.held]}  {len(role.evidence)}x, « {first.quote} »"


def _side(side: Side) -> str:
    since = f", {side.first or '…'}/{side.last or '…'}" if side.first or side.last else ""
    return f"{side.name} ({side.party}{since}) by {side.why}"
