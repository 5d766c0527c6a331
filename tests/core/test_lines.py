"""The lines of a dossier, made of marks."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.lines import Who, dated, line_id, published, said, statement_ids
from selon.core.marks import Dateline, Statement, TimeExpr
from selon.core.text import Document, Evidence, Span

RAW = "Tass rapporte que Moscou a démenti lundi tout envoi d’armes, ce que le 3 mai 1961 taisait."
DOC = Document.from_text(RAW, name="envoi", published="1961-05-09")


def at(words: str) -> Span:
    start = RAW.index(words)
    return Span(start, start + len(words))


DENIAL = Statement(
    span=Span.cover(at("Moscou"), at("tout envoi d’armes")), content=(at("tout envoi d’armes"),), cue=at("a démenti"), speaker=at("Moscou"),
    source=at("Moscou"), via=(at("Tass"),), form="indirect", act="deny", modality="plain", score=0.9, why="fr.cue.démentir",
    to=(at("Moscou"),),
)  # fmt: skip
CAST = Cast(
    (Actor("ussr", "Union soviétique", "state", (("Moscou", 1),), "fr.state"),),
    (ActorMention(DOC.id, at("Moscou"), "ussr", "metonym", "state"),),
)
DATELINE = Dateline(Span(0, len(RAW)), Days(date(1961, 5, 8), date(1961, 5, 10)), "1961-05", "inferred", (), "dated.clues")


def test_a_statement_is_told_with_its_speaker_its_chain_and_its_proof():
    (line,) = said(Analysis(DOC).with_layer(Statement, [DENIAL]), Who.of(CAST))
    assert (line.article, line.published, line.act, line.cue, line.speaker) == ("envoi", "1961-05-09", "deny", "a démenti", "Moscou")
    assert (line.actor, line.actor_name) == ("ussr", "Union soviétique")
    assert (line.via, line.via_names) == (("",), ("Tass",))
    assert (line.to, line.to_names) == (("ussr",), ("Union soviétique",))
    assert line.quote == "tout envoi d’armes"
    assert all(proof.holds(DOC) for proof in (line.evidence, *line.content))


def test_a_statement_without_a_speaker_says_so():
    (line,) = said(Analysis(DOC).with_layer(Statement, [replace(DENIAL, speaker=None, source=None, via=())]), Who.of(CAST))
    assert (line.speaker, line.actor, line.actor_name, line.via) == ("", "", "", ())


def test_a_line_keeps_its_name_and_two_lines_on_one_stretch_have_two():
    one, two = (Analysis(DOC).with_layer(Statement, [DENIAL] * count) for count in (1, 2))
    assert statement_ids(two)[0] == statement_ids(one)[0]
    assert len(set(statement_ids(two))) == 2


@pytest.mark.parametrize("other", [(DOC.id, Span(0, 5), "statement"), (DOC.id, Span(0, 4), "time"), ("0" * 16, Span(0, 4), "statement")])
def test_article_place_and_kind_each_change_the_name_of_a_line(other):
    assert line_id(*other) != line_id(DOC.id, Span(0, 4), "statement")


def test_the_day_of_publication_is_the_best_of_the_dateline_where_there_is_one():
    assert published(Analysis(DOC)) == "1961-05-09"
    assert published(Analysis(DOC).with_layer(Dateline, [DATELINE])) == "1961-05"
    assert published(Analysis(replace(DOC, published=""))) == ""


@pytest.mark.parametrize(
    ("words", "days", "dateline", "basis"),
    [
        ("lundi", "1961-05-08", [], "given"),
        ("lundi", "1961-05-08", [DATELINE], "inferred"),
        ("le 3 mai 1961", "1961-05-03", [DATELINE], "written"),
        ("lundi", "", [DATELINE], ""),
    ],
)
def test_a_time_says_by_what_its_days_are_known(words, days, dateline, basis):
    mark = TimeExpr(at(words), "DATE", days, "", Days.parse(days), "fr.time.test")
    analysis = Analysis(DOC).with_layer(TimeExpr, [mark]).with_layer(Dateline, dateline)
    (line,) = dated(analysis)
    assert (line.basis, line.first, line.last, line.evidence) == (basis, days, days, Evidence.cite(DOC, at(words)))
