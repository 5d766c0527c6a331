"""A language pack: the data files of one language, checked, compiled and fingerprinted."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from selon.core.errors import LexiconError
from selon.lang import load
from selon.lang.actors import Knowledge
from selon.lang.claims import Answering
from selon.lang.events import Happenings
from selon.lang.furniture import Furniture
from selon.lang.grammar import Grammar
from selon.lang.own import NOTHING, Own, extended
from selon.lang.roles import Spokes
from selon.lang.sounds import Sound, Sounds
from selon.lang.speech import Speech
from selon.lang.times import NamedDay, Times, read
from selon.lang.tokens import Tokens

SECTIONS: dict[str, tuple[str, ...]] = {
    "furniture": ("furniture.toml",),
    "tokens": ("tokens.toml",),
    "times": ("times.toml", "days.tsv"),
    "actors": ("states.tsv", "bodies.tsv", "ministries.tsv", "titles.tsv", "groups.tsv", "given_names.tsv", "offices.tsv", "words.toml"),
    "grammar": ("grammar.toml",),
    "speech": ("speech.toml",),
    "roles": ("roles.toml",),
    "sounds": ("sounds.tsv",),
    "events": ("events.toml", "objects.tsv"),
    "claims": ("claims.toml",),
}
"""Which files each section of a pack is made of."""
OWN_SECTION = "actors"
"""The section that a person's own knowledge adds to."""


@dataclass(frozen=True)
class Pack:
    """The knowledge of one language. A section is read when it is first asked for.

    own: what a person knows of the actors of one dossier
    """

    code: str
    root: Traversable
    own: Own = NOTHING
    _prints: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def furniture(self) -> Furniture:
        return load.toml(self.root / "furniture.toml", Furniture)

    @cached_property
    def tokens(self) -> Tokens:
        return load.toml(self.root / "tokens.toml", Tokens)

    @cached_property
    def actors(self) -> Knowledge:
        tables = Knowledge.read(self.root)
        return tables if self.own.is_empty else extended(tables, self.own)

    @cached_property
    def grammar(self) -> Grammar:
        return load.toml(self.root / "grammar.toml", Grammar)

    @cached_property
    def speech(self) -> Speech:
        return load.toml(self.root / "speech.toml", Speech)

    @cached_property
    def roles(self) -> Spokes:
        return load.toml(self.root / "roles.toml", Spokes)

    @cached_property
    def sounds(self) -> Sounds:
        return Sounds(load.table(self.root / "sounds.tsv", Sound))

    @cached_property
    def events(self) -> Happenings:
        return Happenings.read(self.root)

    @cached_property
    def claims(self) -> Answering:
        return load.toml(self.root / "claims.toml", Answering)

    @cached_property
    def times(self) -> Times:
        return read(load.toml(self.root / "times.toml", Times), load.table(self.root / "days.tsv", NamedDay))

    def fingerprint(self, section: str) -> str:
        """Return a hash of the section's files: it changes with any of their bytes, and with what a person adds to them."""
        if section not in self._prints:
            digest = hashlib.sha256()
            for name in SECTIONS[section]:
                digest.update((self.root / name).read_bytes())
            if section == OWN_SECTION and not self.own.is_empty:
                digest.update(self.own.bytes)
            self._prints[section] = digest.hexdigest()[:16]
        return self._prints[section]

    def with_own(self, own: Own) -> Pack:
        """Return the pack with a person's own knowledge in place of any before."""
        return self if own == self.own else Pack(self.code, self.root, own)


@cache
def pack(code: str = "fr") -> Pack:
    """Return the pack of a language.

    raises: LexiconError if there is none
    """
    root = files("selon.lang") / code
    if not root.is_dir():
        raise LexiconError(f"no language pack {code!r}", fix="the packs are the folders of selon/lang")
    return Pack(code, root)
