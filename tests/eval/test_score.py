"""The scorer: what each layer counts."""
from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing import assignment, overlap
from score import score


def span(start: int, end: int, **more: object) -> dict[str, object]:
    return {"start": start, "end": end, **more}


GOLD = {
    "published": {"value": "2024-03-05", "earliest": "2024-03-04", "latest": "2024-03-05"},
    "furniture": [span(0, 10, kind="ad"), span(10, 20, kind="subhead")],
    "times": [span(30, 35, type="DATE", value="2024-03-04")],
    "actors": [{"id": "russia", "mentions": [span(40, 46), span(60, 66)]}, {"id": "tass", "mentions": [span(80, 84)]}],
    "statements": [{"content": span(100, 120), "actor": "russia", "via": ["tass"], "act": "deny", "form": "indirect", "modality": "plain"}],
    "events": [{"type": "CONSULT", "source": ["russia"], "target": ["tass"], "date": "2024-03-04", "status": "actual"}],
}


def f1(**changed: object) -> dict[str, float]:
    """Return the F1 of every layer for a prediction like the gold but for what is changed."""
    return {layer: round(of.f1, 3) for layer, of in score({"a": GOLD}, {"a": {**copy.deepcopy(GOLD), **changed}}).items()}


def test_a_prediction_like_the_gold_is_right_in_every_layer():
    assert set(f1().values()) == {1.0}


def test_an_article_that_is_not_predicted_counts_as_missed():
    assert {of.f1 for of in score({"a": GOLD}, {}).values()} == {0.0}


def test_actors_may_be_called_anything_as_long_as_it_is_always_the_same():
    renamed = {"russia": "x1", "tass": "x2"}
    actors = [{**actor, "id": renamed[actor["id"]]} for actor in GOLD["actors"]]
    statements = [{**GOLD["statements"][0], "actor": "x1", "via": ["x2"]}]
    figures = f1(actors=actors, statements=statements, events=[{**GOLD["events"][0], "source": ["x1"], "target": ["x2"]}])
    assert set(figures.values()) == {1.0}


def test_two_names_for_one_actor_cost_the_rarer_one():
    actors = [{"id": "a", "mentions": [span(40, 46)]}, {"id": "b", "mentions": [span(60, 66)]}, {"id": "tass", "mentions": [span(80, 84)]}]
    assert f1(actors=actors)["actors"] == pytest.approx(0.667)
    assert f1(actors=actors)["mentions"] == 1.0


@pytest.mark.parametrize(
    ("time", "strict", "relaxed", "value"),
    [
        (span(30, 36, type="DATE", value="2024-03-04"), 0, 1, 1),
        (span(30, 35, type="DATE", value="2024-03"), 1, 1, 0),
        (span(35, 40, type="DATE", value="2024-03-04"), 0, 0, 0),
    ],
)
def test_a_time_is_scored_by_its_span_and_by_its_value(time, strict, relaxed, value):
    figures = f1(times=[time])
    assert (figures["times.strict"], figures["times.relaxed"], figures["times.value"]) == (strict, relaxed, value)


@pytest.mark.parametrize(("value", "right"), [("2024-03-04", 1), ("2024-03", 1), ("2024-03-06", 0), ("2024", 0), (None, 0)])
def test_a_date_of_publication_is_right_within_the_range_of_the_gold(value, right):
    assert f1(published={"value": value})["published"] == right


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"actor": "tass"}, {"statements.who", "statements.via"}),
        ({"via": []}, {"statements.via"}),
        ({"act": "assert"}, {"statements.act"}),
        ({"form": "direct"}, {"statements.form"}),
        ({"modality": "negated"}, {"statements.modality"}),
        ({"content": span(100, 115)}, {"statements.90"}),
        ({"content": [span(100, 110), span(110, 120)]}, set()),
    ],
)
def test_a_statement_is_scored_part_by_part(change, wrong):
    figures = f1(statements=[{**GOLD["statements"][0], **change}])
    assert {layer for layer, figure in figures.items() if figure < 1} == wrong


def test_a_subhead_is_no_furniture():
    assert f1(furniture=[span(0, 10, kind="credit")])["furniture"] == 1.0


def test_a_meeting_may_be_told_from_either_side_and_an_accusation_not():
    swapped = {**GOLD["events"][0], "source": ["tass"], "target": ["russia"]}
    assert f1(events=[swapped])["events"] == 1.0
    accusation = {"a": {**GOLD, "events": [{**GOLD["events"][0], "type": "ACCUSE"}]}}
    assert score(accusation, {"a": {**GOLD, "events": [{**swapped, "type": "ACCUSE"}]}})["events"].f1 == 0


@given(st.dictionaries(st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz")), st.integers(1, 4), max_size=12))
def test_the_assignment_is_one_to_one_and_no_worse_than_a_greedy_one(shared):
    chosen = assignment(shared)
    assert len(set(chosen.values())) == len(chosen)
    greedy: dict[str, str] = {}
    for gold, pred in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if pred not in greedy and gold not in greedy.values():
            greedy[pred] = gold
    assert sum(shared[gold, pred] for pred, gold in chosen.items()) >= sum(shared[gold, pred] for pred, gold in greedy.items())


def test_what_is_not_there_overlaps_nothing():
    assert overlap(None, span(0, 4)) == 0
    assert overlap([], None) == 0
