"""What threads are made of: sightings whose actors are known, and threads of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from selon.core.claims import Sighting
from selon.core.days import Days
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.words import figures_of, words_of

Names = tuple[str, ...]

VERBAL = frozenset(["ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"])
EQUAL = frozenset(["AGREE", "CONSULT", "COOPERATE"])
SHORT_DAYS = 10
"""So many days apart, two tellings may be of one deed."""
_ID = re.compile("c[0-9a-f]{10}")
_OF_BLAME = frozenset(["allege", "suspect", "deny", "confirm"])
_BY_THING = frozenset(["AID", "REQUEST", "SANCTION"])


@dataclass(frozen=True, slots=True)
class Held:
    """A sighting with its actors known.

    days: of the deed, else of the act, else of publication
    appeared: the first day on which the article may have been published
    figures: the numbers that its words have
    gist: what tells the deed, apart from who takes part
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
    appeared: Days | None
    figures: frozenset[str] = frozenset()
    gist: frozenset[str] = frozenset()
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
    """Return a sighting with the actors of its places. Nobody is blamed by or for themselves: such a word was misread.

    Who calls something so is its subject for sure, whoever else was read as the doer of what it is called.
    """
    doc, mark = sighting.evidence.doc, sighting.mark
    about, recipient = parties.actors(doc, mark.actor), parties.actors(doc, mark.recipient)
    source, to, quote = parties.actor(doc, mark.source), parties.actors(doc, mark.to), sighting.evidence.quote
    if mark.stance in _OF_BLAME and set(about) == set(recipient):
        recipient = ()
    if mark.stance == "allege" and source in about:
        about, source = (tuple(each for each in about if each != source), source) if mark.why.endswith(".attribute") else (about, "")
    via = tuple(actor for span in mark.via if (actor := parties.actor(doc, span)))
    return Held(
        sighting, _family(mark.type, mark.object), about, recipient, source, to, via, mark.date, mark.done, words_of(quote),
        _days(sighting), Days.parse(sighting.first), figures_of(quote), frozenset(mark.gist),
    )  # fmt: skip


def by_date(each: Held) -> tuple[object, ...]:
    """Sort key of the entries of a claim."""
    days = each.days
    return str(days.first) if days else "9", each.sighting.first or "9", each.sighting.evidence, each.sighting.mark.stance


def is_claim_id(name: str) -> bool:
    """Whether a name is written as ``entry_id`` writes them: the id of an entry, or of the claim that it begins."""
    return _ID.fullmatch(name) is not None


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
    """Return what two propositions must share: troops or arms sent somewhere are one family, told as help or as posture.

    A thing that is only the deed itself ("adopter des sanctions") tells nothing more.
    """
    if kind == thing.upper().removesuffix("S"):
        return kind, ""
    if thing in ("troops", "weapons") and kind in ("AID", "MOBILIZE"):
        return "FORCES", thing
    return kind, thing if kind in _BY_THING else ""


def apart(mine: Days, theirs: Days) -> timedelta:
    """Return how long it is from one to the other."""
    if mine.overlaps(theirs):
        return timedelta()
    return max(mine.first - theirs.last, theirs.first - mine.last)
