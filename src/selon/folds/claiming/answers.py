"""What a denial, a confirmation or an evasion without content of its own answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from selon.core.text import DocId
from selon.folds.claiming.fitting import BLAMEWORTHY, fits, is_alleged, is_by_words, is_clause, is_undone, may_be_meant, tell_alike
from selon.folds.claiming.held import SHORT_DAYS, Held, Thread, apart
from selon.folds.claiming.lone import Alleged, is_lone, known
from selon.folds.claiming.parties import Parties

_LEAST_OF_OTHERS, _LEAST_OF_PEOPLE = 3, 3
_COURSE_DAYS, _OTHERS_DAYS = 300, 60


def answer(answers: Iterable[Held], made: Sequence[Thread], parties: Parties) -> None:
    """Let each answer join what was alleged of its side.

    In its article that is what stands nearest before it, else what follows. Where its article has nothing, it is the only claim of those
    days that alleges of its side, a power, a deed with the very thing that the answer names, or one told in its words. A denial of all
    that its side is said to have done joins what that side answers in the same article.
    """
    blame = _Blame(made, parties)
    left = [one for one in answers if one.actor and not blame.joined(one)]
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
            for each in filter(may_be_meant, thread.held):
                self.told[each.sighting.evidence.doc].append((each, thread))
                if is_alleged(each):
                    self._lay(each, thread)

    def _lay(self, each: Held, thread: Thread) -> None:
        for word in each.gist:
            self.of_word[word].append((each, thread))
        for party in self.parties.of(each.about):
            self.of_side[party].append((each, thread))
            if each.family[0] in BLAMEWORTHY:
                self.of_thing[party, each.sighting.mark.object].append((each, thread))

    def joined(self, one: Held) -> bool:
        """Let an answer join what it answers; return whether there is such."""
        here = self.told[one.sighting.evidence.doc]
        lone = is_lone(one, [at for at in here if is_alleged(at[0])], self.parties)
        ranked = [(rank, at) for at, (each, _) in enumerate(here) if (rank := fits(one, each, lone, self.parties))]
        found = self._beside(one, *min(ranked), here) if ranked else self._elsewhere(one)
        if found:
            self.answered[one.sighting.evidence.doc, self.parties.party(one.actor)][id(found)] = found
        return found is not None

    def _beside(self, one: Held, rank: tuple[int, int, int], at: int, here: Sequence[Alleged]) -> Thread:
        """Join an answer to an allegation of its article; who has no name is then the one who is blamed."""
        each, thread = here[at]
        is_known = rank[0] == 0 or is_by_words(one, each)
        thread.add([one if is_known else known(one, each, self.parties)], "answer")
        return thread

    def _elsewhere(self, one: Held) -> Thread | None:
        """Join an answer to the only claim of other articles that it may be about, if there is one."""
        side, thing, of_words = self.parties.party(one.actor), one.sighting.mark.object, is_clause(one)
        is_power = self.parties.is_power(one.actor)
        found = None
        if thing and is_power and not of_words:
            found = _only(one, self._of_actor(one, self.of_thing[side, thing]), SHORT_DAYS)
        if found is None and not is_undone(one):
            alike = [at for at in self._of_actor(one, self.of_side[side]) if self._tell_alike(one, at[0])]
            found = _only(one, alike, _COURSE_DAYS if is_power else SHORT_DAYS)
        if found is None and of_words:
            least = max(_LEAST_OF_OTHERS, len(one.gist) / 2)
            alike = [at for word in sorted(one.gist) for at in self.of_word[word] if len(one.gist & at[0].gist) >= least]
            found = _only(one, alike, _OTHERS_DAYS)
        if found:
            found.add([one], "elsewhere")
        return found

    def _of_actor(self, one: Held, there: Iterable[Alleged]) -> list[Alleged]:
        """Return what is alleged of who answers, or of the state they speak for."""
        return [at for at in there if self.parties.matched((one.actor,), at[0].about)]

    def _tell_alike(self, one: Held, each: Held) -> bool:
        """Whether an answer is in the words of an allegation: of a typed deed a power's, else of just who answers in three words."""
        if each.family[0] == "ACCUSE" or not self.parties.is_power(one.actor):
            is_vague = one.sighting.mark.stance == "deny" and self.parties.kinds.get(one.actor) == "state"
            return one.actor in each.about and not is_vague and len(one.gist & each.gist) >= _LEAST_OF_PEOPLE
        return tell_alike(one, each)

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


def _is_turned(one: Held, each: Held, parties: Parties) -> bool:
    """Whether a denial is recalled where its own side confirms the thing."""
    is_own = parties.party(one.actor) == parties.party(each.actor)
    return is_own and each.sighting.mark.stance == "confirm" and bool(one.gist & each.gist)


def _only(one: Held, there: Iterable[Alleged], days: int) -> Thread | None:
    """Return the only thread with an allegation of the days of an answer, and not of later ones."""
    near = {id(thread): thread for each, thread in there if _is_before(each, one, days)}
    return next(iter(near.values())) if len(near) == 1 else None


def _is_before(alleged: Held, answer: Held, days: int) -> bool:
    """Whether something was alleged within so many days before an answer, or may have been."""
    if not alleged.days or not answer.days:
        return False
    return alleged.days.first <= answer.days.last and apart(alleged.days, answer.days) <= timedelta(days=days)
