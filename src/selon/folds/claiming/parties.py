"""Who is of one party in a dossier, and who belongs together. For whom words and bodies speak, ``folds/sides.py`` decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from selon.core.claims import Sightings, Voice
from selon.core.dossier import ActorMention, Cast
from selon.core.lines import Who
from selon.core.marks import Part
from selon.core.text import DocId, Span

_RELAYS = ("agency", "outlet")


class Parties:
    """The actors and parties of a dossier, by place."""

    def __init__(self, sightings: Sightings, cast: Cast) -> None:
        self.who = Who.of(cast)
        self.kinds = {actor.id: actor.kind for actor in cast.actors}
        self.named = {mention.actor for mention in cast.mentions if mention.form != "description"}
        self.beside = frozenset(_beside(cast))
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for home in sightings.homes:
            actor = self.who.actor(home.doc, home.span)
            if actor and self.kinds.get(actor) not in _RELAYS:
                told[actor][home.state] += 1
        self.apart = frozenset(actor for voice in sightings.voices if (actor := self.who.actor(voice.doc, voice.span)))
        self.clients = self._clients(sightings.voices)
        self.homes = dict(sightings.bodies)
        self.homes |= {actor: min(counts.items(), key=lambda item: (-item[1], item[0]))[0] for actor, counts in told.items()}

    def _clients(self, voices: Iterable[Voice]) -> dict[str, str]:
        """Return for whom each speaks who speaks for one person alone."""
        found: dict[str, set[str]] = defaultdict(set)
        for voice in voices:
            found[self.who.actor(voice.doc, voice.span)].add(self.who.actor(voice.doc, voice.of))
        only = {actor: next(iter(whom)) for actor, named in found.items() if len(whom := named - {"", actor}) == 1}
        return {actor: whom for actor, whom in only.items() if actor}

    def actor(self, doc: DocId, span: Span | None) -> str:
        return self.who.actor(doc, span)

    def actors(self, doc: DocId, parts: Sequence[Part]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(actor for part in parts if (actor := part.ref or self.who.actor(doc, part.span))))

    def party(self, actor: str) -> str:
        """Return the side that an actor speaks for: its state if it has one, else the person whom it defends, else itself."""
        return self.homes.get(actor) or self.clients.get(actor, actor)

    def of(self, actors: Iterable[str]) -> frozenset[str]:
        return frozenset(self.party(actor) for actor in actors)

    def matched(self, mine: Sequence[str], theirs: Sequence[str]) -> int:
        """Count the actors of one side that are on the other too: the same, or a state and one who speaks for it; not two of its people."""
        left, count = list(theirs), 0
        for one in mine:
            twin = next((other for other in left if one == other), None) or next(
                (other for other in left if self.party(one) == other or self.party(other) == one), None
            )
            if twin:
                left.remove(twin)
                count += 1
        return count

    def are_two(self, actors: Sequence[str]) -> bool:
        """Whether actors stand on two sides: not one alone, nor a state and its own people."""
        return any(one != other and self.party(one) != other and self.party(other) != one for one in actors for other in actors)

    def are_two_people(self, one: str, others: Sequence[str]) -> bool:
        """Whether somebody is but another person of the same side: what is alleged of one of them need not be answered by the other."""
        own = [other for other in others if self.party(other) == self.party(one)]
        are_people = all(self.kinds.get(each) == "person" for each in (one, *own))
        return are_people and not self.matched((one,), own)

    def are_one_kind(self, one: str, other: str) -> bool:
        """Whether two actors may be one by what they are."""
        return self.kinds.get(one) == self.kinds.get(other)

    def is_power(self, actor: str) -> bool:
        """Whether an actor is a state, or speaks for one."""
        return self.kinds.get(actor) == "state" or actor in self.homes

    def name(self, actor: str) -> str:
        return self.who.names.get(actor, actor)

    def names(self, actors: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.name(actor) for actor in actors)


def _beside(cast: Cast) -> Iterator[str]:
    """Yield those whose description names somebody else: "la voisine de Marie Dupont" is not the one who is named."""
    last: ActorMention | None = None
    for mention in sorted(cast.mentions, key=lambda each: (each.doc, each.span.start, -each.span.end)):
        if last and mention.doc == last.doc and last.span.contains(mention.span) and mention.actor != last.actor:
            if mention.form == "name" and mention.kind == "person":
                yield last.actor
        else:
            last = mention if mention.form == "description" and mention.kind == "person" else None
