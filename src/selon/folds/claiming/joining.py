"""Whether two propositions are taken for one, by who takes part, by their days and by their words."""

from __future__ import annotations

from datetime import timedelta

from selon.folds.claiming.held import EQUAL, SHORT_DAYS, VERBAL, Held, apart
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.words import alike, copied, telling, words_of

STANDING = frozenset([("FORCES", "weapons"), ("FORCES", "troops"), ("AID", "money"), ("AID", "food"), ("COOPERATE", ""), ("SANCTION", "")])
_LONG_DAYS, _VERBAL_DAYS, _ECHO_DAYS = 900, 60, 3
_ONCE = frozenset(["resign"])
_TAKINGS = frozenset(["arrest", "convict", "expel", "release"])
_DAY_CHARS = len("2024-01-31")


def joins(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two propositions are taken for one: by family, parties and time."""
    if _is_one_step(one, other, parties):
        return _is_soon(one, other)
    if not near(one, other, parties):
        return False
    if one.family[0] in EQUAL:
        return parties.matched((*one.about, *one.recipient), (*other.about, *other.recipient)) > 1
    if _is_one_taking(one, other, parties):
        return True
    if one.about or other.about:
        return bool(parties.matched(one.about, other.about)) and _fits(one, other, parties)
    return bool(parties.matched(one.recipient, other.recipient)) and _same_words(one, other, parties)


def is_copy(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two articles tell a deed of the same sides in nearly the very same words, whatever their dates."""
    if is_here(one, other) or _are_other_days(one, other) or not copied(one.words, other.words):
        return False
    sides = [(one.about, other.about), (one.recipient, other.recipient)]
    return all(parties.matched(mine, theirs) for mine, theirs in sides if mine and theirs) and any(mine and theirs for mine, theirs in sides)


def _are_other_days(one: Held, other: Held) -> bool:
    """Whether the words of two tell other days of the deed."""
    return bool(one.done and other.done and one.days and other.days and not one.days.overlaps(other.days))


def _is_one_step(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two tell that one who is known by name gives up office: that is done once."""
    are_steps = all(each.sighting.mark.mode in _ONCE and len(each.about) == 1 for each in (one, other))
    return are_steps and one.about == other.about and one.about[0] in parties.named


def _is_soon(one: Held, other: Held) -> bool:
    """Whether two tellings of a step are of about the same days: of just those, if both tell the day."""
    if one.days is None or other.days is None:
        return is_here(one, other)
    return apart(one.days, other.days) <= timedelta(days=SHORT_DAYS if one.done and other.done else _VERBAL_DAYS)


def _is_one_taking(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two tell, in a word that both have, that one who is known by name is arrested, sentenced or let go."""
    is_alike = one.sighting.mark.mode == other.sighting.mark.mode and one.sighting.mark.mode in _TAKINGS
    taken = set(one.recipient) & set(other.recipient) & parties.named
    is_by_one = not (one.about and other.about) or bool(parties.matched(one.about, other.about))
    return is_alike and bool(taken) and is_by_one and bool(one.gist & other.gist)


def _fits(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two deeds of one doer may be the same: by the one concerned, else by their words."""
    if one.family[0] == "ACCUSE":
        return alike(one.words, other.words) or _is_one_charge(one, other, parties)
    if one.recipient and other.recipient:
        is_told = one.family in STANDING or bool(one.done and other.done) or _same_words(one, other, parties)
        return is_told and parties.matched(one.recipient, other.recipient) > 0
    if one.recipient or other.recipient:
        is_said_again = is_here(one, other) and is_one_act(one, other, parties) and bool(one.gist & other.gist)
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


def is_here(one: Held, other: Held) -> bool:
    return one.sighting.evidence.doc == other.sighting.evidence.doc


def _same_words(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two are told in nearly the same words, or in one article in some that tell more than who takes part.

    Crowds in the street and forces sent out are told apart by their figures.
    """
    if one.family[0] in ("PROTEST", "MOBILIZE") and one.figures != other.figures:
        return False
    if not is_here(one, other):
        return alike(one.words, other.words)
    names = frozenset(word for each in (one, other) for actor in (*each.about, *each.recipient) for word in words_of(parties.name(actor)))
    return bool(telling(one.words, names) & telling(other.words, names))


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
    is_course = one.family[0] in VERBAL and all(parties.is_power(actor) for actor in (*one.about, *other.about))
    window = _LONG_DAYS if _lasts(one, other, parties) else _VERBAL_DAYS if is_course else SHORT_DAYS
    return apart(mine, theirs) <= timedelta(days=window)


def _is_ahead(plan: Held, other: Held) -> bool:
    """Whether one tells of a meeting to come on no known day, and the other of one planned in the same article, or soon after."""
    if plan.done or plan.sighting.mark.status != "planned" or not (plan.days and other.days):
        return False
    is_planned_too = is_here(plan, other) and other.sighting.mark.status == "planned"
    return is_planned_too or timedelta() <= other.days.first - plan.days.first <= timedelta(days=_VERBAL_DAYS)


def _lasts(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two are of something that goes on: help or sanctions in which a power takes part."""
    powers = (any(parties.is_power(actor) for actor in (*each.about, *each.recipient)) for each in (one, other))
    return one.family in STANDING and all(powers)


def may_be_one(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two accusations are of one side in the same days: their words then need be like those of one of a thread alone."""
    return near(one, other, parties) and bool(parties.matched(one.about, other.about))


def repeats(one: Held, other: Held) -> bool:
    """Whether two stances of one article are on the very same words: what is alleged there, and denied."""
    mine, its = one.sighting, other.sighting
    same = (mine.mark.type, mine.mark.object, mine.mark.actor, mine.mark.recipient)
    is_here = mine.evidence.doc == its.evidence.doc and bool(mine.mark.actor or mine.mark.recipient)
    return is_here and same == (its.mark.type, its.mark.object, its.mark.actor, its.mark.recipient) and not mine.mark.answers
