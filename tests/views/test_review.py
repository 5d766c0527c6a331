"""The review list: doubtful statements, the most doubtful first, each with a reason."""
from __future__ import annotations

from selon.core.analysis import Analysis
from selon.core.dossier import Cast
from selon.core.lines import Who
from selon.core.marks import Statement
from selon.core.text import Document, Span
from selon.views.review import SURE, review

RAW = "Moscou a nié. « Rien. » On accuse Kiev de fraude."
NOBODY = Who.of(Cast((), ()))


def statement(start, end, *, score, cue=None, speaker=None):
    span = Span(start, end)
    return Statement(span, (span,), cue, speaker, None, (), "direct", "assert", "plain", score, "fr.cue.x")


def doubts(*marks):
    return review([Analysis(Document.from_text(RAW, name="a")).with_layer(Statement, marks)], NOBODY)


def test_what_is_sure_is_not_listed_and_the_most_doubtful_comes_first():
    found = doubts(statement(0, 6, score=0.7), statement(7, 12, score=SURE), statement(14, 22, score=0.5))
    assert [each.said.score for each in found] == [0.5, 0.7]


def test_a_doubt_says_why():
    cue, speaker = Span(7, 12), Span(0, 6)
    quote, agentless, unknown = doubts(
        statement(0, 1, score=0.1), statement(1, 13, score=0.2, cue=cue), statement(0, 13, score=0.3, cue=cue, speaker=speaker)
    )
    assert quote.because == ("no cue: goes on from the last speaker",)
    assert agentless.because == ("nobody is named as the speaker",)
    assert unknown.because == ("the speaker is no known actor",)
