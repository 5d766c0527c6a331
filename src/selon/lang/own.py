"""``selon.toml``: what a person knows of the actors of one dossier, laid over the tables of the language pack."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from selon.core.days import Days
from selon.core.errors import LexiconError
from selon.lang import load
from selon.lang.actors import Knowledge
from selon.lang.rows import Body, Kind, Office, State

FILE = "selon.toml"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FORMS_OF_A_DEMONYM = 4
_FIX = "see src/selon/lang/README.md, 'selon.toml'"


class OwnState(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A state, or what is to be read like one: a state that is not in ``states.tsv``."""

    id: str
    names: tuple[str, ...]
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    wikidata: str = ""


class OwnBody(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An organisation, agency, outlet, group or unit."""

    id: str
    kind: Kind
    names: tuple[str, ...]
    state: str = ""
    wikidata: str = ""


class OwnPerson(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A person by every writing of the full name; with a state and titles, also the office that they held."""

    id: str
    names: tuple[str, ...]
    state: str = ""
    titles: tuple[str, ...] = ()
    from_: str = msgspec.field(name="from", default="")
    to: str = ""


class Alias(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """More names for somebody whom the tables or this file have."""

    id: str
    names: tuple[str, ...]


class Own(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The whole file."""

    state: tuple[OwnState, ...] = ()
    body: tuple[OwnBody, ...] = ()
    person: tuple[OwnPerson, ...] = ()
    alias: tuple[Alias, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.state or self.body or self.person or self.alias)

    @property
    def bytes(self) -> bytes:
        """The content, for a fingerprint: remarks and spaces in the file make no difference."""
        return msgspec.json.encode(self)


NOTHING = Own()


def read(file: Path, knowledge: Knowledge) -> Own:
    """Read and check a file.

    raises: LexiconError naming the entry, what is wrong and what to do
    """
    try:
        own = load.toml(file, Own)
    except LexiconError as error:
        raise LexiconError(error.message, where=str(file), fix=_FIX) from error
    fault = next(_faults(own, knowledge), None)
    if fault:
        raise LexiconError(fault, where=str(file), fix=_FIX)
    return own


def extended(knowledge: Knowledge, own: Own) -> Knowledge:
    """Return the tables with a person's own rows; where both have a name, theirs comes first."""
    more = {alias.id: alias.names for alias in own.alias}
    states = [State(each.id, "", each.wikidata, each.names, each.capital, each.seats, each.demonyms) for each in own.state]
    bodies = [Body(each.id, each.kind, each.state, each.wikidata, each.names) for each in own.body]
    offices = [Office(each.id, each.names, each.state, "", each.titles, each.from_, each.to) for each in own.person]
    states += [State(row.id, "", "", more[row.id], (), (), ()) for row in [*states, *knowledge.states] if row.id in more]
    bodies += [Body(row.id, row.kind, row.state, "", more[row.id]) for row in [*bodies, *knowledge.bodies] if row.id in more]
    people = [_renamed(row, more) for row in [*offices, *knowledge.offices]]
    return replace(knowledge, states=(*states, *knowledge.states), bodies=(*bodies, *knowledge.bodies), offices=tuple(people))


def _renamed(row: Office, more: dict[str, tuple[str, ...]]) -> Office:
    return msgspec.structs.replace(row, names=(*row.names, *more[row.person])) if row.person in more else row


def _faults(own: Own, knowledge: Knowledge) -> Iterator[str]:
    """Yield what is wrong, entry by entry."""
    known = set(knowledge.kinds)
    people = {each.id for each in own.person}
    added = [*(each.id for each in own.state), *(each.id for each in own.body), *people]
    tables: dict[str, tuple[Any, ...]] = {"state": own.state, "body": own.body, "person": own.person, "alias": own.alias}
    for kind, entries in tables.items():
        for number, each in enumerate(entries, 1):
            for fault in _entry_faults(each):
                yield f"[[{kind}]] {number} ({each.id!r}): {fault}"
            if kind == "alias" and each.id not in known and each.id not in added:
                yield f"[[alias]] {number}: there is no {each.id!r} to give names to: add it as a state, body or person"
            if kind in ("state", "body") and each.id in known:
                yield f"[[{kind}]] {number}: {each.id!r} is in the tables already: give it more names by [[alias]]"
            if kind in ("body", "person") and each.state and each.state not in known and each.state not in added:
                yield f"[[{kind}]] {number} ({each.id!r}): there is no state {each.state!r}"
    yield from (f"{name!r} is there twice" for name, count in sorted(Counter(added).items()) if count > 1)


def _entry_faults(each: Any) -> Iterator[str]:
    if not _ID.fullmatch(each.id):
        yield "an id is lower-case letters and digits with hyphens, such as 'jean-petit'"
    if not each.names or any(not re.search(r"\w", name) for name in each.names):
        yield "it needs at least one name"
    if isinstance(each, OwnState) and len(each.demonyms) % _FORMS_OF_A_DEMONYM:
        yield "demonyms come in fours: masculine, feminine, masculine plural, feminine plural"
    if isinstance(each, OwnPerson):
        for key, value in (("from", each.from_), ("to", each.to)):
            if value and Days.parse(value) is None:
                yield f"{key} = {value!r} is no day, month or year"
