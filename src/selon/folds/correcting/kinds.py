"""What a correction of each kind does to a cast."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from selon.core.corrections import ActorRef, Anchor, Correction, Kind
from selon.core.dossier import CONFIRMED, Actor, ActorMention
from selon.folds.correcting.draft import Draft
from selon.lang.match import fold

_SLUG_LIMIT_CHARS = 60
_OWN_DIGITS = 6


class OrphanedError(Exception):
    """What a correction holds on to is no longer there. The message says which, and why."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The mentions that a correction is about, after it, and how many of its places are no longer there."""

    mentions: frozenset[ActorMention]
    lost: int = 0


def merge(draft: Draft, entry: Correction) -> Touched:
    """Make the second actor the first."""
    kept, other = (_actor(draft, ref) for ref in entry.actors)
    if kept != other:
        draft.absorb(other, kept)
    _confirm(draft, kept, "corrected.merge")
    return Touched(draft.of(kept), _lost(draft, entry))


def split(draft: Draft, entry: Correction) -> Touched:
    """Give mentions to a new actor of their own, or to the one named."""
    found = _mentions(draft, entry)
    if len(entry.actors) > 1:
        target = _actor_or_known(draft, entry.actors[1])
    else:
        target = _slug(entry)
        kind = min(Counter(each.kind for each in found).items(), key=lambda item: (-item[1], item[0]))[0]
        draft.put(Actor(target, draft.name_of(found), kind, (), "corrected.split"))
        if entry.value != entry.actors[0].name:
            draft.put(replace(draft.actors[target], name=entry.value))
    draft.move(found, target)
    _confirm(draft, target, "corrected.split")
    return Touched(draft.of(target), _lost(draft, entry))


def rename(draft: Draft, entry: Correction) -> Touched:
    """Call an actor what a person calls it."""
    actor = _actor(draft, entry.actors[0])
    draft.put(replace(draft.actors[actor], name=entry.value, tier=CONFIRMED))
    return Touched(draft.of(actor), _lost(draft, entry))


def retype(draft: Draft, entry: Correction) -> Touched:
    """Make an actor what a person says it is."""
    actor = _actor(draft, entry.actors[0])
    draft.put(replace(draft.actors[actor], kind=entry.value, tier=CONFIRMED))
    return Touched(draft.of(actor), _lost(draft, entry))


def place(draft: Draft, entry: Correction) -> Touched:
    """Take out every mention at these words: they name a place, a thing, or nobody."""
    found = frozenset(mention for each in _there(draft, entry) for mention in draft.just_at(each))
    for mention in found:
        draft.remove(mention)
    return Touched(found, _lost(draft, entry))


def power(draft: Draft, entry: Correction) -> Touched:
    """Let these words stand for an actor, whoever stood there before."""
    (ref,) = entry.actors
    there, target = _there(draft, entry), _actor_or_known(draft, ref)
    for each in there:
        for mention in draft.just_at(each):
            draft.remove(mention)
        if each.span:
            draft.add(ActorMention(each.doc, each.span, target, "metonym", ref.kind, CONFIRMED))
    return Touched(draft.of(target), _lost(draft, entry))


KINDS: dict[Kind, Callable[[Draft, Correction], Touched]] = {
    Kind.MERGE: merge, Kind.SPLIT: split, Kind.RENAME: rename, Kind.RETYPE: retype, Kind.PLACE: place, Kind.POWER: power,
}  # fmt: skip


def _confirm(draft: Draft, actor: str, why: str) -> None:
    if actor in draft.actors:
        draft.put(replace(draft.actors[actor], tier=CONFIRMED, why=why))


def _actor(draft: Draft, ref: ActorRef) -> str:
    """Return the id of an actor that was pointed at.

    raises: OrphanedError if nothing tells it any more
    """
    found = draft.who(ref)
    if not found:
        gone = not any(draft.holds(place) for place in ref.places)
        raise OrphanedError(f"{ref.name}: {_where(ref)}" if gone else f"{ref.name}: nobody is mentioned there any more")
    return found


def _actor_or_known(draft: Draft, ref: ActorRef) -> str:
    """``_actor``, and one that only the knowledge base tells is added where the dossier does not have it yet."""
    if ref.places:
        return _actor(draft, ref)
    if ref.id not in draft.actors:
        draft.put(Actor(ref.id, ref.name, ref.kind, (), "corrected.known", CONFIRMED))
    return ref.id


def _where(ref: ActorRef) -> str:
    names = list(dict.fromkeys(place.article for place in ref.places))
    return f"the text of {', '.join(names)} has changed or is not here"


def _there(draft: Draft, entry: Correction) -> list[Anchor]:
    """Return the places whose words stand where they stood.

    raises: OrphanedError if none does
    """
    found = [each for each in entry.places if draft.holds(each)]
    if not found:
        names = ", ".join(dict.fromkeys(each.article for each in entry.places))
        raise OrphanedError(f"the text of {names} has changed or is not here")
    return found


def _mentions(draft: Draft, entry: Correction) -> list[ActorMention]:
    """Return the mentions that are to be split off: at each place that of the actor, where several stand there.

    raises: OrphanedError if there is none
    """
    source = draft.who(entry.actors[0])
    found: dict[ActorMention, None] = {}
    for each in _there(draft, entry):
        here = draft.at(each)
        found.update(dict.fromkeys([mention for mention in here if mention.actor == source] or here[:1]))
    if not found:
        raise OrphanedError("nobody is mentioned there any more")
    return list(found)


def _lost(draft: Draft, entry: Correction) -> int:
    return sum(not draft.holds(each) for each in entry.places)


def _slug(entry: Correction) -> str:
    """Return the id of an actor that a split makes: the same wherever the entry is replayed."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(entry.value)).strip("-")[:_SLUG_LIMIT_CHARS].strip("-") or "actor"
    return f"{words}-{entry.id[:_OWN_DIGITS]}"
