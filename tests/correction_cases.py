"""Small casts and corrections of them, for tests of everything that corrects."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from selon.core.analysis import Analysis
from selon.core.corrections import ActorRef, Anchor, Correction, Kind
from selon.core.days import Days
from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.marks import Dateline, Mention, TimeExpr
from selon.core.text import Document, Span
from selon.lang.pack import Pack, pack
from selon.plan import fold, stage

TEXTS = {
    "un": "Jean Petit a parlé. M. Petit a nié. Moscou se tait.",
    "deux": "Petit est venu à Moscou. Marie Petit aussi.",
    "trois": "Le ministre Jean Petit part lundi.",
}
DOCS = {name: Document.from_text(raw, name=name) for name, raw in TEXTS.items()}
BY_ID = {doc.id: doc for doc in DOCS.values()}
BEGAN = datetime(2025, 6, 5, tzinfo=UTC)
_ACTORS = {
    "jean-petit": ("Jean Petit", "person"), "petit": ("Petit", "person"), "marie-petit": ("Marie Petit", "person"),
    "russia": ("Russie", "state"),
}  # fmt: skip
_MENTIONS = [
    ("un", "Jean Petit", 1, "jean-petit"), ("un", "Petit", 2, "petit"), ("un", "Moscou", 1, "russia"), ("deux", "Petit", 1, "petit"),
    ("deux", "Moscou", 1, "russia"), ("deux", "Marie Petit", 1, "marie-petit"), ("trois", "Jean Petit", 1, "jean-petit"),
]  # fmt: skip


def text(doc: str) -> str | None:
    return BY_ID[doc].raw if doc in BY_ID else None


def at(name: str, words: str, nth: int = 1) -> Anchor:
    """Return where the words stand in an article for the ``nth`` time."""
    doc, start = DOCS[name], -1
    for _ in range(nth):
        start = doc.raw.index(words, start + 1)
    return Anchor(doc.id, name, Span(start, start + len(words)), words)


def cast() -> Cast:
    """Return the cast that the machine suggests."""
    mentions, counts = [], {}
    for name, words, nth, actor in _MENTIONS:
        place = at(name, words, nth)
        form = "metonym" if words == "Moscou" else "name"
        mentions.append(ActorMention(place.doc, place.span, actor, form, _ACTORS[actor][1]))
        counts.setdefault(actor, {}).setdefault(words, 0)
        counts[actor][words] += 1
    actors = [Actor(id, name, kind, tuple(counts[id].items()), "a") for id, (name, kind) in sorted(_ACTORS.items())]
    return Cast(tuple(actors), tuple(sorted(mentions)))


def ref(actor: str, *places: Anchor) -> ActorRef:
    """Return an actor by all its mentions, or by these places."""
    told = [at(name, words, nth) for name, words, nth, id in _MENTIONS if id == actor]
    return ActorRef(actor, _ACTORS[actor][0], _ACTORS[actor][1], places or tuple(told))


def entry(kind: Kind, *actors: ActorRef, minute: int = 0, places: tuple[Anchor, ...] = (), value: str = "") -> Correction:
    return Correction(kind, actors, places, value, (BEGAN + timedelta(minutes=minute)).isoformat(timespec="microseconds"))


def undo(other: Correction, minute: int) -> Correction:
    return entry(Kind.UNDO, value=other.id, minute=minute)


# A plan without a parser, whose cast is the one above


@stage(makes=Mention)
def names(analysis: Analysis, pack: Pack) -> Iterator[Mention]:
    """Yield the mentions above that the text has."""
    for name, words, nth, actor in _MENTIONS:
        if analysis.doc.name == name and words in analysis.doc.raw:
            yield Mention(at(name, words, nth).span, "metonym" if words == "Moscou" else "name", _ACTORS[actor][1], actor, None, "m")


@stage(makes=Mention, version=2)
def wider_names(analysis: Analysis, pack: Pack) -> Iterator[Mention]:
    """Yield the same mentions, those of "Petit" with the word before; the first with other ids."""
    for mark in names.run(analysis, pack):
        start = mark.span.start - 3 if analysis.doc.raw[mark.span.start - 3 : mark.span.start] == "M. " else mark.span.start
        yield Mention(Span(start, mark.span.end), mark.form, mark.kind, mark.ref.replace("jean-", "j-"), None, mark.why)


@stage(makes=Dateline, record=True)
def dateline(analysis: Analysis, pack: Pack) -> Iterator[Dateline]:
    """Yield the date that came with the article."""
    days = Days.parse(analysis.doc.published)
    if days:
        yield Dateline(Span(0, len(analysis.doc.raw)), days, days.iso, "given", (), "d")


@stage(makes=TimeExpr, needs=(Dateline,))
def mondays(analysis: Analysis, pack: Pack) -> Iterator[TimeExpr]:
    """Yield "lundi", as the very day of publication."""
    start = analysis.doc.raw.find("lundi")
    if start >= 0:
        days = next((line.days for line in analysis[Dateline]), None)
        yield TimeExpr(Span(start, start + 5), "DATE", str(days or "XXXX"), "", days, "t")


@fold(needs=(Mention, Dateline))
def actors(analyses, pack: Pack) -> Cast:
    """Return the actors that the mentions name."""
    found: dict[str, list] = {}
    for each in analyses:
        for mark in each[Mention]:
            found.setdefault(mark.ref, []).append((each.doc, mark))
    mentions = [ActorMention(doc.id, mark.span, id, mark.form, mark.kind) for id, marks in found.items() for doc, mark in marks]
    made = []
    for id, marks in sorted(found.items()):
        counts: dict[str, int] = {}
        for doc, mark in marks:
            counts[mark.span.of(doc.raw)] = counts.get(mark.span.of(doc.raw), 0) + 1
        variants = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
        made.append(Actor(id, variants[0][0], marks[0][1].kind, variants, "a"))
    return Cast(tuple(made), tuple(sorted(mentions)))


def plan():
    from selon.building.plan import Plan

    return Plan((names, dateline, mondays), (actors,), pack("fr"), lambda make: None)


def later_plan():
    """Return ``plan`` with another version of the stage that finds names."""
    from selon.building.plan import Plan

    return Plan((wider_names, dateline, mondays), (actors,), pack("fr"), lambda make: None)
