"""Joining propositions to threads: rather split than merged wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from selon.core.days import Days
from selon.folds.claiming.affairs import is_copy, repeats
from selon.folds.claiming.answers import answer
from selon.folds.claiming.held import EQUAL, Held, Thread
from selon.folds.claiming.joining import STANDING, is_one_act, joins, may_be_one
from selon.folds.claiming.parties import Parties

_MONTHS, _NEAR_MONTHS = 12, 2
_UNTIMED = frozenset(["AGREE", "SUPPORT"])
"""Types of which some last: pacts, and the support of one power for another."""


def threads(found: Sequence[Held], parties: Parties) -> list[Thread]:
    """Join sightings, earliest first, each to the last thread that it fits, the likest first; an answer joins what it answers."""
    made: list[Thread] = []
    index: dict[tuple[object, ...], list[int]] = defaultdict(list)
    ordered = sorted(found, key=_order)
    for each in ordered:
        if each.sighting.mark.answers or not _has_sides(each, parties):
            continue
        keys, months = _keys(each, parties), _months(each)
        near = {number for key in keys for month in months for number in index[*key, month]}
        ranked = sorted(near, key=lambda number: (made[number].likeness(each), number), reverse=True)
        fits = next((number for number in ranked if _belongs(each, made[number], parties)), None)
        if fits is None:
            fits = len(made)
            made.append(Thread())
        made[fits].add([each], "same" if made[fits].held else "first")
        for key in keys:
            for month in _own_months(each):
                if fits not in index[*key, month][-1:]:
                    index[*key, month].append(fits)
    answer([each for each in ordered if each.sighting.mark.answers], made, parties)
    return _reunited(made, parties)


def _belongs(each: Held, thread: Thread, parties: Parties) -> bool:
    """Whether a sighting is of a thread.

    It repeats or copies a proposition of it, is one act of speech with one, or may be one with all of them.
    """
    if any(repeats(other, each) or is_copy(other, each, parties) for other in thread.held):
        return True
    if any(is_one_act(other, each, parties) and joins(other, each, parties) for other in thread.held):
        return True
    if each.family[0] == "ACCUSE" and all(may_be_one(other, each, parties) for other in thread.held):
        return any(joins(other, each, parties) for other in thread.held)
    return all(joins(other, each, parties) for other in thread.held)


def _keys(each: Held, parties: Parties) -> set[tuple[object, ...]]:
    """Return what a thread must have in common with a sighting to be looked at: its family, and one of its actors or their side."""
    actors = (*each.about, *each.recipient) if each.family[0] in EQUAL or not each.about else each.about
    return {(each.family, name) for actor in actors for name in (actor, parties.party(actor))}


def _reunited(made: list[Thread], parties: Parties) -> list[Thread]:
    """Let what a side confirms of itself join what it had denied of the same family, if just one thread is such."""
    kept: list[Thread] = []
    by_family: dict[tuple[str, str], list[Thread]] = defaultdict(list)
    for thread in made:
        if any(each.sighting.mark.stance == "deny" for each in thread.held):
            by_family[thread.held[0].family].append(thread)
    for thread in made:
        first = next((each for each in thread.held if each.sighting.mark.stance == "confirm" and each.actor), thread.held[0])
        party = parties.party(first.actor) if first.actor else ""
        is_own = first.sighting.mark.stance == "confirm" and party in parties.of(first.about)
        denied = [other for other in by_family[first.family] if is_own and other is not thread and _denies(other, first, party, parties)]
        if len(denied) == 1:
            denied[0].add(thread.held, "own-denial")
        else:
            kept.append(thread)
    return kept


def _denies(thread: Thread, first: Held, party: str, parties: Parties) -> bool:
    of_family = any(each.family == first.family and party in parties.of(each.about) for each in thread.held)
    return of_family and any(each.sighting.mark.stance == "deny" and parties.party(each.actor) == party for each in thread.held)


def _own_months(each: Held) -> frozenset[int]:
    """Return the months of a sighting and of its article, of a year at most, counted from year 0.

    One for all where claims last long or have no date.
    """
    if each.days is None or each.family in STANDING or each.family[0] in _UNTIMED:
        return frozenset([0])
    return frozenset(month for days in (each.days, each.appeared) if days for month in _months_of(days))


def _months_of(days: Days) -> range:
    first, last = (day.year * 12 + day.month for day in (days.first, days.last))
    return range(first, min(last, first + _MONTHS - 1) + 1)


def _months(each: Held) -> frozenset[int]:
    """Return the months of a sighting and those near them."""
    own = _own_months(each)
    near = range(-_NEAR_MONTHS, _NEAR_MONTHS + 1)
    return own if own == {0} else frozenset(month + step for month in own for step in near)


def _has_sides(each: Held, parties: Parties) -> bool:
    """Whether the parties of a proposition are known, and not one alone on both sides; a meeting takes two."""
    taking_part = {*each.about, *each.recipient}
    if each.about and set(each.about) == set(each.recipient):
        return False
    return parties.are_two(tuple(taking_part)) if each.family[0] == "CONSULT" else bool(taking_part)


def _order(each: Held) -> tuple[object, ...]:
    return each.sighting.first or "9", each.sighting.evidence, each.sighting.mark.stance, each.family, each.about, each.recipient
