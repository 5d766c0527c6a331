"""What many articles say together, in a dossier file: the cast in tables of its own, other parts as JSON."""
from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any, TypeVar

from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.text import DocId, Evidence, Span
from selon.stores.codec import read_back, written
from selon.stores.database import Database
from selon.stores.places import MisplacedError, evidence_in

T = TypeVar("T")
CAST = "actors"
"""The part that has tables of its own."""


def key(db: Database, name: str) -> str:
    row = db.row("select key from part where name = :name", {"name": name})
    return str(row[0]) if row else ""


def part(db: Database, name: str, kind: type[T]) -> T | None:
    row = db.row("select payload from part where name = :name", {"name": name})
    return read_back(row[0], kind) if row else None


def put(db: Database, name: str, key: str, value: Any) -> None:
    """Keep a part.

    raises: StoreError if a piece of evidence in it does not hold
    """
    for evidence in evidence_in(value):
        _check(db, evidence)
    _put_row(db, name, key, written(value))


def forget(db: Database, name: str) -> None:
    with db.transaction():
        db.run("delete from part where name = :name", {"name": name})
        if name == CAST:
            _empty_cast(db)


def cast(db: Database) -> Cast:
    actors = tuple(
        Actor(id, name, kind, tuple((form, count) for form, count in json.loads(variants)), why, tier)
        for id, name, kind, variants, why, tier in db.rows("select id, name, kind, variants, why, tier from actor order by rank")
    )
    rows = db.rows('select doc, start, "end", actor, form, kind, tier from actor_mention order by doc, start, "end", actor')
    return Cast(actors, tuple(ActorMention(DocId(doc), Span(start, end), *rest) for doc, start, end, *rest in rows))


def put_cast(db: Database, cast: Cast, key: str) -> None:
    """Keep the cast in place of the one before.

    raises: StoreError if a mention lies in no article, or beyond its text
    """
    _check_mentions(db, cast.mentions)
    with db.transaction():
        _empty_cast(db)
        db.run_many(
            "insert into actor (rank, id, name, kind, variants, why, tier) values (?, ?, ?, ?, ?, ?, ?)",
            ((n, a.id, a.name, a.kind, json.dumps(a.variants, ensure_ascii=False), a.why, a.tier) for n, a in enumerate(cast.actors)),
        )
        db.run_many(
            'insert into actor_mention (doc, start, "end", actor, form, kind, tier) values (?, ?, ?, ?, ?, ?, ?)',
            ((m.doc, m.span.start, m.span.end, m.actor, m.form, m.kind, m.tier) for m in cast.mentions),
        )
        _put_row(db, CAST, key, "")


def _empty_cast(db: Database) -> None:
    db.run("delete from actor")
    db.run("delete from actor_mention")


def _put_row(db: Database, name: str, key: str, payload: str) -> None:
    db.run(
        "insert or replace into part (name, key, payload) values (:name, :key, :payload)", {"name": name, "key": key, "payload": payload}
    )


def _check(db: Database, evidence: Evidence) -> None:
    span, place = evidence.span, {"doc": evidence.doc, "at": evidence.span.start + 1, "length": len(evidence.span)}
    row = db.row("select substr(raw, :at, :length) from document where id = :doc", place)
    if row is None or row[0] != evidence.quote:
        message = f"{evidence.quote!r} is not at {span.start}..{span.end} of article {evidence.doc}"
        raise MisplacedError(message, fix="mend the fold that made it")


def _check_mentions(db: Database, mentions: Iterable[ActorMention]) -> None:
    length = dict(db.rows("select id, length(raw) from document"))
    for doc, group in groupby(mentions, key=lambda mention: mention.doc):
        furthest = max(mention.span.end for mention in group)
        if furthest > length.get(doc, 0):
            raise MisplacedError(f"a mention reaches beyond the text of article {doc}", fix="mend the fold that made it")
