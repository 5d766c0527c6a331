"""Whether two propositions are taken for one, by who takes part, by their days and by their words."""

from __future__ import annotations

from datetime import timedelta

from selon.folds.claiming.affairs import AFFAIR_DAYS, LEAST, is_here, is_one_blame, is_one_step, is_one_taking, is_soon, tell_alike
from selon.folds.claiming.held import EQUAL, SHORT_DAYS, VERBAL, Held, apart
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.words import alike

STANDING = frozenset([("FORCES", "weapons"), ("FORCES", "troops"), ("AID", "money"), ("AID", "food"), ("COOPERATE", ""), ("SANCTION", "")])
_LONG_DAYS, _ECHO_DAYS = 900, 3
_LEAST_ELSEWHERE = 3
_OF_ONE_KIND = frozenset(["SANCTION", "CONCEDE", "RETREAT"])
"""Types in which deeds of other modes, or without one, are of other kinds."""
_APART = frozenset(["message"])
"""Modes that are of a kind of their own."""
_DAY_CHARS = len("2024-01-31")


def joins(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two propositions are taken for one: by family, parties and time."""
    if is_one_step(one, other, parties):
        return is_soon(one, other)
    return is_one_blame(one, other, parties) or (near(one, other, parties) and _is_one_deed(one, other, parties))


def _is_one_deed(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two deeds of the same days are one, by who takes part and by what is told."""
    if _are_of_kinds(one, other):
        return False
    if one.family[0] in EQUAL:
        return _are_of_same(one, other, parties)
    if is_one_taking(one, other, parties):
        return True
    if one.about or other.about:
        return bool(parties.matched(one.about, other.about)) and _fits(one, other, parties)
    return bool(parties.matched(one.recipient, other.recipient)) and _same_words(one, other, parties)


def _are_of_kinds(one: Held, other: Held) -> bool:
    """Whether two deeds of one type are of two kinds: who writes has not met anybody, who apologizes has not resigned."""
    mine, its = one.sighting.mark.mode, other.sighting.mark.mode
    return mine != its and (one.family[0] in _OF_ONE_KIND or bool({mine, its} & _APART))


def _are_of_same(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two deeds that take two sides are of the same two; where both tell of one side alone, whether they say the same."""
    mine, its = (tuple(dict.fromkeys((*each.about, *each.recipient))) for each in (one, other))
    count = parties.matched(mine, its)
    return count > 1 or (count == len(mine) == len(its) and tell_alike(one, other, LEAST if is_here(one, other) else _LEAST_ELSEWHERE))


def _fits(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two deeds of one doer may be the same: by the one concerned, else by their words."""
    if one.family[0] == "ACCUSE":
        return alike(one.words, other.words) or _is_one_charge(one, other, parties)
    if one.recipient and other.recipient:
        lasts = one.family in STANDING or _is_lasting_support(one, other, parties)
        is_told = lasts or bool(one.done and other.done) or _same_words(one, other, parties)
        return is_told and parties.matched(one.recipient, other.recipient) > 0
    if one.recipient or other.recipient:
        is_one = is_one_act(one, other, parties) and bool(one.gist & other.gist)
        is_said_again = is_here(one, other) and (is_one or tell_alike(one, other))
        return is_said_again or (one.family in STANDING and (is_here(one, other) or is_one_act(one, other, parties)))
    return _same_words(one, other, parties)


def _is_one_charge(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two accusations of a deed tell of one thing: of one accuser by a word or two of their gist, of two accusers by half of it."""
    if any(each.sighting.mark.why.endswith(".attribute") for each in (one, other)):
        return False
    shared, least = len(one.gist & other.gist), min(len(one.gist), len(other.gist))
    if one.actor and other.actor and parties.party(one.actor) == parties.party(other.actor):
        is_close = is_here(one, other) or bool(one.days and other.days and apart(one.days, other.days) <= timedelta(days=_ECHO_DAYS))
        return shared > (0 if is_close else 1)
    return 2 * shared >= least and shared > 1


def is_one_act(one: Held, other: Held, parties: Parties) -> bool:
    """Whether one side said the two on one day."""
    same = one.date == other.date and one.sighting.mark.stance == other.sighting.mark.stance
    return same and len(one.date) == _DAY_CHARS and bool(one.actor) and parties.party(one.actor) == parties.party(other.actor)


def _same_words(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two are told in nearly the same words, or in one article in some of the words that tell the deed itself.

    Crowds in the street and forces sent out are told apart by their figures.
    """
    if one.family[0] in ("PROTEST", "MOBILIZE") and one.figures != other.figures:
        return False
    if not is_here(one, other):
        return alike(one.words, other.words)
    return bool(one.gist & other.gist)


def near(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two sightings may be of one deed by their days; of standing help, of one course of deeds.

    An article without a date is near only what lasts: help between powers, and their pacts.
    """
    mine, theirs = one.days, other.days
    if mine is None or theirs is None:
        is_pact = one.family[0] == "AGREE" and all(
            parties.is_power(actor) for each in (one, other) for actor in (*each.about, *each.recipient)
        )
        return is_pact or _lasts(one, other, parties) or is_here(one, other)
    if one.done and other.done and one.family not in STANDING:
        return mine.overlaps(theirs)
    if one.family[0] in EQUAL and (_is_ahead(one, other) or _is_ahead(other, one)):
        return True
    if _is_over(one, other) or _is_over(other, one):
        return False
    is_course = one.family[0] in VERBAL and all(parties.is_power(actor) for actor in (*one.about, *other.about))
    window = _LONG_DAYS if _lasts(one, other, parties) else AFFAIR_DAYS if is_course else SHORT_DAYS
    return apart(mine, theirs) <= timedelta(days=window)


def _is_ahead(plan: Held, other: Held) -> bool:
    """Whether one tells of a meeting to come on no known day, and the other of one planned in the same article, or soon after."""
    if plan.done or plan.sighting.mark.status != "planned" or not (plan.days and other.days):
        return False
    is_planned_too = is_here(plan, other) and other.sighting.mark.status == "planned"
    return is_planned_too or timedelta() <= other.days.first - plan.days.first <= timedelta(days=AFFAIR_DAYS)


def _is_over(done: Held, plan: Held) -> bool:
    """Whether a meeting had taken place when the other was still to come, as the article says that tells of it."""
    is_plan = plan.family[0] in EQUAL and plan.sighting.mark.status == "planned" and not plan.done
    is_done = bool(done.done) and done.sighting.mark.status == "actual"
    return bool(is_plan and is_done and done.days and plan.appeared) and done.days.last < plan.appeared.first  # type: ignore[union-attr]


def _lasts(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two are of something that goes on: help or sanctions in which a power takes part, or the support of one for another."""
    powers = (any(parties.is_power(actor) for actor in (*each.about, *each.recipient)) for each in (one, other))
    return (one.family in STANDING and all(powers)) or _is_lasting_support(one, other, parties)


def _is_lasting_support(one: Held, other: Held, parties: Parties) -> bool:
    """Whether both tell in one word that a power stands by another."""
    if one.family[0] != "SUPPORT" or not one.gist & other.gist:
        return False
    sides = [side for each in (one, other) for side in (each.about, each.recipient)]
    are_powers = all(side and all(parties.is_power(actor) for actor in side) for side in sides)
    return are_powers and all(not parties.of(each.about) & parties.of(each.recipient) for each in (one, other))


def may_be_one(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two accusations are of one side in the same days: their words then need be like those of one of a thread alone."""
    return near(one, other, parties) and bool(parties.matched(one.about, other.about))
