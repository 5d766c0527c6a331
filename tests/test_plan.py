"""Stages: their order, and the keys that say when their work must be done again."""
from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.core.analysis import Analysis
from selon.core.errors import PlanError
from selon.core.marks import Mention, Quote, Statement, TimeExpr, Token, Zone, ZoneKind
from selon.core.text import Document, Span
from selon.plan import Stage, analyse, fold, layer_keys, ordered, stage

DOC = Document.from_text("Kiev accuse Moscou.", name="plan", published="2024-03-01")


@dataclass
class Prints:
    """Stands in for a language pack: a fingerprint for each section."""

    sections: dict[str, str]

    def fingerprint(self, section: str) -> str:
        return self.sections[section]


def nothing(name: str, makes: type, *needs: type, reads: tuple[str, ...] = (), record: bool = False) -> Stage:
    """Make a stage that lays an empty layer."""
    return Stage(name, lambda analysis, pack: (), makes, needs, reads, record, 1)


ZONES = nothing("zones", Zone, reads=("furniture",))
PARSE = nothing("parse", Token, Zone)
TIMES = nothing("times", TimeExpr, Token, reads=("times",), record=True)
MENTIONS = nothing("mentions", Mention, Token, reads=("actors",))
QUOTES = nothing("quotes", Quote, Zone)
STATEMENTS = nothing("statements", Statement, Token, Mention, Quote, reads=("speech",))
PLAN = (ZONES, PARSE, TIMES, MENTIONS, QUOTES, STATEMENTS)
PACK = Prints({"furniture": "f", "times": "t", "actors": "a", "speech": "s"})


def changed(plan=PLAN, doc=DOC, pack=PACK) -> set[str]:
    """Return the names of the kinds whose key is not what it was."""
    before, after = layer_keys(PLAN, DOC, PACK), layer_keys(plan, doc, pack)
    return {kind.__name__ for kind in after if after[kind] != before[kind]}


@given(st.permutations(PLAN))
def test_whatever_the_order_given_each_stage_comes_after_what_it_needs(plan):
    done = set()
    for each in ordered(plan):
        assert done.issuperset(each.needs)
        done.add(each.makes)
    assert len(done) == len(PLAN)


def test_stages_that_need_nothing_keep_the_order_given():
    assert ordered(PLAN) == PLAN


def test_a_cycle_is_refused():
    with pytest.raises(PlanError, match="no stage lays"):
        ordered([nothing("zones", Zone, Token), nothing("parse", Token, Zone)])


def test_a_stage_that_needs_its_own_layer_is_refused():
    with pytest.raises(PlanError, match="no stage lays Zone before zones"):
        ordered([nothing("zones", Zone, Zone)])


def test_a_layer_that_nobody_makes_is_refused_by_name():
    with pytest.raises(PlanError, match="no stage lays Zone before parse"):
        ordered([PARSE])


def test_two_makers_of_one_kind_are_refused():
    with pytest.raises(PlanError, match="same kind of mark"):
        ordered([ZONES, nothing("other", Zone)])


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("zones", {"Zone", "Token", "TimeExpr", "Mention", "Quote", "Statement"}),
        ("parse", {"Token", "TimeExpr", "Mention", "Statement"}),
        ("times", {"TimeExpr"}),
        ("mentions", {"Mention", "Statement"}),
        ("quotes", {"Quote", "Statement"}),
        ("statements", {"Statement"}),
    ],
)
def test_a_new_version_changes_its_own_key_and_those_that_rest_on_it(name, again):
    assert changed(plan=tuple(replace(each, version=2) if each.name == name else each for each in PLAN)) == again


@pytest.mark.parametrize(("section", "again"), [("times", {"TimeExpr"}), ("actors", {"Mention", "Statement"}), ("speech", {"Statement"})])
def test_a_changed_data_file_changes_only_what_reads_it(section, again):
    assert changed(pack=Prints({**PACK.sections, section: "new"})) == again


@pytest.mark.parametrize("field", ["published", "title", "outlet", "language", "url"])
def test_what_came_with_the_text_changes_only_the_stages_that_look_at_it(field):
    assert changed(doc=replace(DOC, **{field: "new"})) == {"TimeExpr"}


def test_the_place_of_a_file_changes_nothing():
    assert changed(doc=replace(DOC, source="elsewhere/plan.txt")) == set()


def test_another_text_changes_every_key():
    assert len(changed(doc=Document.from_text("Kiev accuse.", name="plan", published="2024-03-01"))) == len(PLAN)


def test_keys_are_the_same_on_every_run():
    assert layer_keys(PLAN, DOC, PACK) == layer_keys(PLAN, DOC, PACK)


def test_the_decorator_makes_a_stage_named_after_its_function(article, french):
    @stage(makes=Zone, reads=("furniture",), version=3)
    def halves(analysis, pack):
        yield Zone(Span(0, 6), ZoneKind.BODY, "test.half")

    assert (halves.name, halves.makes, halves.version, halves.record) == ("halves", Zone, 3, False)
    assert [mark.why for mark in halves.lay(article, french)[Zone]] == ["test.half"]


def test_the_decorator_makes_a_fold_named_after_its_function(french):
    @fold(needs=(Zone,))
    def count(analyses, pack):
        return sum(1 for _ in analyses)

    assert (count.name, count.run([Analysis(DOC)], french)) == ("count", 1)


def test_a_layer_to_skip_is_taken_as_it_is(article, french):
    laid = article.with_layer(Zone, [Zone(Span(0, 6), ZoneKind.BODY, "test.kept")])
    assert analyse(laid, [ZONES], french, skip=frozenset({Zone}))[Zone] == laid[Zone]
    assert analyse(laid, [ZONES], french)[Zone] == ()
