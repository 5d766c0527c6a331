"""What dated articles tell of the date of those whose own words give none, or only a wide range."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.dating import Dated, Hints
from selon.core.days import Days
from selon.core.lines import dateline
from selon.core.marks import BY_OTHERS, FIRM_DAYS, NARROWED, DateHint, Dateline, EventMark, Mention, TimeExpr, Zone
from selon.core.text import Document, Evidence, Span
from selon.folds.dating.moments import Moment, alike, moments
from selon.folds.dating.sharing import Shared, Text, sharing
from selon.folds.dating.stories import likest
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
    """What is kept of an article.

    days: ``None`` where its own words give no date, or one of more than a month
    is_wide: whether they give one of more than a month, narrowed or not
    """

    text: Text
    days: Days | None
    is_wide: bool
    events: Mapping[Deed, tuple[Told, ...]]
    moments: tuple[Moment, ...]


@fold(needs=(Zone, Dateline, TimeExpr, Mention, EventMark), version=3)
def dates(analyses: Iterable[Analysis], pack: Pack) -> Hints:
    """Return what dated articles tell of the others; the order of the articles makes no difference.

    Articles that are dated by themselves tell of all others, and nothing is told of them. Those whose own words leave more than
    a month are told by these alone, and tell only when a deed was done, and only to those without any date: so what is found
    changes nothing of what it rests on once the wide ones are narrowed, and two rounds are enough.
    """
    articles = sorted((_article(each) for each in analyses), key=lambda each: each.text.doc.id)
    known, unknown = [each for each in articles if each.days], [each for each in articles if not each.days]
    wide = [each for each in unknown if each.is_wide]
    by_words, by_moments, by_story = _by_words(unknown, known), _by_moments(unknown, known), _by_story(unknown, known)
    found = []
    for number, each in enumerate(unknown):
        by_events = _by_events(each, known if each.is_wide else [*known, *wide])
        found.append((each.text.doc.id, (*by_words[number], *by_moments[number], *by_events, *by_story[number])))
    return Hints(tuple(Dated(doc, hints) for doc, hints in found if hints))


def _article(analysis: Analysis) -> Article:
    line = dateline(analysis)
    is_wide = line is not None and line.why != BY_OTHERS and _is_wide(line)
    days = line.days if line and not is_wide and line.why != BY_OTHERS else None
    skip = tuple(zone.span for zone in analysis[Zone] if zone.is_furniture)
    known = days if line and line.basis != "inferred" else None
    own = tuple(moments(analysis, known, is_own=days is None))
    return Article(Text(analysis.doc, skip), days, is_wide, _events(analysis), own)


def _is_wide(line: Dateline) -> bool:
    return line.why == NARROWED or (line.basis == "inferred" and len(line.days) > FIRM_DAYS)


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


def _by_moments(unknown: Sequence[Article], known: Sequence[Article]) -> Mapping[int, list[DateHint]]:
    """Return, for each article without date, which dated ones tell in like words of what it tells of a month or a day; the likest."""
    own = [(number, moment) for number, each in enumerate(unknown) for moment in each.moments]
    others = [(each.text.doc, moment) for each in known for moment in each.moments]
    hints: dict[int, dict[str, DateHint]] = defaultdict(dict)
    found = alike([moment for _, moment in own], [moment for _, moment in others])
    for each in sorted(found, key=lambda each: (-each.like, each.own, each.other)):
        (number, moment), (doc, told) = own[each.own], others[each.other]
        if told.days and len(hints[number]) < MOST_HINTS:
            hint = DateHint(moment.span, "same time", told.days, doc.name, Evidence.cite(doc, told.span), "dates.same-time")
            hints[number].setdefault(doc.id, hint)
    return defaultdict(list, {number: list(each.values()) for number, each in hints.items()})


def _by_story(unknown: Sequence[Article], known: Sequence[Article]) -> Mapping[int, list[DateHint]]:
    """Return, for each article without date, the dated one that is most like it."""
    precise = [(each.text, each.days) for each in known if each.days and len(each.days) <= FIRM_DAYS]
    hints: dict[int, list[DateHint]] = defaultdict(list)
    for each in likest([each.text for each in unknown], [text for text, _ in precise]):
        text, days = precise[each.other]
        other = Evidence.cite(text.doc, each.there)
        hints[each.own].append(DateHint(each.here, "same story", days, text.doc.name, other, "dates.same-story"))
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
