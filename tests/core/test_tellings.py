"""Tellings of one happening: merged where they are of the same, answered where one refuses the other."""

from __future__ import annotations

from selon.core.analysis import Analysis
from selon.core.dossier import ActorMention
from selon.core.happenings import happened
from selon.core.lines import Who
from selon.core.marks import EventMark, Part
from selon.core.text import Document, Span

RAW = "Un élève soupçonné\n\nPaul a été accusé par Anne. Il nie. Anne le maintient. Il partira lundi. Il est parti."


def mark(
    words: str, kind: str, source: str = "", target: str = "", *, status: str = "actual", date: str = "", nth: int = 0, mode: str = ""
) -> EventMark:
    start = -1
    for _ in range(nth + 1):
        start = RAW.index(words, start + 1)
    span = Span(start, start + len(words))
    sides = [(Part(Span(RAW.index(each), RAW.index(each) + len(each)), "", "subject"),) if each else () for each in (source, target)]
    return EventMark(span, kind, mode, sides[0], sides[1], "", None, date, None, status, (), span, 1.0, "test")


def told(*marks: EventMark) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    doc = Document.from_text(RAW, name="test")
    at = {Span(RAW.index(name), RAW.index(name) + len(name)): name.lower() for name in ("Paul", "Anne", "Un élève")}
    mentions = {span: ActorMention(doc.id, span, name, "name", "person").actor for span, name in at.items()}
    lines = happened(Analysis(doc).with_layer(EventMark, marks), Who({doc.id: mentions}, {}))
    return [(line.type, line.source, line.target, line.status) for line in lines]


def test_a_headline_is_told_again_below_with_the_names_of_the_text():
    assert told(mark("soupçonné", "ACCUSE", target="Un élève"), mark("accusé", "ACCUSE", "Anne", "Paul")) == [
        ("ACCUSE", ("anne",), ("paul",), "actual")
    ]


def test_a_headline_of_another_type_stands():
    assert len(told(mark("soupçonné", "COERCE", target="Un élève"), mark("accusé", "ACCUSE", "Anne", "Paul"))) == 2


def test_a_denial_answers_the_accusation_before_it():
    assert told(mark("accusé", "ACCUSE", "Anne", "Paul"), mark("nie", "REJECT", "Paul"))[1] == ("REJECT", ("paul",), ("anne",), "actual")


def test_an_accuser_who_goes_on_accuses_once():
    assert told(mark("accusé", "ACCUSE", "Anne", "Paul"), mark("maintient", "ACCUSE", "Anne")) == [
        ("ACCUSE", ("anne",), ("paul",), "actual")
    ]


def test_what_is_to_come_on_a_day_is_not_what_was():
    plan = mark("partira", "CONCEDE", "Paul", status="planned", date="2024-03-11")
    assert [line[3] for line in told(plan, mark("est parti", "CONCEDE", "Paul"))] == ["planned", "actual"]


def test_a_search_is_no_arrest():
    taken = mark("accusé", "COERCE", "Anne", "Paul", mode="arrest")
    assert len(told(taken, mark("maintient", "COERCE", "Anne", "Paul", mode="seize"))) == 2
    assert len(told(taken, mark("maintient", "COERCE", "Anne", "Paul"))) == 1


def test_a_sentence_is_no_black_list():
    listed = mark("accusé", "SANCTION", "Anne", "Paul")
    assert len(told(listed, mark("maintient", "SANCTION", "", "Paul", mode="convict"))) == 2
    assert len(told(listed, mark("maintient", "SANCTION", "", "Paul"))) == 1


def test_a_visit_or_a_message_is_no_talk():
    met = mark("accusé", "CONSULT", "Anne", "Paul")
    for mode in ("visit", "message"):
        assert len(told(met, mark("maintient", "CONSULT", "Anne", "Paul", mode=mode))) == 2
    assert len(told(met, mark("maintient", "CONSULT", "Paul", "Anne"))) == 1


def test_an_answer_is_another_message():
    sent = mark("accusé", "CONSULT", "Anne", "Paul", mode="message")
    assert len(told(sent, mark("maintient", "CONSULT", "Paul", "Anne", mode="message"))) == 2
    assert len(told(sent, mark("maintient", "CONSULT", "Anne", "Paul", mode="message"))) == 1


def test_a_body_may_meet_by_itself_but_nobody_meets_himself():
    assert told(mark("parti", "CONSULT", "Paul")) == [("CONSULT", ("paul",), (), "actual")]
    assert told(mark("parti", "CONSULT", "Paul", "Paul")) == []
