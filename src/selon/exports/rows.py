"""The lines of a dossier as flat rows, shared by every format that is a table or a stream.

Offsets ``start`` and ``end`` are characters of the text as received, and ``text`` is what stands there.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.dossier import Actor, ActorMention, Cast, Dated, Said
from selon.core.issues import Issue
from selon.core.lines import Who, dated, dateline, said
from selon.core.text import DocId, Evidence, Span

Row = dict[str, Any]


def document(analysis: Analysis) -> Row:
    """Keys: doc (id), article (name), title, outlet, url, source, language, published, first, last, basis, characters."""
    doc, known = analysis.doc, dateline(analysis)
    days = known.days if known else Days.parse(doc.published)
    return {
        "doc": doc.id, "article": doc.name, "title": doc.title, "outlet": doc.outlet, "url": doc.url, "source": doc.source,
        "language": doc.language, "published": known.best if known else doc.published, "first": str(days.first) if days else "",
        "last": str(days.last) if days else "", "basis": known.basis if known else "given" if days else "", "characters": len(doc.raw),
    }  # fmt: skip


def statements(analysis: Analysis, who: Who) -> Iterator[Row]:
    """Keys: id, doc, article, published, actor, actor_name, speaker, cue, via, via_names, to, to_names, act, form, modality, content,
    start, end, text, score, why.

    ``content`` lists what is attributed, piece by piece; ``start``, ``end`` and ``text`` are the whole stretch, cue and speaker included.
    """
    return (_said(line) for line in said(analysis, who))


def _said(line: Said) -> Row:
    return {
        "id": line.id, "article": line.article, "published": line.published, "actor": line.actor, "actor_name": line.actor_name,
        "speaker": line.speaker, "cue": line.cue, "via": list(line.via), "via_names": list(line.via_names),
        "to": list(line.to), "to_names": list(line.to_names), "act": line.act, "form": line.form, "modality": line.modality,
        "content": [_piece(each) for each in line.content],
        **_place(line.evidence), "score": line.score, "why": line.why,
    }  # fmt: skip


def times(analysis: Analysis) -> Iterator[Row]:
    """Keys: id, doc, article, published, type, value, mod, first, last, basis, start, end, text, why."""
    return (_dated(line) for line in dated(analysis))


def _dated(line: Dated) -> Row:
    return {
        "id": line.id, "article": line.article, "published": line.published, "type": line.type, "value": line.value, "mod": line.mod,
        "first": line.first, "last": line.last, "basis": line.basis, **_place(line.evidence), "why": line.why,
    }  # fmt: skip


def mention(each: ActorMention, article: str, raw: str) -> Row:
    """Keys: actor, form, kind, tier, doc, article, start, end, text."""
    place = _place(Evidence(each.doc, each.span, each.span.of(raw)))
    return {"actor": each.actor, "form": each.form, "kind": each.kind, "tier": each.tier, "article": article, **place}


def mentions_by_article(cast: Cast) -> dict[DocId, list[ActorMention]]:
    """Group the places where actors are named, in the order of the text."""
    found: dict[DocId, list[ActorMention]] = {}
    for each in sorted(cast.mentions):
        found.setdefault(each.doc, []).append(each)
    return found


def actor(each: Actor) -> Row:
    """Keys: id, name, kind, variants (name and how often), why, tier (suggested, or confirmed by a person)."""
    variants = [{"name": name, "count": count} for name, count in each.variants]
    return {"id": each.id, "name": each.name, "kind": each.kind, "variants": variants, "why": each.why, "tier": each.tier}


def issue(each: Issue) -> Row:
    """Keys: source, stage, message, fix, lost, start, end (null where the issue has no place)."""
    span: Span | None = each.span
    return {
        "source": each.source, "stage": each.stage, "message": each.message, "fix": each.fix, "lost": each.lost,
        "start": span.start if span else None, "end": span.end if span else None,
    }  # fmt: skip


def _place(evidence: Evidence) -> Row:
    return {"doc": evidence.doc, **_piece(evidence)}


def _piece(evidence: Evidence) -> Row:
    return {"start": evidence.span.start, "end": evidence.span.end, "text": evidence.quote}
