"""Whom a description means by a state: its government, its ministries, its troops, and those who bear an office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from selon.folds.identity.bodies import Found
from selon.folds.identity.describe import LEADER, Sense
from selon.folds.identity.ground import Ground
from selon.folds.identity.owners import Owners
from selon.folds.identity.seen import Identity, Seen
from selon.lang.match import fold


class Officials:
    """Finds the states, bodies of states and officials that one article describes."""

    def __init__(self, ground: Ground, owners: Owners, bearer: Callable[[Sense], Identity | None]) -> None:
        """``bearer``: who alone bears an office in all articles."""
        self.ground, self.article, self.senses = ground, ground.article, ground.senses
        self.offices, self.knowledge = ground.offices, ground.knowledge
        self.owners, self.bearer = owners, bearer
        self.persons = frozenset(identity[1] for identity, _ in ground.named.values() if identity[0] == "known")

    def one_person(self, seen: Seen, sense: Sense) -> Found:
        """Who bears a title, of the state of who says it where they call it theirs ("notre président")."""
        is_ours = fold(seen.text).startswith(self.knowledge.words.first_person) and sense.plain.startswith(self.knowledge.words.posts)
        if seen.kind != "person" or not (sense.definite or (is_ours and sense.is_office)):
            return None
        is_owned = not is_ours and fold(seen.text).startswith(self.knowledge.words.possessives)
        is_under = is_owned and (sense.portfolio != "" or sense.plain in self.knowledge.words.under)
        owner = "" if sense.state else self.owners.of_speaker(seen) if is_ours else self.owners.owner(seen) if is_under else ""
        return self._holder(replace(sense, state=owner) if owner else sense, is_owned=is_owned)

    def government(self, seen: Seen, sense: Sense) -> Found:
        """A government, regime or country: the state, by its adjective, by whose it is, or the one the article is about."""
        is_ally = sense.head in self.knowledge.words.states_by_noun and sense.is_bare
        if is_ally and sense.state and fold(seen.text).startswith(self.knowledge.words.possessives):
            return ("known", sense.state), "actor.government"
        if seen.kind != "state" and sense.head not in self.knowledge.words.countries:
            return None
        if not sense.state and (sense.plural or seen.text[0].isdigit()):
            return None
        is_home = sense.definite or fold(seen.text).startswith(self.knowledge.words.possessives)
        named = sense.state or self.owners.of_person(seen) or self.owners.owner(seen) or self.owners.host(seen)
        state = named or (self.article.home or self.owners.last_government(seen, sense) if is_home else "")
        return (("known", state), "actor.government") if state else None

    def ministry(self, seen: Seen, sense: Sense) -> Found:
        if not sense.portfolio or sense.head not in self.knowledge.words.ministries:
            return None
        state = sense.state or self.owners.last_ministry(seen) or self.article.home
        return (("known", f"{state}-{sense.portfolio}"), "actor.ministry") if state else None

    def of_a_state(self, seen: Seen, sense: Sense) -> Found:
        """Troops, people and bodies of a state: one each for every state and noun; of bodies, for all their words."""
        if seen.kind not in ("unit", "group", "organisation"):
            return None
        owner = sense.state or self.owners.unit_owner(seen, sense) or self._home(seen, sense)
        is_of_men = seen.sender and sense.head in self.knowledge.words.troopers
        name = sense.plain if seen.kind == "organisation" and not sense.is_bare else "troupe" if is_of_men else sense.head
        portfolio = "" if sense.head in self.knowledge.words.troops else sense.portfolio
        return (("of", owner, name, portfolio), "actor.of-a-state") if owner else None

    def _home(self, seen: Seen, sense: Sense) -> str:
        """Return the state that the article is about, for a body that a state has one of ("le Parlement")."""
        is_one = sense.definite and sense.is_bare and not sense.plural and sense.head in self.knowledge.words.national
        return self.article.home if is_one else ""

    def own_body(self, seen: Seen, sense: Sense) -> Found:
        """The body of a state that its adjective names: of the state told, or of the one that the article is about."""
        owner = sense.state or (self.article.home if sense.definite else "")
        known = self.knowledge.own_bodies.get((owner, sense.plain)) if seen.kind not in ("person", "state") else None
        return (("known", known), "actor.of-a-state") if known else None

    def counterpart(self, seen: Seen, sense: Sense) -> Found:
        """Return who holds in another state the office of whoever was told of last ("son homologue suédois")."""
        if sense.head not in self.knowledge.words.counterparts or not sense.state or self.article.days is None or sense.plural:
            return None
        people = [other for other in self.ground.before(seen) if other.kind == "person"]
        whom = self.ground.decide(people[-1])[0][0] if people else ("", "")
        titles = self.offices.titles(whom[1], self.article.days) if whom[0] == "known" else ()
        found = self.offices.holder(sense.state, titles, self.article.days, self.persons) if titles else ""
        return (("known", found), "actor.counterpart") if found and found != whom[1] else None

    def _holder(self, sense: Sense, *, is_owned: bool = False) -> Found:
        """Return whom a description of one person means: a bearer of the title here, a holder of the office, a bearer elsewhere.

        is_owned: whether a possessive tells that it is an office under somebody: not of the state that the article is about
        """
        if found := self._own_head(sense):
            return found
        titles = [(other, who) for other, who in self.ground.borne if sense.fits(other) and self._may_lead(sense, other)]
        here = [(other, who) for other, who in titles if sense.agrees(other)]
        state = "" if sense.former else sense.state or ("" if is_owned or self._is_of_a_town(sense) else self.article.home)
        days, is_told = self.article.days, sense.state != ""
        office = self.offices.holder(state, self._plains(sense), days, self.persons, is_told=is_told) if state else ""
        if here and not (office in self.persons and self._leads_body(here[-1][0], sense)):
            return here[-1][1], "actor.title-here"
        if office:
            return ("known", office), "actor.holder-of-office"
        if elsewhere := self.bearer(sense):
            return elsewhere, "actor.title-elsewhere"
        compatible = [who for other, who in titles if sense.portfolio == other.portfolio != "" or sense.head == LEADER]
        return (compatible[-1], "actor.title-here") if compatible else None

    def _own_head(self, sense: Sense) -> Found:
        """Return whom the article names and whom alone an epithet is for, or who is the head of state that the press need not place.

        That one is meant where the article is of no one state.
        """
        words, home = self.knowledge.words, self.article.home
        sole = self.offices.sole(sense.plain) if sense.plain in words.epithets else ""
        if sole in self.persons:
            return ("known", sole), "actor.holder-of-office"
        if home or sense.state or sense.former or sense.plain not in words.own_heads:
            return None
        held = (self.offices.holder(state, (sense.plain,), self.article.days, self.persons, is_told=False) for state in words.own_states)
        found = next((person for person in held if person in self.persons), "")
        return (("known", found), "actor.holder-of-office") if found else None

    def _is_of_a_town(self, sense: Sense) -> bool:
        return sense.is_bare and sense.head in self.knowledge.words.mayors

    def _leads_body(self, title: Sense, sense: Sense) -> bool:
        """Whether a title is of one who leads a body, where a description tells of a leader and not of which body."""
        return sense.head == LEADER and title.state != "" and title.state not in self.offices.own_states and sense.state != title.state

    def _may_lead(self, sense: Sense, title: Sense) -> bool:
        """Whether who leads a body may be meant by a noun for a leader: by the same word alone ("la présidente" of a party)."""
        return not self._leads_body(title, sense) or title.plain.startswith(sense.plain + " ")

    def _plains(self, sense: Sense) -> tuple[str, ...]:
        """Return the words by which the table of offices may know a description: its own, before its body, the noun for any leader."""
        is_leader = sense.head == LEADER and sense.state != ""
        own = (sense.plain, self.senses.before_owner(sense))
        return (*own, self.knowledge.words.leaders[0]) if is_leader else own
