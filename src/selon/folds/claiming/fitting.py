"""How well an answer fits what was alleged, asserted or told in its article."""

from __future__ import annotations

from selon.folds.claiming.held import EQUAL, Held
from selon.folds.claiming.lone import ALLEGES
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.words import telling, words_of

BLAMEWORTHY = frozenset(["ASSAULT", "AID", "FORCES", "MOBILIZE"])
"""Types of what is merely asserted that somebody may deny to have done; who is arrested or sentenced denies something else."""
_HARMLESS = frozenset(["SUPPORT", "PROTEST"])
"""Types of what is asserted that nobody answers."""
_LEAST_WORDS, _LEAST_SHARED, _LONG_CHARS = 2, 2, 5
_FAR_CHARS, _NEAR_CHARS, _BESIDE_CHARS, _LEAD_CHARS, _SENTENCE_CHARS = 2500, 800, 450, 400, 20
_NOT_DONE = ("negated", "denied")
_OF_THING = (".np", ".passive")
"""How an answer is read that names the thing itself."""
_WIDE, _INCISE, _UNDONE, _TOPIC = ".wide", ".incise", ".undone", ".topic"
_POINTING = (_WIDE, ".quote", _INCISE)
"""How a denial is read that denies all of what was said, in words that point at it or in the denier's own."""
_NAMING = (_WIDE, ".back", ".open", ".antecedent", ".attribute", *_OF_THING)
"""How an answer is read that names what it answers, or points at it: all others are in words of their own."""
_OF_WHAT_WAS_SAID = (*_POINTING, ".bare", _UNDONE)
_CLAUSES = (".que", ".inf", _INCISE)
_TOLD = frozenset(["assert", "confirm", "narrate"])
_ANSWERS_ASSERTIONS = frozenset(["deny", "deflect"])

Rank = tuple[int, int, int]


def fits(one: Held, each: Held, lone: bool, parties: Parties) -> Rank | None:
    """Return how well an answer fits, how many words both have, and how far away that is; ``None`` if it does not fit.

    0 of the side that answers, before it; 1 of the very one who answers, right behind it or behind a denial that opens the article, or
    confirmed in the same words; 2 a denial of what is alleged of somebody whom the words do not tell, or a denial or an admission of the
    only one of whom the article alleges anything.

    lone: whether who answers may be the only one whom the article blames
    """
    mine, its = one.sighting.evidence.span, each.sighting.evidence.span
    follows, gap = its.start > mine.start, max(0, mine.start - its.end, its.start - mine.end)
    if is_by_words(one, each):
        is_near = gap <= _NEAR_CHARS and not its.overlaps(mine) and not _is_own(one, each, parties)
        return (1, 0, gap) if is_near and _is_confirmed(one, each, follows=follows) else None
    if its.contains(mine) or _is_own(one, each, parties) or not _is_of_thing(one, each, parties):
        return None
    if one.sighting.mark.stance == "deflect" and (follows or mine.overlaps(its) or gap > _BESIDE_CHARS):
        return None
    if not is_alleged(each):
        return (0, 0, gap) if not follows and gap <= _NEAR_CHARS and _is_taken_up(one, each, parties) else None
    if follows:
        return (1, 0, gap) if _opens(one, each, gap, lone) else None
    return _rank_of_blame(one, each, gap, lone, parties)


def _rank_of_blame(one: Held, each: Held, gap: int, lone: bool, parties: Parties) -> Rank | None:
    shared, blamed = _shared(one, each, parties), _blamed(each)
    if parties.party(one.actor) in parties.of(blamed) and not parties.are_two_people(one.actor, blamed):
        is_of_its_own = not one.sighting.mark.why.endswith(_NAMING) and not shared and not one.gist & each.gist
        return (0, -shared, gap) if gap <= (_NEAR_CHARS if is_of_its_own else _FAR_CHARS) else None
    return (2, -shared, gap) if _may_be(one, each, gap, lone) else None


def _is_own(one: Held, each: Held, parties: Parties) -> bool:
    """Whether it was who answers that said it, or the same side, of somebody else."""
    is_of_side = parties.party(each.actor) == parties.party(one.actor)
    return is_of_side and (each.actor == one.actor or one.actor not in each.about)


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


def _is_of_thing(one: Held, each: Held, parties: Parties) -> bool:
    """Whether an allegation is of the thing that an answer names, if both name any; what somebody is accused of is named too variously.

    Who confirms names the very thing, or some of its words, or nothing at all.
    """
    mine, its, why = one.sighting.mark.object, each.sighting.mark.object, one.sighting.mark.why
    is_of_words = is_undone(one) or one.sighting.mark.why.endswith(_TOPIC)
    if is_of_words and not one.gist & each.gist:
        return False
    is_told = bool(one.gist & each.gist) or bool(_shared(one, each, parties))
    if one.sighting.mark.stance == "confirm":
        return mine == its if mine else why.endswith(_WIDE) or is_told
    if mine and why.endswith(_OF_THING):
        return mine == its or is_told
    if not mine or not its or mine == its or _takes_up(one):
        return True
    return each.family[0] == "ACCUSE" and not (one.gist and each.gist and not one.gist & each.gist and len(one.gist) < _LEAST_WORDS)


def _shared(one: Held, each: Held, parties: Parties) -> int:
    """Count the longer words that an answer and an allegation have in common beside the names of who answers and who is blamed."""
    names = frozenset(word for actor in (one.actor, *each.about) for word in words_of(parties.name(actor)))
    return sum(len(word) >= _LONG_CHARS for word in telling(one.words, names) & telling(each.words, names))


def is_clause(one: Held) -> bool:
    """Whether a confirmation is of a clause that tells no deed known as one: it is of what was told in the same words."""
    return one.sighting.mark.stance == "confirm" and one.sighting.mark.why.endswith(_CLAUSES)


def is_by_words(one: Held, each: Held) -> bool:
    """Whether a confirmation can only be told by its words: it is of a clause, or of what nobody is blamed for."""
    return one.sighting.mark.stance == "confirm" and (is_clause(one) or not is_alleged(each))


def is_undone(one: Held) -> bool:
    """Whether somebody says that a thing is not so, which denies only what was told in such words."""
    return one.sighting.mark.why.endswith(_UNDONE)


def tell_alike(one: Held, each: Held) -> bool:
    """Whether an answer shares two words of its gist with what it may answer, or the only one; a confirmation always two."""
    least = _LEAST_SHARED if one.sighting.mark.stance == "confirm" else min(_LEAST_SHARED, max(1, len(one.gist)))
    return len(one.gist & each.gist) >= least


def _is_confirmed(one: Held, each: Held, *, follows: bool) -> bool:
    """Whether a confirmation is in the words of what was told of somebody, or by a noun names the very thing or the very word for it."""
    if not each.about:
        return False
    if is_clause(one):
        return tell_alike(one, each)
    mine, its = one.sighting.mark.object, each.sighting.mark.object
    is_same = bool(mine and mine == its) or (not (mine and its) and bool(one.gist) and one.gist <= each.gist)
    return is_same and not follows


def _is_taken_up(one: Held, each: Held, parties: Parties) -> bool:
    """Whether who answers takes up what was asserted of its side: of the doers; of a pact or a meeting all who take part."""
    concerned = (*each.about, *each.recipient) if each.family[0] in EQUAL else each.about
    is_said = each.sighting.mark.stance == "assert" and bool(each.actor)
    return is_said and parties.party(one.actor) in parties.of(concerned) and _takes_up(one)


def _takes_up(one: Held) -> bool:
    """Whether a denial or an evasion is of what was just said, whatever it was."""
    mark = one.sighting.mark
    return mark.stance in _ANSWERS_ASSERTIONS and mark.why.endswith(_OF_WHAT_WAS_SAID)


def may_be_meant(each: Held) -> bool:
    """Whether a sighting is something that may be answered in its own article: alleged, asserted or told."""
    is_told = each.sighting.mark.stance in _TOLD and each.family[0] not in _HARMLESS
    return is_alleged(each) or (is_told and len(each.words) >= _LEAST_WORDS)


def is_alleged(each: Held) -> bool:
    """Whether a sighting is something to answer: an accusation of a deed (not what somebody is called), or what is asserted of one.

    A mere word ("l'accusé") tells of none.
    """
    if len(each.words) < _LEAST_WORDS:
        return False
    mark, kind = each.sighting.mark, each.family[0]
    is_of_deed = (kind in BLAMEWORTHY and mark.status not in _NOT_DONE) or (kind == "ACCUSE" and mark.status == "alleged")
    return (mark.stance in ALLEGES and not mark.why.endswith(".attribute")) or (mark.stance == "assert" and is_of_deed)
