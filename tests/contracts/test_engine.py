"""What every engine must do."""
from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from functools import partial

import pytest
from small_plans import workshop

from selon.core.analysis import Analysis
from selon.core.errors import SelonError
from selon.core.marks import Quote, Token, Zone
from selon.core.ports import Job
from selon.core.text import Document
from selon.engines.pool import START, PoolEngine
from selon.engines.serial import SerialEngine

ENGINES = [
    pytest.param(SerialEngine, id="serial"),
    pytest.param(partial(PoolEngine, processes=2, start=START), id="pool"),
    pytest.param(partial(PoolEngine, processes=2, start="spawn"), id="spawned pool"),
]
ALL = frozenset({Zone, Token, Quote})


@pytest.fixture(params=ENGINES)
def engine(request, monkeypatch):
    monkeypatch.setattr("selon.engines.pool.JOBS_PER_PROCESS", {"fork": 1, "spawn": 1})
    return request.param(workshop)


def job(text: str, number: int = 0) -> Job:
    return Job(Analysis(Document.from_text(text, name=f"a{number}")), ALL)


def test_every_job_has_one_outcome_with_the_layers_it_asks_for(engine):
    jobs = [job(f"Moscou dément {number}.", number) for number in range(9)]
    outcomes = list(engine.run(jobs))
    assert sorted(each.analysis.doc.name for each in outcomes) == [f"a{number}" for number in range(9)]
    for each in outcomes:
        assert set(each.analysis.layers) == ALL
        assert [token.span.of(each.analysis.doc.raw) for token in each.analysis[Token]][:2] == ["Moscou", "dément"]
        assert set(each.seconds) == {"zones", "words", "shouts"}


def test_the_result_does_not_depend_on_the_engine(engine):
    jobs = [job(f"Kiev accuse «\u00a0{'é🇫🇷' * number}\u00a0».", number) for number in range(5)]
    expected = {each.analysis.doc.id: dict(each.analysis.layers) for each in SerialEngine(workshop).run(jobs)}
    assert {each.analysis.doc.id: dict(each.analysis.layers) for each in engine.run(jobs)} == expected


def test_layers_that_are_kept_are_used_and_come_back(engine):
    whole = next(SerialEngine(workshop).run([job("Séoul proteste.")])).analysis
    kept = Analysis(whole.doc, {kind: whole[kind] for kind in (Zone, Token)})
    (outcome, *_) = engine.run([Job(kept, frozenset({Quote}))] * 2)
    assert dict(outcome.analysis.layers) == dict(whole.layers)
    assert set(outcome.seconds) == {"shouts"}


def test_an_article_that_breaks_a_stage_is_an_issue_and_the_others_are_done(engine):
    outcomes = {each.analysis.doc.name: each for each in engine.run([job("Un.", 1), job("Panne.", 2), job("Trois.", 3)])}
    assert [name for name, each in sorted(outcomes.items()) if each.issue] == ["a2"]
    issue = outcomes["a2"].issue
    assert (issue.source, issue.stage, issue.lost) == ("a2", "words", True)
    assert "a stage broke" in issue.message


def test_what_no_article_is_to_blame_for_stops_the_run(engine):
    with pytest.raises(SelonError) as caught:
        list(engine.run([job("Arret.", number) for number in range(4)]))
    assert (caught.value.message, caught.value.fix) == ("no model", "install it")
    assert not multiprocessing.active_children()


def test_jobs_are_taken_as_they_can_be_used(engine):
    taken = 0

    def jobs() -> Iterator[Job]:
        nonlocal taken
        for number in range(40):
            taken += 1
            yield job("Un mot.", number)

    for done, _ in enumerate(engine.run(jobs()), 1):
        assert taken - done <= 4


def test_closing_it_stops_all_work(engine):
    outcomes = engine.run(job("Un mot.", number) for number in range(1000))
    next(outcomes)
    outcomes.close()
    assert not multiprocessing.active_children()


def test_no_jobs_give_no_outcomes(engine):
    assert list(engine.run([])) == []
