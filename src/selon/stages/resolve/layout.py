"""How the times of an article stand to each other and to its quotations, whatever its day."""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from selon.core.analysis import Analysis
from selon.core.marks import Quote, TimePhrase, Token, ZoneKind
from selon.core.text import Span
from selon.lang.match import fold
from selon.lang.pack import Pack
from selon.lang.times import Times
from selon.stages.resolve.tense import FUTURE, PAST

CAPTION_CHARS = 300
_STOP = re.compile(r"[.!?](?=\s|\Z)|[\n;)«»“”\"]")
_END = re.compile(r"[.!?;](?=\s|\Z|[A-ZÀ-Þ])|[\n«»“”\"]")
_DAYS = ("weekday", "day_away", "day_of_month", "day_in_figures", "day_of_weekday")
_CLOCKS = ("clock", "part_of_day")
_CLIMB_LIMIT = 6
_BESIDE_CHARS = 100


@dataclass(frozen=True, slots=True)
class Layout:
    """The phrases of an article, each with its settled tense.

    first:  the places of those that begin a sentence, a quotation, or what stands behind one or behind brackets
    framed: place -> the phrase that tells the day from which it counts: of its caption, or of the words it is quoted from
    spoken: the places of those that stand in a quotation so framed
    tied:   place of a clock time -> the phrase behind it that tells its day
    twins:  place of a weekday that no verb governs -> the phrase that tells the same weekday with day and month
    """

    phrases: tuple[TimePhrase, ...]
    first: frozenset[Span]
    framed: Mapping[Span, TimePhrase]
    spoken: frozenset[Span]
    tied: Mapping[Span, TimePhrase]
    twins: Mapping[Span, TimePhrase]


def layout(analysis: Analysis, pack: Pack) -> Layout:
    """Return how the phrases of an article stand."""
    phrases, grammar = settled(analysis[TimePhrase], pack.times), pack.times
    spoken = dict(_spoken(analysis, phrases, pack))
    captions = {phrase.span: own for phrase in phrases if (own := _of_caption(phrases, phrase, grammar))}
    tied = dict(_tied(fold(analysis.doc.raw), phrases, grammar)) if phrases else {}
    first, twins = _beginning(analysis.doc.raw, phrases), dict(_twins(phrases, grammar))
    return Layout(phrases, first, captions | spoken, frozenset(spoken), tied, twins)


def settled(phrases: Sequence[TimePhrase], grammar: Times) -> tuple[TimePhrase, ...]:
    """Give a weekday that no past or future verb governs the tense of the same weekday elsewhere in the article."""
    tenses: dict[str, str] = {}
    for phrase in phrases:
        if grammar.by_id[phrase.rule].gives == "weekday" and phrase.tense in (PAST, FUTURE):
            tenses.setdefault(phrase.slot("weekday"), phrase.tense)
    missing = {phrase: tenses.get(phrase.slot("weekday"), "") for phrase in phrases if phrase.tense not in (PAST, FUTURE)}
    return tuple(replace(phrase, tense=missing[phrase]) if missing.get(phrase) else phrase for phrase in phrases)


def _beginning(raw: str, phrases: Sequence[TimePhrase]) -> frozenset[Span]:
    before = [0, *(phrase.span.end for phrase in phrases)]
    return frozenset(phrase.span for start, phrase in zip(before, phrases, strict=False) if _STOP.search(raw, start, phrase.span.start))


def _of_caption(phrases: Sequence[TimePhrase], phrase: TimePhrase, grammar: Times) -> TimePhrase | None:
    """Return the full date that a caption tells of itself."""
    if phrase.zone is not ZoneKind.CAPTION or phrase.slot("year"):
        return None
    around = _within(phrases, phrase.span, CAPTION_CHARS)
    near = (each for each in around if each.zone is phrase.zone and abs(each.span.start - phrase.span.start) < CAPTION_CHARS)
    return next((each for each in near if each.slot("year") and grammar.by_id[each.rule].gives == "day_of_month"), None)


def _tied(folded: str, phrases: Sequence[TimePhrase], grammar: Times) -> Iterator[tuple[Span, TimePhrase]]:
    """Yield the clock times right before their day (``10 heures hier``), and those of a range that ends so."""
    known: dict[Span, TimePhrase] = {}
    for phrase, behind in zip(reversed(phrases[:-1]), reversed(phrases[1:]), strict=True):
        if grammar.by_id[phrase.rule].gives not in _CLOCKS or phrase.slot("here") or phrase.zone is not behind.zone:
            continue
        between, is_day = folded[phrase.span.end : behind.span.start], grammar.by_id[behind.rule].gives in _DAYS
        day = behind if is_day and (between.isspace() or behind.slot("clock")) else known.get(behind.span)
        if day and (between.isspace() or grammar.clues["to"].fullmatch(between)):
            known[phrase.span] = day
    yield from known.items()


def _twins(phrases: Sequence[TimePhrase], grammar: Times) -> Iterator[tuple[Span, TimePhrase]]:
    """Yield the bare weekdays that have no tense, with the date that falls on the same one."""
    dates = {each.slot("weekday"): each for each in reversed(phrases) if grammar.by_id[each.rule].gives == "day_of_month"}
    for phrase in phrases:
        twin = dates.get(phrase.slot("weekday")) if phrase.slot("weekday") and phrase.tense not in (PAST, FUTURE) else None
        if twin and grammar.by_id[phrase.rule].gives == "weekday" and not phrase.slot("when"):
            yield phrase.span, twin


def _spoken(analysis: Analysis, phrases: Sequence[TimePhrase], pack: Pack) -> Iterator[tuple[Span, TimePhrase]]:
    """Yield the times inside quotations beside which a verb of speech tells the day of speaking."""
    quotes = [quote for quote in analysis[Quote] if quote.closed and not quote.depth]
    inside = {quote.span: [each for each in _within(phrases, quote.span, 0) if quote.span.contains(each.span)] for quote in quotes}
    quoted = {phrase.span for held in inside.values() for phrase in held}
    tellers = [each for each in phrases if each.tense == PAST and each.span not in quoted and pack.times.by_id[each.rule].gives in _DAYS]
    if not tellers:
        return
    verbs = {teller.span: verb for teller in tellers if (verb := _verb_of_speech(analysis[Token], teller.span, pack))}
    for quote in quotes:
        around = [each for each in _within(tellers, quote.span, _BESIDE_CHARS) if each.span in verbs]
        near = [each for each in around if _is_beside(analysis.doc.raw, quote.span, each.span, verbs[each.span])]
        for phrase in inside[quote.span] if near else ():
            yield phrase.span, min(near, key=lambda each: _gap(each.span, quote.span))


def _within(phrases: Sequence[TimePhrase], span: Span, reach_chars: int) -> Sequence[TimePhrase]:
    """Return the phrases, which are in order, that begin in a span or so many characters from it."""
    first = bisect_left(phrases, span.start - reach_chars, key=lambda each: each.span.start)
    return phrases[first : bisect_left(phrases, span.end + reach_chars + 1, lo=first, key=lambda each: each.span.start)]


def _verb_of_speech(tokens: Sequence[Token], span: Span, pack: Pack) -> Span | None:
    """Return the place of the first verb above a phrase, if it is one that may frame a quotation; none across a conjunction."""
    at = index = bisect_left(tokens, span.start, key=lambda token: token.span.start)
    for _ in range(_CLIMB_LIMIT):
        token = tokens[index] if index < len(tokens) else None
        if token is None or token.pos == "VERB":
            is_cue = token and any("quote" in cue.frames for cue in pack.speech.verbs.get(token.lemma, ()))
            is_apart = any(each.pos == "SCONJ" for each in tokens[min(at, index) : max(at, index)])
            return token.span if token and is_cue and not is_apart else None
        index = token.head
    return None


def _is_beside(raw: str, quote: Span, teller: Span, verb: Span) -> bool:
    """Whether the verb and its day stand near on one side of a quotation, with no full stop and no other quotation between."""
    first, last = min(teller.start, verb.start), max(teller.end, verb.end)
    start, end = (first, quote.start) if last <= quote.start else (quote.end, last)
    is_near = first >= quote.end or last <= quote.start
    is_same = start == first or not raw[quote.end : first].lstrip()[:1].isupper()
    return is_near and is_same and end - start <= _BESIDE_CHARS and not _END.search(raw, start, end)


def _gap(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end)
