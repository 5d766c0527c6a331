"""``selon show DOSSIER claim ID``: one claim in the terminal, its evidence entry by entry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import typer

from selon.cli.opened import opened
from selon.cli.tables import between, count, one_line
from selon.core.lines import Who
from selon.exports.ledger import claims_of
from selon.stores.knowledge import pack_of
from selon.views.ledger import ClaimCard, EntryLine, card
from selon.views.pointing import one_claim


def show_claim(dossier: Path, id: str, *, as_json: bool) -> None:
    """Show a claim by its id, or by the id of one of its entries.

    raises: InputError if no claim, or more than one, has such an id
    """
    if not id:
        raise typer.BadParameter("say which: selon show DOSSIER claim ID", param_hint="NAME")
    with opened(dossier) as store:
        claim = one_claim(claims_of(store), id)
        shown = card(claim, {**pack_of(store).actors.labels, **Who.of(store.cast()).names})
    if as_json:
        typer.echo(json.dumps(asdict(shown), ensure_ascii=False, indent=1))
        return
    typer.echo(one_line(f"{claim.title} ({shown.id}), {shown.tier}"))
    for line in _drawn(shown):
        typer.echo(one_line(line))


def _drawn(shown: ClaimCard) -> Iterator[str]:
    articles, sources = count(shown.documents, "article"), between(shown.roots_least, shown.roots)
    yield f"{shown.state}: {articles}, independent sources: {sources}, chains of report: {shown.chains}"
    yield f"sides: {', '.join(shown.parties) or 'none named'}"
    if shown.flags:
        yield f"flags: {', '.join(shown.flags)}"
    for each in shown.entries:
        yield f"{each.date or '?'}  {each.stance}  {_who(each)}"
        yield f"    « {each.evidence.quote} »"
        span = each.evidence.span
        root = f"source {each.root}" if each.root else "no source named"
        told = [f"{each.article}:{span.start}-{span.end}", each.id, root, f"joined: {each.why}", *each.flags]
        yield "    " + ", ".join([*told, *([each.modality] if each.modality != "plain" else [])])


def _who(each: EntryLine) -> str:
    name = each.actor_name or ("the article itself" if each.stance == "narrate" else "nobody named")
    side = f" [{each.party}]" if each.party else ""
    to = f" -> {', '.join(each.to)}" if each.to else ""
    return name + side + to + (f", by {' > '.join(each.via)}" if each.via else "")
