"""The lines of a dossier: what a stage marked, as a person asks for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.dossier import Cast, Dated, Said
from selon.core.marks import Dateline, Statement, TimeExpr
from selon.core.text import DocId, Document, Evidence, Span

_LETTER = {"statement": "s", "time": "t", "mention": "m", "event": "e"}


def line_id(doc: DocId, span: Span, kind: str) -> str:
    """Return the permanent name of a line: a letter for its kind and ten hexadecimal digits.

    It is made of the article, the place and the kind, so that it outlives every build that reads the same there.
    """
    digest = hashlib.sha256(f"{doc}\0{span.start}\0{span.end}\0{kind}".encode()).hexdigest()
    return _LETTER[kind] + digest[:10]


def statement_ids(analysis: Analysis) -> tuple[str, ...]:
    """Return the line ids of an article's statements, in order; the second of two on the very same stretch is told apart by its number."""
    seen: dict[Span, int] = {}
    ids = []
    for mark in analysis[Statement]:
        seen[mark.span] = count = seen.get(mark.span, 0) + 1
        name = line_id(analysis.doc.id, mark.span, "statement")
        ids.append(name if count == 1 else f"{name}-{count}")
    return tuple(ids)


@dataclass(frozen=True, slots=True)
class Who:
    """Which actor stands at each place, and what the actors are called."""

    at: Mapping[DocId, Mapping[Span, str]]
    names: Mapping[str, str]

    @classmethod
    def of(cls, cast: Cast) -> Who:
        at: dict[DocId, dict[Span, str]] = {}
        for mention in cast.mentions:
            at.setdefault(mention.doc, {})[mention.span] = mention.actor
        return cls(at, {actor.id: actor.name for actor in cast.actors})

    def actor(self, doc: DocId, span: Span | None) -> str:
        """Return the id of the actor named there; empty if nobody known is."""
        return self.at.get(doc, {}).get(span, "") if span else ""

    def name(self, doc: Document, span: Span | None) -> str:
        """Return what to call whoever is named there: the actor's name, else the words themselves."""
        if span is None:
            return ""
        actor = self.actor(doc.id, span)
        return self.names.get(actor, actor) or span.of(doc.raw)


def dateline(analysis: Analysis) -> Dateline | None:
    """Return when the article was published; ``None`` if nothing tells."""
    return next(iter(analysis[Dateline]), None)


def published(analysis: Analysis) -> str:
    """Return the likeliest day, month or year of publication, in ISO 8601; empty if nothing tells."""
    known = dateline(analysis)
    return known.best if known else analysis.doc.published


def said(analysis: Analysis, who: Who) -> Iterator[Said]:
    """Yield the statements of an article, in the order of the text."""
    doc, day = analysis.doc, published(analysis)
    for mark, name in zip(analysis[Statement], statement_ids(analysis), strict=True):
        actor = who.actor(doc.id, mark.source)
        yield Said(
            article=doc.name, published=day, evidence=Evidence.cite(doc, mark.span),
            content=tuple(Evidence.cite(doc, span) for span in mark.content),
            cue=mark.cue.of(doc.raw) if mark.cue else "", speaker=mark.speaker.of(doc.raw) if mark.speaker else "",
            actor=actor, actor_name=who.names.get(actor, actor),
            via=tuple(who.actor(doc.id, span) for span in mark.via), act=mark.act, form=mark.form, modality=mark.modality, why=mark.why,
            via_names=tuple(who.name(doc, span) for span in mark.via), to=tuple(who.actor(doc.id, span) for span in mark.to),
            to_names=tuple(who.name(doc, span) for span in mark.to), score=mark.score, id=name,
        )  # fmt: skip


def dated(analysis: Analysis) -> Iterator[Dated]:
    """Yield the time expressions of an article, in the order of the text."""
    doc, day, anchor = analysis.doc, published(analysis), dated_by(analysis)
    for mark in analysis[TimeExpr]:
        quote = Evidence.cite(doc, mark.span)
        yield Dated(
            article=doc.name, published=day, evidence=quote, type=mark.type, value=mark.value, mod=mark.mod,
            first=mark.days.first.isoformat() if mark.days else "", last=mark.days.last.isoformat() if mark.days else "", why=mark.why,
            basis=basis_of(quote.quote, str(mark.days.first) if mark.days else "", anchor), id=line_id(doc.id, mark.span, "time"),
        )  # fmt: skip


def dated_by(analysis: Analysis) -> str:
    """Return how the date of an article is known; empty if nothing tells one."""
    known = dateline(analysis)
    return known.basis if known else "given" if analysis.doc.published else ""


def basis_of(words: str, day: str, article: str) -> str:
    """Return how a day that some words denote is known: ``written``, else as the date of their article is; empty without one."""
    return ("written" if day[:4] in words else article) if day else ""
