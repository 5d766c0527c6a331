"""What ``selon show`` can show: how the lines of each view are made, in which columns they stand, what chooses among them."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from selon.core.lines import Who
from selon.core.marks import Dateline, Statement, TimeExpr
from selon.core.ports import Store
from selon.core.reuse import Reuse, Stories
from selon.views.actors import actors
from selon.views.choice import Choice
from selon.views.claims import claims
from selon.views.dates import dates
from selon.views.happenings import happenings
from selon.views.issues import issues
from selon.views.origins import origins
from selon.views.quotes import quotes
from selon.views.reuse import documents, reuse
from selon.views.review import review
from selon.views.stories import stories
from selon.views.times import times


class View(StrEnum):
    """What can be shown."""

    OVERVIEW = "overview"
    QUOTES = "quotes"
    TIMES = "times"
    ACTORS = "actors"
    ISSUES = "issues"
    DATES = "dates"
    REUSE = "reuse"
    ORIGINS = "origins"
    STORIES = "stories"
    SOURCES = "sources"
    ACTOR = "actor"
    CLAIMS = "claims"
    CLAIM = "claim"
    EVENTS = "events"
    TIMELINE = "timeline"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Lines:
    """A view that is a table. ``filters``: the options that choose among its lines."""

    make: Callable[[Store, Choice], Iterable[Any]]
    columns: tuple[str, ...]
    filters: frozenset[str] = frozenset()


_DAYS = frozenset({"since", "until"})
_WHO = _DAYS | {"actor"}
_SAID = _WHO | {"act"}
_EVENT = ("date", "event", "who", "whom", "status", "per", "articles", "sources", "words", "place")


def _claims(store: Store, choice: Choice) -> Iterable[Any]:
    from selon.exports.ledger import claims_of  # what makes claims is loaded only where they are shown

    return claims(claims_of(store), choice)


def _happenings(store: Store, choice: Choice, *, dated: bool) -> Iterable[Any]:
    from selon.exports.happened import occasions_of

    return happenings(occasions_of(store), choice, dated=dated)


TABLES: dict[View, Lines] = {
    View.QUOTES: Lines(
        lambda store, choice: quotes(store.analyses((Dateline, Statement)), Who.of(store.cast()), choice),
        ("published", "who", "act", "to", "words", "via", "place"), _SAID,
    ),
    View.TIMES: Lines(
        lambda store, choice: times(store.analyses((Dateline, TimeExpr)), choice),
        ("days", "words", "type", "value", "basis", "place"), _DAYS,
    ),
    View.ACTORS: Lines(
        lambda store, choice: actors(store.analyses((Statement,)), store.cast(), choice),
        ("actor", "kind", "statements", "mentions", "articles", "names"), frozenset({"actor"}),
    ),
    View.ISSUES: Lines(lambda store, choice: issues(store.issues()), ("source", "stage", "issue", "cure")),
    View.DATES: Lines(
        lambda store, choice: dates(store.analyses((Dateline,)), choice), ("date", "between", "basis", "article", "because of"), _DAYS,
    ),
    View.REUSE: Lines(
        lambda store, choice: reuse(documents(store.documents()), store.part("reuse", Reuse)),
        ("kind", "words shared", "first article", "other article", "what it changes", "begins"),
    ),
    View.ORIGINS: Lines(
        lambda store, choice: origins(documents(store.documents()), store.part("reuse", Reuse), Who.of(store.cast())),
        ("source", "how", "articles", "begins"),
    ),
    View.STORIES: Lines(
        lambda store, choice: stories(documents(store.documents()), store.part("stories", Stories), choice),
        ("days", "articles", "headline", "words"), _DAYS,
    ),
    View.CLAIMS: Lines(
        _claims,
        ("claim", "state", "stances", "articles", "sources", "parties", "flags", "days", "id"), _WHO,
    ),
    View.EVENTS: Lines(partial(_happenings, dated=False), _EVENT, _WHO),
    View.TIMELINE: Lines(partial(_happenings, dated=True), _EVENT, _WHO),
    View.REVIEW: Lines(
        lambda store, choice: review(store.analyses((Dateline, Statement)), Who.of(store.cast()), choice),
        ("score", "who", "act", "words", "because", "rule", "place"), _SAID,
    ),
}  # fmt: skip
"""The views that are tables."""

_CARDS = {View.SOURCES: _SAID | {"articles"}, View.ACTOR: frozenset({"actor"})}


def filters(view: View) -> frozenset[str]:
    """Return the options that choose among what a view shows."""
    return TABLES[view].filters if view in TABLES else _CARDS.get(view, frozenset())
