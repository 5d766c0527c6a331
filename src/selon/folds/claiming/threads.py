"""Joining propositions to threads: rather split than merged wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from selon.core.claims import Sighting
from selon.core.days import Days
from selon.folds.claiming.sides import Sides
from selon.folds.claiming.words import alike, words_of

Names = tuple[str, ...]

_ALLEGES = frozenset(["allege", "suspect", "assert"])
_STANDING = frozenset([("AID", "weapons"), ("AID", "money"), ("AID", "food"), ("TROOPS", "troops"), ("COOPERATE", ""), ("SANCTION", "")])
_LONG_DAYS, _SHORT_DAYS, _VERBAL_DAYS = 900, 10, 60
_VERBAL = frozenset(["ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"])
_EQUAL = frozenset(["AGREE", "CONSULT", "COOPERATE"])
_BY_THING = frozenset(["AID", "REQUEST", "SANCTION"])
_ANSWER_CHARS = 2500


@dataclass(frozen=True, slots=True)
class Held:
    """A sighting with its actors known."""

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

    @property
    def days(self) -> Days | None:
        """The days of the deed, else of the act, else of publication."""
        stated = Days.parse(self.done) or Days.parse(self.date) or Days.parse(self.sighting.published)
        return stated or (
            Days(date.fromisoformat(self.sighting.first), date.fromisoformat(self.sighting.last)) if self.sighting.first else None
        )


@dataclass(slots=True)
class Thread:
    """Sightings taken for one claim."""

    held: list[Held] = field(default_factory=list)


def held(sighting: Sighting, sides: Sides) -> Held:
    """Return a sighting with the actors of its places."""
    doc, mark = sighting.evidence.doc, sighting.mark
    return Held(
        sighting, _family(mark.type, mark.object), sides.actors(doc, mark.actor), sides.actors(doc, mark.recipient),
        sides.actor(doc, mark.source),
        sides.actors(doc, mark.to), tuple(actor for span in mark.via if (actor := sides.actor(doc, span))), mark.date, mark.done,
        words_of(sighting.evidence.quote),
    )  # fmt: skip


def _family(kind: str, thing: str) -> tuple[str, str]:
    """Return what two propositions must share: sending troops is one family, whether told as help or as posture."""
    if thing == "troops" and kind in ("AID", "MOBILIZE"):
        return "TROOPS", "troops"
    return kind, thing if kind in _BY_THING else ""


def threads(found: Sequence[Held], sides: Sides) -> list[Thread]:
    """Join sightings, earliest first; an answer joins what it answers."""
    made: list[Thread] = []
    by_family: dict[tuple[str, str], list[Thread]] = defaultdict(list)
    ordered = sorted(found, key=_order)
    for each in ordered:
        if each.sighting.mark.answers or not _has_sides(each):
            continue
        thread = next(
            (thread for thread in reversed(by_family[each.family]) if any(_joins(other, each, sides) for other in thread.held)), None
        )
        if thread is None:
            thread = Thread()
            made.append(thread)
            by_family[each.family].append(thread)
        thread.held.append(each)
    _answer([each for each in ordered if each.sighting.mark.answers], made, sides)
    return _reunited(made, sides)


def _reunited(made: list[Thread], sides: Sides) -> list[Thread]:
    """Let what a side confirms of itself join what it had denied of the same family, if just one thread is such."""
    kept: list[Thread] = []
    for thread in made:
        first = thread.held[0]
        party = sides.party(first.actor) if first.actor else ""
        denied = [other for other in made if other is not thread and _denies(other, first, party, sides)]
        if first.sighting.mark.stance == "confirm" and party in sides.parties(first.about) and len(denied) == 1:
            denied[0].held += thread.held
        else:
            kept.append(thread)
    return kept


def _denies(thread: Thread, first: Held, party: str, sides: Sides) -> bool:
    of_family = any(each.family == first.family and party in sides.parties(each.about) for each in thread.held)
    return of_family and any(each.sighting.mark.stance == "deny" and sides.party(each.actor) == party for each in thread.held)


def _has_sides(each: Held) -> bool:
    """Whether the parties of a proposition are known, and not one alone on both sides; a meeting takes two."""
    parties = {*each.about, *each.recipient}
    if each.about and set(each.about) == set(each.recipient):
        return False
    return len(parties) > (1 if each.family[0] == "CONSULT" else 0)


def _order(each: Held) -> tuple[object, ...]:
    return each.sighting.first or "9", each.sighting.evidence, each.sighting.mark.stance, each.family, each.about, each.recipient


def _joins(one: Held, other: Held, sides: Sides) -> bool:
    """Whether two propositions are taken for one: by family, parties and time."""
    if not _near(one, other, sides):
        return False
    if one.family[0] in _EQUAL:
        mine, theirs = (*one.about, *one.recipient), (*other.about, *other.recipient)
        return sides.matched(mine, theirs) > 1
    if not sides.matched(one.about, other.about):
        return False
    if one.family[0] == "ACCUSE":
        return alike(one.words, other.words)
    if one.recipient and other.recipient:
        return sides.matched(one.recipient, other.recipient) > 0
    if one.family in _STANDING:
        return True
    same_doc = one.sighting.evidence.doc == other.sighting.evidence.doc
    return not one.recipient and not other.recipient and (same_doc or alike(one.words, other.words))


def _near(one: Held, other: Held, sides: Sides) -> bool:
    """Whether two sightings may be of one deed by their days; of standing help, of one course of deeds.

    An article without a date is near only what lasts: help between powers, and their pacts.
    """
    mine, theirs = one.days, other.days
    if mine is None or theirs is None:
        is_pact = one.family[0] == "AGREE" and all(sides.is_power(actor) for each in (one, other) for actor in (*each.about, *each.recipient))
        return is_pact or one.family in _STANDING or one.sighting.evidence.doc == other.sighting.evidence.doc
    if one.done and other.done and one.family not in _STANDING:
        return mine.overlaps(theirs)
    is_course = one.family[0] in _VERBAL and all(sides.is_power(actor) for actor in (*one.about, *other.about))
    window = _LONG_DAYS if one.family in _STANDING else _VERBAL_DAYS if is_course else _SHORT_DAYS
    return _apart(mine, theirs) <= timedelta(days=window)


def _apart(mine: Days, theirs: Days) -> timedelta:
    if mine.overlaps(theirs):
        return timedelta()
    return max(mine.first - theirs.last, theirs.first - mine.last)


def _answer(answers: Iterable[Held], made: Sequence[Thread], sides: Sides) -> None:
    """Let each denial without content of its own join what was alleged, of its side, nearest before it in its article."""
    for answer in answers:
        place = answer.sighting.evidence
        party = sides.party(answer.actor)
        near: list[tuple[int, Thread]] = []
        for thread in made:
            for each in thread.held:
                there = each.sighting.evidence
                gap = place.span.start - there.span.end
                is_alleged = there.doc == place.doc and each.sighting.mark.stance in _ALLEGES and 0 <= gap <= _ANSWER_CHARS
                if is_alleged and party in sides.parties((*each.about, *each.recipient)) and sides.party(each.actor) != party:
                    near.append((gap, thread))
        if near:
            min(near, key=lambda item: item[0])[1].held.append(answer)
