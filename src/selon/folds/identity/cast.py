"""Who the mentions of one article are, given what all articles say of names and titles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from selon.core.text import DocId, Span
from selon.folds.identity.bodies import Bodies, Found
from selon.folds.identity.describe import LEADER, Sense, Senses
from selon.folds.identity.offices import Offices
from selon.folds.identity.people import Key, People, acronyms, is_initial, name_key
from selon.folds.identity.seen import Article, Identity, Seen
from selon.folds.identity.told import Told
from selon.lang.actors import Knowledge
from selon.lang.match import fold

_NEAR_CHARS = 400
_SIDES = frozenset(["group", "unit", "organisation"])
"""Kinds of descriptions that may name whom somebody speaks for."""


class World:
    """What all articles say together: full names, and who bears which title."""

    def __init__(self, articles: Iterable[Article], knowledge: Knowledge) -> None:
        self.knowledge, self.senses, self.offices = knowledge, Senses(knowledge), Offices(knowledge)
        self.people = People(frozenset(knowledge.genders))
        self.bearers: dict[str, set[tuple[Sense, Identity]]] = defaultdict(set)
        articles = list(articles)
        for each in articles:
            for seen in each.seen:
                if seen.form == "name" and seen.kind == "person":
                    self.people.add(each.doc, name_key(seen.text))
        self.articles = [ArticleCast(each, self) for each in articles]
        for cast in self.articles:
            for sense, identity in cast.borne:
                self.bearers[sense.head].add((sense, identity))

    def bearer(self, sense: Sense) -> Identity | None:
        """Return the only one in all articles who bears just such an office of a state."""
        found = {
            identity
            for other, identity in self.bearers[sense.head]
            if sense.fits(other) and sense.state == other.state and sense.portfolio == other.portfolio
        }
        return found.pop() if sense.state and sense.is_office and len(found) == 1 else None


class ArticleCast:
    """Decides on the mentions of one article: names first, then what describes them."""

    def __init__(self, article: Article, world: World) -> None:
        self.article, self.world, self.senses = article, world, world.senses
        self.named: dict[Span, tuple[Identity, str]] = {}
        self.borne: list[tuple[Sense, Identity]] = []
        for seen in article.seen:
            if seen.form != "description":
                self.named[seen.span] = self._name(seen)
                if seen.title:
                    self.borne.append((self._sense(seen.title), self.named[seen.span][0]))
        for seen in article.seen:
            if seen.form == "description" and seen.near in self.named and seen.near:
                self.borne.append((self._sense(seen.text), self.named[seen.near][0]))
        self.bodies = Bodies(article, self.named, self.senses, world.knowledge)
        self.told = Told(article, self.named, self.borne, world.knowledge)
        self.persons = frozenset(identity[1] for identity, _ in self.named.values() if identity[0] == "known")

    def decide(self, seen: Seen) -> list[tuple[Identity, str]]:
        """Return whom a mention stands for and why; two for "both countries", one otherwise."""
        if seen.form != "description":
            return [self.named[seen.span]]
        if seen.near and seen.near in self.named:
            return [(self.named[seen.near][0], "actor.apposed")]
        if seen.ref:
            return [(("known", seen.ref), "actor.people")]
        if fold(seen.text) in self.world.knowledge.words.both_parties and (two := self._two_states()):
            return [(identity, "actor.both") for identity in two]
        if two := self.told.both(seen):
            return [(identity, "actor.both") for identity in two]
        return [self._described(seen, self._sense(seen.text))]

    def _sense(self, text: str) -> Sense:
        """Return what words say of somebody; a state that shares its seat with another is the one that stood when the article appeared."""
        sense = self.senses.of(text)
        state = self.world.offices.standing(sense.state, self.article.days)
        return sense if state == sense.state else replace(sense, state=state)

    def _name(self, seen: Seen) -> tuple[Identity, str]:
        if seen.ref:
            return ("known", seen.ref), "actor.known"
        key = name_key(seen.text)
        if seen.kind != "person":
            return self._whole_body(seen, key)
        whole, why = self.world.people.whole(self.article.doc, key)
        offices = self.world.offices
        person = offices.person(whole) or offices.by_slug("-".join(whole)) or self._of_family(whole, seen.title)
        if person:
            return ("known", person), "actor.holder-of-office"
        is_this_article = is_initial(whole) or (len(whole) == 1 and seen.civility)
        return (("here", self.article.doc, whole[0]) if is_this_article else ("person", *whole)), why

    def _of_family(self, whole: Key, title: str) -> str:
        """Return who held office and has a family name alone: in a state that the article tells of, or by the title glued to the name."""
        if len(whole) > 1 or whole[0] in self.world.people.given:
            return ""
        return self.world.offices.by_family(whole[0], self.article.days, self.states, self.senses.of(title).plain)

    @cached_property
    def states(self) -> frozenset[str]:
        """The states that the article tells of: by their names, by people of the table of offices, and the one it is mostly about."""
        refs = {seen.ref for seen in self.article.seen if seen.ref}
        people = {
            self.world.offices.person(name_key(seen.text)) for seen in self.article.seen if seen.form == "name" and seen.kind == "person"
        }
        return frozenset({self.article.home, *refs, *map(self.world.offices.owner, {*refs, *people})} - {""})

    def _whole_body(self, seen: Seen, key: Key) -> tuple[Identity, str]:
        """Return the body of a name: for an acronym, the one that the article spells out so."""
        spelt_out = any(other.near == seen.span for other in self.article.seen if other.form == "description")
        if len(key) == 1 and seen.text.isupper() and not spelt_out:
            for other in self.article.seen:
                words = name_key(other.text)
                if other.form == "name" and other.kind != "person" and len(words) > 1 and key[0] in acronyms(words):
                    return (("known", other.ref) if other.ref else ("body", *words)), "actor.acronym"
        return ("body", *key), "actor.same-name"

    def _described(self, seen: Seen, sense: Sense) -> tuple[Identity, str]:
        """Return whom a description means: the first of the ways of telling that finds somebody."""
        told = (self._same_noun, self._same_words, self._wider, self.told.client, self.told.protagonist)
        official = (self._one_person, self._same_leader, self._government, self._ministry, self._of_a_state)
        ways = (self.bodies.of, self._same_number, *official, *told)
        found = (way(seen, sense) for way in ways)
        fitting = (each for each in found if each and (seen.kind != "person" or self.told.may_be(seen, each[0])))
        return next(fitting, (self._own(seen, sense), "actor.this-article"))

    def _own(self, seen: Seen, sense: Sense) -> Identity:
        """Return an identity that holds in this article only: that of the words, or of the noun for people together."""
        words = sense.plain if seen.kind in ("person", "unit") else sense.head or sense.plain
        return ("here", self.article.doc, words or fold(seen.text))

    def _one_person(self, seen: Seen, sense: Sense) -> Found:
        return self._holder(sense) if seen.kind == "person" and sense.definite else None

    def _government(self, seen: Seen, sense: Sense) -> Found:
        """A government, regime or country: the state, by its adjective, by whose it is, or the one the article is about."""
        if seen.kind != "state" and sense.head not in self.world.knowledge.words.countries:
            return None
        if not sense.state and (sense.plural or seen.text[0].isdigit()):
            return None
        is_home = sense.definite or fold(seen.text).startswith(self.world.knowledge.words.possessives)
        named = sense.state or self._of_person(seen) or self._owner(seen) or self._host(seen)
        state = named or (self.article.home or self._last_government(seen, sense) if is_home else "")
        return (("known", state), "actor.government") if state else None

    def _last_government(self, seen: Seen, sense: Sense) -> str:
        """Return the state whose government, presidency or the like was told of last, for "l'exécutif"; empty for a country."""
        if sense.head not in self.world.knowledge.words.governments:
            return ""
        near = (other for other in reversed(self._before(seen)) if seen.span.start - other.span.end <= _NEAR_CHARS)
        told = (self.senses.of(other.text) for other in near if other.form == "description" and other.kind == "state")
        return next((known.state for known in told if known.state and known.head in self.world.knowledge.words.governments), "")

    def _of_person(self, seen: Seen) -> str:
        """Return the state of somebody named in a description ("l'armée de X", "le gouvernement de X"); empty if none is known."""
        inside = (other for other in self.article.seen if seen.span.contains(other.span) and other.form == "name")
        return next(filter(None, (self._state_of(other) for other in inside if other.kind == "person")), "")

    def _ministry(self, seen: Seen, sense: Sense) -> Found:
        state = sense.state or self.article.home
        is_ministry = sense.portfolio and state and sense.head in self.world.knowledge.words.ministries
        return (("known", f"{state}-{sense.portfolio}"), "actor.ministry") if is_ministry else None

    def _of_a_state(self, seen: Seen, sense: Sense) -> Found:
        """Troops, people and bodies of a state: one each for every state and noun."""
        if seen.kind not in ("unit", "group", "organisation"):
            return None
        owner = sense.state or self._unit_owner(seen, sense)
        return (("of", owner, sense.head, sense.portfolio), "actor.of-a-state") if owner else None

    def _same_noun(self, seen: Seen, sense: Sense) -> Found:
        """Whom the article last described by the noun that now stands alone ("ce professeur", "la cour", "ces journalistes")."""
        is_long = seen.kind == "person" and " " in sense.plain and sense.head != LEADER
        if not sense.is_bare or is_long or seen.kind == "unit" or not self._goes_on(seen, sense):
            return None
        for other in reversed(self._before(seen)):
            known = self.senses.of(other.text)
            is_same = other.kind == seen.kind and other.form == "description" and self._narrows(known.head, sense.head)
            agrees = known.plural == sense.plural and known.former == sense.former and self._may_lead(sense, known)
            if is_same and agrees and (known.plain != sense.plain or known.state):
                return self.decide(other)[0][0], "actor.same-noun"
        return None

    def _may_lead(self, sense: Sense, known: Sense) -> bool:
        """Whether a leader may be the one told of before: of a body, only by the same word ("la présidente du parti", "la présidente")."""
        of_body = known.of or (known.state and known.state not in self.world.offices.own_states)
        return sense.head != LEADER or not of_body or known.plain.startswith(sense.plain + " ")

    def _same_number(self, seen: Seen, sense: Sense) -> Found:
        """Those of the same noun whom the article counted alike before, where one of both tells no state ("trois avocats français")."""
        number = fold(seen.text).split()[0]
        if seen.kind != "group" or number not in self.world.knowledge.words.numbers:
            return None
        for other in self._before(seen):
            known = self.senses.of(other.text) if other.kind == "group" and fold(other.text).startswith(number + " ") else None
            if known and known.head == sense.head and bool(known.state) != bool(sense.state):
                return self.decide(other)[0][0], "actor.same-noun"
        return None

    def _same_words(self, seen: Seen, sense: Sense) -> Found:
        """Whom the article described before in words that hold all of these ("le porte-parole de X", "un porte-parole du président X")."""
        if seen.kind != "person" or not sense.of or not sense.definite or sense.former:
            return None
        words = self.senses.told_words(sense)
        for other in reversed(self._before(seen)):
            known = self.senses.of(other.text)
            alike = other.form == "description" and other.kind == "person" and known.head == sense.head
            if alike and not known.former and sense.state in ("", known.state) and words <= self.senses.told_words(known):
                return self.decide(other)[0][0], "actor.same-noun"
        return None

    def _wider(self, seen: Seen, sense: Sense) -> Found:
        """The only one whom the article gives a title that a wider noun takes in ("l'élu" for a mayor, "le diplomate" for an envoy)."""
        heads = self.world.knowledge.words.wider.get(sense.head, ())
        if seen.kind != "person" or not heads or not sense.definite or not sense.is_short or sense.former:
            return None
        told = {identity for title, identity in self.borne if title.head in heads and sense.state in ("", title.state)}
        people = (other for other in self._before(seen) if other.kind == "person" and seen.span.start - other.span.end <= _NEAR_CHARS)
        found = told if len(told) == 1 else told & {self.decide(other)[0][0] for other in people}
        return (found.pop(), "actor.wider-noun") if len(found) == 1 else None

    def _same_leader(self, seen: Seen, sense: Sense) -> Found:
        """Whom the article describes by the same title, where another word than a state narrows it ("le président démocrate")."""
        noun = sense.plain.split(" ")[0]
        if sense.head != LEADER or sense.state or sense.of or not sense.definite or sense.former or sense.plain == noun:
            return None
        others = [other for other in self._before(seen) if other.form == "description" and other.kind == "person"]
        alike = [other for other in others if (known := self.senses.of(other.text)).state and known.plain == noun and not known.former]
        found = {self.decide(other)[0][0] for other in alike}
        return (found.pop(), "actor.same-noun") if len(found) == 1 else None

    def _goes_on(self, seen: Seen, sense: Sense) -> bool:
        """Whether a description points back at somebody: of one by its determiner, of several by "ces" or "les"."""
        return sense.definite or fold(seen.text).startswith(self.world.knowledge.words.told_before)

    def _narrows(self, head: str, bare: str) -> bool:
        """Whether a noun is another, or a longer name of it ("cour d'assises", "cour")."""
        return head == bare or (head.startswith(bare + " ") and bare not in self.world.knowledge.words.never_short)

    def _before(self, seen: Seen) -> list[Seen]:
        return [other for other in self.article.seen if other.span.end <= seen.span.start]

    def _holder(self, sense: Sense) -> Found:
        """Return whom a description of one person means: a bearer of the title here, a holder of the office, a bearer elsewhere."""
        here = [identity for other, identity in self.borne if sense.fits(other) and sense.agrees(other)]
        if here:
            return here[-1], "actor.title-here"
        state = "" if sense.former else sense.state or self.article.home
        is_told = bool(sense.state)
        if state and (person := self.world.offices.holder(state, self._plains(sense), self.article.days, self.persons, is_told=is_told)):
            return ("known", person), "actor.holder-of-office"
        elsewhere = self.world.bearer(sense)
        if elsewhere:
            return elsewhere, "actor.title-elsewhere"
        compatible = [
            identity
            for other, identity in self.borne
            if sense.fits(other) and (sense.portfolio == other.portfolio != "" or sense.head == LEADER)
        ]
        return (compatible[-1], "actor.title-here") if compatible else None

    def _plains(self, sense: Sense) -> tuple[str, ...]:
        """Return the words by which the table of offices may know a description: its own, before its body, the noun for any leader."""
        is_leader = sense.head == LEADER and sense.state != ""
        own = (sense.plain, self.senses.before_owner(sense))
        return (*own, self.world.knowledge.words.leaders[0]) if is_leader else own

    def _owner(self, seen: Seen) -> str:
        """Return the state of the person named last before a possessive ("son pays"); empty if none is known."""
        if not fold(seen.text).startswith(self.world.knowledge.words.possessives):
            return ""
        spoken_for = ""
        for other in reversed(self._before(seen)):
            if other.kind == "person":
                if state := self._state_of(other):
                    return state
                spoken_for = spoken_for or self._side(seen)
            elif other.kind == "state" and other.form != "description" and other.ref:
                return spoken_for or other.ref
        return spoken_for

    def _state_of(self, person: Seen) -> str:
        """Return the state of a person by a title borne in the article, by the words of a description, or by an office known of."""
        identity = self.decide(person)[0][0]
        titles = [sense.state for sense, who in self.borne if who == identity and sense.state]
        state = titles[0] if titles else self.senses.of(person.text).state if person.form == "description" else ""
        return state or (self.world.offices.state(identity[1]) if identity[0] == "known" else "")

    def _side(self, seen: Seen) -> str:
        """Return the state of the delegation or the like told of last ("la délégation américaine"); empty if none was of late."""
        near = (other for other in reversed(self._before(seen)) if seen.span.start - other.span.end <= _NEAR_CHARS)
        sides = (self.senses.of(other.text).state for other in near if other.form == "description" and other.kind in _SIDES)
        return next(filter(None, sides), "")

    def _host(self, seen: Seen) -> str:
        """Return the state of whom a description around a mention is of ("KCNA, l'agence officielle du pays"); empty if none is known."""
        around = (other for other in self.article.seen if other.span != seen.span and other.span.contains(seen.span) and other.near)
        whom = next((self.named[other.near][0] for other in around if other.near in self.named), ("",))
        owner = self.world.knowledge.owners.get(whom[1]) or self.world.offices.state(whom[1]) if whom[0] == "known" else ""
        return owner or ""

    def _unit_owner(self, seen: Seen, sense: Sense) -> str:
        """Return the state of troops by whose they are, or told of before, for "l'armée", "ces soldats"; empty for "des soldats"."""
        folded = fold(seen.text)
        if seen.kind == "unit" and (owner := self._of_person(seen)):
            return owner
        if seen.kind != "unit" or not folded.startswith(self.world.knowledge.words.told_before):
            return ""
        if folded.startswith(self.world.knowledge.words.possessives) and (owner := self._owner(seen)):
            return owner
        before = [other for other in self._before(seen) if other.kind == "unit" and sense.is_bare]
        states = [known.state for other in before if (known := self.senses.of(other.text)).head == sense.head and known.state]
        return states[-1] if states else ""

    def _two_states(self) -> list[Identity]:
        """Return the two states that the article names most, if no third comes near."""
        states = Counter(seen.ref for seen in self.article.seen if seen.kind == "state" and seen.ref)
        ranked = sorted(states.items(), key=lambda item: (-item[1], item[0]))
        clear = len(ranked) == 2 or (len(ranked) > 2 and ranked[1][1] > ranked[2][1])
        return [("known", state) for state, _ in ranked[:2]] if clear else []


def casts(world: World) -> Iterable[tuple[DocId, Seen, Identity, str]]:
    """Yield each mention with whom it stands for and why."""
    for cast in world.articles:
        for seen in cast.article.seen:
            for identity, why in cast.decide(seen):
                yield cast.article.doc, seen, identity, why
