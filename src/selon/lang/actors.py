"""Who acts in the news: states, bodies, ministries, and the nouns that describe people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from selon.lang import load
from selon.lang.match import fold, fold_accents

Kind = Literal["person", "state", "organisation", "agency", "outlet", "group", "unit"]


class State(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A state, its names, what stands for its government, and its demonyms."""

    id: str
    iso3: str
    wikidata: str
    names: tuple[str, ...]
    capital: tuple[str, ...]
    seats: tuple[str, ...]
    demonyms: tuple[str, ...]


class Body(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An organisation, outlet, agency or group known by a proper name. ``state``: whose it is, if one state's."""

    id: str
    kind: Kind
    state: str
    wikidata: str
    names: tuple[str, ...]


class Ministry(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A portfolio: what a ministry and its minister are called after."""

    slug: str
    names: tuple[str, ...]


class Title(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A noun for what one person is: ``office`` has one holder at a time, ``rank`` and ``role`` many."""

    title: str
    kind: Literal["office", "rank", "role"]
    forms: tuple[str, ...]


class GroupNoun(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A noun for people together, or for one person without a name."""

    noun: str
    kind: Kind
    forms: tuple[str, ...]


class GivenName(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    name: str
    gender: Literal["m", "f", "u"]


class Office(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Who held a public office of a state or body, from when to when (ISO 8601; ``to`` is empty while it lasts).

    titles: the nouns by which the press describes the holder, without the state's adjective
    """

    person: str
    names: tuple[str, ...]
    state: str
    office: str
    titles: tuple[str, ...]
    from_: str = msgspec.field(name="from")
    to: str


class Words(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """``words.toml``: the small words that reading actors depends on, by what they are for."""

    civilities: tuple[str, ...]
    civilities_feminine: tuple[str, ...]
    civilities_lawyers: tuple[str, ...]
    particles: tuple[str, ...]
    determiners: tuple[str, ...]
    determiners_masculine: tuple[str, ...]
    determiners_feminine: tuple[str, ...]
    of_anybody: tuple[str, ...]
    possessives: tuple[str, ...]
    posted: tuple[str, ...]
    places_before: tuple[str, ...]
    place_heads: tuple[str, ...]
    power_heads: tuple[str, ...]
    country_heads: tuple[str, ...]
    office_heads: tuple[str, ...]
    building_heads: tuple[str, ...]
    way_heads: tuple[str, ...]
    way_prepositions: tuple[str, ...]
    between: tuple[str, ...]
    without_article: tuple[str, ...]
    assailing: tuple[str, ...]
    seat_heads: tuple[str, ...]
    restricting: tuple[str, ...]
    media: tuple[str, ...]
    members_before: tuple[str, ...]
    present_endings: tuple[str, ...]
    infinitive_ending: str
    stative: tuple[str, ...]
    deciding: tuple[str, ...]
    willing: tuple[str, ...]
    scenes: tuple[str, ...]
    reaching: tuple[str, ...]
    list_joints: tuple[str, ...]
    list_marks: tuple[str, ...]
    power_prepositions: tuple[str, ...]
    list_prepositions: tuple[str, ...]
    giving: tuple[str, ...]
    class_words: tuple[str, ...]
    press_heads: tuple[str, ...]
    fused_singular: tuple[str, ...]
    fused_plural: tuple[str, ...]
    not_names: tuple[str, ...]
    both_parties: tuple[str, ...]
    both_people: tuple[str, ...]
    speaking_for: frozenset[str]
    never_blamed: frozenset[str]
    clients: tuple[str, ...]
    leaders: tuple[str, ...]
    heads: tuple[str, ...]
    posts: tuple[str, ...]
    diplomacy: tuple[str, ...]
    troops: tuple[str, ...]
    bodies_by_noun: tuple[str, ...]
    feminine_titles: tuple[str, ...]
    same_source: tuple[str, ...]
    with_capital: tuple[str, ...]
    counts: tuple[str, ...]
    charges: tuple[str, ...]
    elided: tuple[str, ...]
    one_person: tuple[str, ...]
    charging: tuple[str, ...]
    platforms: tuple[str, ...]
    mayors: tuple[str, ...]
    numbers: tuple[str, ...]
    quantities: tuple[str, ...]
    former: tuple[str, ...]
    of_powers: tuple[str, ...]
    suspects: tuple[str, ...]
    copula: tuple[str, ...]
    protagonists: tuple[str, ...]
    told_before: tuple[str, ...]
    ministries: tuple[str, ...]
    companies: tuple[str, ...]
    international: tuple[str, ...]
    presses: tuple[str, ...]
    stations: tuple[str, ...]
    aired: tuple[str, ...]
    sides: tuple[str, ...]
    parties: tuple[str, ...]
    never_short: tuple[str, ...]
    portfolio_titles: tuple[str, ...]
    in_charge: tuple[str, ...]
    joints: tuple[str, ...]
    official: tuple[str, ...]
    human_endings: tuple[str, ...]
    not_people: tuple[str, ...]
    countries: tuple[str, ...]
    governments: tuple[str, ...]
    not_actors: tuple[str, ...]
    wider: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a proper name stands for. ``weak`` names are also ordinary words; ``rivals`` are other ids that share it."""

    name: str
    ref: str
    kind: Kind
    form: Literal["name", "capital", "seat"]
    weak: bool
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noun:
    """A describing noun, by whichever of its forms: its head form and what it describes."""

    head: str
    kind: Kind
    rank: Literal["office", "rank", "role", "group"]


_WORD = re.compile(r"[^\W_]+")


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
    def names(self) -> dict[str, tuple[Known, ...]]:
        """Known names, accents folded, by their first word; the longest first."""
        found: dict[str, dict[str, Known]] = {}
        for known in self._known():
            same = found.setdefault(_WORD.search(known.name)[0], {})  # type: ignore[index]
            first = same.setdefault(known.name, known)
            if first.ref != known.ref:
                same[known.name] = replace(first, rivals=(*first.rivals, known.ref))
        return {word: tuple(sorted(names.values(), key=lambda known: -len(known.name))) for word, names in found.items()}

    @cached_property
    def contracted(self) -> dict[str, dict[str, tuple[Known, ...]]]:
        """By a preposition that holds an article ("au"): the names that begin with that article, without it, by their first word."""
        found: dict[str, dict[str, list[Known]]] = {}
        for prepositions, article in ((self.words.fused_singular, "Le "), (self.words.fused_plural, "Les ")):
            for known in self._known():
                rest = known.name.removeprefix(article)
                if rest != known.name and rest[0].isupper():
                    for preposition in prepositions:
                        by_word = found.setdefault(preposition, {})
                        by_word.setdefault(_WORD.search(rest)[0], []).append(replace(known, name=rest))  # type: ignore[index]
        return {
            preposition: {word: tuple(sorted(names, key=lambda known: -len(known.name))) for word, names in by_word.items()}
            for preposition, by_word in found.items()
        }

    def known(self, text: str) -> Known | None:
        """Return what a whole text is the name of, a weak name too; ``None`` if the tables do not know it."""
        folded = fold_accents(text)
        first = _WORD.search(folded)
        return next((known for known in self.names.get(first[0], ()) if known.name == folded), None) if first else None

    def _known(self) -> Iterator[Known]:
        for state in self.states:
            for form, names in (("name", state.names), ("capital", state.capital), ("seat", state.seats)):
                yield from (_known(name, state.id, "state", form) for name in names)
        for body in self.bodies:
            yield from (_known(name, body.id, body.kind, "name") for name in body.names)
        for office in self.offices:
            yield from (_known(name, office.person, "person", "name") for name in office.names)

    @cached_property
    def demonyms(self) -> dict[str, str]:
        """Folded demonym, hyphens as spaces, to the id of its state; the first state listed where two share one."""
        found: dict[str, str] = {}
        for state in self.states:
            for form in state.demonyms:
                found.setdefault(fold(form).replace("-", " "), state.id)
        return found

    @cached_property
    def folded_states(self) -> dict[str, str]:
        """Folded names of states and of bodies with a known head, without the weak ones, to their ids; the longest first."""
        headed = {office.state for office in self.offices}
        cities = set(self.folded_seats)
        named = [(state.id, state.names) for state in self.states] + [(body.id, body.names) for body in self.bodies if body.id in headed]
        rows = [(fold(name), id) for id, names in named for name in names if not name.endswith("!") and fold(name) not in cities]
        return dict(sorted(rows, key=lambda row: -len(row[0])))

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


def _known(name: str, ref: str, kind: Kind, form: str) -> Known:
    return Known(fold_accents(name.rstrip("!")), ref, kind, form, name.endswith("!"))  # type: ignore[arg-type]
