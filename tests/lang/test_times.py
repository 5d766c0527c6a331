"""Every time rule finds its yes examples, with their values, and none of its no examples."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from selon.core.analysis import Analysis
from selon.core.errors import LexiconError
from selon.core.marks import Dateline, TimeExpr, TimePhrase, Token, Zone, ZoneKind
from selon.core.text import Document, Span
from selon.lang.match import fold
from selon.lang.pack import pack
from selon.lang.times import Example, NamedDay, Rule, read
from selon.stages.dated import dated
from selon.stages.expressions import expressions, marked, phrases
from selon.stages.resolve.named import day_in, easter
from selon.stages.times import RESOLVERS, times

PACK = pack()
YES = [pytest.param(rule, example, id=f"{rule.id}:{example.span}") for rule in PACK.times.rule for example in rule.yes]
NO = [pytest.param(rule, text, id=f"{rule.id}:{text}") for rule in PACK.times.rule for text in rule.no]


def marks(text: str, on: str, tense: str = "") -> list[tuple[str, TimeExpr]]:
    """Return the expressions of a text without tokens; ``tense`` replaces what its words say."""
    analysis = Analysis(Document.from_text(text, published=on))
    analysis = analysis.with_layer(Zone, [Zone(Span(0, len(text)), ZoneKind.BODY, "test")]).with_layer(Token, ())
    analysis = expressions.lay(analysis, PACK)
    if tense:
        analysis = analysis.with_layer(TimePhrase, [replace(phrase, tense=tense) for phrase in analysis[TimePhrase]])
    analysis = times.lay(dated.lay(analysis, PACK), PACK) if on else times.lay(analysis.with_layer(Dateline, ()), PACK)
    return [(mark.span.of(text), mark) for mark in analysis[TimeExpr]]


@pytest.mark.parametrize(("rule", "example"), YES)
def test_rule_finds_its_yes_examples(rule: Rule, example: Example) -> None:
    if rule.gives == "nothing":
        found = [marked(match).of(example.text) for _, match in matches(rule, example.text)]
        assert example.span in found
        return
    laid = [(text, mark) for text, mark in marks(example.text, example.on, example.tense) if mark.why == rule.id]
    assert (example.span, example.type, example.value, example.mod) in [(text, mark.type, mark.value, mark.mod) for text, mark in laid]
    if example.days:
        assert example.days in [str(mark.days) for text, mark in laid if text == example.span]


def matches(rule: Rule, text: str) -> list[tuple[Rule, object]]:
    pattern = next(compiled for each, compiled in PACK.times.compiled if each is rule)
    return [(rule, match) for match in pattern.finditer(fold(text))]


@pytest.mark.parametrize(("rule", "text"), NO)
def test_rule_leaves_its_no_examples_alone(rule: Rule, text: str) -> None:
    if rule.gives == "nothing":
        assert not matches(rule, text)
    assert rule.id not in [found.id for found, _ in phrases(text, fold(text), Span(0, len(text)), PACK.times)]


def test_every_rule_has_examples_and_a_way_of_counting() -> None:
    assert not [rule.id for rule in PACK.times.rule if not (rule.yes and rule.no)]
    assert {rule.gives for rule in PACK.times.rule} - {"nothing"} == set(RESOLVERS)
    assert len({rule.id for rule in PACK.times.rule}) == len(PACK.times.rule)


def test_every_rule_is_called_by_a_word_of_its_examples() -> None:
    for number, rule in enumerate(PACK.times.rule):
        for example in rule.yes:
            assert number in PACK.times.called(fold(example.text), 0, len(example.text)), rule.id


@pytest.mark.parametrize("named", PACK.times.named, ids=lambda named: named.id)
def test_every_named_day_falls_in_every_year(named: NamedDay) -> None:
    assert all(day_in(named, year).year == year for year in range(1990, 2040))


def test_easter_falls_on_known_days() -> None:
    assert [easter(year) for year in (1999, 2008, 2019, 2024, 2038)] == [
        date(1999, 4, 4), date(2008, 3, 23), date(2019, 4, 21), date(2024, 3, 31), date(2038, 4, 25),
    ]  # fmt: skip


def test_a_word_that_is_not_folded_is_refused() -> None:
    with pytest.raises(LexiconError, match="never matches"):
        read(PACK.times, (NamedDay("x", ("fête",), "01-01", "", ""),))
