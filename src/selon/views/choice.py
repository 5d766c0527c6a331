"""Which lines a person asks for."""
from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from selon.core.days import Days
from selon.core.dossier import Actor, Cast, Dated, Said
from selon.lang.match import fold
from selon.lang.sounds import Sounds


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter. What is left out lets every line through.

    actors:       ids of the actors whose lines are wanted
    since, until: first and last day wanted; a line without a date is not in any such range
    act:          kind of statement, ``deny``
    """

    actors: frozenset[str] | None = None
    since: date | None = None
    until: date | None = None
    act: str = ""

    def has_days(self, first: str, last: str) -> bool:
        """Whether the days from ``first`` to ``last`` (ISO 8601 days, months or years) touch those wanted."""
        if self.since is None and self.until is None:
            return True
        begin, end = Days.parse(first), Days.parse(last)
        if begin is None or end is None:
            return False
        return (self.since is None or end.last >= self.since) and (self.until is None or begin.first <= self.until)

    def has_said(self, line: Said) -> bool:
        """Whether a statement is wanted: by its speaker, its article's date and its act."""
        return self._has_actor({line.actor}) and (not self.act or line.act == self.act) and self.has_days(line.published, line.published)

    def has_dated(self, line: Dated) -> bool:
        """Whether a time expression is wanted: by the days that it denotes."""
        return self.has_days(line.first, line.last)

    def _has_actor(self, ids: Set[str]) -> bool:
        return self.actors is None or bool(self.actors & ids)


def actors_named(cast: Cast, name: str, sounds: Sounds | None = None) -> frozenset[str]:
    """Return the ids of the actors that go by a name, whatever its case, accents and apostrophes.

    An id or a whole variant counts first; only where there is none, actors with all its words in one variant; then, with
    ``sounds``, those with words that are other writings of its words.
    """
    wanted = " ".join(fold(name).split())
    exact = frozenset(actor.id for actor in cast.actors if wanted in _names(actor))
    if exact or not wanted:
        return exact
    words = set(wanted.split())
    partly = frozenset(actor.id for actor in cast.actors if any(words <= set(each.split()) for each in _names(actor)))
    if partly or sounds is None:
        return partly
    keys = set(sounds.keys(wanted))
    return frozenset(actor.id for actor in cast.actors if keys and any(keys <= set(sounds.keys(each)) for each in _names(actor)))


def _names(actor: Actor) -> set[str]:
    return {" ".join(fold(name).split()) for name in (actor.id, actor.name, *(variant for variant, _ in actor.variants))}
