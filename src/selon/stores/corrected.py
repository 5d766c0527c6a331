"""The cast in a dossier: as it is shown, with the corrections of its log, and beside it as the machine suggests it."""
from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from selon.core.claims import Sightings
from selon.core.corrections import Correction, about_actors, about_claims
from selon.core.dossier import Cast
from selon.core.ports import Store
from selon.core.text import DocId
from selon.folds.claiming.corrected import corrected as corrected_claims
from selon.folds.claiming.held import held
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.threads import threads
from selon.folds.correcting.replay import Corrected, Outcome, State, corrected
from selon.stores.parts import CAST

SUGGESTED = "suggested actors"
"""The part that has the cast as the machine suggests it; it is there just where the cast that is shown has corrections."""
CLAIMS = "claims"
_KEPT_TEXTS = 512


def suggested(store: Store) -> Cast:
    """Return the cast as the machine suggests it."""
    return store.part(SUGGESTED, Cast) or store.cast()


def suggestion(store: Store, key: str) -> Cast | None:
    """Return what the machine suggested under a key, if that is still kept."""
    if store.part_key(SUGGESTED) == key:
        return store.part(SUGGESTED, Cast)
    return store.cast() if store.part_key(CAST) == key else None


def recast(store: Store, log: Sequence[Correction]) -> Corrected:
    """Replay a log over what the machine suggests, and keep nothing."""
    found = corrected(suggested(store), log, texts(store))
    return replace(found, outcomes={**found.outcomes, **_of_claims(store, found.cast, log)})


def _of_claims(store: Store, cast: Cast, log: Sequence[Correction]) -> dict[str, Outcome]:
    """Return what has become of the corrections of claims."""
    sightings = store.part(CLAIMS, Sightings) if about_claims(log) else None
    if sightings is None:
        gone = Outcome(State.ORPHANED, "the dossier has no claims")
        return {entry.id: gone for entry in about_claims(log)}
    parties = Parties(sightings, cast)
    return corrected_claims(threads([held(each, parties) for each in sightings.sightings], parties), log, texts(store)).outcomes


def cast_key(key: str, log: Sequence[Correction]) -> str:
    """Return the key of the cast that a log makes of what the machine suggests under a key; that key itself without corrections."""
    names = [entry.id for entry in about_actors(log)]
    return hashlib.sha256("\0".join([key, *names]).encode()).hexdigest()[:16] if names else key


def put_corrected(store: Store, cast: Cast, key: str, log: Sequence[Correction]) -> None:
    """Keep what the machine suggests under a key, as the log corrects it.

    The suggestion is kept before the cast that is made of it, and goes after it: a process that dies between the two leaves nothing false.
    """
    if cast_key(key, log) != key:
        if store.part_key(SUGGESTED) != key:
            store.put_part(SUGGESTED, key, cast)
        store.put_cast(corrected(cast, log, texts(store)).cast, cast_key(key, log))
        return
    store.put_cast(cast, key)
    if store.part_key(SUGGESTED):
        store.forget_part(SUGGESTED)


def replay_cast(store: Store, log: Sequence[Correction]) -> None:
    """Correct the cast that is kept anew; nothing happens where there is none."""
    key = store.part_key(SUGGESTED) or store.part_key(CAST)
    if key and store.part_key(CAST) != cast_key(key, log):
        put_corrected(store, suggested(store), key, log)


def texts(store: Store) -> Callable[[DocId], str | None]:
    """Return a function that gives the text of an article, and keeps those asked for last."""

    def text(doc: DocId) -> str | None:
        found = store.document(doc)
        return found.raw if found else None

    return lru_cache(maxsize=_KEPT_TEXTS)(text)
