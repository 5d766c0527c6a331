"""Views of a small dossier."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from small_dossiers import denial, hearsay, held, hostile

from selon.core.days import Days
from selon.core.dossier import Actor, Cast
from selon.core.lines import Who
from selon.core.marks import Dateline, Statement
from selon.core.text import Span
from selon.views.actors import actors
from selon.views.choice import Choice, actors_named
from selon.views.context import around
from selon.views.dates import dates
from selon.views.issues import issues
from selon.views.overview import overview
from selon.views.paging import paged
from selon.views.quotes import quotes
from selon.views.timeline import Placed, section_key, timeline
from selon.views.times import times

SMALL = held()
WHO = Who.of(SMALL.cast())


def said(choice: Choice) -> list[str]:
    return [line.quote for line in quotes(SMALL.held, WHO, choice)]


def test_a_statement_says_who_in_which_words_and_through_whom():
    line = next(iter(quotes([denial()], WHO)))
    assert (line.actor, line.actor_name, line.via, line.via_names) == ("russia", "Russie", ("tass",), ("TASS",))
    assert (line.cue, line.act, line.published) == ("a démenti", "deny", "2024-03-12")
    assert line.content[0].quote == "toute livraison d'armes"
    assert line.evidence.holds(denial().doc)


def test_a_speaker_whom_nobody_knows_has_no_actor():
    line = next(iter(quotes([hearsay()], WHO)))
    assert (line.actor, line.speaker, line.published) == ("", "une source", "")


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), 4),
        (Choice(actors=frozenset({"russia"})), 1),
        (Choice(act="accuse"), 1),
        (Choice(since=date(2024, 3, 11)), 2),
        (Choice(until=date(2024, 3, 10)), 1),
        (Choice(since=date(2024, 3, 10), until=date(2024, 3, 12)), 3),
        (Choice(actors=frozenset()), 0),
    ],
)
def test_filters_choose_statements(choice, expected):
    assert len(said(choice)) == expected


def test_a_month_is_wanted_when_any_of_its_days_is():
    assert Choice(since=date(2024, 3, 31)).has_days("2024-03", "2024-03")
    assert not Choice(since=date(2024, 4, 1)).has_days("2024-03", "2024-03")


def test_line_ids_are_the_same_on_every_build_and_differ_for_two_on_one_stretch():
    assert [line.id for line in quotes([denial()], WHO)] == [line.id for line in quotes([denial()], WHO)]
    mark = denial()[Statement][0]
    twice = denial().with_layer(Statement, [mark, replace(mark, act="accuse")])
    assert len({line.id for line in quotes([twice], WHO)}) == 2


@pytest.mark.parametrize("name", ["jean-petit", "PETIT", "jean petit", " Pétit "])
def test_an_actor_is_found_by_any_name_whatever_its_case_and_accents(name):
    assert actors_named(SMALL.cast(), name) == {"jean-petit"}


def test_a_whole_name_counts_before_a_part_of_one():
    two = Cast(
        (Actor("kim", "Kim", "person", (("Kim", 1),), ""), Actor("kim-jong-un", "Kim Jong Un", "person", (("Kim Jong Un", 1),), "")), ()
    )
    assert actors_named(two, "kim") == {"kim"}
    assert actors_named(two, "jong") == {"kim-jong-un"}
    assert actors_named(two, "jon") == frozenset()


def test_times_run_by_day_the_longest_first_and_those_without_a_day_last():
    assert [line.value for line in times(SMALL.held)] == ["2023", "2024-03", "2024-03-11", "XXXX-04"]


@pytest.mark.parametrize(("value", "basis"), [("2024-03", "written"), ("2024-03-11", "given"), ("XXXX-04", "")])
def test_a_time_says_how_its_days_are_known(value, basis):
    assert next(line.basis for line in times(SMALL.held) if line.value == value) == basis


def test_times_are_chosen_by_the_days_they_denote():
    assert [line.value for line in times(SMALL.held, Choice(since=date(2024, 3, 20)))] == ["2024-03"]


def test_actors_come_with_what_they_say_relay_and_are_called():
    lines = {line.id: line for line in actors(SMALL.held, SMALL.cast())}
    assert (lines["russia"].mentions, lines["russia"].articles, lines["russia"].statements) == (2, 2, 1)
    assert (lines["tass"].statements, lines["tass"].relayed) == (0, 1)
    assert list(lines)[-1] == "tass"


def test_issues_that_lost_an_article_come_first():
    assert [issue.source for issue in issues(SMALL.issues())] == ["vide.txt", "note.txt"]


def test_dates_tell_how_they_are_known():
    assert [(line.best, line.basis) for line in dates(SMALL.held)] == [("2024-03-10", "given"), ("2024-03-12", "given"), ("", "")]
    assert [reason.evidence.quote for line in dates([denial()]) for reason in line.reasons] == ["lundi"]


def test_a_date_that_the_article_states_shows_the_words_that_do():
    days = Days.parse("2024-03-10")
    assert days
    stated = hostile().with_layer(Dateline, [Dateline(Span(0, 8), days, "2024-03-10", "stated", (), "d")])
    ((reason,),) = (line.reasons for line in dates([stated]))
    assert (reason.evidence.quote, reason.says, reason.first) == ("<script>", "states it", "2024-03-10")


def test_overview_counts_and_lists_what_is_disputed():
    view = overview(SMALL.held, SMALL.cast(), 2)
    assert (view.articles, view.statements, view.times, view.actors, view.undated) == (3, 4, 4, 4, 1)
    assert [line.act for line in view.disputed] == ["accuse", "deny"]
    assert view.spread == (("2024-03-10", 1), ("2024-03-11", 0), ("2024-03-12", 1))


def test_overview_counts_by_month_over_long_stretches_and_fills_the_gaps():
    early = replace(hostile(), doc=replace(hostile().doc, published="2023-12"))
    assert overview([early, denial()], SMALL.cast()).spread == (("2023-12", 1), ("2024-01", 0), ("2024-02", 0), ("2024-03", 1))


def test_overview_shows_the_earliest_of_many_disputes_whatever_the_order_of_articles():
    copies = [
        replace(denial(), doc=replace(denial().doc, name=f"n{at}"), layers={**denial().layers, Dateline: (_on(f"2024-{at % 12 + 1:02}"),)})
        for at in range(300)
    ]
    view = overview(copies, SMALL.cast())
    assert (view.disputes, len(view.disputed)) == (300, 60)
    assert {line.published for line in view.disputed} == {"2024-01", "2024-02", "2024-03"}
    assert overview(reversed(copies), SMALL.cast()).disputed == view.disputed


def _on(month):
    return replace(denial()[Dateline][0], best=month)


def test_overview_of_nothing_is_empty():
    assert overview([], Cast((), ())).spread == ()


def test_timeline_lays_days_in_their_month_and_longer_stretches_in_their_year():
    lines = [line for line in sorted(times(SMALL.held), key=section_key) if line.first]
    sections = timeline(Placed(line) for line in lines)
    assert [(section.name, [row.precision for row in section.rows]) for section in sections] == [
        ("2023", ["year"]),
        ("2024", ["month"]),
        ("2024-03", ["day"]),
    ]
    assert [(row.start, row.length) for section in sections for row in section.rows] == [(0, 12), (2, 1), (10, 1)]


def test_a_row_is_sure_unless_all_of_it_is_counted_from_an_inferred_date():
    line = replace(times([denial()])[1], basis="inferred")
    assert not timeline([Placed(line)])[0].rows[0].is_sure
    assert timeline([Placed(line), Placed(replace(line, basis="given"))])[0].rows[0].is_sure


def test_context_keeps_to_the_line_and_to_whole_words():
    raw = "Un début.\nLe ministre russe a démenti toute livraison d'armes à Pyongyang.\nUne fin."
    at = raw.index("démenti")
    assert around(raw, Span(at, at + 7), reach_chars=12) == ("… russe a ", " toute …")
    assert around(raw, Span(at, at + 7), reach_chars=200) == ("Le ministre russe a ", " toute livraison d'armes à Pyongyang.")


def test_pages_hold_every_item_once():
    pages = list(paged(range(11), size=5))
    assert [list(page.items) for page in pages] == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [10]]
    assert [(page.number, page.count) for page in paged([], size=5)] == [(1, 1)]
