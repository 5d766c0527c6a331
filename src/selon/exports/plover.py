"""Events in the terms of PLOVER 2.0, as one JSON file.

The reductions of the codebook are done here and nowhere else: what is yet to come of CONSULT, SUPPORT, COOPERATE or AID is AGREE, of
RETREAT is CONCEDE. Its four auxiliary modes are told from the status. What the codebook has no place for (alleged, denied, on whose
word) stands in ``selon``. An event without a known doer is left out: the codebook asks for one.
source: the PLOVER codebook, 2.0
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from selon.core.analysis import Analysis
from selon.core.dossier import Actor
from selon.core.happenings import Happened
from selon.core.ports import Store
from selon.exports.files import File
from selon.exports.happened import happenings

Json = dict[str, Any]

_TO_AGREE, _TO_CONCEDE = frozenset(["CONSULT", "SUPPORT", "COOPERATE", "AID"]), frozenset(["RETREAT"])
_AUXILIARY = {"planned": "future", "hypothetical": "hypothetical", "negated": "negation", "denied": "negation"}
_QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3,
    "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""


def plover(store: Store) -> Iterator[File]:
    """Yield the one file: a JSON array of events."""
    actors = {actor.id: actor for actor in store.cast().actors}
    rows = [_event(analysis, line, actors) for analysis, line in happenings(store) if line.source]
    yield File("", [json.dumps(rows, ensure_ascii=False, indent=1), "\n"])


def reduced(line: Happened) -> tuple[str, str]:
    """Return the type and mode that the codebook gives to an event that is yet to come."""
    if line.status == "planned" and line.type in _TO_AGREE:
        return "AGREE", ""
    if line.status == "planned" and line.type in _TO_CONCEDE:
        return "CONCEDE", ""
    return line.type, line.mode


def _event(analysis: Analysis, line: Happened, actors: dict[str, Actor]) -> Json:
    kind, mode = reduced(line)
    auxiliary = [_AUXILIARY[line.status]] if line.status in _AUXILIARY else []
    clause, trigger, doc = line.clause, line.evidence[0], analysis.doc
    return {
        "id": line.id, "date": line.date or line.published or None, "actor": [_actor(each, actors) for each in line.source],
        "recipient": [_actor(each, actors) for each in line.target], "event": [kind], "mode": [*([mode] if mode else []), *auxiliary],
        "quad_code": _QUADS[kind], "event_loc": line.place or None, "event_text": trigger.quote, "text": clause.quote,
        "text_info": {"start": clause.span.start, "end": clause.span.end},
        "cite_info": {
            "title": doc.title, "publication": doc.outlet, "date": line.published, "url": doc.url, "language": doc.language or "fr",
            "id": doc.name,
        },
        "selon": {
            "type": line.type, "status": line.status, "per": list(line.per), "score": line.score, "date_is_of_event": bool(line.date),
        },
    }  # fmt: skip


def _actor(actor: str, actors: dict[str, Actor]) -> Json:
    known = actors.get(actor)
    return {"id": actor, "text": known.name if known else actor, "kind": known.kind if known else "state"}
