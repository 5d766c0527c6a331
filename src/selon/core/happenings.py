"""Events as a person asks for them: the marks of one article, their parties known, those of one happening made one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.lines import Who, line_id, published
from selon.core.marks import EventMark, Part
from selon.core.text import Document, Evidence

Names = tuple[str, ...]

_SURE = {"denied": 0, "actual": 1, "alleged": 2, "planned": 3, "habitual": 4, "hypothetical": 5, "negated": 6}
"""Which status stands where two tellings of one happening differ: a reported denial is never lost."""
_EQUAL = frozenset(["AGREE", "CONSULT", "COOPERATE"])
_VERBAL = frozenset(["ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"])


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of one article.

    evidence: the words that tell it, one piece for each mention of it, in the order of the text
    parties:  the words by which each source and target is known
    id:       the line's own, the same on every build
    """

    article: str
    published: str
    type: str
    mode: str
    source: Names
    target: Names
    source_names: Names
    target_names: Names
    object: str
    date: str
    place: str
    status: str
    per: Names
    evidence: tuple[Evidence, ...]
    clause: Evidence
    parties: tuple[Evidence, ...]
    when: Evidence | None
    score: float
    why: str
    id: str


def happened(analysis: Analysis, who: Who) -> tuple[Happened, ...]:
    """Return the events of an article, mentions of one happening merged, in the order of the text."""
    kept: list[Happened] = []
    for mark in analysis[EventMark]:
        line = _line(analysis, mark, who)
        if not _has_sides(line):
            continue
        twin = next((place for place, other in enumerate(kept) if _is_same(other, line)), None)
        if twin is None:
            kept.append(line)
        else:
            kept[twin] = _merged(kept[twin], line)
    return tuple(kept)


def _has_sides(line: Happened) -> bool:
    """Whether the parties that the words name are known as anybody; a meeting takes two."""
    parties = {*line.source, *line.target}
    return len(parties) > 1 if line.type == "CONSULT" else bool(parties)


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


def _is_same(one: Happened, other: Happened) -> bool:
    """Whether two tellings may be of one happening: one type, parties and dates that do not differ."""
    if (
        one.type != other.type
        or not _agree(one.date, other.date)
        or ("negated" in (one.status, other.status) and one.status != other.status)
    ):
        return False
    if one.type in _VERBAL:
        return one.source == other.source and one.target == other.target and bool(one.target) and one.mode == other.mode
    if one.type in _EQUAL:
        mine, theirs = {*one.source, *one.target}, {*other.source, *other.target}
        return len(mine & theirs) > 1 or mine == theirs
    shared = (_meet(one.source, other.source), _meet(one.target, other.target))
    return all(each is not False for each in shared) and any(shared) and _agree(one.object, other.object)


def _meet(mine: Names, theirs: Names) -> bool | None:
    """Return whether two sets of actors share one; ``None`` if one of them is empty."""
    return bool({*mine} & {*theirs}) if mine and theirs else None


def _agree(mine: str, theirs: str) -> bool:
    """Whether two values do not differ: one may be empty, or the vaguer form of the other."""
    return not mine or not theirs or mine.startswith(theirs) or theirs.startswith(mine)


def _merged(one: Happened, other: Happened) -> Happened:
    """Return one line for two tellings: what either knows, the more precise date, all evidence."""
    status = min(one.status, other.status, key=lambda each: _SURE[each])
    return replace(
        one, source=tuple(dict.fromkeys((*one.source, *other.source))), target=tuple(dict.fromkeys((*one.target, *other.target))),
        source_names=tuple(dict.fromkeys((*one.source_names, *other.source_names))),
        target_names=tuple(dict.fromkeys((*one.target_names, *other.target_names))),
        object=one.object or other.object, date=max(one.date, other.date, key=len), place=one.place or other.place, status=status,
        per=() if not one.per or not other.per else tuple(dict.fromkeys((*one.per, *other.per))),
        evidence=tuple(sorted({*one.evidence, *other.evidence})), parties=tuple(dict.fromkeys((*one.parties, *other.parties))),
        when=one.when or other.when, score=max(one.score, other.score), mode=one.mode or other.mode,
    )  # fmt: skip


def days_of(line: Happened) -> Days | None:
    """Return the days of an event, if its date names any."""
    return Days.parse(line.date)


def events_by_article(analyses: Sequence[Analysis], who: Who) -> Iterator[Happened]:
    for analysis in analyses:
        yield from happened(analysis, who)
