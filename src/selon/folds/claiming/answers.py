"""What a denial or a confirmation without content of its own answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from selon.core.text import DocId
from selon.folds.claiming.held import SHORT_DAYS, Held, Thread, apart
from selon.folds.claiming.parties import Parties

_LEAST_WORDS = 2
_FAR_CHARS, _NEAR_CHARS, _SENTENCE_CHARS = 2500, 800, 20
_ALLEGES = frozenset(["allege", "suspect"])
_BLAMEWORTHY = frozenset(["ASSAULT", "AID", "FORCES", "MOBILIZE"])
"""Types of what is merely asserted that somebody may deny to have done; who is arrested or sentenced denies something else."""
_POINTING = (".wide", ".quote", ".incise")
"""How a denial is read that denies all of what was said, in words that point at it or in the denier's own."""

Alleged = tuple[Held, Thread]


def answer(answers: Iterable[Held], made: Sequence[Thread], parties: Parties) -> None:
    """Let each answer join what was alleged of its side.

    In its article that is what stands nearest before it, else what follows. Where its article has nothing, it is the only claim of those
    days that alleges of its side a deed with the very thing that the answer names.
    """
    alleged: dict[DocId, list[Alleged]] = defaultdict(list)
    of_thing: dict[tuple[str, str], list[Alleged]] = defaultdict(list)
    for thread in made:
        for each in filter(_is_alleged, thread.held):
            alleged[each.sighting.evidence.doc].append((each, thread))
            for party in parties.of(each.about) if each.family[0] in _BLAMEWORTHY else ():
                of_thing[party, each.sighting.mark.object].append((each, thread))
    for one in answers:
        here = alleged[one.sighting.evidence.doc]
        ranked = [(rank, at) for at, (each, _) in enumerate(here) if (rank := _rank(one, each, _is_lone(one, here, parties), parties))]
        thing = one.sighting.mark.object
        if ranked:
            here[min(ranked)[1]][1].add([one], "answer")
        elif thing and (only := _only(one, of_thing[parties.party(one.actor), thing])):
            only.add([one], "elsewhere")


def _rank(one: Held, each: Held, is_lone: bool, parties: Parties) -> tuple[int, int] | None:
    """Return how well an answer fits an allegation, and how far away that is; ``None`` if it does not fit.

    0 of the side that answers, before it or in its sentence; 1 of that side, soon after; 2 a denial of what is alleged of somebody
    whom the words do not tell, or of the only one of whom the article alleges anything.
    """
    mine, its = one.sighting.evidence.span, each.sighting.evidence.span
    follows, gap = its.start > mine.start, max(0, mine.start - its.end, its.start - mine.end)
    party, mark, is_denial = parties.party(one.actor), each.sighting.mark, one.sighting.mark.stance == "deny"
    if parties.party(each.actor) == party or not _is_of_thing(one, each):
        return None
    blamed = each.about if mark.stance == "assert" else (*each.about, *each.recipient)
    if party in parties.of(blamed):
        is_beside = gap <= (_FAR_CHARS if not follows else _SENTENCE_CHARS)
        return (0, gap) if is_beside else (1, gap) if is_denial and gap <= _NEAR_CHARS else None
    is_open = mark.stance in _ALLEGES and (not each.about or is_lone) and is_denial and one.sighting.mark.why.endswith(_POINTING)
    return (2, gap) if is_open and not follows and gap <= _NEAR_CHARS else None


def _is_lone(one: Held, here: Sequence[Alleged], parties: Parties) -> bool:
    """Whether an article blames just one, and either that one or who answers has no name: they may be the same."""
    blamed = {each.about for each, _ in here if each.about and each.sighting.mark.stance in _ALLEGES}
    if len(blamed) != 1 or len(only := next(iter(blamed))) != 1:
        return False
    return parties.are_one_kind(one.actor, only[0]) and len({one.actor, only[0]} & parties.named) < 2


def _is_of_thing(one: Held, each: Held) -> bool:
    """Whether an allegation is of the thing that an answer names, if both name any; what somebody is accused of is named too variously.

    Who confirms names the very thing, or nothing at all.
    """
    mine, its = one.sighting.mark.object, each.sighting.mark.object
    if one.sighting.mark.stance == "confirm":
        return not mine or mine == its
    return not mine or not its or mine == its or each.family[0] == "ACCUSE"


def _only(one: Held, there: Iterable[Alleged]) -> Thread | None:
    """Return the only thread with an allegation of the days of an answer."""
    near = {id(thread): thread for each, thread in there if _are_near(each, one)}
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
    is_of_deed = each.family[0] in _BLAMEWORTHY or (each.family[0] == "ACCUSE" and each.sighting.mark.status == "alleged")
    return (stance in _ALLEGES and not is_insult) or (stance == "assert" and is_of_deed)
