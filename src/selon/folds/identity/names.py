"""Whom a name means: a person by all the names that articles give, a body by what the article spells out."""

from __future__ import annotations

from functools import cached_property

from selon.folds.identity.describe import Senses
from selon.folds.identity.offices import Offices
from selon.folds.identity.people import Key, People, acronyms, is_initial, name_key
from selon.folds.identity.seen import Article, Identity, Seen


class Names:
    """Decides on the names of one article."""

    def __init__(self, article: Article, people: People, senses: Senses, offices: Offices) -> None:
        self.article, self.people, self.senses, self.offices = article, people, senses, offices

    def of(self, seen: Seen) -> tuple[Identity, str]:
        """Return whom a name stands for, and why."""
        if seen.ref:
            return ("known", seen.ref), "actor.known"
        key = name_key(seen.text)
        if seen.kind != "person":
            return self._whole_body(seen, key)
        key = self.people.without_particle(key)
        is_anybody = is_initial(key) and len(self._families(key[0][0])) > 1
        whole, why = (key, "actor.single-name") if is_anybody else self.people.whole(self.article.doc, key)
        if whole == key and len(key) == 1:
            whole = self._of_one_family(seen, key)
        offices = self.offices
        person = offices.person(whole) or offices.by_slug("-".join(whole)) or self._of_family(whole, seen.title)
        if person:
            return ("known", person), "actor.holder-of-office"
        is_this_article = is_initial(whole) or (len(whole) == 1 and seen.civility)
        return (("here", self.article.doc, whole[0]) if is_this_article else ("person", *whole)), why

    def _families(self, initial: str) -> set[str]:
        """Return the last words of the article's names that begin with a letter: which of them an initial is nobody can tell from two."""
        names = [name_key(other.text) for other in self.article.seen if other.form == "name" and other.kind == "person"]
        return {name[-1] for name in names if name and not is_initial(name) and name[-1][0] == initial}

    def _of_one_family(self, seen: Seen, key: Key) -> Key:
        """Return who of several of one family in the article is meant: the only one whom "M." or "Mme" suits, else who leads a state."""
        knowledge = self.senses.knowledge
        family = [full for full in self.people.full[self.article.doc] if key[0] in (full[0], full[-1])]
        leaders = [full for full in family if self.offices.person(full) in knowledge.leading]
        is_woman = seen.civility in knowledge.words.civilities_feminine
        suited = [full for full in family if seen.civility and (knowledge.genders.get(full[0]) == "f") == is_woman]
        if len(suited) == 1 and any(full not in suited for full in family):
            return suited[0]
        meant = [full for full in family if full not in leaders] if is_woman else leaders
        return meant[0] if len(meant) == len(leaders) == 1 else key

    def _of_family(self, whole: Key, title: str) -> str:
        """Return who held office and has a family name alone: in a state that the article tells of, or by the title glued to the name."""
        if len(whole) > 1 or whole[0] in self.people.given:
            return ""
        return self.offices.by_family(whole[0], self.article.days, self.states, self.senses.of(title).plain)

    @cached_property
    def states(self) -> frozenset[str]:
        """The states that the article tells of: by their names, by people of the table of offices, and the one it is mostly about."""
        refs = {seen.ref for seen in self.article.seen if seen.ref}
        people = {self.offices.person(name_key(seen.text)) for seen in self.article.seen if seen.form == "name" and seen.kind == "person"}
        return frozenset({self.article.home, *refs, *map(self.offices.owner, {*refs, *people})} - {""})

    def _whole_body(self, seen: Seen, key: Key) -> tuple[Identity, str]:
        """Return the body of a name: for an acronym, the one that the article spells out so."""
        short = next((other for other in self.article.seen if other.ref and other.span == seen.beside), None)
        full = next((other for other in self.article.seen if other.beside == seen.span), None)
        if short or full:
            return (("known", short.ref) if short else ("body", *name_key(full.text if full else ""))), "actor.acronym"
        spelt_out = any(other.near == seen.span for other in self.article.seen if other.form == "description")
        if len(key) == 1 and seen.text.isupper() and not spelt_out:
            for other in self.article.seen:
                words = name_key(other.text)
                if other.form == "name" and other.kind != "person" and len(words) > 1 and key[0] in acronyms(words):
                    return (("known", other.ref) if other.ref else ("body", *words)), "actor.acronym"
        return ("body", *key), "actor.same-name"
