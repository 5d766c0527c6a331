"""Finding every place that a value points at, by its type: how a store checks that what it is given holds."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from selon.core.errors import StoreError
from selon.core.text import Evidence, Span


class MisplacedError(StoreError):
    """A mark or a piece of evidence is not where it says it is: a fault of what made it, not of the store."""


def last_end(marks: tuple[Any, ...], kind: type) -> int:
    """Return the highest offset that any span in the marks reaches; 0 if they have none.

    Evidence is no such span: it names the article that it stands in, which may be another.
    """
    furthest = 0
    for read in _span_readers(kind):
        for mark in marks:
            for span in _spans(read(mark)):
                furthest = max(furthest, span.end)
    return furthest


def evidence_in(value: Any) -> Iterator[Evidence]:
    """Yield every piece of evidence anywhere in a value made of dataclasses, mappings and sequences."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, dict):
        yield from evidence_in(tuple(value.values()))
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from evidence_in(item)
    elif is_dataclass(value) and not isinstance(value, type) and cites(type(value)):
        for each in fields(value):
            yield from evidence_in(getattr(value, each.name))


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Evidence):
        return
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for read in _span_readers(type(value)):
            yield from _spans(read(value))


@cache
def _span_readers(kind: type) -> tuple[Any, ...]:
    """Return readers of the fields of a dataclass that may hold a span, so that the others cost nothing."""
    return tuple(attrgetter(name) for name, hint in get_type_hints(kind).items() if points(hint))


@cache
def points(hint: Any) -> bool:
    """Whether values of a type may hold a span or evidence."""
    if hint in (Span, Evidence):
        return True
    if is_dataclass(hint) and isinstance(hint, type):
        return any(points(inner) for inner in get_type_hints(hint).values())
    return any(points(inner) for inner in get_args(hint) if inner is not Ellipsis)


@cache
def cites(hint: Any) -> bool:
    """Whether values of a type may hold evidence; one that is not known in advance may."""
    if hint in (Evidence, Any):
        return True
    if is_dataclass(hint) and isinstance(hint, type):
        return any(cites(inner) for inner in get_type_hints(hint).values())
    return any(cites(inner) for inner in get_args(hint) if inner is not Ellipsis)
