"""The rows of the tables of actors, and what the columns hold."""
from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["person", "state", "organisation", "agency", "outlet", "group", "unit"]


class State(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A state, its names, what stands for its government, and its demonyms."""

    id: str
    iso3: str
    wikidata: str
    names: tuple[str, ...]
    capital: tuple[str, ...]
    seats: tuple[str, ...]
    demonyms: tuple[str, ...]


class Body(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An organisation, outlet, agency or group known by a proper name. ``state``: whose it is, if one state's."""

    id: str
    kind: Kind
    state: str
    wikidata: str
    names: tuple[str, ...]


class Ministry(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A portfolio: what a ministry and its minister are called after."""

    slug: str
    names: tuple[str, ...]


class Title(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A noun for what one person is: ``office`` has one holder at a time, ``rank`` and ``role`` many."""

    title: str
    kind: Literal["office", "rank", "role"]
    forms: tuple[str, ...]


class GroupNoun(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A noun for people together, or for one person without a name."""

    noun: str
    kind: Kind
    forms: tuple[str, ...]


class GivenName(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    name: str
    gender: Literal["m", "f", "u"]


class Office(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Who held a public office of a state or body, from when to when (ISO 8601; ``to`` is empty while it lasts).

    titles: the nouns by which the press describes the holder, without the state's adjective
    """

    person: str
    names: tuple[str, ...]
    state: str
    office: str
    titles: tuple[str, ...]
    from_: str = msgspec.field(name="from")
    to: str
