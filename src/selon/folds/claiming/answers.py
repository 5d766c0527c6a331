"""What a denial or a confirmation without content of its own answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from selon.core.text import DocId
from selon.folds.claiming.held import SHORT_DAYS, Held, Thread, apart
from selon.folds.claiming.lone import ALLEGES, Alleged, is_lone, known
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.words import telling, words_of

_LEAST_WORDS, _LONG_CHARS = 2, 5
_FAR_CHARS, _NEAR_CHARS, _SENTENCE_CHARS, _LEAD_CHARS = 2500, 800, 20, 400
_BLAMEWORTHY = frozenset(["ASSAULT", "AID", "FORCES", "MOBILIZE"])
"""Types of what is merely asserted that somebody may deny to have done; who is arrested or sentenced denies something else."""
_UNDONE = ("negated", "denied")
_OF_THING = (".np", ".passive")
"""How an answer is read that names the thing itself."""
_WIDE, _INCISE = ".wide", ".incise"
_POINTING = (_WIDE, ".quote", _INCISE)
"""How a denial is read that denies all of what was said, in words that point at it or in the denier's own."""

Rank = tuple[int, int, int]


def answer(answers: Iterable[Held], made: Sequence[Thread], parties: Parties) -> None:
    """Let each answer join what was alleged of its side.

    In its article that is what stands nearest before it, else what follows. Where its article has nothing, it is the only claim of those
    days that alleges of its side, a power, a deed with the very thing that the answer names.
    """
    alleged: dict[DocId, list[Alleged]] = defaultdict(list)
    of_thing: dict[tuple[str, str], list[Alleged]] = defaultdict(list)
    for thread in made:
        for each in filter(_is_alleged, thread.held):
            alleged[each.sighting.evidence.doc].append((each, thread))
            for party in parties.of(each.about) if each.family[0] in _BLAMEWORTHY else ():
                of_thing[party, each.sighting.mark.object].append((each, thread))
    for one in filter(lambda each: each.actor, answers):
        here = alleged[one.sighting.evidence.doc]
        lone, thing = is_lone(one, here, parties), one.sighting.mark.object
        ranked = [(rank, at) for at, (each, _) in enumerate(here) if (rank := _rank(one, each, lone, parties))]
        if ranked:
            best, at = min(ranked)
            each, thread = here[at]
            thread.add([known(one, each, parties) if best[0] else one], "answer")
        elif thing and parties.is_power(one.actor) and (only := _only(one, of_thing[parties.party(one.actor), thing], parties)):
            only.add([one], "elsewhere")


def _rank(one: Held, each: Held, lone: bool, parties: Parties) -> Rank | None:
    """Return how well an answer fits an allegation, how many words both have, and how far away that is; ``None`` if it does not fit.

    0 of the side that answers, before it; 1 of the very one who answers, right behind it or behind a denial that opens the article;
    2 a denial of what is alleged of somebody whom the words do not tell, or a denial or an admission of the only one of whom the article
    alleges anything.
    """
    mine, its = one.sighting.evidence.span, each.sighting.evidence.span
    party, gap = parties.party(one.actor), max(0, mine.start - its.end, its.start - mine.end)
    is_own = parties.party(each.actor) == party and (each.actor == one.actor or one.actor not in each.about)
    if is_own or not _is_of_thing(one, each, parties) or its.contains(mine):
        return None
    if its.start > mine.start:
        return (1, 0, gap) if _opens(one, each, gap, lone) else None
    blamed = _blamed(each)
    if party in parties.of(blamed) and not parties.are_two_people(one.actor, blamed):
        return (0, -_shared(one, each, parties), gap) if gap <= _FAR_CHARS else None
    return (2, -_shared(one, each, parties), gap) if _may_be(one, each, gap, lone) else None


def _blamed(each: Held) -> tuple[str, ...]:
    """Return who may answer an allegation: the doers, and those concerned where they are no victims."""
    is_of_doers = each.sighting.mark.stance == "assert" or each.family[0] == "ASSAULT"
    return each.about if is_of_doers else (*each.about, *each.recipient)


def _opens(one: Held, each: Held, gap: int, lone: bool) -> bool:
    """Whether an allegation stands right behind an answer, or soon behind a denial that opens the article, and is of who answers."""
    mark = one.sighting.mark
    is_lead = mark.stance == "deny" and one.sighting.evidence.span.start < _LEAD_CHARS
    is_same = one.actor in _blamed(each) or (lone and is_lead and mark.why.endswith(_WIDE))
    return is_same and gap <= (_NEAR_CHARS if is_lead else _SENTENCE_CHARS)


def _may_be(one: Held, each: Held, gap: int, lone: bool) -> bool:
    """Whether who answers may be the one blamed: nobody else is, or the words do not tell who."""
    why, is_denial = one.sighting.mark.why, one.sighting.mark.stance == "deny"
    is_open = why.endswith(_POINTING) if is_denial else lone and why.endswith(_WIDE)
    reach = _FAR_CHARS if lone and not why.endswith(_INCISE) else _NEAR_CHARS
    return each.sighting.mark.stance in ALLEGES and is_open and (lone or not each.about) and gap <= reach


def _shared(one: Held, each: Held, parties: Parties) -> int:
    """Count the longer words that an answer and an allegation have in common beside the names of who answers and who is blamed."""
    names = frozenset(word for actor in (one.actor, *each.about) for word in words_of(parties.name(actor)))
    return sum(len(word) >= _LONG_CHARS for word in telling(one.words, names) & telling(each.words, names))


def _is_of_thing(one: Held, each: Held, parties: Parties) -> bool:
    """Whether an allegation is of the thing that an answer names, if both name any; what somebody is accused of is named too variously.

    Who confirms names the very thing, or some of its words, or nothing at all.
    """
    mine, its = one.sighting.mark.object, each.sighting.mark.object
    if one.sighting.mark.stance == "confirm":
        return mine == its if mine else one.sighting.mark.why.endswith(_WIDE) or bool(_shared(one, each, parties))
    is_named = bool(mine) and one.sighting.mark.why.endswith(_OF_THING)
    is_told = mine == its or bool(_shared(one, each, parties))
    return is_told if is_named else not mine or not its or mine == its or each.family[0] == "ACCUSE"


def _only(one: Held, there: Iterable[Alleged], parties: Parties) -> Thread | None:
    """Return the only thread with an allegation of the days of an answer, of who answers or the state they speak for."""
    near = {id(thread): thread for each, thread in there if _are_near(each, one) and parties.matched((one.actor,), each.about)}
    return next(iter(near.values())) if len(near) == 1 else None


def _are_near(one: Held, other: Held) -> bool:
    return bool(one.days and other.days) and apart(one.days, other.days) <= timedelta(days=SHORT_DAYS)  # type: ignore[arg-type]


def _is_alleged(each: Held) -> bool:
    """Whether a sighting is something to answer: an accusation of a deed (not what somebody is called), or what is asserted of one.

    A mere word ("l'accusé") tells of none.
    """
    if len(each.words) < _LEAST_WORDS:
        return False
    stance, is_insult = each.sighting.mark.stance, each.sighting.mark.why.endswith(".attribute")
    status = each.sighting.mark.status
    is_of_deed = (each.family[0] in _BLAMEWORTHY and status not in _UNDONE) or (each.family[0] == "ACCUSE" and status == "alleged")
    return (stance in ALLEGES and not is_insult) or (stance == "assert" and is_of_deed)
