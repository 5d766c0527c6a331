"""Events in the terms of PLOVER 2.0, as one JSON file.

The reductions of the codebook are done here and nowhere else: what is yet to come of CONSULT, SUPPORT, COOPERATE or AID is AGREE, of
RETREAT is CONCEDE. Its four auxiliary modes are told from the status. What the codebook has no place for (alleged, denied, on whose
word) stands in ``selon``. An event without a known doer is left out: the codebook asks for one.
source: the PLOVER codebook, 2.0
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from selon.core.dossier import Actor
from selon.core.happenings import Happened
from selon.core.occasions import Occasion
from selon.core.ports import Store
from selon.core.text import DocId, Document
from selon.exports.files import File
from selon.exports.happened import occasions_of

Json = dict[str, Any]

_TO_AGREE, _TO_CONCEDE = frozenset(["CONSULT", "SUPPORT", "COOPERATE", "AID"]), frozenset(["RETREAT"])
_AUXILIARY = {"planned": "future", "hypothetical": "hypothetical", "negated": "negation", "denied": "negation"}
_OURS = frozenset(["message"])
"""Modes that the codebook has no word for."""
_QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3,
    "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""


def plover(store: Store) -> Iterator[File]:
    """Yield the one file: a JSON array of events, one for each happening, as its first telling has it."""
    actors, docs = {actor.id: actor for actor in store.cast().actors}, {doc.id: doc for doc in store.documents()}
    rows = [_event(each, actors, docs) for each in occasions_of(store) if each.source]
    yield File("", [json.dumps(rows, ensure_ascii=False, indent=1), "\n"])


def reduced(each: Occasion) -> tuple[str, str]:
    """Return the type and mode that the codebook gives to an event that is yet to come."""
    if each.status == "planned" and each.type in _TO_AGREE:
        return "AGREE", ""
    if each.status == "planned" and each.type in _TO_CONCEDE:
        return "CONCEDE", ""
    return each.type, "" if each.mode in _OURS else each.mode


def _event(each: Occasion, actors: Mapping[str, Actor], docs: Mapping[DocId, Document]) -> Json:
    kind, mode = reduced(each)
    auxiliary = [_AUXILIARY[each.status]] if each.status in _AUXILIARY else []
    first = each.tellings[0]
    return {
        "id": each.id, "date": each.date or each.published or None, "actor": [_actor(name, actors) for name in each.source],
        "recipient": [_actor(name, actors) for name in each.target], "event": [kind], "mode": [*([mode] if mode else []), *auxiliary],
        "quad_code": _QUADS[kind], "event_loc": each.place or None, "event_text": first.evidence[0].quote, **_cited(first, docs),
        "link": [{"id": line.id, **_cited(line, docs)} for line in each.tellings[1:]],
        "selon": {
            "type": each.type, "status": each.status, "per": list(each.per), "score": first.score, "date_is_of_event": bool(each.date),
            "date_basis": each.basis or None, "articles": each.articles, "roots": each.roots, "roots_least": each.roots_least,
        },
    }  # fmt: skip


def _cited(line: Happened, docs: Mapping[DocId, Document]) -> Json:
    """Return the words of a telling, where they stand, and in which article."""
    clause, doc = line.clause, docs[line.clause.doc]
    return {
        "text": clause.quote, "text_info": {"start": clause.span.start, "end": clause.span.end},
        "cite_info": {
            "title": doc.title, "publication": doc.outlet, "date": line.published, "url": doc.url, "language": doc.language or "fr",
            "id": doc.name,
        },
    }  # fmt: skip


def _actor(actor: str, actors: Mapping[str, Actor]) -> Json:
    known = actors.get(actor)
    return {"id": actor, "text": known.name if known else actor, "kind": known.kind if known else "state"}
