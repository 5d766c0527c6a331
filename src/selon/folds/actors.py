"""One identity for every actor, within an article and across all of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from selon.core.analysis import Analysis
from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.marks import Dateline, Mention, Statement
from selon.folds.identity.cast import World, casts
from selon.folds.identity.people import usual
from selon.folds.identity.seen import Identity, Seen, article
from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.lang.pack import Pack
from selon.plan import fold as folding

_SLUG_LIMIT_CHARS = 60


@folding(needs=(Mention, Statement, Dateline), reads=("actors",), version=14)
def actors(analyses: Iterable[Analysis], pack: Pack) -> Cast:
    """Return who the mentions of all articles are; the order of the articles makes no difference.

    Known names go by the knowledge base, people by their full name; a description by the
    name beside it, by one who bears such a title in the article, by who held the office
    when the article was published, else by the only one in the dossier who bears the title.
    What fits nobody, or more than one, stays an actor of its own article.
    """
    articles = sorted((article(analysis, pack.actors) for analysis in analyses), key=lambda each: each.doc)
    found: dict[Identity, list[Seen]] = defaultdict(list)
    whys: dict[Identity, str] = {}
    for _, seen, identity, why in casts(World(articles, pack.actors)):
        found[identity].append(seen)
        whys.setdefault(identity, why)
    return _cast(found, whys, pack.actors)


def _cast(found: dict[Identity, list[Seen]], whys: dict[Identity, str], knowledge: Knowledge) -> Cast:
    ids = _ids(found, knowledge)
    cast = [_actor(ids[identity], identity, seen, whys[identity], knowledge) for identity, seen in found.items()]
    mentions = [ActorMention(each.doc, each.span, ids[identity], each.form, each.kind) for identity, seen in found.items() for each in seen]
    return Cast(tuple(sorted(cast, key=lambda actor: actor.id)), tuple(sorted(mentions)))


def _actor(slug: str, identity: Identity, seen: list[Seen], why: str, knowledge: Knowledge) -> Actor:
    names = Counter(each.text for each in seen if each.form == "name") or Counter(each.text for each in seen)
    kinds = Counter(each.kind for each in seen)
    known = identity[1] if identity[0] == "known" else ""
    variants = sorted(Counter(each.text for each in seen).items(), key=lambda item: (-item[1], item[0]))
    kind = knowledge.kinds.get(known) or min(kinds.items(), key=lambda item: (-item[1], item[0]))[0]
    return Actor(slug, knowledge.labels.get(known) or usual(names.items()), kind, tuple(variants), why)


def _ids(found: dict[Identity, list[Seen]], knowledge: Knowledge) -> dict[Identity, str]:
    """Give each identity a slug of its own: the same for the same articles, whatever their order."""
    taken: set[str] = set(knowledge.kinds)
    ids: dict[Identity, str] = {}
    for identity in sorted(found):
        slug = identity[1] if identity[0] == "known" else _slug(identity)
        if identity[0] != "known":
            base, number = slug, 2
            while slug in taken:
                slug, number = f"{base}-{number}", number + 1
        taken.add(slug)
        ids[identity] = slug
    return ids


def _slug(identity: Identity) -> str:
    """Return the words of an identity as a slug; one that holds in one article only ends in that article's first digits."""
    parts = identity[2:] if identity[0] == "here" else identity[1:]
    base = re.sub(r"[^a-z0-9]+", "-", fold(" ".join(part for part in parts if part))).strip("-")[:_SLUG_LIMIT_CHARS].strip("-") or "actor"
    return f"{base}-{identity[1][:6]}" if identity[0] == "here" else base
