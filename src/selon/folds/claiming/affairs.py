"""What is taken for one deed whatever words or days two articles have for it: one step, one affair, one arrest, a copied sentence."""

from __future__ import annotations

from datetime import timedelta

from selon.folds.claiming.held import SHORT_DAYS, Held, apart
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.words import copied

AFFAIR_DAYS = 60
"""So many days apart, two articles may be of one affair."""
LEAST = 2
"""So many words of their gists have two tellings of one thing in common."""
_BLAMED = frozenset(["ASSAULT", "ACCUSE"])
_STANCES_OF_BLAME = frozenset(["allege", "suspect", "confirm", "deny"])
_ONCE = frozenset(["resign"])
_TAKINGS = frozenset(["arrest", "convict", "expel", "release"])


def is_one_step(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two tell that one who is known by name gives up office: that is done once."""
    are_steps = all(each.sighting.mark.mode in _ONCE and len(each.about) == 1 for each in (one, other))
    return are_steps and one.about == other.about and one.about[0] in parties.named


def is_soon(one: Held, other: Held) -> bool:
    """Whether two tellings of a step are of about the same days: of just those, if both tell the day."""
    if one.days is None or other.days is None:
        return is_here(one, other)
    return apart(one.days, other.days) <= timedelta(days=SHORT_DAYS if one.done and other.done else AFFAIR_DAYS)


def is_one_blame(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two articles of two months blame one for a deed in like words; one of those they share is known by name."""
    if one.family[0] not in _BLAMED or not (_blames(one) and _blames(other)) or _are_other_days(one, other) or not _appear_soon(one, other):
        return False
    doers, victims = set(one.about) & set(other.about), set(one.recipient) & set(other.recipient)
    if not (doers | victims) & parties.named or (one.about and other.about and not doers):
        return False
    if not victims and set(one.recipient) & parties.named and set(other.recipient) & parties.named:
        return False
    is_of_two = bool(one.actor and other.actor) and parties.party(one.actor) != parties.party(other.actor)
    return tell_alike(one, other, LEAST if is_of_two or one.family[0] == "ACCUSE" else 1)


def _blames(each: Held) -> bool:
    mark = each.sighting.mark
    return mark.stance in _STANCES_OF_BLAME and not mark.why.endswith(".attribute")


def _appear_soon(one: Held, other: Held) -> bool:
    """Whether two are of one article, or of two that appeared within two months."""
    mine, its = one.appeared, other.appeared
    return is_here(one, other) or bool(mine and its and apart(mine, its) <= timedelta(days=AFFAIR_DAYS))


def is_one_taking(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two tell, in a word that both have, that one who is known by name is arrested, sentenced or let go."""
    is_alike = one.sighting.mark.mode == other.sighting.mark.mode and one.sighting.mark.mode in _TAKINGS
    taken = set(one.recipient) & set(other.recipient) & parties.named
    is_by_one = not (one.about and other.about) or bool(parties.matched(one.about, other.about))
    return is_alike and bool(taken) and is_by_one and bool(one.gist & other.gist)


def is_copy(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two articles tell a deed of the same sides in nearly the very same words, whatever their dates."""
    if is_here(one, other) or _are_other_days(one, other) or not copied(one.words, other.words):
        return False
    both = [(mine, its) for mine, its in ((one.about, other.about), (one.recipient, other.recipient)) if mine and its]
    return bool(both) and all(parties.matched(mine, its) for mine, its in both)


def _are_other_days(one: Held, other: Held) -> bool:
    """Whether the words of two tell other days of the deed."""
    return bool(one.done and other.done and one.days and other.days and not one.days.overlaps(other.days))


def repeats(one: Held, other: Held) -> bool:
    """Whether two stances of one article are on the very same words: what is alleged there, and denied."""
    mine, its = one.sighting, other.sighting
    same = (mine.mark.type, mine.mark.object, mine.mark.actor, mine.mark.recipient)
    is_told = is_here(one, other) and bool(mine.mark.actor or mine.mark.recipient) and not mine.mark.answers
    tells_other = bool(one.gist and other.gist) and not one.gist & other.gist
    return is_told and same == (its.mark.type, its.mark.object, its.mark.actor, its.mark.recipient) and not tells_other


def tell_alike(one: Held, other: Held, least: int = LEAST) -> bool:
    """Whether two share so many words of their gists, and half of the shorter one."""
    shared = len(one.gist & other.gist)
    return shared >= least and 2 * shared >= min(len(one.gist), len(other.gist))


def is_here(one: Held, other: Held) -> bool:
    return one.sighting.evidence.doc == other.sighting.evidence.doc
