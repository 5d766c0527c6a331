"""Events as a person asks for them: the marks of one article, their parties known, those of one happening made one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.lines import Who, line_id, published
from selon.core.marks import EventMark, Part
from selon.core.tellings import Happened, Names, is_same, merged, retells
from selon.core.text import Document, Evidence

__all__ = ["Happened", "days_of", "events_by_article", "happened"]
_HEADLINE_CHARS, _REPLY_CHARS = 200, 600
_ANSWERED = frozenset(["REQUEST", "ACCUSE"])


def happened(analysis: Analysis, who: Who) -> tuple[Happened, ...]:
    """Return the events of an article, mentions of one happening merged, in the order of the text."""
    kept: list[Happened] = []
    head = _headline_end(analysis.doc.raw)
    lasting = frozenset(actor for span, actor in who.at.get(analysis.doc.id, {}).items() if span.start >= head)
    for mark in analysis[EventMark]:
        line = _line(analysis, mark, who)
        if not _has_sides(line, mark):
            continue
        twin = _twin(kept, line, head, lasting)
        if twin is None:
            kept.append(line)
        else:
            kept[twin] = merged(kept[twin], line, lasting if kept[twin].ends_by(head) else None)
    return tuple(_replied(line, kept[:place]) for place, line in enumerate(kept))


def _replied(line: Happened, before: Sequence[Happened]) -> Happened:
    """Give a refusal or denial without a target the one whose request or accusation, told right before, it answers."""
    if line.type != "REJECT" or line.target:
        return line
    start = line.evidence[0].span.start
    for asked in reversed(before):
        is_near = 0 <= start - asked.evidence[-1].span.end <= _REPLY_CHARS
        if (
            is_near
            and asked.type in _ANSWERED
            and asked.source
            and {*asked.target} & {*line.source}
            and not {*asked.source} & {*line.source}
        ):
            return replace(line, target=asked.source, target_names=asked.source_names)
    return line


def _twin(kept: Sequence[Happened], line: Happened, head: int, lasting: frozenset[str]) -> int | None:
    """Return which of the lines kept tells the same: the last that is the same, else one of the headline that this one tells again."""
    latest = [place for place, other in enumerate(kept) if is_same(other, line)]
    if latest:
        return latest[-1]
    if line.ends_by(head):
        return None
    return next((place for place, other in enumerate(kept) if other.ends_by(head) and retells(other, line, lasting)), None)


def _headline_end(raw: str) -> int:
    """Return where a headline ends that stands as the first line of a text; 0 if there is none."""
    line = raw.partition("\n")[0].rstrip()
    return len(line) if len(line) < len(raw.rstrip()) and len(line) <= _HEADLINE_CHARS and not line.endswith(".") else 0


def _has_sides(line: Happened, mark: EventMark) -> bool:
    """Whether the parties that the words name are known as anybody; a meeting takes two where the words name two."""
    parties = {*line.source, *line.target}
    return len(parties) > 1 if line.type == "CONSULT" and mark.target else bool(parties)


def _line(analysis: Analysis, mark: EventMark, who: Who) -> Happened:
    doc = analysis.doc
    source, target = _actors(mark.source, doc, who), _actors(mark.target, doc, who)
    target = tuple(actor for actor in target if actor not in source)
    return Happened(
        article=doc.name, published=published(analysis), type=mark.type, mode=mark.mode, source=source, target=target,
        source_names=_called(source, who), target_names=_called(target, who), object=mark.object, date=mark.date,
        place=mark.place.of(doc.raw) if mark.place else "", status=mark.status,
        per=tuple(dict.fromkeys(actor for actor in (who.actor(doc.id, span) for span in mark.per) if actor)),
        evidence=(Evidence.cite(doc, mark.span),), clause=Evidence.cite(doc, mark.clause),
        parties=tuple(Evidence.cite(doc, part.span) for part in (*mark.source, *mark.target)),
        when=Evidence.cite(doc, mark.when) if mark.when else None, score=mark.score, why=mark.why, id=line_id(doc.id, mark.span, "event"),
    )  # fmt: skip


def _actors(parts: Sequence[Part], doc: Document, who: Who) -> Names:
    return tuple(dict.fromkeys(actor for part in parts if (actor := part.ref or who.actor(doc.id, part.span))))


def _called(actors: Names, who: Who) -> Names:
    return tuple(who.names.get(actor, actor) for actor in actors)


def days_of(line: Happened) -> Days | None:
    """Return the days of an event, if its date names any."""
    return Days.parse(line.date)


def events_by_article(analyses: Sequence[Analysis], who: Who) -> Iterator[Happened]:
    for analysis in analyses:
        yield from happened(analysis, who)
