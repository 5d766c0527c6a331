"""The claims ledger as one JSON file: every claim with its entries, their evidence in characters of the text as received."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from selon.core.claims import Claim, ClaimEntry, Sightings
from selon.core.corrections import Correction
from selon.core.dossier import CONFIRMED, SUGGESTED
from selon.core.ports import Store
from selon.core.reuse import Reuse
from selon.core.text import DocId
from selon.exports.files import File
from selon.folds.claiming.ledger import ledger as made

Json = dict[str, Any]


def claims_of(store: Store, log: Iterable[Correction] | None = None) -> tuple[Claim, ...]:
    """Return the claims of a dossier, over the cast as it has been corrected. ``log``: in place of the dossier's own corrections."""
    sightings = store.part("claims", Sightings)
    if sightings is None:
        return ()
    own = [entry.correction for entry in store.corrections()] if log is None else log
    return made(sightings, store.cast(), store.part("reuse", Reuse), log=own, texts=partial(_text, store))


def _text(store: Store, doc: DocId) -> str | None:
    found = store.document(doc)
    return found.raw if found else None


def ledger(store: Store) -> Iterator[File]:
    """Yield the one file."""
    names = {doc.id: doc.name for doc in store.documents()}
    body = {"claims": [_claim(claim, names) for claim in claims_of(store)]}
    yield File("", [json.dumps(body, ensure_ascii=False, indent=1), "\n"])


def _claim(claim: Claim, names: dict[Any, str]) -> Json:
    return {
        "id": claim.id, "title": claim.title, "type": claim.type, "actor": claim.actor or None, "recipient": list(claim.recipient),
        "object": claim.object or None, "state": claim.state, "documents": claim.documents, "roots": claim.roots,
        "roots_least": claim.roots_least, "chains": claim.chains, "parties": claim.parties, "flags": list(claim.flags), "tier": claim.tier,
        "entries": [_entry(each, names) for each in claim.entries],
    }  # fmt: skip


def _entry(each: ClaimEntry, names: dict[Any, str]) -> Json:
    place = each.evidence
    return {
        "id": each.id, "doc": names[place.doc], "start": place.span.start, "end": place.span.end, "text": place.quote,
        "stance": each.stance,
        "actor": each.actor or None, "party": each.party or None, "to": list(each.to), "via": list(each.via), "date": each.date or None,
        "root": each.root or None, "modality": each.modality, "strength": each.strength,
        "tier": CONFIRMED if each.why == "person" else SUGGESTED, "why": each.why, "flags": list(each.flags),
    }  # fmt: skip
