"""The timeline over all articles: tellings of one happening made one, rather kept apart than merged wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from selon.core.days import Days
from selon.core.happenings import Happened, days_of
from selon.core.lines import basis_of
from selon.core.occasions import Occasion
from selon.core.reuse import Place
from selon.core.text import DocId
from selon.folds.claiming.held import EQUAL, VERBAL
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.words import alike, words_of
from selon.folds.copying.copies import Copies
from selon.folds.copying.roots import Asked

_NEAR = timedelta(days=7)
_SURE = ("denied", "actual", "alleged", "planned", "habitual", "hypothetical", "negated")
"""Which status stands where articles differ: a reported denial is never lost."""
_APART = frozenset(["negated", "hypothetical", "habitual"])
"""Statuses that are of one happening only with their own like."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """A line with what it is compared by. ``days``: of the happening, as the text dates it; ``names``: the words that name its parties."""

    line: Happened
    days: Days | None
    published: Days | None
    words: frozenset[str]
    names: frozenset[str]

    @property
    def place(self) -> Place:
        return Place(self.line.clause.doc, self.line.clause.span)


@dataclass(frozen=True, slots=True)
class Printed:
    """What is known of an article: who printed it, and how its date is known (``given``, ``stated``, ``inferred``, ``confirmed``)."""

    outlet: str = ""
    dated: str = ""


def occasions(lines: Iterable[Happened], parties: Parties, copies: Copies, articles: Mapping[DocId, Printed]) -> tuple[Occasion, ...]:
    """Return the happenings of a dossier by date, those without one by the day they were first told."""
    groups: list[list[_Telling]] = []
    index: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for each in sorted(map(_telling, lines), key=_order):
        keys = set(_keys(each, parties))
        near = sorted({number for key in keys for number in index[key]}, reverse=True)
        fits = next((number for number in near if all(_is_one(other, each, parties, copies) for other in groups[number])), len(groups))
        if fits == len(groups):
            groups.append([])
        groups[fits].append(each)
        for key in keys:
            if fits not in index[key][-1:]:
                index[key].append(fits)
    made = (_occasion(group, parties, copies, articles) for group in groups)
    return tuple(sorted(made, key=_by_date))


def _by_date(each: Occasion) -> tuple[str, int, str]:
    """Sort key: first day, the longest stretch first."""
    days = Days.parse(each.date) or Days.parse(each.published)
    return (str(days.first), -len(days), each.id) if days else ("9", 0, each.id)


def _telling(line: Happened) -> _Telling:
    names = frozenset(word for party in line.parties for word in words_of(party.quote))
    return _Telling(line, days_of(line), Days.parse(line.published), words_of(line.clause.quote), names)


def _order(each: _Telling) -> tuple[object, ...]:
    """Sort key: precise dates first, so that what is vague finds what is precise."""
    return -len(each.line.date) if each.days else 0, each.line.published or "9", each.line.id


def _keys(each: _Telling, parties: Parties) -> Iterator[tuple[str, str, str]]:
    """Yield what two tellings must have in common to be looked at: type, one side, and the month of the deed or of the article."""
    days = each.days or each.published
    months = {str(days.first)[:7], str(days.last)[:7], str(days.first - _NEAR)[:7], str(days.last + _NEAR)[:7]} if days else {""}
    for actor in (*each.line.source, *each.line.target):
        yield from ((each.line.type, parties.party(actor), month) for month in months)


def _is_one(one: _Telling, other: _Telling, parties: Parties, copies: Copies) -> bool:
    """Whether two articles tell one happening: the same deed between the same, at one time."""
    mine, theirs = one.line, other.line
    if mine.type != theirs.type or mine.clause.doc == theirs.clause.doc or not _agree(mine.object, theirs.object):
        return False
    if not _agree(mine.mode, theirs.mode) or (mine.status != theirs.status and {mine.status, theirs.status} & _APART):
        return False
    sides = _sides(mine, theirs, parties)
    if sides == 0:
        return False
    says_same = _says_same(one, other) or copies.share(one.place, other.place)
    if one.days and other.days:
        is_precise = max(len(one.days), len(other.days)) == 1
        return one.days.overlaps(other.days) and (says_same or (sides == 2 and (is_precise or mine.place == theirs.place != "")))
    return says_same and _are_near(one, other)


def _sides(mine: Happened, theirs: Happened, parties: Parties) -> int:
    """Return how far two tellings have their parties in common: 2 on both sides, 1 on the one that both name, 0 if they differ."""
    if mine.type in EQUAL:
        return 2 if parties.matched((*mine.source, *mine.target), (*theirs.source, *theirs.target)) > 1 else 0
    found = [_meet(one, other, parties) for one, other in ((mine.source, theirs.source), (mine.target, theirs.target))]
    return 0 if False in found else sum(each is True for each in found)


def _meet(mine: Sequence[str], theirs: Sequence[str], parties: Parties) -> bool | None:
    """Return whether two sets of actors share one; ``None`` if either is empty."""
    return parties.matched(mine, theirs) > 0 if mine and theirs else None


def _says_same(one: _Telling, other: _Telling) -> bool:
    """Whether two tellings are in nearly the same words, and not only in those that name the parties."""
    return alike(one.words, other.words) and bool((one.words & other.words) - one.names - other.names)


def _agree(mine: str, theirs: str) -> bool:
    return not mine or not theirs or mine == theirs


def _are_near(one: _Telling, other: _Telling) -> bool:
    """Whether what has no date of its own may be at the time of another: told within days of it."""
    mine, theirs = one.days or one.published, other.days or other.published
    return bool(mine and theirs) and mine.first - _NEAR <= theirs.last and theirs.first - _NEAR <= mine.last  # type: ignore[union-attr]


def _occasion(group: Sequence[_Telling], parties: Parties, copies: Copies, articles: Mapping[DocId, Printed]) -> Occasion:
    tellings = tuple(sorted((each.line for each in group), key=lambda line: (line.published or "9", line.id)))
    dated = max((line for line in tellings if days_of(line)), key=lambda line: len(line.date), default=None)
    source = _united(line.source for line in tellings)
    target = tuple(actor for actor in _united(line.target for line in tellings) if actor not in source)
    per = _united(line.per for line in tellings)
    found = copies.roots([_asked(each, parties, articles) for each in tellings])
    return Occasion(
        id=tellings[0].id, date=dated.date if dated else "", basis=_basis(dated, articles) if dated else "", type=tellings[0].type,
        mode=_first(line.mode for line in tellings), source=source, target=target, source_names=parties.names(source),
        target_names=parties.names(target), object=_first(line.object for line in tellings), place=_first(line.place for line in tellings),
        status=min((line.status for line in tellings), key=_SURE.index), per=per, per_names=parties.names(per),
        narrated=len({line.clause.doc for line in tellings if not line.per}),
        articles=found.documents, roots=found.high, roots_least=found.low, tellings=tellings,
    )  # fmt: skip


def _united(sides: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for side in sides for actor in side))


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")


def _basis(line: Happened, articles: Mapping[DocId, Printed]) -> str:
    return basis_of(line.when.quote if line.when else "", line.date, articles.get(line.clause.doc, Printed()).dated)


def _asked(line: Happened, parties: Parties, articles: Mapping[DocId, Printed]) -> Asked:
    place = Place(line.clause.doc, line.clause.span)
    said_by = line.per or (line.source if line.type in VERBAL else ())
    return Asked(place, tuple(dict.fromkeys(parties.party(actor) for actor in said_by)), articles.get(place.doc, Printed()).outlet)

