"""Under which other names and writings an actor is to be looked for."""
from __future__ import annotations

from collections.abc import Iterator

from selon.core.dossier import Actor, Cast
from selon.core.queries import Query, asked
from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.lang.sounds import SHORTEST_KEY, Sounds, words

_MOST_WRITINGS = 12
_LENGTHS_APART_CHARS = 4


class Aliases:
    """Knows the names of a dossier's actors and of the knowledge base.

    A word of a query is also looked for in the writings of names that sound like it; a query that is the whole
    name of one actor also under the others. Two actors of one name expand nothing: which is meant is not known.
    """

    def __init__(self, cast: Cast, knowledge: Knowledge, sounds: Sounds) -> None:
        self.cast, self.knowledge, self.sounds = cast, knowledge, sounds
        self._seats = {_plain(name) for state in knowledge.states for name in (*state.capital, *state.seats)}

    def query(self, text: str) -> Query:
        """Return a query with all the writings and names that it may be met under."""
        typed = asked(text)
        whole = " ".join(term[0] for term in typed.terms)
        return Query(tuple((term[0], *self._writings(term[0])) for term in typed.terms), self._instead(whole))

    def _writings(self, term: str) -> tuple[str, ...]:
        """Return the words of names that sound like a word, without those that folding makes one with it."""
        key = self.sounds.key(term) if " " not in term else ""
        if not key:
            return ()
        alike: dict[str, str] = {}
        for word in self._name_words():
            if abs(len(word) - len(term)) <= _LENGTHS_APART_CHARS and len(word) >= SHORTEST_KEY and self.sounds.key(word) == key:
                alike.setdefault(fold(word), word)
        alike.pop(fold(term), None)
        return tuple(alike[word] for word in sorted(alike))[:_MOST_WRITINGS]

    def _name_words(self) -> Iterator[str]:
        """Yield the capitalised words of all names, each once."""
        seen: set[str] = set()
        for name in self._all_names():
            for word in words(name):
                if word[0].isupper() and word not in seen:
                    seen.add(word)
                    yield word

    def _all_names(self) -> Iterator[str]:
        for actor in self.cast.actors:
            yield from (actor.name, *(variant for variant, _ in actor.variants))
        for office in self.knowledge.offices:
            yield from office.names
        for _, names in self._bodies():
            yield from names

    def _instead(self, name: str) -> tuple[str, ...]:
        """Return the other names of the only actor that goes by a name; none if none or several do."""
        wanted = _plain(name)
        known = {id for id, names in self._known() if wanted in map(_plain, names)}
        actors = {actor.id: actor for actor in self.cast.actors if wanted in map(_plain, self._own_names(actor))}
        ids = known | actors.keys()
        if len(ids) != 1:
            return ()
        (id,) = ids
        names = [name for other, names in self._known() if other == id for name in names]
        names += self._own_names(actors[id]) if id in actors else []
        found = {_plain(each): each for each in names}
        found.pop(wanted, None)
        return tuple(found[each] for each in sorted(found))[:_MOST_WRITINGS]

    def _known(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield id and names of all that the knowledge base has."""
        for office in self.knowledge.offices:
            yield office.person, office.names
        yield from self._bodies()

    def _bodies(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        rows = [*((row.id, row.names) for row in self.knowledge.states), *((row.id, row.names) for row in self.knowledge.bodies)]
        return ((id, tuple(name.rstrip("!") for name in names)) for id, names in rows)

    def _own_names(self, actor: Actor) -> list[str]:
        """Return the names that articles use for an actor: no descriptions, no capitals, of a person no family name alone."""
        names = [actor.name, *(variant for variant, _ in actor.variants)]
        return [name for name in names if self._is_name(name) and (actor.kind != "person" or len(name.split()) > 1)]

    def _is_name(self, name: str) -> bool:
        first = _plain(name).split(" ", maxsplit=1)[0]
        return name[:1].isupper() and first not in self.knowledge.words.determiners and _plain(name) not in self._seats


def _plain(name: str) -> str:
    return " ".join(fold(name).rstrip("!").split())
