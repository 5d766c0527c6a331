"""One happening told more than once in an article: which tellings are of the same, and what they tell together."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from selon.core.text import Evidence

Names = tuple[str, ...]

_SURE = {"denied": 0, "actual": 1, "alleged": 2, "planned": 3, "habitual": 4, "hypothetical": 5, "negated": 6}
"""Which status stands where two tellings of one happening differ: a reported denial is never lost."""
_EQUAL = frozenset(["AGREE", "CONSULT", "COOPERATE"])
_APART = frozenset(["visit", "message"])
"""Modes of a talk that are one with none but their like: who visits a country, or writes, has not yet talked to anybody."""
_OF_ONE_KIND = frozenset(["SANCTION", "CONCEDE", "RETREAT"])
"""Types in which a deed without a mode is of another kind than one with it: who is on a black list is not yet sentenced."""
_VERBAL = frozenset(["ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"])


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of one article.

    evidence: the words that tell it, one piece for each mention of it, in the order of the text
    parties:  the words by which each source and target is known
    id:       the line's own, the same on every build
    """

    article: str
    published: str
    type: str
    mode: str
    source: Names
    target: Names
    source_names: Names
    target_names: Names
    object: str
    date: str
    place: str
    status: str
    per: Names
    evidence: tuple[Evidence, ...]
    clause: Evidence
    parties: tuple[Evidence, ...]
    when: Evidence | None
    score: float
    why: str
    id: str

    def ends_by(self, place: int) -> bool:
        """Whether nothing of it is told at or behind a character."""
        return self.evidence[-1].span.end <= place


def is_same(one: Happened, other: Happened) -> bool:
    """Whether two tellings may be of one happening: one type, parties and dates that do not differ."""
    if one.type != other.type or not _agree(one.date, other.date) or _differ(one, other):
        return False
    if one.type in _VERBAL:
        shared = (_meet(one.source, other.source), _meet(one.target, other.target))
        return False not in shared and (shared[0] or one.source == other.source) is True and any(shared) and one.mode == other.mode
    if one.type in _EQUAL:
        mine, theirs = {*one.source, *one.target}, {*other.source, *other.target}
        return (len(mine & theirs) > 1 or mine == theirs) and _are_of_one_way(one, other)
    shared = (_meet(one.source, other.source), _meet(one.target, other.target))
    alike = _agree(one.object, other.object) and (one.mode == other.mode or (one.type not in _OF_ONE_KIND and _agree(one.mode, other.mode)))
    return alike and all(each is not False for each in shared) and any(shared)


def _are_of_one_way(one: Happened, other: Happened) -> bool:
    """Whether two tellings of a talk may be of one by their modes; a message has a sender."""
    modes = {one.mode, other.mode}
    return len(modes) == 1 and ("message" not in modes or bool({*one.source} & {*other.source})) if modes & _APART else True


def retells(headline: Happened, line: Happened, lasting: frozenset[str]) -> bool:
    """Whether a line is what the headline told: one type, and no party of both that differs.

    lasting: actors that the text below the headline mentions; whoever else the headline names is there under another name
    """
    if headline.type != line.type or not _agree(headline.date, line.date) or not _is_as_sure(headline, line):
        return False
    if headline.type in _EQUAL:
        return _fits((*headline.source, *headline.target), (*line.source, *line.target), lasting)
    return _fits(headline.source, line.source, lasting) and _fits(headline.target, line.target, lasting)


def _fits(mine: Names, theirs: Names, lasting: frozenset[str]) -> bool:
    known = {*mine} & lasting
    return not known or not theirs or bool(known & {*theirs})


def _is_as_sure(one: Happened, other: Happened) -> bool:
    """Whether two statuses are one, or differ only in whether the narrator vouches for it."""
    return one.status == other.status or {one.status, other.status} == {"actual", "alleged"}


def _differ(one: Happened, other: Happened) -> bool:
    """Whether the statuses are of two happenings: one that was not, or one that is to come on a day that the other does not tell."""
    both = {one.status, other.status}
    to_come = "planned" in both and len(both) > 1 and one.date != other.date
    return len(both) > 1 and ("negated" in both or to_come)


def _meet(mine: Names, theirs: Names) -> bool | None:
    """Return whether two sets of actors share one; ``None`` if one of them is empty."""
    return bool({*mine} & {*theirs}) if mine and theirs else None


def _agree(mine: str, theirs: str) -> bool:
    """Whether two values do not differ: one may be empty, or the vaguer form of the other."""
    return not mine or not theirs or mine.startswith(theirs) or theirs.startswith(mine)


def merged(one: Happened, other: Happened, lasting: frozenset[str] | None = None) -> Happened:
    """Return one line for two tellings: what either knows, the more precise date, all evidence.

    lasting: given where the first stands in a headline: the parties there that are not of these give way to those of the second
    """
    if lasting is not None:
        one = _settled(one, other, lasting)
    status = one.status if one.type in _VERBAL else _status(one, other)
    mine = {*one.source, *one.target}
    source = _joined(zip(one.source, one.source_names, strict=True), zip(other.source, other.source_names, strict=True), mine)
    target = _joined(zip(one.target, one.target_names, strict=True), zip(other.target, other.target_names, strict=True), {*mine, *source})
    return replace(
        one, source=tuple(source), source_names=tuple(source.values()), target=tuple(target), target_names=tuple(target.values()),
        object=one.object or other.object, date=max(one.date, other.date, key=len), place=one.place or other.place, status=status,
        per=() if not one.per or not other.per else tuple(dict.fromkeys((*one.per, *other.per))),
        evidence=tuple(sorted({*one.evidence, *other.evidence})), parties=tuple(dict.fromkeys((*one.parties, *other.parties))),
        when=one.when or other.when, score=max(one.score, other.score), mode=one.mode or other.mode,
    )  # fmt: skip


def _status(one: Happened, other: Happened) -> str:
    """Return the surer status of two; what somebody says was done stays alleged where another telling has it so."""
    vouched = [each for each in (one, other) if each.status != "actual" or not each.per]
    both = {one.status, other.status}
    chosen = vouched if both == {"actual", "alleged"} and vouched else (one, other)
    return min((each.status for each in chosen), key=lambda each: _SURE[each])


def _joined(mine: Iterable[tuple[str, str]], theirs: Iterable[tuple[str, str]], known: Set[str]) -> dict[str, str]:
    """Return the names of one side by actor, with those of the other telling who stand on neither side yet."""
    return {**dict(mine), **{actor: name for actor, name in theirs if actor not in known}}


def _settled(headline: Happened, line: Happened, lasting: frozenset[str]) -> Happened:
    """Return a headline's line without the parties that the text below names otherwise."""
    source = tuple(actor for actor in headline.source if actor in lasting or not line.source)
    target = tuple(actor for actor in headline.target if actor in lasting or not line.target)
    names = dict(zip((*headline.source, *headline.target), (*headline.source_names, *headline.target_names), strict=True))
    return replace(
        headline, source=source, target=target,
        source_names=tuple(names[actor] for actor in source), target_names=tuple(names[actor] for actor in target),
    )  # fmt: skip
