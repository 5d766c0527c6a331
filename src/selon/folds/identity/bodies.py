"""Which body of an article a noun stands for: "la cour", "le groupe", "la même source", "un média d'État"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from selon.core.text import Span
from selon.folds.identity.describe import Sense, Senses
from selon.folds.identity.seen import Article, Identity, Seen
from selon.lang.actors import Knowledge
from selon.lang.match import fold

Found = tuple[Identity, str] | None
"""Whom a mention stands for, and why."""

_WORD = re.compile(r"\w+")
BODIES = ("agency", "outlet", "organisation")
_TOLD = (*BODIES, "group")
"""Kinds that one noun may stand for, alone or with an adjective ("le mouvement islamiste")."""


class Bodies:
    """The bodies that an article names, and the nouns that may stand for each: in its name, before it or beside it."""

    def __init__(self, article: Article, named: dict[Span, tuple[Identity, str]], senses: Senses, knowledge: Knowledge) -> None:
        self.article, self.named, self.senses, self.knowledge = article, named, senses, knowledge
        self.by_noun: dict[str, list[tuple[Span, Identity]]] = defaultdict(list)
        for seen in article.seen:
            if seen.kind in _TOLD and seen.form == "name" and seen.span in named:
                for noun in self._nouns(seen):
                    self.by_noun[noun].append((seen.span, named[seen.span][0]))
            elif seen.form == "description" and seen.kind in _TOLD and seen.near in named and seen.near:
                self.by_noun[senses.of(seen.text).head].append((seen.near, named[seen.near][0]))

    def of(self, seen: Seen, sense: Sense) -> Found:
        """Return whom a description of a body means: one told of before, the state's own, or the one that bears the noun."""
        words = self.knowledge.words
        kinds = ("outlet", *BODIES) if seen.kind == "outlet" else BODIES
        if fold(seen.text) in words.same_source and (last := self._last(seen, kinds)):
            return last, "actor.same-source"
        is_official = seen.kind in ("agency", "outlet", "group") and any(word in sense.plain for word in words.official)
        agency = self._state_agency(sense) if is_official else None
        if agency:
            return agency, "actor.state-agency"
        is_one = seen.kind in _TOLD and sense.definite and not sense.plural
        owned = fold(seen.text).startswith(words.possessives)
        body = self._of_noun(seen, sense) if is_one and (sense.is_bare or (sense.is_short and not owned)) else None
        return (body, "actor.noun-of-body") if body else None

    def _nouns(self, seen: Seen) -> set[str]:
        """Return the nouns that the name of a body begins with, by any of its names, and that of the title glued to it."""
        names = (seen.text, *self.knowledge.body_names.get(seen.ref, ())) if seen.ref else (seen.text,)
        heads = {sense.head for name in names if (sense := self.senses.of(name)).head and fold(name).startswith(sense.head)}
        title = {self.senses.of(seen.title).head} - set(self.knowledge.words.sides) if seen.title else set[str]()
        party = set(self.knowledge.words.parties) if not heads and seen.ref in self.knowledge.chaired else set()
        return (heads | party | title) - {""}

    def _of_noun(self, seen: Seen, sense: Sense) -> Identity | None:
        """Return the body that bears a noun: the last named before, or the only one; for a company's noun, the article's only body."""
        found = [(span, who) for span, who in self.by_noun.get(sense.head, ()) if not sense.state or self._state(who) in ("", sense.state)]
        before = [who for span, who in found if span.end <= seen.span.start]
        if sense.plain in self.knowledge.names_with_states:
            return None
        if not sense.is_bare:
            return before[-1] if len(set(before)) == 1 else self._only_international(seen, sense)
        if before or len({who for _, who in found}) == 1:
            return before[-1] if before else found[0][1]
        if sense.head in (*self.knowledge.words.presses, *self.knowledge.words.stations):
            return self._last_outlet(seen, sense)
        return self._only_company() if sense.head in self.knowledge.words.companies else self._only_international(seen, sense)

    def _last_outlet(self, seen: Seen, sense: Sense) -> Identity | None:
        """Return the outlet named last before "le journal", "la radio", if its name is none of the other sort."""
        who = self._last(seen, ("outlet",)) if not fold(seen.text).startswith(self.knowledge.words.possessives) else None
        if who is None:
            return None
        names = self.knowledge.body_names.get(who[1], ()) if who[0] == "known" else who
        aired = bool(set(_WORD.findall(fold(" ".join(names)))) & set(self.knowledge.words.aired))
        return who if aired == (sense.head in self.knowledge.words.stations) else None

    def _only_international(self, seen: Seen, sense: Sense) -> Identity | None:
        """Return the only body of the tables and of no state that was named before "l'organisation", "l'organisation régionale"."""
        before = (other for other in self.article.seen if other.span.end <= seen.span.start and other.kind == "organisation" and other.ref)
        known = {other.ref for other in before if other.ref not in self.knowledge.owners}
        is_named = sense.head in self.knowledge.words.international and not sense.state and len(known) == 1
        return ("known", known.pop()) if is_named else None

    def _only_company(self) -> Identity | None:
        """Return the only body named in the article, if nothing says that it is another thing than a company."""
        named = {self.named[other.span][0] for other in self.article.seen if other.kind == "organisation" and other.span in self.named}
        told = {who for noun, found in self.by_noun.items() if noun not in self.knowledge.words.companies for _, who in found}
        return next(iter(named)) if len(named) == 1 and not named & told else None

    def _state(self, who: Identity) -> str:
        return self.knowledge.owners.get(who[1], "") if who[0] == "known" else ""

    def _last(self, seen: Seen, kinds: Sequence[str] = BODIES) -> Identity | None:
        """Return the body of these kinds that was named last before a mention; one of an earlier kind before others."""
        before = [other for other in self.article.seen if other.span.end <= seen.span.start and other.span in self.named]
        for kind in kinds:
            found = [other for other in before if other.kind == kind]
            if found:
                return self.named[found[-1].span][0]
        return None

    def _state_agency(self, sense: Sense) -> Identity | None:
        """Return the only agency or outlet that the article names of the state that "un média d'État" is of."""
        owners = self.knowledge.owners
        named = {seen.ref for seen in self.article.seen if seen.kind in ("agency", "outlet") and seen.ref and owners.get(seen.ref)}
        own = {ref for ref in named if not sense.state or owners[ref] == sense.state}
        states = {seen.ref for seen in self.article.seen if seen.kind == "state"}
        near = {ref for ref in own if owners[ref] in states}
        return ("known", near.pop()) if len(near) == 1 else None
