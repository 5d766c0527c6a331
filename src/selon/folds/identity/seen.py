"""Mentions cut loose from their articles: all that deciding who they are needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.composed import composed
from selon.core.days import Days
from selon.core.marks import Dateline, Mention, Statement
from selon.core.text import DocId, Span
from selon.folds.identity.sending import sent
from selon.lang.actors import Knowledge
from selon.lang.match import fold

Identity = tuple[str, ...]
"""What makes two mentions one actor: ``("known", id)``, ``("person", "ada", "martin")``, ``("here", doc, words)`` ..."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention, or a phrase that speaks.

    title:    the words glued to a name or set beside it
    civility: the word before a name, folded, if it is one ("m.", "mme")
    beside:   the short name in brackets behind a body's full name
    sender:   who deploys, lends or withdraws the troops of a description, by the same sentence
    """

    doc: DocId
    span: Span
    text: str
    title: str
    near: Span | None
    form: str
    kind: str
    ref: str
    civility: str = ""
    sender: Span | None = None
    beside: Span | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What the article has somebody say: where it stands, whether in the speaker's very words, and the mention of the speaker."""

    content: Span
    is_direct: bool
    source: Span


@dataclass(frozen=True, slots=True)
class Article:
    """The mentions of one article in order, the days it may have been published on, and the state it is mostly about.

    said: what its mentions are reported to have said
    """

    doc: DocId
    days: Days | None
    home: str
    seen: tuple[Seen, ...]
    said: tuple[Said, ...] = ()


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_HOME_LEAD = 2
_OF_STATES = frozenset(["person", "organisation", "group"])
"""Kinds of those whose state tells what an article is about; the press is cited everywhere."""

_CIVILITY_CHARS = 14


def article(analysis: Analysis, knowledge: Knowledge) -> Article:
    """Return what an analysis says of actors."""
    days = next((line.days for line in analysis[Dateline]), None)
    seen = sorted(_seen(analysis, knowledge), key=lambda each: each.span)
    return Article(analysis.doc.id, days, _home(composed(analysis.doc.raw), seen, knowledge), tuple(seen), tuple(_said(analysis)))


def _said(analysis: Analysis) -> Iterator[Said]:
    for statement in analysis[Statement]:
        if statement.source:
            for content in statement.content:
                yield Said(content, statement.form == "direct", statement.source)


def _home(raw: str, seen: Iterable[Seen], knowledge: Knowledge) -> str:
    """Return the state that an article is mostly about; empty where none leads clearly.

    Most words that point at it tell, as a place or a power; where these leave it open, its officials and bodies count too.
    """
    places = knowledge.places
    told = Counter(state for word in _WORD.findall(fold(raw)) if (state := places.get(word)))
    officials = Counter(state for each in seen if each.kind in _OF_STATES and (state := knowledge.homes.get(each.ref)))
    return _leading(told) or _leading(told + officials)


def _leading(told: Counter[str]) -> str:
    ranked = told.most_common(2)
    lead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0) if ranked else 0
    return ranked[0][0] if ranked and (lead >= _HOME_LEAD or len(ranked) == 1) else ""


def _seen(analysis: Analysis, knowledge: Knowledge) -> Iterator[Seen]:
    doc, raw = analysis.doc.id, analysis.doc.raw
    taken = set()
    senders = dict(sent(raw, analysis[Mention], knowledge))
    for mention in analysis[Mention]:
        taken.add(mention.span)
        title = composed(mention.near.of(raw)) if mention.near and mention.form == "name" else ""
        civility = _civility(raw, mention.span.start, knowledge) if mention.form == "name" else ""
        words = composed(mention.span.of(raw))
        sender, beside = senders.get(mention.span), _in_brackets(raw, mention, analysis[Mention])
        yield Seen(doc, mention.span, words, title, mention.near, mention.form, mention.kind, mention.ref, civility, sender, beside)
    for statement in analysis[Statement]:
        for span in (statement.source, *statement.via):
            if span and span not in taken and _LETTERS.search(span.of(raw)):
                taken.add(span)
                yield _speaking(doc, span, raw, knowledge)


def _in_brackets(raw: str, mention: Mention, mentions: Iterable[Mention]) -> Span | None:
    """Return the short name in brackets right behind a body's full name."""
    end = mention.span.end
    if mention.form != "name" or mention.kind == "person" or " " not in mention.span.of(raw) or raw[end : end + 2] != " (":
        return None
    inside = (each.span for each in mentions if each.form == "name" and each.kind != "person" and each.span.start == end + 2)
    return next((span for span in inside if raw[span.end : span.end + 1] == ")" and span.of(raw).isupper()), None)


def _speaking(doc: DocId, span: Span, raw: str, knowledge: Knowledge) -> Seen:
    """Return words that speak and that no stage found to be a mention: a power, a body of the tables, a name, or a description."""
    text = composed(span.of(raw))
    words = fold(text)
    known = knowledge.known(text)
    if known and known.kind not in ("state", "person"):
        return Seen(doc, span, text, "", None, "name", known.kind, known.ref)
    power = knowledge.folded_states.get(words) or knowledge.folded_seats.get(words, "")
    if power:
        return Seen(doc, span, text, "", None, "metonym", "state", power)
    if _is_name(text) and words.split()[0] not in knowledge.genders:
        return Seen(doc, span, text, "", None, "name", "organisation", "")
    noun = next((noun for noun in map(knowledge.nouns.get, _WORD.findall(words)) if noun), None)
    return Seen(doc, span, text, "", None, "description", noun.kind if noun else "person", "")


def _is_name(text: str) -> bool:
    """Whether words are a name by their capitals: two at least ("Prensa Latina")."""
    words = text.split()
    return len(words) > 1 and all(word[0].isupper() for word in words) and words[0].isalpha()


def _civility(raw: str, start: int, knowledge: Knowledge) -> str:
    """Return the folded word before a name if it is a civility; empty otherwise."""
    before = fold(raw[max(0, start - _CIVILITY_CHARS) : start]).split()
    return before[-1] if before and before[-1] in knowledge.words.civilities else ""
