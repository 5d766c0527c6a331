"""For whom an actor speaks: a minister, a ministry, troops and an official agency for their state."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from selon.core.days import Days
from selon.core.dossier import Actor
from selon.core.roles import Role, Side
from selon.folds.identity.describe import Sense, Senses
from selon.folds.identity.offices import Offices
from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.lang.roles import Spokes
from selon.lang.rows import Office


class Sides:
    """Decides by titles in the articles, by the tables of bodies and offices, and by the words of descriptions, in that order."""

    def __init__(self, knowledge: Knowledge, spokes: Spokes) -> None:
        self.knowledge, self.spokes, self.senses = knowledge, spokes, Senses(knowledge)
        self.table = Offices(knowledge)
        self.states = frozenset(row.id for row in knowledge.states)
        self.offices: dict[str, list[Office]] = {}
        for row in knowledge.offices:
            self.offices.setdefault(row.person, []).append(row)

    def of(self, actor: Actor, roles: Iterable[Role] = (), days: Days | None = None) -> tuple[Side, ...]:
        """Return the parties of an actor, each once; none where nothing tells one.

        roles: those of the actor by the articles
        days:  when the articles that mention it were published, for the table of offices; ``None`` if unknown
        """
        found: dict[str, Side] = {}
        for side in self._all(actor, tuple(roles), days):
            first = found.setdefault(side.party, side)
            if first.why == side.why:
                found[side.party] = _joined(first, side)
        return tuple(found.values())

    def told_by(self, words: str, kind: str, days: Days | None = None, *, owner: str = "") -> str:
        """Return the state that words say their bearer acts for: an office, a voice or a force of it; empty for just one of its people.

        days:  when that was written
        owner: the state that a possessive before them means ("son représentant à l'ONU")
        """
        sense = self.senses.of(words)
        noun = self.knowledge.nouns.get(sense.head) or self.knowledge.nouns.get(fold(words).split(" ")[0])
        acts = kind == "unit" or sense.head in ("leader", "ministre") or bool(noun and noun.rank == "office")
        is_its = fold(words).split(" ")[0] in self.knowledge.words.possessives and not self._is_apart(words)
        state = sense.state or (owner if is_its else "")
        return self.table.standing(state, days) if acts or self._is_voice(sense, kind) else ""

    def owner(self, id: str, days: Days | None) -> str:
        """Return the state that a body or a person of the tables acts for; of a person, as the office was held in those days."""
        found = [party for party, _ in filter(None, (self._of_body(id),))]
        found += [side.party for side in self._by_office(id, days) if side.party in self.states]
        armed = self.knowledge.kinds.get(id) in ("group", "unit")
        return next(iter(found), self.knowledge.owners.get(id, "") if armed else "")

    def speaks_for_state(self, title: str) -> bool:
        """Whether who bears a title speaks for the state in it."""
        words = self.senses.of(title).plain
        return words.startswith(self.spokes.titles) and not any(word in words.split() for word in self.spokes.not_for_state)

    def _all(self, actor: Actor, roles: tuple[Role, ...], days: Days | None) -> Iterator[Side]:
        if actor.id in self.states:
            yield self._side(actor.id, "side.state")
        elif actor.kind == "person":
            yield from self._by_title(roles)
            yield from self._by_office(actor.id, days)
        elif party := self._of_body(actor.id):
            yield self._side(*party)
        if actor.kind != "state":
            yield from self._by_words(actor)

    def _by_title(self, roles: tuple[Role, ...]) -> Iterator[Side]:
        for role in roles:
            if role.held == "now" and role.state and self.speaks_for_state(role.title):
                yield self._side(role.state, "side.title", role)

    def _by_office(self, person: str, days: Days | None) -> Iterator[Side]:
        """Yield the states and bodies whose offices the person held when the articles were published."""
        for row in self.offices.get(person, ()):
            first, last = Days.parse(row.from_), Days.parse(row.to) if row.to else None
            if row.state and days and (first is None or first.first <= days.last) and (last is None or days.first <= last.last):
                yield Side(self._party(row.state), self.knowledge.labels[self._party(row.state)], row.from_, row.to, "side.office")

    def _of_body(self, body: str) -> tuple[str, str] | None:
        owner = self.knowledge.owners.get(body, "")
        if owner and body in self.spokes.organs:
            return owner, "side.organ"
        if owner and body in self.spokes.state_media:
            return owner, "side.state-media"
        slugs = self.knowledge.portfolios.values()
        owners = (state for state in self.states if body.startswith(f"{state}-") and body[len(state) + 1 :] in slugs)
        state = next(owners, "")
        return (state, "side.ministry") if state else None

    def _by_words(self, actor: Actor) -> Iterator[Side]:
        """Yield the state that a description names: "l'armée russe", "un responsable américain"."""
        for words, _ in actor.variants:
            sense = self.senses.of(words)
            if sense.state and self._is_voice(sense, actor.kind) and not self._is_apart(words):
                yield self._side(sense.state, "side.words")

    def _is_voice(self, sense: Sense, kind: str) -> bool:
        """Whether a description's noun is of those who speak or act for a state."""
        heads = self.spokes.titles if kind == "person" else self.spokes.collectives
        return not sense.former and (sense.plain.startswith(heads) or sense.head in heads)

    def _is_apart(self, words: str) -> bool:
        return any(word in fold(words).split() for word in self.spokes.not_for_state)

    def _party(self, state: str) -> str:
        """Return the state of a body that is an organ of one; the body itself otherwise."""
        return self.knowledge.owners.get(state, state) if state in self.spokes.organs else state

    def _side(self, party: str, why: str, role: Role | None = None) -> Side:
        name = self.knowledge.labels.get(party, party)
        return Side(party, name, role.first, role.last, why, role.evidence) if role else Side(party, name, "", "", why)


def _joined(one: Side, other: Side) -> Side:
    """Return one party told twice in the same way: from the earlier time to the later."""
    first = min((day for day in (one.first, other.first) if day), default="")
    goes_on = one.why == "side.office" and not (one.last and other.last)
    last = "" if goes_on else max(one.last, other.last)
    return Side(one.party, one.name, first, last, one.why, tuple(sorted({*one.evidence, *other.evidence})))
