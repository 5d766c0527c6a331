"""Joining propositions to threads: rather split than merged wrongly."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from selon.core.claims import Sighting
from selon.core.days import Days
from selon.core.text import DocId
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.words import alike, words_of

Names = tuple[str, ...]

_STANDING = frozenset([("FORCES", "weapons"), ("FORCES", "troops"), ("AID", "money"), ("AID", "food"), ("COOPERATE", ""), ("SANCTION", "")])
_LONG_DAYS, _SHORT_DAYS, _VERBAL_DAYS = 900, 10, 60
_VERBAL = frozenset(["ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"])
_EQUAL = frozenset(["AGREE", "CONSULT", "COOPERATE"])
_BY_THING = frozenset(["AID", "REQUEST", "SANCTION"])
_ANSWER_CHARS = 2500


@dataclass(frozen=True, slots=True)
class Held:
    """A sighting with its actors known.

    days: of the deed, else of the act, else of publication
    why:  how it came into its thread, as ``ClaimEntry`` says it
    """

    sighting: Sighting
    family: tuple[str, str]
    about: Names
    recipient: Names
    actor: str
    to: Names
    via: Names
    date: str
    done: str
    words: frozenset[str]
    days: Days | None
    why: str = "first"


@dataclass(slots=True)
class Thread:
    """Sightings taken for one claim. ``id``, ``title``: as a person left them; empty where nobody did."""

    held: list[Held] = field(default_factory=list)
    id: str = ""
    title: str = ""

    @property
    def first(self) -> Held:
        """The earliest that names a doer or one concerned, by which the claim is known."""
        ordered = sorted(self.held, key=by_date)
        return next((each for each in ordered if each.about or each.recipient), ordered[0])

    @property
    def name(self) -> str:
        """The id of the claim."""
        return self.id or entry_id(self.first)

    def add(self, others: Iterable[Held], why: str) -> None:
        self.held += [replace(each, why=why) for each in others]

    def likeness(self, other: Held) -> int:
        """Count what the first of them has in common with another beside what they must: the thing, the status."""
        first, mark = self.held[0].sighting.mark, other.sighting.mark
        return (first.object == mark.object) + (first.status == mark.status)


def held(sighting: Sighting, parties: Parties) -> Held:
    """Return a sighting with the actors of its places."""
    doc, mark = sighting.evidence.doc, sighting.mark
    about, recipient = parties.actors(doc, mark.actor), parties.actors(doc, mark.recipient)
    via = tuple(actor for span in mark.via if (actor := parties.actor(doc, span)))
    source, to, words = parties.actor(doc, mark.source), parties.actors(doc, mark.to), words_of(sighting.evidence.quote)
    return Held(sighting, _family(mark.type, mark.object), about, recipient, source, to, via, mark.date, mark.done, words, _days(sighting))


def by_date(each: Held) -> tuple[object, ...]:
    """Sort key of the entries of a claim."""
    days = each.days
    return str(days.first) if days else "9", each.sighting.first or "9", each.sighting.evidence, each.sighting.mark.stance


def entry_id(each: Held, more: str = "") -> str:
    """Return a permanent id: of the place, and of what is claimed there of whom."""
    place = each.sighting.evidence
    text = f"{place.doc}\0{place.span.start}\0{place.span.end}\0{each.family}\0{each.about}\0{each.recipient}\0{more}"
    return "c" + hashlib.sha256(text.encode()).hexdigest()[:10]


def _days(sighting: Sighting) -> Days | None:
    stated = Days.parse(sighting.mark.done) or Days.parse(sighting.mark.date) or Days.parse(sighting.published)
    if stated or not sighting.first:
        return stated
    return Days(date.fromisoformat(sighting.first), date.fromisoformat(sighting.last))


def _family(kind: str, thing: str) -> tuple[str, str]:
    """Return what two propositions must share: troops or arms sent somewhere are one family, told as help or as posture."""
    if thing in ("troops", "weapons") and kind in ("AID", "MOBILIZE"):
        return "FORCES", thing
    return kind, thing if kind in _BY_THING else ""


def threads(found: Sequence[Held], parties: Parties) -> list[Thread]:
    """Join sightings, earliest first, each to the last thread that it fits, the likest first; an answer joins what it answers."""
    made: list[Thread] = []
    index: dict[tuple[object, ...], list[int]] = defaultdict(list)
    ordered = sorted(found, key=_order)
    for each in ordered:
        if each.sighting.mark.answers or not _has_sides(each, parties):
            continue
        keys, months = _keys(each, parties), _months(each)
        near = {number for key in keys for month in months for number in index[*key, month]}
        ranked = sorted(near, key=lambda number: (made[number].likeness(each), number), reverse=True)
        fits = next((number for number in ranked if all(_joins(other, each, parties) for other in made[number].held)), None)
        if fits is None:
            fits = len(made)
            made.append(Thread())
        made[fits].add([each], "same" if made[fits].held else "first")
        for key in keys:
            if fits not in index[*key, months[0]][-1:]:
                index[*key, months[0]].append(fits)
    _answer([each for each in ordered if each.sighting.mark.answers], made, parties)
    return _reunited(made, parties)


def _keys(each: Held, parties: Parties) -> set[tuple[object, ...]]:
    """Return what a thread must have in common with a sighting to be looked at: its family, and one of its actors or their side."""
    actors = (*each.about, *each.recipient) if each.family[0] in _EQUAL or not each.about else each.about
    return {(each.family, name) for actor in actors for name in (actor, parties.party(actor))}


def _reunited(made: list[Thread], parties: Parties) -> list[Thread]:
    """Let what a side confirms of itself join what it had denied of the same family, if just one thread is such."""
    kept: list[Thread] = []
    by_family: dict[tuple[str, str], list[Thread]] = defaultdict(list)
    for thread in made:
        if any(each.sighting.mark.stance == "deny" for each in thread.held):
            by_family[thread.held[0].family].append(thread)
    for thread in made:
        first = thread.held[0]
        party = parties.party(first.actor) if first.actor else ""
        is_own = first.sighting.mark.stance == "confirm" and party in parties.of(first.about)
        denied = [other for other in by_family[first.family] if is_own and other is not thread and _denies(other, first, party, parties)]
        if len(denied) == 1:
            denied[0].add(thread.held, "own-denial")
        else:
            kept.append(thread)
    return kept


def _denies(thread: Thread, first: Held, party: str, parties: Parties) -> bool:
    of_family = any(each.family == first.family and party in parties.of(each.about) for each in thread.held)
    return of_family and any(each.sighting.mark.stance == "deny" and parties.party(each.actor) == party for each in thread.held)


def _months(each: Held) -> tuple[int, ...]:
    """Return the month of a sighting and those near it, counted from year 0; one for all where claims last long or have no date."""
    if each.days is None or each.family in _STANDING or each.family[0] == "AGREE":
        return (0,)
    month = each.days.first.year * 12 + each.days.first.month
    return (month, *(month + step for step in (-1, 1, -2, 2)))


def _has_sides(each: Held, parties: Parties) -> bool:
    """Whether the parties of a proposition are known, and not one alone on both sides; a meeting takes two."""
    taking_part = {*each.about, *each.recipient}
    if each.about and set(each.about) == set(each.recipient):
        return False
    return parties.are_two(tuple(taking_part)) if each.family[0] == "CONSULT" else bool(taking_part)


def _order(each: Held) -> tuple[object, ...]:
    return each.sighting.first or "9", each.sighting.evidence, each.sighting.mark.stance, each.family, each.about, each.recipient


def _joins(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two propositions are taken for one: by family, parties and time."""
    if not _near(one, other, parties):
        return False
    if one.family[0] in _EQUAL:
        return parties.matched((*one.about, *one.recipient), (*other.about, *other.recipient)) > 1
    if one.about or other.about:
        return bool(parties.matched(one.about, other.about)) and _fits(one, other, parties)
    return bool(parties.matched(one.recipient, other.recipient)) and _same_words(one, other)


def _fits(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two deeds of one doer may be the same: by the one concerned, else by their words."""
    if one.family[0] == "ACCUSE":
        return alike(one.words, other.words)
    if one.recipient and other.recipient:
        return parties.matched(one.recipient, other.recipient) > 0
    if one.recipient or other.recipient:
        return one.family in _STANDING and one.sighting.evidence.doc == other.sighting.evidence.doc
    return _same_words(one, other)


def _same_words(one: Held, other: Held) -> bool:
    return one.sighting.evidence.doc == other.sighting.evidence.doc or alike(one.words, other.words)


def _near(one: Held, other: Held, parties: Parties) -> bool:
    """Whether two sightings may be of one deed by their days; of standing help, of one course of deeds.

    An article without a date is near only what lasts: help between powers, and their pacts.
    """
    mine, theirs = one.days, other.days
    if mine is None or theirs is None:
        is_pact = one.family[0] == "AGREE" and all(
            parties.is_power(actor) for each in (one, other) for actor in (*each.about, *each.recipient)
        )
        return is_pact or one.family in _STANDING or one.sighting.evidence.doc == other.sighting.evidence.doc
    if one.done and other.done and one.family not in _STANDING:
        return mine.overlaps(theirs)
    is_course = one.family[0] in _VERBAL and all(parties.is_power(actor) for actor in (*one.about, *other.about))
    window = _LONG_DAYS if one.family in _STANDING else _VERBAL_DAYS if is_course else _SHORT_DAYS
    return _apart(mine, theirs) <= timedelta(days=window)


def _apart(mine: Days, theirs: Days) -> timedelta:
    if mine.overlaps(theirs):
        return timedelta()
    return max(mine.first - theirs.last, theirs.first - mine.last)


def _answer(answers: Iterable[Held], made: Sequence[Thread], parties: Parties) -> None:
    """Let each denial without content of its own join what was alleged, of its side, nearest before it in its article."""
    alleged: dict[DocId, list[tuple[Held, Thread]]] = defaultdict(list)
    for thread in made:
        for each in thread.held:
            if _is_alleged(each):
                alleged[each.sighting.evidence.doc].append((each, thread))
    for answer in answers:
        place, party = answer.sighting.evidence, parties.party(answer.actor)
        near: list[tuple[int, int, Thread]] = []
        for number, (each, thread) in enumerate(alleged[place.doc]):
            there = each.sighting.evidence.span
            gap = max(0, place.span.start - there.end) if there.start <= place.span.start else -1
            blamed = each.about if each.sighting.mark.stance == "assert" else (*each.about, *each.recipient)
            concerned = parties.of(blamed)
            if 0 <= gap <= _ANSWER_CHARS and party in concerned and parties.party(each.actor) != party:
                near.append((gap, number, thread))
        if near:
            min(near, key=lambda item: item[:2])[2].add([answer], "answer")


def _is_alleged(each: Held) -> bool:
    """Whether a sighting is something to answer: an accusation of a deed (not what somebody is called), or what is asserted of one."""
    stance, is_insult = each.sighting.mark.stance, each.sighting.mark.why.endswith(".attribute")
    return (stance in ("allege", "suspect") and not is_insult) or (
        stance == "assert" and each.family[0] not in (*_EQUAL, *_VERBAL, "PROTEST")
    )
