"""One identity for every actor, within an article and across all of them."""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.marks import Mention, Statement
from selon.core.text import DocId, Span
from selon.folds.identity.describe import Sense, Senses
from selon.folds.identity.people import People, name_key, usual
from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.lang.pack import Pack
from selon.plan import fold as folding

Identity = tuple[str, ...]
"""What makes two mentions one actor: ``("known", id)``, ``("person", "kim", "jong", "un")``, ``("here", doc, words)`` ..."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention, cut loose from its article: all that deciding on it needs."""

    doc: DocId
    span: Span
    text: str
    title: str
    near: Span | None
    form: str
    kind: str
    ref: str


@folding(needs=(Mention, Statement), reads=("actors",), version=1)
def actors(analyses: Iterable[Analysis], pack: Pack) -> Cast:
    """Return who the mentions of all articles are; the order of the articles makes no difference.

    Known names go by the knowledge base; people by their full name; a description by the
    name beside it, else by one who bears such a title in the article, else in the dossier.
    What fits nobody, or more than one, stays an actor of its own article.
    """
    seen = sorted((each for analysis in analyses for each in _seen(analysis)), key=lambda each: (each.doc, each.span))
    identities = _Identities(seen, pack.actors)
    found: dict[Identity, list[_Seen]] = defaultdict(list)
    whys: dict[Identity, str] = {}
    for each in seen:
        identity, why = identities.of(each)
        found[identity].append(each)
        whys.setdefault(identity, why)
    return _cast(found, whys, pack.actors)


def _seen(analysis: Analysis) -> Iterable[_Seen]:
    doc, raw = analysis.doc.id, analysis.doc.raw
    taken = set()
    for mention in analysis[Mention]:
        taken.add(mention.span)
        title = mention.near.of(raw) if mention.near and mention.form == "name" else ""
        yield _Seen(doc, mention.span, mention.span.of(raw), title, mention.near, mention.form, mention.kind, mention.ref)
    for statement in analysis[Statement]:
        for span in (statement.source, *statement.via):
            if span and span not in taken:
                taken.add(span)
                yield _Seen(doc, span, span.of(raw), "", None, "description", "person", "")


class _Identities:
    """Decides for each mention, having seen them all."""

    def __init__(self, seen: list[_Seen], knowledge: Knowledge) -> None:
        self.senses, self.people = Senses(knowledge), People()
        self.same_source = frozenset(knowledge.words.same_source)
        self.bodies: dict[DocId, list[tuple[Span, Identity]]] = defaultdict(list)
        for each in seen:
            if each.form == "name" and each.kind == "person":
                self.people.add(each.doc, name_key(each.text))
        self.at: dict[tuple[DocId, Span], Identity] = {}
        self.titled: dict[DocId, list[tuple[Sense, Identity, int]]] = defaultdict(list)
        self.everywhere: dict[str, set[tuple[Sense, Identity]]] = defaultdict(set)
        self.why: dict[tuple[DocId, Span], str] = {}
        for each in seen:
            if each.form != "description":
                self._name(each)
        for each in seen:
            if each.form == "description" and each.near and (each.doc, each.near) in self.at:
                self._bear(each, self.senses.of(each.text), self.at[each.doc, each.near])

    def _name(self, each: _Seen) -> None:
        identity, why = self._named(each)
        self.at[each.doc, each.span], self.why[each.doc, each.span] = identity, why
        if each.kind in ("agency", "outlet"):
            self.bodies[each.doc].append((each.span, identity))
        if each.title:
            self._bear(each, self.senses.of(each.title), identity)

    def _named(self, each: _Seen) -> tuple[Identity, str]:
        if each.ref:
            return ("known", each.ref), "actor.known"
        key = name_key(each.text)
        if each.kind == "person":
            whole, why = self.people.whole(each.doc, key)
            return ("person", *whole), why
        return ("body", *key), "actor.same-name"

    def _bear(self, each: _Seen, sense: Sense, identity: Identity) -> None:
        self.titled[each.doc].append((sense, identity, each.span.start))
        self.everywhere[sense.head].add((sense, identity))

    def of(self, each: _Seen) -> tuple[Identity, str]:
        """Return the identity of a mention and why."""
        if each.form != "description":
            return self.at[each.doc, each.span], self.why[each.doc, each.span]
        if each.near and (each.doc, each.near) in self.at:
            return self.at[each.doc, each.near], "actor.apposed"
        if each.ref:
            return ("known", each.ref), "actor.people"
        return self._described(each, self.senses.of(each.text))

    def _last_body(self, each: _Seen) -> Identity | None:
        """Return the agency or outlet named last before a mention."""
        before = [identity for span, identity in self.bodies[each.doc] if span.end <= each.span.start]
        return before[-1] if before else None

    def _described(self, each: _Seen, sense: Sense) -> tuple[Identity, str]:
        if fold(each.text) in self.same_source and (body := self._last_body(each)):
            return body, "actor.same-source"
        if each.kind == "person" and sense.definite:
            here = [(sense.agrees(other), identity) for other, identity, place in sorted(self.titled[each.doc], key=lambda item: item[2]) if sense.fits(other)]
            exact = [identity for agrees, identity in here if agrees]
            if exact:
                return exact[-1], "actor.title-here"
            elsewhere = {identity for other, identity in self.everywhere[sense.head] if sense.fits(other) and sense.state and sense.state == other.state and sense.portfolio == other.portfolio}
            if len(elsewhere) == 1:
                return elsewhere.pop(), "actor.title-elsewhere"
            if here:
                return here[-1][1], "actor.title-here"
        if each.kind == "state" and sense.state:
            return ("known", sense.state), "actor.government"
        if sense.state and each.kind in ("unit", "group", "organisation"):
            return ("of", sense.state, sense.head, sense.portfolio), "actor.of-a-state"
        words = re.sub(r"^(?:les? |la |l'|des |une? |ce |cette |cet |ces |d')", "", fold(each.text))
        return ("here", each.doc, words if each.kind == "person" else sense.head or words), "actor.this-article"


def _cast(found: dict[Identity, list[_Seen]], whys: dict[Identity, str], knowledge: Knowledge) -> Cast:
    ids = _ids(found, knowledge)
    cast = [_actor(ids[identity], identity, seen, whys[identity], knowledge) for identity, seen in found.items()]
    mentions = [ActorMention(each.doc, each.span, ids[identity], each.form, each.kind) for identity, seen in found.items() for each in seen]
    return Cast(tuple(sorted(cast, key=lambda actor: actor.id)), tuple(sorted(mentions)))


def _actor(slug: str, identity: Identity, seen: list[_Seen], why: str, knowledge: Knowledge) -> Actor:
    names = Counter(each.text for each in seen if each.form == "name") or Counter(each.text for each in seen)
    kinds = Counter(each.kind for each in seen)
    known = identity[1] if identity[0] == "known" else ""
    variants = sorted(Counter(each.text for each in seen).items(), key=lambda item: (-item[1], item[0]))
    kind = knowledge.kinds.get(known) or min(kinds.items(), key=lambda item: (-item[1], item[0]))[0]
    return Actor(slug, knowledge.labels.get(known) or usual(names.items()), kind, tuple(variants), why)


def _ids(found: dict[Identity, list[_Seen]], knowledge: Knowledge) -> dict[Identity, str]:
    """Give each identity a slug of its own: the same for the same articles, whatever their order."""
    taken: set[str] = set(knowledge.kinds)
    ids: dict[Identity, str] = {}
    for identity in sorted(found):
        if identity[0] == "known":
            ids[identity] = identity[1]
            continue
        parts = identity[2:] if identity[0] == "here" else identity[1:]
        base = re.sub(r"[^a-z0-9]+", "-", fold(" ".join(part for part in parts if part))).strip("-")[:60] or "actor"
        slug = f"{base}-{identity[1][:6]}" if identity[0] == "here" else base
        number = 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        taken.add(slug)
        ids[identity] = slug
    return ids
