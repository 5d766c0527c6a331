"""What a person knows of the actors of a dossier: the file that says it, and what a dossier was built with."""
from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from selon.core.ports import Store
from selon.lang import own
from selon.lang.own import Own
from selon.lang.pack import Pack, pack

_PART = "knowledge"


@dataclass(frozen=True, slots=True)
class KnowledgeFile:
    """A person's own knowledge. ``given``: by the name of its file, and kept until another is; else it lies beside the dossier."""

    own: Own = own.NOTHING
    given: bool = False


def find(dossier: Path, given: Path | None, base: Pack) -> KnowledgeFile | None:
    """Read the file that is given, else ``selon.toml`` beside the dossier; ``None`` if there is neither.

    raises: LexiconError if it is wrong
    """
    beside = dossier.parent / own.FILE
    file = given or (beside if beside.is_file() else None)
    return KnowledgeFile(own.read(file, base.actors), given is not None) if file else None


def kept(store: Store) -> KnowledgeFile:
    """Return what the dossier was built with."""
    return store.part(_PART, KnowledgeFile) or KnowledgeFile()


def pack_of(store: Store, base: Pack | None = None) -> Pack:
    """Return the language pack that a dossier was built with, the person's own knowledge included."""
    return (base or pack()).with_own(kept(store).own)


def settle(store: Store, found: KnowledgeFile | None) -> Own:
    """Return what to build with, and keep it: what was found, else what was given by name before."""
    before = kept(store)
    known = found or (before if before.given else KnowledgeFile())
    key = "" if known.own.is_empty else hashlib.sha256(known.own.bytes + bytes([known.given])).hexdigest()[:16]
    if key and store.part_key(_PART) != key:
        store.put_part(_PART, key, known)
    elif not key and store.part_key(_PART):
        store.forget_part(_PART)
    return known.own
