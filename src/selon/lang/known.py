"""Proper names that the tables of actors know, and what each stands for."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from selon.lang.match import fold_accents
from selon.lang.rows import Body, Kind, Office, State

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What a proper name stands for. ``weak`` names are also ordinary words; ``rivals`` are other ids that share it.

    ``short``: a weak name that is one only where the article names the same by a longer name ("le Nord").
    """

    name: str
    ref: str
    kind: Kind
    form: Literal["name", "capital", "seat"]
    weak: bool
    rivals: tuple[str, ...] = ()
    short: bool = False


def every(states: Iterable[State], bodies: Iterable[Body], offices: Iterable[Office]) -> Iterator[Known]:
    """Yield every name of the tables, accents folded; states come first, then bodies, then people."""
    for state in states:
        for name in state.names:
            yield _known(name, state.id, "state", "name")
        for name in state.capital:
            yield _known(name, state.id, "state", "capital")
        for name in state.seats:
            yield _known(name, state.id, "state", "seat")
    for body in bodies:
        yield from (_known(name, body.id, body.kind, "name") for name in body.names)
    for office in offices:
        yield from (_known(name, office.person, "person", "name") for name in office.names)


def by_first_word(names: Iterable[Known]) -> dict[str, tuple[Known, ...]]:
    """Return the names by their first word, the longest first; who shares a name with an earlier row is a rival there."""
    found: dict[str, dict[str, Known]] = {}
    for known in names:
        same = found.setdefault(first_word(known.name), {})
        first = same.setdefault(known.name, known)
        if first.ref != known.ref:
            same[known.name] = replace(first, rivals=(*first.rivals, known.ref))
    return {word: _longest_first(same.values()) for word, same in found.items()}


def without_article(names: Iterable[Known], article: str) -> dict[str, tuple[Known, ...]]:
    """Return the names that begin with an article, without it, by their first word, the longest first."""
    found: dict[str, list[Known]] = {}
    for known in names:
        rest = known.name.removeprefix(article)
        if rest != known.name and rest[0].isupper():
            found.setdefault(first_word(rest), []).append(replace(known, name=rest))
    return {word: _longest_first(same) for word, same in found.items()}


def first_word(name: str) -> str:
    """Return the first word of a name; empty if it has none."""
    found = _WORD.search(name)
    return found[0] if found else ""


def _longest_first(names: Iterable[Known]) -> tuple[Known, ...]:
    return tuple(sorted(names, key=lambda known: -len(known.name)))


def _known(name: str, ref: str, kind: Kind, form: Literal["name", "capital", "seat"]) -> Known:
    return Known(fold_accents(name.rstrip("!")), ref, kind, form, name.endswith("!"), short=name.endswith("!!"))
