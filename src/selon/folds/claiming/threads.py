"""Joining propositions to threads: rather split than merged wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from selon.folds.claiming.answers import answer
from selon.folds.claiming.held import EQUAL, SHORT_DAYS, VERBAL, Held, Thread, apart
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.words import alike, telling, words_of

_STANDING = frozenset([("FORCES", "weapons"), ("FORCES", "troops"), ("AID", "money"), ("AID", "food"), ("COOPERATE", ""), ("SANCTION", "")])
_LONG_DAYS, _VERBAL_DAYS, _ECHO_DAYS = 900, 60, 3
_MONTHS, _NEAR_MONTHS = 12, 2
_DAY_CHARS = len("2024-01-31")


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
    """Whether a sighting is of a thread: it repeats a proposition of it, is one act of speech with one, or may be one with all of them."""
    if any(_repeats(other, each) or (_is_one_act(other, each, parties) and _joins(other, each, parties)) for other in thread.held):
        return True
    if each.family[0] == "ACCUSE" and all(_may_be_one(other, each, parties) for other in thread.held):
        return any(_joins(other, each, parties) for other in thread.held)
    return all(_joins(other, each, parties) for other in thread.held)


def _may_be_one(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two accusations are of one side in the same days: their words then need be like those of one of a thread alone."""
    return _near(one, other, parties) and bool(parties.matched(one.about, other.about))


def _repeats(one: Held, other: Held) -> bool:
    """Whether two stances of one article are on the very same words: what is alleged there, and denied."""
    mine, its = one.sighting, other.sighting
    same = (mine.mark.type, mine.mark.object, mine.mark.actor, mine.mark.recipient)
    is_here = mine.evidence.doc == its.evidence.doc and bool(mine.mark.actor or mine.mark.recipient)
    return is_here and same == (its.mark.type, its.mark.object, its.mark.actor, its.mark.recipient) and not mine.mark.answers


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


def _own_months(each: Held) -> Sequence[int]:
    """Return the months of a sighting, of a year at most, counted from year 0; one for all where claims last long or have no date."""
    if each.days is None or each.family in _STANDING or each.family[0] == "AGREE":
        return (0,)
    first, last = (day.year * 12 + day.month for day in (each.days.first, each.days.last))
    return range(first, min(last, first + _MONTHS - 1) + 1)


def _months(each: Held) -> Sequence[int]:
    """Return the months of a sighting and those near them."""
    own = _own_months(each)
    return own if own == (0,) else range(own[0] - _NEAR_MONTHS, own[-1] + _NEAR_MONTHS + 1)


def _has_sides(each: Held, parties: Parties) -> bool:
    """Whether the parties of a proposition are known, and not one alone on both sides; a meeting takes two."""
    taking_part = {*each.about, *each.recipient}
    if each.about and set(each.about) == set(each.recipient):
        return False
    return parties.are_two(tuple(taking_part)) if each.family[0] == "CONSULT" else bool(taking_part)


def _order(each: Held) -> tuple[object, ...]:
    return each.sighting.first or "9", each.sighting.evidence, each.sighting.mark.stance, each.family, each.about, each.recipient


def _joins(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two propositions are taken for one: by family, parties and time."""
    if not _near(one, other, parties):
        return False
    if one.family[0] in EQUAL:
        return parties.matched((*one.about, *one.recipient), (*other.about, *other.recipient)) > 1
    if one.about or other.about:
        return bool(parties.matched(one.about, other.about)) and _fits(one, other, parties)
    return bool(parties.matched(one.recipient, other.recipient)) and _same_words(one, other, parties)


def _fits(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two deeds of one doer may be the same: by the one concerned, else by their words."""
    if one.family[0] == "ACCUSE":
        return alike(one.words, other.words) or _is_one_charge(one, other, parties)
    if one.recipient and other.recipient:
        is_told = one.family in _STANDING or bool(one.done and other.done) or _same_words(one, other, parties)
        return is_told and parties.matched(one.recipient, other.recipient) > 0
    if one.recipient or other.recipient:
        is_said_again = _is_here(one, other) and _is_one_act(one, other, parties) and bool(one.gist & other.gist)
        return is_said_again or (one.family in _STANDING and (_is_here(one, other) or _is_one_act(one, other, parties)))
    return _same_words(one, other, parties)


def _is_one_charge(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two accusations of a deed tell of one thing: of one accuser by a word or two of their gist, of two accusers by half of it."""
    if any(each.sighting.mark.why.endswith(".attribute") for each in (one, other)):
        return False
    shared, least = len(one.gist & other.gist), min(len(one.gist), len(other.gist))
    if one.actor and other.actor and parties.party(one.actor) == parties.party(other.actor):
        is_close = _is_here(one, other) or bool(one.days and other.days and apart(one.days, other.days) <= timedelta(days=_ECHO_DAYS))
        return shared > (0 if is_close else 1)
    return 2 * shared >= least and shared > 1


def _is_one_act(one: Held, other: Held, parties: Parties) -> bool:
    """Whether one side said the two on one day."""
    same = one.date == other.date and one.sighting.mark.stance == other.sighting.mark.stance
    return same and len(one.date) == _DAY_CHARS and bool(one.actor) and parties.party(one.actor) == parties.party(other.actor)


def _is_here(one: Held, other: Held) -> bool:
    return one.sighting.evidence.doc == other.sighting.evidence.doc


def _same_words(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two are told in nearly the same words, or in one article in some that tell more than who takes part.

    Crowds in the street and forces sent out are told apart by their figures.
    """
    if one.family[0] in ("PROTEST", "MOBILIZE") and one.figures != other.figures:
        return False
    if not _is_here(one, other):
        return alike(one.words, other.words)
    names = frozenset(word for each in (one, other) for actor in (*each.about, *each.recipient) for word in words_of(parties.name(actor)))
    return bool(telling(one.words, names) & telling(other.words, names))


def _near(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two sightings may be of one deed by their days; of standing help, of one course of deeds.

    An article without a date is near only what lasts: help between powers, and their pacts.
    """
    mine, theirs = one.days, other.days
    if mine is None or theirs is None:
        is_pact = one.family[0] == "AGREE" and all(
            parties.is_power(actor) for each in (one, other) for actor in (*each.about, *each.recipient)
        )
        return is_pact or _lasts(one, other, parties) or _is_here(one, other)
    if one.done and other.done and one.family not in _STANDING:
        return mine.overlaps(theirs)
    if one.family[0] in EQUAL and (_is_ahead(one, other) or _is_ahead(other, one)):
        return True
    is_course = one.family[0] in VERBAL and all(parties.is_power(actor) for actor in (*one.about, *other.about))
    window = _LONG_DAYS if _lasts(one, other, parties) else _VERBAL_DAYS if is_course else SHORT_DAYS
    return apart(mine, theirs) <= timedelta(days=window)


def _is_ahead(plan: Held, other: Held) -> bool:
    """Whether one tells of a meeting to come on no known day, and the other of one planned in the same article, or soon after."""
    if plan.done or plan.sighting.mark.status != "planned" or not (plan.days and other.days):
        return False
    is_planned_too = _is_here(plan, other) and other.sighting.mark.status == "planned"
    return is_planned_too or timedelta() <= other.days.first - plan.days.first <= timedelta(days=_VERBAL_DAYS)


def _lasts(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two are of something that goes on: help or sanctions in which a power takes part."""
    powers = (any(parties.is_power(actor) for actor in (*each.about, *each.recipient)) for each in (one, other))
    return one.family in _STANDING and all(powers)
