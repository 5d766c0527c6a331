"""When the article was published."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.marks import BY_OTHERS, FIRM_DAYS, NARROWED, DateHint, Dateline, TimePhrase, Zone, ZoneKind
from selon.core.text import Span
from selon.lang.match import fold
from selon.lang.pack import Pack
from selon.plan import stage
from selon.stages.dating import clues
from selon.stages.dating.clues import Event
from selon.stages.dating.hinted import AGAINST, SAME_STORY, SHARED_WORDS, Hinted, hinted
from selon.stages.dating.solver import KEPT_BY_OTHERS, Weighed, solve
from selon.stages.dating.text import Text, full_days
from selon.stages.resolve import days, months

_COUNTS = {
    "day_of_month": days.day_of_month, "day_in_figures": days.day_in_figures,
    "month": months.month, "season": months.season, "year": months.year,
}  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1600, 2200
_TOO_WIDE_DAYS = 1500
_AHEAD_YEARS = 3
Dates = list[tuple[TimePhrase, Days]]


@stage(makes=Dateline, needs=(Zone, TimePhrase, DateHint), reads=("times",), record=True, version=6)
def dated(analysis: Analysis, pack: Pack) -> Iterator[Dateline]:
    """Lay one mark that says on which days the article may have been published, and why; none where nothing tells.

    A day that came with the input is taken as it is; a month or a year is narrowed by what the text says, and so is a
    date in a header. Without either, the text must tell its year: by an anniversary, or by past dates in figures. Where it
    does not, other articles of the dossier may tell among which days to look.
    """
    doc = analysis.doc
    if not doc.raw:
        return
    whole = Span(0, len(doc.raw))
    given = _plausible(Days.parse(doc.published))
    text = _text(analysis, pack)
    dates = [(phrase, span) for phrase in text.phrases if (span := full_days(text, phrase, _COUNTS))]
    stated = _stated(text, dates)
    if given:
        yield _narrowed(text, dates, given, Dateline(whole, given, given.iso, "given", (), "dated.given"))
    elif stated:
        phrase, span = stated
        yield _narrowed(text, dates, span, Dateline(phrase.span, span, span.iso, "stated", (), "dated.stated"))
    else:
        yield from _with_all(text, dates, next(_inferred(text, dates, whole), None), analysis[DateHint], whole)


def _plausible(span: Days | None) -> Days | None:
    """Leave out years in which there were no newspapers, and slips of the keyboard."""
    return span if span and _FIRST_YEAR <= span.first.year <= _LAST_YEAR else None


def _text(analysis: Analysis, pack: Pack) -> Text:
    bodies = [zone.span.start for zone in analysis[Zone] if zone.kind is ZoneKind.BODY]
    return Text(analysis[TimePhrase], fold(analysis.doc.raw), pack.times, min(bodies, default=0))


def _stated(text: Text, dates: Dates) -> tuple[TimePhrase, Days] | None:
    """Return the date of a header or a byline, the most precise if there are several."""
    byline = text.times.clues["byline"]
    headed = [(phrase, span) for phrase, span in dates if phrase.zone is not ZoneKind.CAPTION and len(span) <= 31]
    found = [each for each in headed if each[0].zone is ZoneKind.METADATA or byline.search(text.before(each[0]))]
    return min(found, key=lambda each: (len(each[1]), each[0].span)) if found else None


def _narrowed(text: Text, dates: Dates, window: Days, dateline: Dateline) -> Dateline:
    """Narrow a month or a year that is known by the clues of the text; a day is left alone."""
    if len(window) == 1:
        return dateline
    weighed = [each for each in _weighed(text, dates, window) if each.clue.span != dateline.span]
    found, best = solve(window, weighed)
    return Dateline(dateline.span, found, best or window.iso, dateline.basis, tuple(each.clue for each in weighed), dateline.why)


def _inferred(text: Text, dates: Dates, whole: Span) -> Iterator[Dateline]:
    window = _window(text, dates)
    if window is None:
        return
    weighed = _weighed(text, dates, window)
    found, best = solve(window, weighed)
    if best or len(found) <= _TOO_WIDE_DAYS:
        yield Dateline(whole, found, best, "inferred", tuple(each.clue for each in weighed), "dated.inferred")


def _with_all(text: Text, dates: Dates, alone: Dateline | None, hints: Sequence[DateHint], whole: Span) -> Iterator[Dateline]:
    """Yield what an article's own words and other articles tell: those of the same day, text or deed, else the one that is most like it."""
    told = hinted(text, [hint for hint in hints if hint.says != SAME_STORY])
    story = hinted(text, [hint for hint in hints if hint.says == SAME_STORY])
    if alone is None:
        found = next(_by_others(text, dates, told, hints, whole), None) if told else None
    else:
        found = _with_others(text, dates, alone, told) if told and len(alone.days) > FIRM_DAYS else alone
    if story and (found is None or (found is alone and len(alone.days) > FIRM_DAYS)):
        found = _with_story(text, dates, alone, story, whole) or found
    if found:
        yield found


def _by_others(text: Text, dates: Dates, told: Hinted, hints: Sequence[DateHint], whole: Span) -> Iterator[Dateline]:
    """Yield the date of an article whose own words give none."""
    weighed = [*told.weighed, *_weighed(text, dates, told.window)]
    found, best = solve(told.window, weighed, KEPT_BY_OTHERS)
    wide = _with_sharers(found, hints)
    if len(wide) <= _TOO_WIDE_DAYS:
        best = best if wide == found else wide.iso
        yield Dateline(whole, wide, best, "inferred", tuple(each.clue for each in weighed), BY_OTHERS)


def _with_others(text: Text, dates: Dates, alone: Dateline, told: Hinted) -> Dateline:
    """Narrow what an article's own words leave open; where no day suits both, these stand, and what contradicts them is shown."""
    window = _window(text, dates) or alone.days
    weighed, both = _weighed(text, dates, window), window.meet(told.window)
    if both and told.agree(window, weighed):
        every = (*told.weighed, *weighed)
        found, best = solve(both, every, KEPT_BY_OTHERS)
        return Dateline(alone.span, found, best, alone.basis, tuple(each.clue for each in every), NARROWED)
    against = tuple(replace(each.clue, says=f"{AGAINST} {each.clue.says}") for each in told.weighed)
    return replace(alone, clues=(*alone.clues, *against))


def _with_story(text: Text, dates: Dates, alone: Dateline | None, story: Hinted, whole: Span) -> Dateline | None:
    """Date an article by the one that is most like it, where its own words agree so well that less than a month is left."""
    window = (_window(text, dates) if alone else None) or story.window
    own = _weighed(text, dates, window)
    found, best = solve(window, [*story.weighed, *own], KEPT_BY_OTHERS)
    if len(found) > FIRM_DAYS or not story.agree(window, own):
        return None
    clues = tuple(each.clue for each in (*story.weighed, *own))
    return Dateline(whole, found, best, "inferred", clues, NARROWED if alone else BY_OTHERS)


def _with_sharers(found: Days, hints: Sequence[DateHint]) -> Days:
    """Widen the days that suit all clues by those of the articles with the same words: where the two contradict each other, both stand."""
    every = [found, *(hint.days for hint in hints if hint.says == SHARED_WORDS)]
    return Days(min(days.first for days in every), max(days.last for days in every))


def _window(text: Text, dates: Dates) -> Days | None:
    """Return the days among which to look: from shortly before the latest past year that is told; ``None`` if no year is."""
    yearly = [int(each.clue.first[:4]) for _, each in clues.anniversaries(text, dates)]
    past = [int(each.clue.first[:4]) for each in clues.latest_year(text, dates)]
    if not yearly and not past:
        return None
    first = max(text.years.start, max(yearly + past) - _AHEAD_YEARS)
    is_marked = yearly and max(yearly) >= max(past, default=0)
    last = min(text.years.stop - 1, first + _AHEAD_YEARS + 1 if is_marked else text.years.stop - 1)
    return Days(date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _weighed(text: Text, dates: Dates, window: Days) -> list[Weighed]:
    """Return every clue of the text, in the order of the kinds."""
    marked = list(clues.anniversaries(text, dates))
    events: list[Event] = [event for event, _ in marked if event]
    weighed = [each for _, each in marked]
    named = list(clues.named_days(text, range(window.first.year, window.last.year + 1)))
    weighed += [clues.near_event(*_of_span(named, span)) for span in sorted({event.span for event in named})]
    weighed += clues.weekday_of_event(text, events + named)
    weighed += [*clues.latest_year(text, dates), *clues.after_dates(text, dates), *clues.days_without_year(text)]
    return [*weighed, *clues.months_without_year(text), *clues.dispatch_weekday(text)]


def _of_span(events: Sequence[Event], span: Span) -> list[Event]:
    return [event for event in events if event.span == span]
