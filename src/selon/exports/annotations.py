"""One JSON file an article, in the format of the project's gold annotations.

Every span is given as ``text``, ``start`` and ``end``: characters of the text as received. ``doc`` is the article's own
name; the file has it too, made safe. ``events`` leaves out what is negated or merely supposed.
"""
from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.dossier import Actor, ActorMention
from selon.core.happenings import Happened, happened
from selon.core.lines import Who, dateline, statement_ids
from selon.core.marks import Dateline, EventMark, Statement, TimeExpr, Zone, ZoneKind
from selon.core.ports import Store
from selon.core.text import Span
from selon.exports.files import File
from selon.exports.names import Names
from selon.exports.rows import mentions_by_article

_MONTH_CHARS = 7
LAYERS = (Zone, Dateline, TimeExpr, Statement, EventMark)
_TOLD = {"actual": "actual", "planned": "planned", "alleged": "alleged", "denied": "denied", "habitual": "actual"}
_FORMS = ("name", "metonym", "description")
Json = dict[str, Any]


def annotated(store: Store) -> Iterator[File]:
    """Yield a file for each article."""
    cast = store.cast()
    who, names = Who.of(cast), Names()
    actors = {actor.id: actor for actor in cast.actors}
    mentions = mentions_by_article(cast)
    for analysis in store.analyses(LAYERS):
        body = article(analysis, who, actors, mentions.get(analysis.doc.id, []))
        yield File(f"{names.of(analysis.doc)}.json", [json.dumps(body, ensure_ascii=False, indent=1), "\n"])


def article(analysis: Analysis, who: Who, actors: dict[str, Actor], mentions: list[ActorMention]) -> Json:
    """Return everything that is known of one article."""
    raw = analysis.doc.raw
    statements = _statements(analysis, who)
    voices = {voice for each in statements for voice in (each["actor"], *each["via"]) if voice}
    return {
        "doc": analysis.doc.name,
        "language": analysis.doc.language or "fr",
        "published": _published(analysis),
        "furniture": [{**_place(zone.span, raw), "kind": zone.kind.value} for zone in analysis[Zone] if zone.kind is not ZoneKind.BODY],
        "times": [_time(mark, raw) for mark in analysis[TimeExpr]],
        "actors": _actors(mentions, voices, actors, raw),
        "statements": statements,
        "events": [_event(line) for line in happened(analysis, who) if line.status in _TOLD],
    }


def _event(line: Happened) -> Json:
    trigger = line.evidence[0]
    return {
        "id": line.id, "type": line.type, "mode": line.mode or None, "source": list(line.source), "target": list(line.target),
        "date": line.date or None, "place": line.place or None, "status": _TOLD[line.status],
        "trigger": {"text": trigger.quote, "start": trigger.span.start, "end": trigger.span.end}, "per": list(line.per),
    }  # fmt: skip


def _place(span: Span, raw: str) -> Json:
    return {"text": span.of(raw), "start": span.start, "end": span.end}


def _published(analysis: Analysis) -> Json | None:
    known = dateline(analysis)
    if known:
        reasons = [f"« {clue.span.of(analysis.doc.raw)} » {clue.says}".strip() for clue in known.clues]
        guess = _guess(known)
        said = [known.basis, *([f"{known.best}, the month is a guess"] if guess != known.best else [])]
        return _range(guess, known.days, " ; ".join([*said, *reasons]))
    days = Days.parse(analysis.doc.published)
    return _range(analysis.doc.published, days, "given") if days else None


def _guess(known: Dateline) -> str:
    """Return the best date, or of a mere year the month in the middle of what is possible: the format asks for a guess beside the range."""
    year = Days.parse(known.best)
    left = year.meet(known.days) if year and len(known.best) < _MONTH_CHARS and known.basis == "inferred" else None
    return f"{left.first + (left.last - left.first) / 2:%Y-%m}" if left else known.best


def _range(value: str, days: Days, why: str) -> Json:
    return {"value": value, "earliest": str(days.first), "latest": str(days.last), "why": why}


def _time(mark: TimeExpr, raw: str) -> Json:
    return {**_place(mark.span, raw), "type": mark.type, "value": mark.value, **({"mod": mark.mod} if mark.mod else {})}


def _actors(mentions: list[ActorMention], voices: set[str], actors: dict[str, Actor], raw: str) -> list[Json]:
    """List the actors that an article names, in the order of their first mention; then those that only speak in it, by id."""
    places: dict[str, list[Json]] = {voice: [] for voice in voices}
    for each in mentions:
        if each.form in _FORMS:
            form = {} if each.form == "name" else {"form": each.form}
            places.setdefault(each.actor, []).append({**_place(each.span, raw), **form})
    ordered = sorted(places, key=lambda name: (_first(places[name]), name))
    return [{"id": name, **_identity(actors.get(name), name), "mentions": places[name]} for name in ordered]


def _first(places: list[Json]) -> int:
    """Return where an actor is first mentioned; after all others if nowhere."""
    return min((place["start"] for place in places), default=sys.maxsize)


def _identity(actor: Actor | None, name: str) -> Json:
    return {"name": actor.name, "kind": actor.kind} if actor else {"name": name, "kind": ""}


def _statements(analysis: Analysis, who: Who) -> list[Json]:
    raw, doc = analysis.doc.raw, analysis.doc.id
    return [
        {
            "id": name,
            "content": _place(mark.content[0], raw) if len(mark.content) == 1 else [_place(span, raw) for span in mark.content],
            "form": mark.form,
            "cue": _place(mark.cue, raw) if mark.cue else None,
            "speaker": _place(mark.speaker, raw) if mark.speaker else None,
            "actor": who.actor(doc, mark.source) or None,
            "via": [actor for actor in (who.actor(doc, span) for span in mark.via) if actor],
            "act": mark.act,
            "modality": mark.modality,
        }
        for mark, name in zip(analysis[Statement], statement_ids(analysis), strict=True)
    ]
