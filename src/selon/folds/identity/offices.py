"""Who held an office on a day, and which names are one person's: the table of public offices."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from datetime import timedelta

from selon.core.days import Days
from selon.folds.identity.people import Key, name_key
from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.lang.rows import Office

_NARROWS = re.compile(r"d(?:e|u|es)\b|d'|adjoint|delegue|sortant|elu")
_AROUND = timedelta(days=31)
_YEARS_AROUND = timedelta(days=6 * 365)


class Offices:
    """Look-ups in the table of offices."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.by_title: dict[tuple[str, str], list[tuple[Office, str]]] = defaultdict(list)
        self.persons: dict[Key, str] = {}
        self.families: dict[str, list[Office]] = defaultdict(list)
        self.bearers: dict[str, set[str]] = defaultdict(set)
        self.states: dict[str, str] = {}
        self.held: dict[str, list[Office]] = defaultdict(list)
        self.stood: dict[tuple[str, Days], str] = {}
        self.owners, self.rivals = knowledge.owners, knowledge.rivals
        self.own_states = frozenset(state.id for state in knowledge.states)
        for row in knowledge.offices:
            self.held[row.state].append(row)
            for title in map(fold, row.titles):
                self.by_title[row.state, title.split()[0]].append((row, title))
                self.bearers[title].add(row.person)
            self.states.setdefault(row.person, row.state)
            for name in row.names:
                self.persons.setdefault(name_key(name), row.person)
                self.families[name_key(name)[-1]].append(row)

    def person(self, key: Key) -> str:
        """Return the id of the person of a full name; empty if the table has none."""
        return self.persons.get(key, "")

    def by_family(self, family: str, days: Days | None, states: Collection[str], title: str) -> str:
        """Return the only person of a family name who held office within some years of the article.

        The office must be of one of the states, or its title be the one given (folded); empty otherwise.
        """
        rows = [row for row in self.families.get(family, ()) if days and _held(row, days, _YEARS_AROUND)]
        told = any(self.owners.get(row.state, row.state) in states or title in map(fold, row.titles) for row in rows)
        return rows[0].person if told and len({row.person for row in rows}) == 1 else ""

    def by_slug(self, slug: str) -> str:
        """Return a slug if it is the id of a person of the table."""
        return slug if slug in self.states else ""

    def sole(self, plain: str) -> str:
        """Return whom alone the table calls by a title ("líder máximo"); empty if nobody or several."""
        bearers = self.bearers.get(plain, set())
        return next(iter(bearers)) if len(bearers) == 1 else ""

    def titles(self, person: str, days: Days) -> tuple[str, ...]:
        """Return the folded titles of the offices that somebody held in these days, those of one office in the order of the table."""
        rows = (row for row in self.held[self.states.get(person, "")] if row.person == person and _held(row, days, _AROUND))
        return tuple(fold(title) for row in rows for title in row.titles)

    def owner(self, person: str) -> str:
        """Return the state of a person's first office, or of the body that it was of."""
        body = self.states.get(person, "")
        return self.owners.get(body, body)

    def state(self, person: str) -> str:
        """Return the state that a person of the table held office of first; empty for an office of a body."""
        owner = self.states.get(person, "")
        return owner if owner in self.own_states else ""

    def standing(self, state: str, days: Days | None) -> str:
        """Return, of the states that share a seat ("le Kremlin"), the one that somebody held an office of in these days."""
        if days is None or state not in self.rivals:
            return state
        if (state, days) not in self.stood:
            rows = [row for each in (state, *self.rivals[state]) for row in self.held[each]]
            self.stood[state, days] = next((row.state for row in rows if _held(row, days, timedelta())), state)
        return self.stood[state, days]

    def holder(self, state: str, plains: tuple[str, ...], days: Days | None, named: frozenset[str], *, is_told: bool = True) -> str:
        """Return who held the office that a description names; empty if the table has nobody, or several fit.

        plains: folded descriptions without determiner and demonyms, the surest first
        named: ids of the persons whom the article names; one of them is taken before anybody else
        is_told: whether the description itself names the state; else it must be the title's words alone, of nobody else
        """
        return next((person for plain in plains if (person := self._holder(self._fitting(state, plain, days, is_told), days, named))), "")

    def _fitting(self, state: str, plain: str, days: Days | None, is_told: bool) -> list[tuple[int, Office]]:
        """Return the tenures whose title the description begins with as a whole phrase, with the length of the title."""
        rows = self.by_title.get((state, plain.partition(" ")[0]), ())
        return [(len(title), row) for row, title in rows if _fits(plain, title, is_told) and (days is None or _held(row, days, _AROUND))]

    def _holder(self, fitting: list[tuple[int, Office]], days: Days | None, named: frozenset[str]) -> str:
        here = {row.person for _, row in fitting if row.person in named}
        if len(here) == 1:
            return here.pop()
        if days is None:
            return ""
        exact = [(length, row) for length, row in fitting if _held(row, days, timedelta())] or fitting
        longest = max((length for length, _ in exact), default=0)
        best = {row.person for length, row in exact if length == longest}
        return best.pop() if len(best) == 1 else ""


def _fits(plain: str, title: str, is_told: bool) -> bool:
    """Whether a description is a title, alone or with more words, which do not make it another's."""
    may_go_on = is_told and " " in title
    return plain == title or (plain.startswith(title + " ") and (may_go_on or not _NARROWS.match(plain[len(title) + 1 :])))


def _held(row: Office, days: Days, around: timedelta) -> bool:
    first, last = Days.parse(row.from_), Days.parse(row.to) if row.to else None
    return (first is None or first.first - around <= days.last) and (last is None or days.first <= last.last + around)
