"""Whom a noun goes on with: somebody the article has told of before ("l'accusé", "son client", "les deux hommes")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from selon.core.text import Span
from selon.folds.identity.bodies import Found
from selon.folds.identity.describe import LEADER, Sense
from selon.folds.identity.seen import Article, Identity, Seen
from selon.lang.actors import Knowledge
from selon.lang.match import fold, fold_case

_RECENT_CHARS = 700
_OUTNUMBERS = 2


class Told:
    """The people that an article names, in the order of the text."""

    def __init__(
        self,
        article: Article,
        named: dict[Span, tuple[Identity, str]],
        borne: Sequence[tuple[Sense, Identity]],
        knowledge: Knowledge,
        state_of: Callable[[Seen], str],
    ) -> None:
        """``borne``: who bears which title in the article; ``state_of``: the state of somebody named."""
        self.doc, self.knowledge, self.state_of = article.doc, knowledge, state_of
        self.people = [
            (seen, named[seen.span][0]) for seen in article.seen if seen.kind == "person" and seen.form == "name" and seen.span in named
        ]
        self.described = [seen for seen in article.seen if seen.kind == "person" and seen.form == "description"]
        self.leading = {identity for title, identity in borne if title.head == LEADER and not title.former}
        self.official = {identity for sense, identity in borne if not sense.former}
        self.defenders = {who for seen, who in self.people if seen.civility in knowledge.words.civilities_lawyers}
        self.genders = {who: gender for seen, who in self.people if (gender := self._of_name(seen))}

    def protagonist(self, seen: Seen, sense: Sense) -> Found:
        """Return the only person who may be meant: named of late, else in all of the article so far; a suspect without a name otherwise."""
        words = self.knowledge.words
        goes_on, is_public = sense.head in words.protagonists, sense.plain.startswith(words.politicians)
        is_told = sense.definite and (sense.former or goes_on or is_public)
        if seen.kind != "person" or not is_told or fold(seen.text).startswith(words.possessives):
            return None
        before = [(other, who) for other, who in self.people if other.span.end <= seen.span.start and self._agrees(seen, who)]
        people = {who for other, who in before if seen.span.start - other.span.end <= _RECENT_CHARS}
        if goes_on and not is_public and (len(people) != 1 or not sense.former):
            people = self._private(people or {who for _, who in before})
        if len(people) == 1:
            is_new = self._is_new(seen, before[-1][0])
            return (("here", self.doc, sense.plain), "actor.this-article") if is_new else (people.pop(), "actor.goes-on")
        is_suspect = sense.head in words.suspects and not sense.former
        return (("here", self.doc, words.suspects[0]), "actor.this-article") if is_suspect else None

    def _is_new(self, seen: Seen, named: Seen) -> bool:
        """Whether somebody without a name was brought up by the same noun behind the last name ("un homme ... Cet homme")."""
        noun = fold(seen.text).split(" ")[-1]
        between = (each for each in self.described if named.span.end <= each.span.start and each.span.end <= seen.span.start)
        return any(fold(each.text).split(" ")[1:] == [noun] and not self._is_definite(each) for each in between)

    def _is_definite(self, seen: Seen) -> bool:
        return fold(seen.text).startswith(self.knowledge.words.one_person)

    def client(self, seen: Seen, sense: Sense) -> Found:
        """Return whom a lawyer's client is: the one named far more often than others, officials and lawyers left out."""
        is_ones_own = fold(seen.text).startswith(self.knowledge.words.possessives)
        if sense.head not in self.knowledge.words.clients or sense.plural or not is_ones_own:
            return None
        counts = Counter(who for _, who in self.people if self._private({who}) and self._agrees(seen, who)).most_common(2)
        clear = counts and (len(counts) == 1 or counts[0][1] >= _OUTNUMBERS * counts[1][1])
        return (counts[0][0], "actor.client") if clear else None

    def both(self, seen: Seen) -> list[Identity]:
        """Return the two people of "les deux hommes": the only two named of late."""
        if not fold(seen.text).startswith(self.knowledge.words.both_people):
            return []
        recent = [who for other, who in self.people if 0 <= seen.span.start - other.span.end <= _RECENT_CHARS]
        found = list(dict.fromkeys(recent))
        if len(found) > 2 and fold(seen.text) in self.knowledge.words.both_leaders:
            found = [who for who in found if who in self.leading or who[1] in self.knowledge.leading]
        return found if len(found) == 2 else []

    def compatriot(self, seen: Seen, _: Sense) -> Found:
        """Return whom of those named "la Suédoise" means: the one of that state who was named last."""
        words = fold(seen.text).replace("'", "' ").split(" ", maxsplit=1)
        determiner, people = words[0], words[-1]
        state = self.knowledge.demonyms.get(people.replace("-", " "))
        if seen.kind != "person" or not state or determiner not in self.knowledge.words.the:
            return None
        gender = "f" if people in self.knowledge.demonyms_of_women else "m"
        near = ((other, who) for other, who in reversed(self.people) if 0 <= seen.span.start - other.span.end <= _RECENT_CHARS)
        return next(((who, "actor.goes-on") for other, who in near if self._gender(who) == gender and self.state_of(other) == state), None)

    def _gender(self, who: Identity) -> str:
        """Return the gender of somebody by a civility, or by the given name."""
        name = self.knowledge.labels.get(who[1], "") if who[0] == "known" else who[1]
        return self.genders.get(who) or self.knowledge.genders.get(fold(name).split(" ")[0], "")

    def _private(self, people: set[Identity]) -> set[Identity]:
        """Return those who hold no office and defend nobody."""
        return {who for who in people if who[0] != "known" and who not in self.official and who not in self.defenders}

    def may_be(self, seen: Seen, who: Identity) -> bool:
        """Whether a description may be of somebody: one of a woman is of no man, though "le ministre" may be a woman."""
        of_woman = self._of_description(seen) == "f" and not set(fold(seen.text).split()) & set(self.knowledge.words.of_anybody)
        return not of_woman or self._gender(who) != "m"

    def _agrees(self, seen: Seen, who: Identity) -> bool:
        return {self._of_description(seen), self.genders.get(who, "")} != {"m", "f"}

    def _of_name(self, seen: Seen) -> str:
        """Return the gender that a civility or a given name tells; empty if none does."""
        words = self.knowledge.words
        if seen.civility in words.civilities_feminine:
            return "f"
        given = self.knowledge.genders.get(fold(seen.text).split()[0], "")
        return given if given in ("m", "f") else ""

    def _of_description(self, seen: Seen) -> str:
        """Return the gender of the first word; empty where an elision hides it."""
        first = fold_case(seen.text).split()[0]
        for gender, determiners in (("m", self.knowledge.words.determiners_masculine), ("f", self.knowledge.words.determiners_feminine)):
            if first in determiners:
                return gender
        return ""
