"""A cast that is being corrected: who stands at each place, found again by the places that tell an actor."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from selon.core.corrections import ActorRef, Anchor
from selon.core.dossier import CONFIRMED, Actor, ActorMention, Cast
from selon.core.text import DocId, Span
from selon.folds.identity.people import usual

Texts = Callable[[DocId], str | None]
"""The raw text of an article; ``None`` if the dossier does not have it."""


class Draft:
    """Actors and mentions as they are so far. An actor whose last mention goes, goes too."""

    def __init__(self, cast: Cast, texts: Texts) -> None:
        self.texts = texts
        self.actors = {actor.id: actor for actor in cast.actors}
        self._variants = {actor.id: Counter(dict(actor.variants)) for actor in cast.actors}
        self._recounted: set[str] = set()
        self._of: dict[str, set[ActorMention]] = {}
        self._at: dict[DocId, dict[Span, list[ActorMention]]] = {}
        for mention in cast.mentions:
            self._lay(mention)

    def cast(self) -> Cast:
        """Return what the draft has become."""
        for name in self._recounted & self.actors.keys():
            self.actors[name] = replace(self.actors[name], variants=_ranked(self._variants[name]))
        actors = tuple(sorted(self.actors.values(), key=lambda actor: actor.id))
        return Cast(actors, tuple(sorted(mention for found in self._of.values() for mention in found)))

    def holds(self, anchor: Anchor) -> bool:
        """Whether the words of an anchor stand where they stood."""
        return anchor.holds(self.texts(anchor.doc))

    def at(self, anchor: Anchor) -> tuple[ActorMention, ...]:
        """Return the mentions of just these words, else of the only words that hold them or lie in them; none if the text has changed."""
        if not self.holds(anchor) or anchor.span is None:
            return ()
        here = self._at.get(anchor.doc, {})
        if anchor.span in here:
            return tuple(here[anchor.span])
        near = [span for span in here if span.contains(anchor.span) or anchor.span.contains(span)]
        return tuple(here[near[0]]) if len(near) == 1 else ()

    def just_at(self, anchor: Anchor) -> tuple[ActorMention, ...]:
        """Return the mentions of just these words."""
        return tuple(self._at.get(anchor.doc, {}).get(anchor.span, ())) if anchor.span and self.holds(anchor) else ()

    def of(self, actor: str) -> frozenset[ActorMention]:
        """Return the mentions of an actor."""
        return frozenset(self._of.get(actor, ()))

    def who(self, ref: ActorRef) -> str:
        """Return the id of the actor that most of the places mention; the id it had decides a tie. Empty if they mention nobody."""
        if not ref.places:
            return ref.id
        votes = Counter(mention.actor for place in ref.places for mention in self.at(place))
        return min(votes, key=lambda name: (-votes[name], name != ref.id, name), default="")

    def put(self, actor: Actor) -> None:
        """Add an actor, or replace what is said of it; its variants are those of its mentions."""
        self._variants.setdefault(actor.id, Counter())
        self.actors[actor.id] = actor
        self._recounted.add(actor.id)

    def move(self, mentions: Iterable[ActorMention], actor: str) -> None:
        """Give mentions to another actor, as a person confirmed."""
        for mention in mentions:
            self.remove(mention)
            self.add(replace(mention, actor=actor, tier=CONFIRMED))

    def absorb(self, other: str, actor: str) -> None:
        """Give all mentions of one actor to another; words that stood for both stand for it once."""
        counts = self._variants[other].copy()
        for mention in self.of(other):
            if self._has(mention, actor):
                counts[self._words(mention)] -= 1
            self._lift(mention)
            if not self._has(mention, actor):
                self._lay(replace(mention, actor=actor))
        self._variants[actor].update(counts)
        self._recounted.add(actor)

    def add(self, mention: ActorMention) -> None:
        """Lay a mention of an actor that there is; nothing happens if the same words mention it already."""
        if not self._has(mention, mention.actor):
            self._lay(mention)
            self._count(mention, 1)

    def remove(self, mention: ActorMention) -> None:
        self._lift(mention)
        self._count(mention, -1)

    def drop_empty(self) -> None:
        """Take out actors that nothing mentions any more."""
        for name in [name for name, left in self._of.items() if not left]:
            self.actors.pop(name, None)
            self._variants.pop(name, None)
            del self._of[name]

    def name_of(self, mentions: Iterable[ActorMention]) -> str:
        """Return what to call an actor of such mentions: the usual one of their words, names before descriptions."""
        mentions = list(mentions)
        names = [each for each in mentions if each.form == "name"] or mentions
        return usual(Counter(self._words(each) for each in names).items())

    def _lay(self, mention: ActorMention) -> None:
        self._of.setdefault(mention.actor, set()).add(mention)
        self._at.setdefault(mention.doc, {}).setdefault(mention.span, []).append(mention)

    def _lift(self, mention: ActorMention) -> None:
        self._of[mention.actor].discard(mention)
        here = self._at[mention.doc]
        here[mention.span].remove(mention)
        if not here[mention.span]:
            del here[mention.span]

    def _has(self, mention: ActorMention, actor: str) -> bool:
        """Whether the words of a mention stand for an actor."""
        return any(other.actor == actor for other in self._at.get(mention.doc, {}).get(mention.span, ()))

    def _count(self, mention: ActorMention, by: int) -> None:
        self._variants.setdefault(mention.actor, Counter())[self._words(mention)] += by
        self._recounted.add(mention.actor)

    def _words(self, mention: ActorMention) -> str:
        return mention.span.of(self.texts(mention.doc) or "")


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(((name, count) for name, count in counts.items() if count > 0), key=lambda item: (-item[1], item[0])))
