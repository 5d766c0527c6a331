"""Who the mentions of one article are, given what all articles say of names and titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from selon.core.text import DocId, Span
from selon.folds.identity.again import Again
from selon.folds.identity.bodies import Bodies
from selon.folds.identity.describe import Sense, Senses
from selon.folds.identity.ground import Ground
from selon.folds.identity.names import Names
from selon.folds.identity.offices import Offices
from selon.folds.identity.officials import Officials
from selon.folds.identity.owners import Owners
from selon.folds.identity.people import People, name_key
from selon.folds.identity.seen import Article, Identity, Seen
from selon.folds.identity.several import each_of
from selon.folds.identity.told import Told
from selon.lang.actors import Knowledge
from selon.lang.match import fold


class World:
    """What all articles say together: full names, and who bears which title."""

    def __init__(self, articles: Iterable[Article], knowledge: Knowledge) -> None:
        self.knowledge, self.senses, self.offices = knowledge, Senses(knowledge), Offices(knowledge)
        self.people = People(frozenset(knowledge.genders), frozenset(knowledge.words.particles))
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
        self._take_names(Names(article, world.people, world.senses, world.offices))
        ground = Ground(article, self.named, self.borne, world.senses, world.offices, world.knowledge, self.decide)
        self.owners, self.again = Owners(ground), Again(ground)
        self.officials = Officials(ground, self.owners, world.bearer)
        self.bodies = Bodies(article, self.named, self.senses, world.knowledge)
        self.told = Told(article, self.named, self.borne, world.knowledge, self.owners.state_of)

    def _take_names(self, names: Names) -> None:
        """Decide on all names, and note the titles glued to them or set beside them."""
        for seen in self.article.seen:
            if seen.form != "description":
                self.named[seen.span] = names.of(seen)
                if seen.title:
                    self.borne.append((self._sense(seen.title), self.named[seen.span][0]))
        for seen in self.article.seen:
            if seen.form == "description" and seen.near in self.named and seen.near:
                self.borne.append((self._sense(seen.text), self.named[seen.near][0]))

    def decide(self, seen: Seen) -> list[tuple[Identity, str]]:
        """Return whom a mention stands for and why; several for "both countries", "the French and German ministers", one otherwise."""
        if seen.form != "description":
            return [self.named[seen.span]]
        if seen.near and seen.near in self.named:
            return [(self.named[seen.near][0], "actor.apposed")]
        if seen.ref:
            return [(("known", seen.ref), "actor.people")]
        if two := self.owners.two_states(seen) or self.told.both(seen):
            return [(identity, "actor.both") for identity in two]
        sense = self._sense(seen.text)
        if several := [self._one_of_several(*each) for each in each_of(seen, sense, self.world.knowledge)]:
            return several
        return [self._described(seen, sense)]

    def _sense(self, text: str) -> Sense:
        """Return what words say of somebody; a state that shares its seat with another is the one that stood when the article appeared."""
        sense = self.senses.of(text)
        state = self.world.offices.standing(sense.state, self.article.days)
        return sense if state == sense.state else replace(sense, state=state)

    def _described(self, seen: Seen, sense: Sense) -> tuple[Identity, str]:
        """Return whom a description means: the first of the ways of telling that finds somebody."""
        again, officials = self.again, self.officials
        told = (again.same_noun, again.same_words, again.wider, self.told.client, self.told.protagonist)
        persons = (officials.counterpart, officials.one_person, again.same_leader)
        official = (*persons, officials.government, officials.ministry, officials.of_a_state)
        ways = (officials.own_body, self.bodies.of, again.same_number, self.told.compatriot, *official, *told)
        found = (way(seen, sense) for way in ways)
        fitting = (each for each in found if each and (seen.kind != "person" or self.told.may_be(seen, each[0])))
        return next(fitting, (self._own(seen, sense), "actor.this-article"))

    def _one_of_several(self, seen: Seen, sense: Sense) -> tuple[Identity, str]:
        """Return whom a description of those of several states means of one of them; where nobody is known, whoever bears it there."""
        who, why = self._described(seen, sense)
        return (("of", sense.state, sense.head, sense.portfolio), "actor.of-a-state") if why == "actor.this-article" else (who, why)

    def _own(self, seen: Seen, sense: Sense) -> Identity:
        """Return an identity that holds in this article only: that of the words, or of the noun for people together."""
        words = sense.plain if seen.kind in ("person", "unit") else sense.head or sense.plain
        return ("here", self.article.doc, words or fold(seen.text))


def casts(world: World) -> Iterable[tuple[DocId, Seen, Identity, str]]:
    """Yield each mention with whom it stands for and why."""
    for cast in world.articles:
        for seen in cast.article.seen:
            for identity, why in cast.decide(seen):
                yield cast.article.doc, seen, identity, why
