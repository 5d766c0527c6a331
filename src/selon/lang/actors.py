"""Who acts in the news: states, bodies, ministries, and the nouns that describe people."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Literal

from selon.lang import load
from selon.lang.actor_words import Words
from selon.lang.known import Known, by_first_word, every, first_word, without_article
from selon.lang.match import fold, fold_accents
from selon.lang.rows import Body, GivenName, GroupNoun, Kind, Ministry, Office, State, Title


@dataclass(frozen=True, slots=True)
class Noun:
    """A describing noun, by whichever of its forms: its head form and what it describes."""

    head: str
    kind: Kind
    rank: Literal["office", "rank", "role", "group"]


@dataclass(frozen=True)
class Knowledge:
    """The tables, and their look-ups on folded text."""

    states: tuple[State, ...]
    bodies: tuple[Body, ...]
    ministries: tuple[Ministry, ...]
    titles: tuple[Title, ...]
    groups: tuple[GroupNoun, ...]
    given: tuple[GivenName, ...]
    offices: tuple[Office, ...]
    words: Words

    @classmethod
    def read(cls, root: Traversable) -> Knowledge:
        """Read the tables of a pack."""
        return cls(
            load.table(root / "states.tsv", State),
            load.table(root / "bodies.tsv", Body),
            load.table(root / "ministries.tsv", Ministry),
            load.table(root / "titles.tsv", Title),
            load.table(root / "groups.tsv", GroupNoun),
            load.table(root / "given_names.tsv", GivenName),
            load.table(root / "offices.tsv", Office),
            load.toml(root / "words.toml", Words),
        )

    @cached_property
    def proper(self) -> tuple[Known, ...]:
        """Every proper name of the tables."""
        return tuple(every(self.states, self.bodies, self.offices))

    @cached_property
    def names(self) -> dict[str, tuple[Known, ...]]:
        """Known names, accents folded, by their first word; the longest first."""
        return by_first_word(self.proper)

    @cached_property
    def contracted(self) -> dict[str, dict[str, tuple[Known, ...]]]:
        """By a preposition that holds an article ("au"): the names that begin with that article, without it, by their first word."""
        fused = ((self.words.fused_singular, "Le "), (self.words.fused_plural, "Les "))
        return {word: without_article(self.proper, article) for words, article in fused for word in words}

    def known(self, text: str) -> Known | None:
        """Return what a whole text is the name of, a weak name too; ``None`` if the tables do not know it."""
        folded = fold_accents(text)
        return next((known for known in self.names.get(first_word(folded), ()) if known.name == folded), None)

    @cached_property
    def demonyms(self) -> dict[str, str]:
        """Folded demonym, hyphens as spaces, to the id of its state; the first state listed where two share one."""
        found: dict[str, str] = {}
        for state in self.states:
            for form in state.demonyms:
                found.setdefault(fold(form).replace("-", " "), state.id)
        return found

    @cached_property
    def demonyms_of_women(self) -> frozenset[str]:
        """Folded demonyms of one woman that are of no man."""
        men = {fold(form) for state in self.states for form in state.demonyms[::4]}
        return frozenset(fold(form) for state in self.states for form in state.demonyms[1::4]) - men

    @cached_property
    def folded_states(self) -> dict[str, str]:
        """Folded names of states, of bodies with a known head and of those named after a state, to their ids; the longest first.

        Weak names are left out.
        """
        headed = {office.state for office in self.offices} | self._after_states
        cities = set(self.folded_seats)
        named = [(state.id, state.names) for state in self.states] + [(body.id, body.names) for body in self.bodies if body.id in headed]
        rows = [(fold(name), id) for id, names in named for name in names if not name.endswith("!") and fold(name) not in cities]
        return dict(sorted(rows, key=lambda row: -len(row[0])))

    @cached_property
    def _after_states(self) -> frozenset[str]:
        """The bodies that have the name of a state in theirs ("France 2"): what is of them is not of the state."""
        own = {fold(name) for state in self.states for name in state.names if not name.endswith("!")}
        return frozenset(body.id for body in self.bodies for name in body.names if own & set(fold(name).split(" ")))

    @cached_property
    def folded_seats(self) -> dict[str, str]:
        """Folded capitals and palaces to the ids of their states, without the weak ones; the longest first."""
        rows = [(fold(name), state.id) for state in self.states for name in (*state.capital, *state.seats) if not name.endswith("!")]
        found: dict[str, str] = {}
        for name, state in sorted(rows, key=lambda row: -len(row[0])):
            found.setdefault(name, state)
        return found

    @cached_property
    def rivals(self) -> dict[str, tuple[str, ...]]:
        """Each state that shares its seat with others, which came before or after it, to these."""
        found: dict[str, dict[str, None]] = {}
        for state in self.states:
            for name in (*state.capital, *state.seats):
                found.setdefault(name, {})[state.id] = None
        return {state: tuple(other for other in same if other != state) for same in found.values() if len(same) > 1 for state in same}

    @cached_property
    def places(self) -> dict[str, str]:
        """Folded words that point at a state by themselves: names, capitals and demonyms of one word, without the weak ones."""
        found = {demonym: state for demonym, state in self.demonyms.items() if " " not in demonym}
        found.update({demonym.replace(" ", "-"): state for demonym, state in self.demonyms.items() if " " in demonym})
        states = {state.id for state in self.states}
        found.update(
            {name: state for name, state in {**self.folded_states, **self.folded_seats}.items() if " " not in name and state in states}
        )
        return found

    @cached_property
    def nouns(self) -> dict[str, Noun]:
        """Every folded form of a title or of a group noun."""
        found = {head: Noun(head, "person", "office") for head in (*self.words.leaders, *self.words.diplomacy)}
        for title in self.titles:
            for form in (title.title, *title.forms):
                found.setdefault(fold(form), Noun(fold(title.title), "person", title.kind))
        for group in self.groups:
            for form in (group.noun, *group.forms):
                if fold(form) in self.words.not_actors:
                    continue
                found.setdefault(fold(form), Noun(fold(group.noun), group.kind, "group"))
        return {**{f"ex-{form}": noun for form, noun in found.items() if noun.kind == "person"}, **found}

    @cached_property
    def noun_starts(self) -> frozenset[str]:
        """The first word of every form of a describing noun, up to a hyphen or an apostrophe."""
        return frozenset(form.replace("-", " ").replace("'", " ").split()[0] for form in self.nouns)

    @cached_property
    def speaking(self) -> frozenset[str]:
        """Folded forms of every noun of the tables: what may be the subject of a verb of saying."""
        return frozenset(
            fold(form) for forms in ([row.forms for row in self.titles] + [row.forms for row in self.groups]) for form in forms
        ) | frozenset(self.nouns)

    @cached_property
    def portfolios(self) -> dict[str, str]:
        """Folded name of a portfolio to its slug."""
        return {fold(name): ministry.slug for ministry in self.ministries for name in ministry.names}

    @cached_property
    def genders(self) -> dict[str, str]:
        return {fold(row.name): row.gender for row in self.given}

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """The kind of every id in the tables."""
        people: dict[str, Kind] = {row.person: "person" for row in self.offices}
        return {**people, **{state.id: "state" for state in self.states}, **{body.id: body.kind for body in self.bodies}}

    @cached_property
    def owners(self) -> dict[str, str]:
        """The state of each body that is one state's."""
        return {body.id: body.state for body in self.bodies if body.state}

    @cached_property
    def homes(self) -> dict[str, str]:
        """The state of each body that is one state's, and of each person who held office in one or in a body of it."""
        states = {state.id for state in self.states}
        people = {row.person: self.owners.get(row.state, row.state) for row in reversed(self.offices)}
        return {**{person: state for person, state in people.items() if state in states}, **self.owners}

    @cached_property
    def leading(self) -> frozenset[str]:
        """Those who led a state, by the table of offices."""
        return frozenset(row.person for row in self.offices if row.office in ("head-of-state", "head-of-government"))

    @cached_property
    def own_bodies(self) -> dict[tuple[str, str], str]:
        """The bodies that a state's adjective names, by state and folded noun: ("france", "senat") for "Sénat français"."""
        found: dict[tuple[str, str], str] = {}
        for body in self.bodies:
            for name in body.names if body.state else ():
                words = fold(name.rstrip("!")).split(" ")
                kept = [word for word in words if self.demonyms.get(word.replace("-", " ")) != body.state]
                if len(kept) < len(words):
                    found.setdefault((body.state, " ".join(kept)), body.id)
        return found

    @cached_property
    def names_with_states(self) -> frozenset[str]:
        """Words of several that are some state's body's name with its adjective: another's is no body named before."""
        return frozenset(words for _, words in self.own_bodies if " " in words)

    @cached_property
    def chaired(self) -> frozenset[str]:
        """The bodies of one state that the table of offices gives a chair: parties."""
        return frozenset(office.state for office in self.offices if office.office == "chair") & frozenset(self.owners)

    @cached_property
    def body_names(self) -> dict[str, tuple[str, ...]]:
        """The names of each body."""
        return {body.id: tuple(name.rstrip("!") for name in body.names) for body in self.bodies}

    @cached_property
    def labels(self) -> dict[str, str]:
        """The usual French name of every id in the tables."""
        people = {row.person: row.names[0] for row in reversed(self.offices)}
        named = [(row.id, row.names) for row in self.states] + [(row.id, row.names) for row in self.bodies]
        return {**people, **{id: names[0].rstrip("!") for id, names in named}}
