"""``selon show DOSSIER sources``: how many independent sources, and why."""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

import typer

from selon.cli.tables import beginning, count, one_line
from selon.core.errors import InputError
from selon.core.lines import Who
from selon.core.marks import Dateline, Statement, Token
from selon.core.ports import Store
from selon.core.reuse import Reuse
from selon.core.text import DocId, Document, Span
from selon.exports.ledger import claims_of
from selon.folds.claiming.held import is_claim_id
from selon.folds.copying.roots import Asked
from selon.views.asking import Question, asked, asked_of_claim
from selon.views.choice import Choice
from selon.views.pointing import article, one_claim
from selon.views.reuse import documents
from selon.views.sources import Merged, Sources, sources

_LINES = 8
_ALL = 1_000_000_000


def show_sources(store: Store, choice: Choice, *, articles: Sequence[str], name: str, as_json: bool, limit: int) -> bool:
    """Show how many sources there are; ``limit`` is how many lines each list has at most. Return whether anything was asked about.

    name: the words that are asked about, or the id of a claim; empty for all statements or articles that are chosen

    raises: InputError if no article, or more than one, goes by a name; if no claim has the id
    """
    docs = documents(store.documents())
    chosen = frozenset(doc for each in articles for doc in _named(docs.values(), each)) if articles else None
    who = Who.of(store.cast())
    places = _of_claim(store, name, Question(choice, chosen), docs) if is_claim_id(name) else _of_words(store, name, choice, chosen, who)
    found = sources(docs, places, store.part("reuse", Reuse), who.names)
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace").decode("utf-8"))
    elif places:
        for line in _drawn(found, limit or _LINES):
            typer.echo(one_line(line))
    return bool(places)


def _of_claim(store: Store, id: str, question: Question, docs: Mapping[DocId, Document]) -> list[Asked]:
    if question.choice.act:
        raise typer.BadParameter("--act does not choose among the entries of a claim", param_hint="--act")
    return list(asked_of_claim(one_claim(claims_of(store), id), docs, question))


def _of_words(store: Store, words: str, choice: Choice, chosen: frozenset[DocId] | None, who: Who) -> list[Asked]:
    question = Question(choice, chosen, _places(store, words) if words else None)
    kinds = (Dateline, Statement, *((Token,) if words else ()))
    wanted = [doc.id for doc in store.documents() if question.may_have(doc.id)]
    return list(asked((store.analysis(doc, kinds) for doc in wanted), who, question))


def _named(docs: Iterable[Document], names: str) -> list[DocId]:
    """Return the article of a name, or of each of several names between commas."""
    found = list(docs)
    try:
        return [article(found, names).id]
    except InputError:
        if "," not in names:
            raise
    return [article(found, name.strip()).id for name in names.split(",") if name.strip()]


def _places(store: Store, words: str) -> dict[DocId, list[Span]]:
    return {found.doc: [place.span for place in found.evidence] for found in store.search(words, _ALL)}


def _drawn(found: Sources, limit: int) -> Iterator[str]:
    range_ = str(found.high) if found.low == found.high else f"{found.low} to {found.high}"
    yield f"{range_} independent {'source' if found.high == 1 else 'sources'} in {count(found.documents, 'article')}"
    if found.originators:
        yield f"{count(found.chains, 'chain')} of report, said first, as they have it, by: {', '.join(found.originators)}"
    for number, source in enumerate(found.sources, 1):
        yield f"{number}. {', '.join(source.articles)}"
        yield from _list(source.merged, limit)
    if found.doubts:
        yield "some of these may be one:"
        yield from _list(found.doubts, limit)


def _list(merged: Sequence[Merged], limit: int) -> Iterator[str]:
    for each in merged[:limit]:
        yield f"   {each.why.replace('-', ' ')}{f' {each.by}' if each.by else ''}: {' = '.join(_shown(each))}"
    if len(merged) > limit:
        yield f"   and {len(merged) - limit} more: --limit {len(merged)}"


def _shown(merged: Merged) -> Iterator[str]:
    for name, evidence in zip(merged.articles, merged.evidence, strict=False):
        yield f"{name}:{evidence.span.start}-{evidence.span.end} « {beginning(evidence.quote)} »"
    if not merged.evidence:
        yield from merged.articles
