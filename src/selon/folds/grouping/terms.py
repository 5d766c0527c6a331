"""What an article is about: its lemmas and its actors, counted."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.lines import dateline
from selon.core.marks import Mention, Token, Zone, ZoneKind
from selon.core.text import DocId, Evidence, Span
from selon.lang.match import fold

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCE = re.compile(r"[^\s.!?…](?:[^.!?…\n]|[.!?…](?=\S))*[.!?…]*")
_TITLE_WEIGHT = 2
_LEAD_SENTENCES = 2
_SENTENCE_CHARS = range(30, 320)
_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Topic:
    """An article cut loose from its layers.

    terms: what it is about and how often; an actor of the knowledge base is ``@`` and its id
    forms: a term as it is written
    lead:  its first sentences, each with its terms
    """

    doc: DocId
    days: Days | None
    terms: Counter[str]
    forms: dict[str, str]
    lead: tuple[tuple[Evidence, frozenset[str]], ...]


def topic(analysis: Analysis) -> Topic:
    """Count the terms of an article: lemmas of nouns, names, verbs and adjectives where it is parsed, else its longer words."""
    placed = list(_placed(analysis))
    terms = Counter(term for _, term, _ in placed)
    forms: dict[str, str] = {}
    for _, term, form in placed:
        forms.setdefault(term, form)
    for word in _WORD.findall(analysis.doc.title):
        if (term := fold(word)) in terms:
            terms[term] += _TITLE_WEIGHT
    known = dateline(analysis)
    days = known.days if known else Days.parse(analysis.doc.published)
    return Topic(analysis.doc.id, days, terms, forms, tuple(_lead(analysis, placed)))


def _placed(analysis: Analysis) -> Iterator[tuple[int, str, str]]:
    """Yield place, term and form of each word that tells something, and of each known actor."""
    raw = analysis.doc.raw
    if analysis[Token]:
        for token in analysis[Token]:
            if token.pos in _TELLING and len(token.lemma) >= _LETTERS:
                yield token.span.start, fold(token.lemma), token.text
    else:
        folded = fold(raw)
        for span in _body(analysis):
            for found in _WORD.finditer(folded, span.start, span.end):
                yield found.start(), found[0], raw[found.start() : found.end()]
    for mention in analysis[Mention]:
        if mention.ref:
            yield mention.span.start, f"@{mention.ref}", mention.span.of(raw)


def _body(analysis: Analysis) -> list[Span]:
    """Return the stretches of the article's own text."""
    if Zone in analysis:
        return [zone.span for zone in analysis[Zone] if zone.kind is ZoneKind.BODY]
    return [Span(0, len(analysis.doc.raw))] if analysis.doc.raw else []


def _lead(analysis: Analysis, placed: list[tuple[int, str, str]]) -> Iterator[tuple[Evidence, frozenset[str]]]:
    found = 0
    for span in _body(analysis):
        for sentence in _SENTENCE.finditer(analysis.doc.raw, span.start, span.end):
            if found == _LEAD_SENTENCES:
                return
            if len(sentence[0]) in _SENTENCE_CHARS:
                found += 1
                start, end = sentence.span()
                yield Evidence.cite(analysis.doc, Span(start, end)), frozenset(term for at, term, _ in placed if start <= at < end)
