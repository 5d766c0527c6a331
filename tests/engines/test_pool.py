from __future__ import annotations

import multiprocessing

import pytest
from small_plans import workshop

from selon.core.analysis import Analysis
from selon.core.marks import Quote, Token, Zone
from selon.core.ports import Job
from selon.core.text import Document
from selon.engines.pool import PoolEngine

ALL = frozenset({Zone, Token, Quote})


def jobs(*texts: str) -> list[Job]:
    return [Job(Analysis(Document.from_text(text, name=f"a{number}")), ALL) for number, text in enumerate(texts)]


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_the_death_of_a_worker_costs_one_article(start, monkeypatch):
    if start not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system does not {start}")
    monkeypatch.setattr("selon.engines.pool.JOBS_PER_PROCESS", {"fork": 1, "spawn": 1})
    texts = ["Un.", "Mort.", "Trois.", "Quatre.", "Cinq."]
    outcomes = {each.analysis.doc.raw: each.issue for each in PoolEngine(workshop, processes=2, start=start).run(jobs(*texts))}
    assert outcomes.keys() == set(texts)
    assert [text for text, issue in outcomes.items() if issue] == ["Mort."]
    assert "died" in outcomes["Mort."].message


def test_few_articles_are_done_without_other_processes():
    outcomes = PoolEngine(workshop, processes=8).run(jobs("Un.", "Deux."))
    next(outcomes)
    assert not multiprocessing.active_children()
    outcomes.close()
