"""What a person's words point at: an actor by any of its names, an article, characters of an article."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from selon.core.claims import Claim
from selon.core.corrections import ActorRef, Anchor
from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.errors import InputError
from selon.core.text import DocId, Document, Span
from selon.lang.actors import Knowledge
from selon.lang.match import fold, fold_accents
from selon.lang.sounds import Sounds
from selon.views.choice import actors_named

PLACES_AN_ACTOR = 8
"""So many mentions tell an actor, from as many articles as there are: one that goes costs nothing."""

_PLACE = re.compile(r"(?P<article>.+):(?P<start>\d+)-(?P<end>\d+)", re.DOTALL)
_FORMS = {"name": 0, "metonym": 1}
_SHOWN = 6
_HOW = "write it as selon show and selon search do: ARTICLE:START-END, in characters of the text as received"
Docs = Callable[[DocId], Document | None]


def one_actor(cast: Cast, name: str, sounds: Sounds | None = None) -> Actor:
    """Return the only actor of a name: by its id, its own name, or any of its variants, whatever their case and accents.

    raises: InputError if there is none, or more than one
    """
    ids = actors_named(cast, name, sounds)
    found = [actor for actor in cast.actors if actor.id in ids]
    wanted = " ".join(fold(name).split())
    for same in (lambda actor: actor.id == name, lambda actor: fold(actor.name) == wanted):
        best = [actor for actor in found if same(actor)]
        if len(best) == 1:
            return best[0]
    if not found:
        raise InputError(f"no actor is called {name!r}", fix="selon show DOSSIER actors lists their names")
    if len(found) > 1:
        ranked = sorted(found, key=lambda actor: (-sum(count for _, count in actor.variants), actor.id))
        more = f" and {len(ranked) - _SHOWN} more" if len(ranked) > _SHOWN else ""
        shown = ", ".join(f"{each.id} ({_told(each)})" for each in ranked[:_SHOWN])
        raise InputError(f"{len(found)} actors are called {name!r}", fix=f"one of {shown}{more}; selon show DOSSIER actor ID shows one")
    return found[0]


def _told(actor: Actor) -> str:
    return f"{actor.name}, {sum(count for _, count in actor.variants)}x"


def reference(cast: Cast, actor: Actor, docs: Docs) -> ActorRef:
    """Return an actor with the mentions that tell it: names first, one of each article before a second of any."""
    places = [_anchor(doc, mention.span) for mention in _telling(cast, actor.id) if (doc := docs(mention.doc))]
    return ActorRef(actor.id, actor.name, actor.kind, tuple(places))


def one_claim(claims: Sequence[Claim], id: str) -> Claim:
    """Return the only claim whose id begins so, or that has the entry of this id.

    raises: InputError if there is none, or more than one
    """
    found = [claim for claim in claims if claim.id == id] or [
        claim for claim in claims if id and (claim.id.startswith(id) or any(entry.id == id for entry in claim.entries))
    ]
    if not found:
        raise InputError(f"no claim has the id {id!r}", fix="selon show DOSSIER claims lists their ids")
    if len(found) > 1:
        shown = ", ".join(each.id for each in found[:_SHOWN])
        raise InputError(f"{len(found)} claims have ids that begin with {id!r}", fix=f"one of {shown}")
    return found[0]


def claim_reference(claim: Claim, docs: Docs) -> ActorRef:
    """Return a claim with the entries that tell it, one of each article before a second of any."""
    turns: dict[DocId, int] = {}
    ranked = []
    for at, entry in enumerate(claim.entries):
        turns[entry.evidence.doc] = turn = turns.get(entry.evidence.doc, 0) + 1
        ranked.append((turn, at, entry.evidence))
    places = [_anchor(doc, each.span) for _, _, each in sorted(ranked) if (doc := docs(each.doc))]
    return ActorRef(claim.id, claim.title, f"{claim.type} {claim.object}".strip(), tuple(dict.fromkeys(places))[:PLACES_AN_ACTOR])


def entry_place(claims: Sequence[Claim], id: str, docs: Docs) -> Anchor | None:
    """Return the words of the entry of an id; ``None`` if no claim has such an entry."""
    found = next((entry.evidence for claim in claims for entry in claim.entries if entry.id == id), None)
    doc = docs(found.doc) if found else None
    return _anchor(doc, found.span) if found and doc else None


def known(knowledge: Knowledge, name: str) -> ActorRef | None:
    """Return what the knowledge base knows by a name, a capital, a seat of power or an id; ``None`` if nothing."""
    if name in knowledge.kinds:
        return ActorRef(name, knowledge.labels[name], knowledge.kinds[name])
    words = re.findall(r"[^\W_]+", fold_accents(name))
    for each in knowledge.names.get(words[0], ()) if words else ():
        if each.name == fold_accents(name):
            return ActorRef(each.ref, knowledge.labels[each.ref], each.kind)
    return None


def article(docs: Iterable[Document], name: str) -> Document:
    """Return the article of an id, a name or a title.

    raises: InputError if there is none, or more than one
    """
    wanted = " ".join(fold(name).split())
    found = [doc for doc in docs if doc.id == name or wanted in (_plain(doc.name), _plain(doc.title))]
    for best in ([doc for doc in found if doc.id == name], [doc for doc in found if doc.name == name], found):
        if len(best) == 1:
            return best[0]
    if not found:
        raise InputError(f"no article is called {name!r}", fix="selon show DOSSIER dates lists their names")
    raise InputError(f"{len(found)} articles are called {name!r}", fix="one of " + ", ".join(doc.id for doc in found[:_SHOWN]))


def anchor(docs: Sequence[Document], place: str) -> Anchor:
    """Return the characters that ``ARTICLE:START-END`` points at.

    raises: InputError if it is no place, or lies beyond the text
    """
    told = _PLACE.fullmatch(place)
    if not told:
        raise InputError(f"{place!r} is no place", fix=_HOW)
    doc = article(docs, told["article"])
    start, end = int(told["start"]), int(told["end"])
    if not start < end <= len(doc.raw):
        raise InputError(f"{place!r} is no place: the text has {len(doc.raw)} characters", fix=_HOW)
    return _anchor(doc, Span(start, end))


def mentions_at(cast: Cast, place: Anchor) -> tuple[ActorMention, ...]:
    """Return the mentions of just these words."""
    return tuple(each for each in cast.mentions if each.doc == place.doc and each.span == place.span)


def _anchor(doc: Document, span: Span) -> Anchor:
    return Anchor(doc.id, doc.name, span, span.of(doc.raw))


def _telling(cast: Cast, actor: str) -> list[ActorMention]:
    """Return the mentions that tell an actor best; words that stand for two actors tell neither, unless there are no others."""
    own = [mention for mention in cast.mentions if mention.actor == actor]
    shared = {(each.doc, each.span) for each in cast.mentions if each.actor != actor} if own else set()
    alone = [each for each in own if (each.doc, each.span) not in shared] or own
    turns: dict[DocId, int] = {}
    ranked = []
    for mention in sorted(alone, key=lambda each: (_FORMS.get(each.form, 2), each.doc, each.span)):
        turns[mention.doc] = turn = turns.get(mention.doc, 0) + 1
        ranked.append((turn, _FORMS.get(mention.form, 2), mention))
    return [mention for _, _, mention in sorted(ranked)[:PLACES_AN_ACTOR]]


def _plain(name: str) -> str:
    return " ".join(fold(name).split())
