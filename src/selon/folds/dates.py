"""What dated articles tell of the date of those whose own words give none."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.dating import Dated, Hints
from selon.core.days import Days
from selon.core.lines import dateline
from selon.core.marks import BY_OTHERS, DateHint, Dateline, EventMark, Mention, TimeExpr, Zone
from selon.core.text import Document, Evidence, Span
from selon.folds.dating.sharing import Shared, Text, sharing
from selon.lang.match import fold as folded
from selon.lang.pack import Pack
from selon.plan import fold

MOST_HINTS = 5
ONCE = frozenset(["AGREE", "CONCEDE", "RETREAT"])
"""Types of event that the same parties seldom repeat: what two articles tell of one is taken for the same."""
_MONTH_DAYS, _YEAR_DAYS = 31, 366
_WORD, _WORD_CHARS = re.compile(r"\w+"), 5
Deed = tuple[str, frozenset[str]]
"""What happened between whom: a type of event, and the known actors."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event of an article: the words that date it, the days that they mean there, and the longer words that tell it."""

    doc: Document
    when: Span
    days: Days | None
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Article:
    """What is kept of an article; ``days`` is ``None`` where its own words give no date."""

    text: Text
    days: Days | None
    events: Mapping[Deed, tuple[Told, ...]]


@fold(needs=(Zone, Dateline, TimeExpr, Mention, EventMark))
def dates(analyses: Iterable[Analysis], pack: Pack) -> Hints:
    """Return what dated articles tell of the others; the order of the articles makes no difference.

    Only articles that are dated by themselves tell anything, and only those that are not are told: so what is told here
    changes nothing of what it rests on, and one round is enough.
    """
    articles = sorted((_article(each) for each in analyses), key=lambda each: each.text.doc.id)
    known, unknown = [each for each in articles if each.days], [each for each in articles if not each.days]
    by_words = _by_words(unknown, known)
    found = ((each.text.doc.id, (*by_words[number], *_by_events(each, known))) for number, each in enumerate(unknown))
    return Hints(tuple(Dated(doc, hints) for doc, hints in found if hints))


def _article(analysis: Analysis) -> Article:
    line = dateline(analysis)
    days = line.days if line and line.why != BY_OTHERS else None
    skip = tuple(zone.span for zone in analysis[Zone] if zone.is_furniture)
    return Article(Text(analysis.doc, skip), days, _events(analysis))


def _events(analysis: Analysis) -> Mapping[Deed, tuple[Told, ...]]:
    """Return what is told to have happened between known actors at a time."""
    refs = {mention.span: mention.ref for mention in analysis[Mention]}
    days = {mark.span: mark.days for mark in analysis[TimeExpr]}
    found: dict[Deed, list[Told]] = defaultdict(list)
    for event in analysis[EventMark]:
        parties = [part.ref or refs.get(part.span, "") for part in (*event.source, *event.target)]
        is_deed = event.type in ONCE and event.status == "actual" and event.source and event.target
        if is_deed and event.when and all(parties):
            named = [part.span for part in (*event.source, *event.target)]
            told = Told(analysis.doc, event.when, days.get(event.when), _words(analysis.doc.raw, event.clause, [event.when, *named]))
            found[event.type, frozenset(parties)].append(told)
    return {deed: tuple(each) for deed, each in found.items()}


def _words(raw: str, clause: Span, skip: Sequence[Span]) -> frozenset[str]:
    """Return the longer words of a clause, those of its time and its parties left out."""
    found = ((match[0], Span(*match.span())) for match in _WORD.finditer(folded(raw), clause.start, clause.end))
    return frozenset(word for word, span in found if len(word) >= _WORD_CHARS and not any(span.overlaps(each) for each in skip))


def _by_words(unknown: Sequence[Article], known: Sequence[Article]) -> Mapping[int, list[DateHint]]:
    """Return, for each article without date, the dated ones that have most of its words."""
    precise = [(each.text, each.days) for each in known if each.days and len(each.days) <= _MONTH_DAYS]
    shared: dict[int, list[Shared]] = defaultdict(list)
    for each in sharing([each.text for each in unknown], [text for text, _ in precise]):
        shared[each.text].append(each)
    hints: dict[int, list[DateHint]] = defaultdict(list)
    for number, found in shared.items():
        for each in sorted(found, key=lambda each: (-each.runs, each.other))[:MOST_HINTS]:
            text, days = precise[each.other]
            other = Evidence.cite(text.doc, each.there)
            hints[number].append(DateHint(each.here, "shared words", days, text.doc.name, other, "dates.shared-words"))
    return hints


def _by_events(article: Article, known: Sequence[Article]) -> Iterator[DateHint]:
    """Yield where dated articles put what happened between the same parties, told with some of the same words."""
    hints: dict[tuple[Span, Days], DateHint] = {}
    for deed, here in article.events.items():
        for told in (told for other in known for told in other.events.get(deed, ())):
            for own in here:
                if told.days and len(told.days) <= _YEAR_DAYS and own.words & told.words:
                    other = Evidence.cite(told.doc, told.when)
                    hint = DateHint(own.when, "same event", told.days, told.doc.name, other, "dates.same-event")
                    hints.setdefault((own.when, told.days), hint)
    yield from sorted(hints.values(), key=lambda each: (each.span, each.days))[:MOST_HINTS]
