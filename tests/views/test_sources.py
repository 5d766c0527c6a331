"""How many independent sources some words or statements have."""
from __future__ import annotations

import re

import pytest
from small_dossiers import Held, denial, hearsay, held, place

from selon.core.analysis import Analysis
from selon.core.lines import Who
from selon.core.marks import Statement, Token
from selon.core.text import DocId, Document, Span
from selon.views.asking import Question, asked, best_sentences
from selon.views.choice import Choice
from selon.views.sources import sources

SMALL = held()
WHO = Who.of(SMALL.cast())


def tokened(analysis):
    """Lay a token a word; a sentence begins after a stop."""
    raw = analysis.doc.raw
    first, made = True, []
    for found in re.finditer(r"\w+|[.]", raw):
        made.append(Token(Span(*found.span()), found.group(), found.group(), "X", "dep", 0, "", "", first))
        first = found.group() == "."
    return analysis.with_layer(Token, made)


def counted(question, small: Held = SMALL):
    places = list(asked(small.held, WHO, question))
    return sources({each.doc.id: each.doc for each in small.held}, places, None, WHO.names)


def test_statements_of_one_actor_have_one_source_if_they_reached_us_by_one_relay():
    found = counted(Question(Choice(actors=frozenset({"russia", "ukraine"}))))
    assert (found.low, found.high, found.documents, found.originators) == (2, 2, 2, ("TASS", "Ukraine"))


def test_articles_are_chosen_by_id_and_day():
    assert counted(Question(Choice(), frozenset({denial().doc.id}))).documents == 1
    assert counted(Question(Choice(), frozenset({DocId("none")}))).documents == 0


def test_articles_of_one_outlet_may_be_one_source():
    two = Held([denial(), denial_again()])
    found = counted(Question(Choice()), two)
    assert (found.low, found.high, found.documents) == (1, 2, 2)
    assert [(each.why, each.by, each.evidence) for each in found.doubts] == [("same-outlet", "Le Courrier", ())]


def denial_again():
    """Another article of the outlet of the denial."""
    return Analysis(Document.from_text("Autre chose.", name="autre", outlet="Le Courrier"))


def test_words_are_asked_about_where_their_sentence_says_them():
    analysis = tokened(hearsay())
    words = [place(analysis.doc.raw, "avril")]
    (one,) = asked([analysis], WHO, Question(Choice(), words={analysis.doc.id: words}))
    assert one.place.span.of(analysis.doc.raw) == analysis.doc.raw
    assert list(asked([analysis], WHO, Question(Choice(), words={}))) == []


@pytest.mark.parametrize("words, sentences", [
    (("Un", "deux"), ["Un et deux."]),
    (("deux",), ["Un et deux.", "Puis deux."]),
    (("absent",), []),
])  # fmt: skip
def test_the_sentences_with_most_of_the_words_are_chosen(words, sentences):
    analysis = tokened(Analysis(Document.from_text("Un et deux. Puis deux. Fin.", name="n")))
    raw = analysis.doc.raw
    spans = [Span(*found.span()) for word in words for found in re.finditer(word, raw)]
    assert [each.of(raw) for each in best_sentences(analysis, spans)] == sentences


def test_an_article_has_no_statements_of_an_act_that_nobody_did():
    assert counted(Question(Choice(act="thank"))).documents == 0
    assert any(analysis[Statement] for analysis in SMALL.held)
