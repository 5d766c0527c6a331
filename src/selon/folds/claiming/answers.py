"""What a denial, a confirmation or an evasion without content of its own answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import partial

from selon.core.text import DocId
from selon.folds.claiming.held import EQUAL, SHORT_DAYS, Held, Thread, apart
from selon.folds.claiming.parties import Parties

_LEAST_WORDS, _LEAST_SHARED, _LEAST_OF_OTHERS = 2, 2, 3
_FAR_CHARS, _NEAR_CHARS, _SENTENCE_CHARS = 2500, 800, 20
_BESIDE_CHARS, _COURSE_DAYS, _OTHERS_DAYS = 450, 300, 60
_ALLEGES = frozenset(["allege", "suspect"])
_BLAMEWORTHY = frozenset(["ASSAULT", "AID", "FORCES", "MOBILIZE"])
"""Types of what is merely asserted that somebody may deny to have done; who is arrested or sentenced denies something else."""
_HARMLESS = frozenset(["SUPPORT", "PROTEST"])
"""Types of what is asserted that nobody answers."""
_POINTING = (".wide", ".quote", ".incise")
"""How a denial is read that denies all of what was said, in words that point at it or in the denier's own."""
_UNDONE = ".undone"
_OF_WHAT_WAS_SAID = (*_POINTING, ".bare", _UNDONE)
_CLAUSES = (".que", ".inf", ".incise")
_TOLD = frozenset(["assert", "confirm", "narrate"])
_ANSWERS_ASSERTIONS = frozenset(["deny", "deflect"])

Alleged = tuple[Held, Thread]


def answer(answers: Iterable[Held], made: Sequence[Thread], parties: Parties) -> None:
    """Let each answer join what was alleged of its side.

    In its article that is what stands nearest before it, else what follows. Where its article has nothing, it is the only claim of those
    days that alleges of its side a deed with the very thing that the answer names, or one told in its words. A denial of all that its side
    is said to have done joins what that side answers in the same article.
    """
    blame = _Blame(made, parties)
    left = [one for one in answers if not blame.joined(one)]
    for one in left:
        blame.recalled(one)


class _Blame:
    """All that may be answered, by article, by the side that is blamed, and by the words that tell it."""

    def __init__(self, made: Sequence[Thread], parties: Parties) -> None:
        self.parties = parties
        self.told: dict[DocId, list[Alleged]] = defaultdict(list)
        self.of_thing: dict[tuple[str, str], list[Alleged]] = defaultdict(list)
        self.of_side: dict[str, list[Alleged]] = defaultdict(list)
        self.of_word: dict[str, list[Alleged]] = defaultdict(list)
        self.answered: dict[tuple[DocId, str], dict[int, Thread]] = defaultdict(dict)
        for thread in made:
            for each in filter(_may_be_meant, thread.held):
                self.told[each.sighting.evidence.doc].append((each, thread))
                if _is_alleged(each):
                    self._lay(each, thread)

    def _lay(self, each: Held, thread: Thread) -> None:
        for word in each.gist:
            self.of_word[word].append((each, thread))
        for party in self.parties.of(each.about):
            self.of_side[party].append((each, thread))
            if each.family[0] in _BLAMEWORTHY:
                self.of_thing[party, each.sighting.mark.object].append((each, thread))

    def joined(self, one: Held) -> bool:
        """Let an answer join what it answers; return whether there is such."""
        here = self.told[one.sighting.evidence.doc]
        is_lone = partial(_is_lone, here=here, parties=self.parties)
        ranked = [(rank, at) for at, (each, _) in enumerate(here) if (rank := _rank(one, each, is_lone(one), self.parties))]
        found = here[min(ranked)[1]][1] if ranked else self._elsewhere(one)
        if found:
            found.add([one], "answer" if ranked else "elsewhere")
            self.answered[one.sighting.evidence.doc, self.parties.party(one.actor)][id(found)] = found
        return found is not None

    def _elsewhere(self, one: Held) -> Thread | None:
        """Return the only claim of other articles that an answer may be about."""
        side, thing, is_clause = self.parties.party(one.actor), one.sighting.mark.object, _is_clause(one)
        found = _only(one, self.of_thing[side, thing], SHORT_DAYS) if thing and not is_clause else None
        if found is None and not _is_undone(one):
            found = _only(one, [at for at in self.of_side[side] if _tell_alike(one, at[0])], _reach(one, self.parties))
        if found is None and is_clause:
            least = max(_LEAST_OF_OTHERS, len(one.gist) / 2)
            alike = [at for word in sorted(one.gist) for at in self.of_word[word] if len(one.gist & at[0].gist) >= least]
            found = _only(one, alike, _OTHERS_DAYS)
        return found

    def recalled(self, one: Held) -> None:
        """Let a denial that nothing was found for join what its side answers in its article, or confirms there in the same words."""
        if one.sighting.mark.stance != "deny":
            return
        doc = one.sighting.evidence.doc
        own = list(self.answered[doc, self.parties.party(one.actor)].values())
        turned = [thread for each, thread in self.told[doc] if _is_turned(one, each, self.parties)]
        if len(own) == 1 and not one.gist:
            own[0].add([one], "answer")
        elif turned:
            turned[0].add([one], "own-denial")


def _rank(one: Held, each: Held, is_lone: bool, parties: Parties) -> tuple[int, int] | None:
    """Return how well an answer fits an allegation, and how far away that is; ``None`` if it does not fit.

    0 of the side that answers, before it or in its sentence; 1 of that side, soon after; 2 a denial of what is alleged of somebody
    whom the words do not tell, or of the only one of whom the article alleges anything.
    """
    mine, its = one.sighting.evidence.span, each.sighting.evidence.span
    follows, gap = its.start > mine.start, max(0, mine.start - its.end, its.start - mine.end)
    party, mark, stance = parties.party(one.actor), each.sighting.mark, one.sighting.mark.stance
    if stance == "confirm" and (_is_clause(one) or not _is_alleged(each)):
        is_met = _tell_alike(one, each) if _is_clause(one) else not follows and _is_same_thing(one, each)
        return (1, gap) if is_met and gap <= _NEAR_CHARS and not its.overlaps(mine) else None
    if parties.party(each.actor) == party or not _is_of_thing(one, each) or (_is_undone(one) and not one.gist & each.gist):
        return None
    is_beside = not follows and gap <= _NEAR_CHARS
    if stance == "deflect" and (follows or mine.overlaps(its) or gap > _BESIDE_CHARS):
        return None
    if not _is_alleged(each):
        is_met = is_beside and mark.stance == "assert" and bool(each.actor) and party in parties.of(_concerned(each))
        return (0, gap) if is_met and _takes_up(one) else None
    return _rank_of_blame(one, each, (follows, gap), is_lone, parties)


def _rank_of_blame(one: Held, each: Held, place: tuple[bool, int], is_lone: bool, parties: Parties) -> tuple[int, int] | None:
    """Return how well an answer fits what somebody is blamed for.

    place: whether that follows the answer, and how many characters away it is
    """
    (follows, gap), mark, is_denial = place, each.sighting.mark, one.sighting.mark.stance == "deny"
    blamed = each.about if mark.stance == "assert" else (*each.about, *each.recipient)
    if parties.party(one.actor) in parties.of(blamed):
        is_beside = gap <= (_FAR_CHARS if not follows else _SENTENCE_CHARS)
        return (0, gap) if is_beside else (1, gap) if is_denial and gap <= _NEAR_CHARS else None
    is_open = mark.stance in _ALLEGES and (not each.about or is_lone) and is_denial and one.sighting.mark.why.endswith(_POINTING)
    return (2, gap) if is_open and not follows and gap <= _NEAR_CHARS else None


def _is_clause(one: Held) -> bool:
    """Whether a confirmation is of a clause that tells no deed known as one: it is of what was told in the same words."""
    return one.sighting.mark.stance == "confirm" and one.sighting.mark.why.endswith(_CLAUSES)


def _is_turned(one: Held, each: Held, parties: Parties) -> bool:
    """Whether a denial is recalled where its own side confirms the thing."""
    is_own = bool(one.actor) and parties.party(one.actor) == parties.party(each.actor)
    return is_own and each.sighting.mark.stance == "confirm" and bool(one.gist & each.gist)


def _is_undone(one: Held) -> bool:
    """Whether somebody says that a thing is not so, which denies only what was told in such words."""
    return one.sighting.mark.why.endswith(_UNDONE)


def _tell_alike(one: Held, each: Held) -> bool:
    """Whether an answer shares two words of its gist with what it may answer, or the only one; a confirmation always two."""
    least = _LEAST_SHARED if one.sighting.mark.stance == "confirm" else min(_LEAST_SHARED, max(1, len(one.gist)))
    return len(one.gist & each.gist) >= least


def _is_same_thing(one: Held, each: Held) -> bool:
    """Whether a confirmation by a noun names the very thing that was told, or the very word for it."""
    mine, its = one.sighting.mark.object, each.sighting.mark.object
    return bool(mine and mine == its) or (not (mine and its) and bool(one.gist) and one.gist <= each.gist)


def _concerned(each: Held) -> tuple[str, ...]:
    """Return who answers for what is asserted: the doers; of a pact or a meeting all who take part."""
    return (*each.about, *each.recipient) if each.family[0] in EQUAL else each.about


def _takes_up(one: Held) -> bool:
    """Whether a denial or an evasion is of what was just said, whatever it was."""
    mark = one.sighting.mark
    return mark.stance in _ANSWERS_ASSERTIONS and mark.why.endswith(_OF_WHAT_WAS_SAID)


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
    if not mine or not its or mine == its or _takes_up(one):
        return True
    return each.family[0] == "ACCUSE" and not (one.gist and each.gist and not one.gist & each.gist and len(one.gist) < _LEAST_WORDS)


def _only(one: Held, there: Iterable[Alleged], days: int) -> Thread | None:
    """Return the only thread with an allegation of the days of an answer."""
    near = {id(thread): thread for each, thread in there if _are_near(each, one, days)}
    return next(iter(near.values())) if len(near) == 1 else None


def _reach(one: Held, parties: Parties) -> int:
    """Return within how many days an answer is of an allegation: powers quarrel longer."""
    return _COURSE_DAYS if parties.is_power(one.actor) else SHORT_DAYS


def _are_near(one: Held, other: Held, days: int) -> bool:
    return bool(one.days and other.days) and apart(one.days, other.days) <= timedelta(days=days)  # type: ignore[arg-type]


def _may_be_meant(each: Held) -> bool:
    """Whether a sighting is something that may be answered in its own article: alleged, asserted or told."""
    is_told = each.sighting.mark.stance in _TOLD and each.family[0] not in _HARMLESS
    return _is_alleged(each) or (is_told and len(each.words) >= _LEAST_WORDS)


def _is_alleged(each: Held) -> bool:
    """Whether a sighting is something to answer: an accusation of a deed (not what somebody is called), or what is asserted of one.

    A mere word ("l'accusé") tells of none.
    """
    if len(each.words) < _LEAST_WORDS:
        return False
    stance, is_insult = each.sighting.mark.stance, each.sighting.mark.why.endswith(".attribute")
    is_of_deed = each.family[0] in _BLAMEWORTHY or (each.family[0] == "ACCUSE" and each.sighting.mark.status == "alleged")
    return (stance in _ALLEGES and not is_insult) or (stance == "assert" and is_of_deed)
