"""Articles without date, dated by the others of a dossier."""
from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import words

from selon.app import build
from selon.building.plan import Plan
from selon.core.analysis import Analysis
from selon.core.corrections import Anchor, Correction, Kind
from selon.core.days import Days
from selon.core.marks import BY_OTHERS, NARROWED, Clue, DateHint, Dateline, EventMark, Mention, Part, TimeExpr
from selon.core.text import Document, Evidence, Span
from selon.correct import correct
from selon.folds.dates import dates
from selon.lang.pack import pack
from selon.stages.dated import dated
from selon.stages.expressions import expressions
from selon.stages.hints import hints
from selon.stages.zones import zones
from selon.stores.sqlite import SqliteStore

PACK = pack("fr")
STORY = (
    "La rivière Doulce est sortie de son lit dans la nuit et trente familles de Montclair ont dû quitter leurs maisons, "
    "que les pompiers ont gagnées en barque avant le lever du jour. Le pont de pierre, fermé par le maire, menace de céder, "
    "et les élèves de l'école voisine restent chez eux jusqu'à nouvel ordre. Des volontaires venus des villages d'amont "
    "apportent du pain, des couvertures et des pompes, tandis que la préfète promet l'aide de l'armée aux sinistrés."
)
OTHER = "Le concours des fromagers récompense une tomme affinée dix mois, devant un bleu des montagnes."


def article(text: str, name: str, published: str = "", why: str = "dated.given") -> Analysis:
    days = Days.parse(published)
    line = [Dateline(Span(0, len(text)), days, published, "given", (), why)] if days else []
    return Analysis(Document.from_text(text, name=name)).with_layer(Dateline, line)


def told(*articles: Analysis, story: bool = False) -> dict[str, list[tuple[str, str, str]]]:
    """Return what is told of each article: of what kind, by which other, and the days; of the same story or of all else."""
    names = {each.doc.id: each.doc.name for each in articles}
    found: dict[str, list[tuple[str, str, str]]] = {}
    for each in dates.run(articles, PACK).articles:
        for hint in each.hints:
            if (hint.says == "same story") == story:
                found.setdefault(names[each.doc], []).append((hint.says, hint.name, str(hint.days)))
    return found


COPY, DATED = article(f"Crue. {STORY} Il pleut.", "copie"), article(STORY, "original", "2021-05-03")


def test_an_article_with_most_of_the_words_of_a_dated_one_is_told_its_day() -> None:
    assert told(COPY, DATED) == {"copie": [("shared words", "original", "2021-05-03")]}
    (hint,) = dates.run([COPY, DATED], PACK).articles[0].hints
    assert hint.span.of(COPY.doc.raw) in STORY
    assert hint.other.holds(DATED.doc)


@pytest.mark.parametrize(
    "others",
    [
        [article(STORY, "sans date")],
        [article(STORY, "datée par d'autres", "2021-05-03", BY_OTHERS)],
        [article(STORY, "d'une année", "2021")],
        [article(STORY[:120] + OTHER, "une phrase", "2021-05-03")],
        [article(STORY, f"formule {n}", f"2021-05-{n:02}") for n in range(1, 9)],
    ],
    ids=["undated", "dated by others", "a year", "a little", "a formula"],
)
def test_nothing_is_told_by_what_is_not_dated_itself_nor_by_a_few_words_nor_by_a_formula(others: list[Analysis]) -> None:
    assert "copie" not in told(COPY, *others)


def test_a_dated_article_is_told_nothing() -> None:
    assert told(article(STORY, "une", "2021-05-03"), article(STORY, "deux", "2021-05-04")) == {}


ALL = [COPY, DATED, article(STORY, "reprise", "2021-05-04"), article(OTHER, "tomme"), article(OTHER * 9, "tommes", "2020-01-01")]


@given(st.permutations(ALL))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_articles_makes_no_difference(articles: list[Analysis]) -> None:
    assert {name: sorted(hints) for name, hints in told(*articles).items()} == {
        "copie": [("shared words", "original", "2021-05-03"), ("shared words", "reprise", "2021-05-04")]
    }
    assert dates.run(articles, PACK) == dates.run(articles[::-1], PACK)


BOTH = ("Moscou", "Pyongyang")


def signed(text: str, when: str, published: str = "", value: str = "", *, kind: str = "AGREE", who: tuple[str, str] = BOTH) -> Analysis:
    """Return an article in which two states sign at a time."""
    spans = {word: Span(text.index(word), text.index(word) + len(word)) for word in (*who, when)}
    known = {"Moscou": "russia", "Pyongyang": "north-korea", "Minsk": "belarus"}
    mentions = [Mention(spans[name], "metonym", "state", known[name], None, "test") for name in who]
    parts = [Part(spans[name], "", "subject") for name in who]
    event = EventMark(
        spans[when], kind, "", (parts[0],), (parts[1],), "", spans[when], value, None, "actual", (), Span(0, len(text)), 1.0, "test"
    )  # fmt: skip
    days = Days.parse(value)
    time = TimeExpr(spans[when], "DATE", value or "XXXX-06", "", days, "test")
    made = article(text, f"{'-'.join(who)} {when}", published)
    return made.with_layer(Mention, mentions).with_layer(EventMark, [event]).with_layer(TimeExpr, [time])


HERE = signed("Moscou et Pyongyang ont signé un accord de défense en juin dernier.", "juin dernier")
THERE = signed("L'an dernier, Pyongyang et Moscou ont conclu un accord.", "L'an dernier", "2025-05", "2024")


def test_a_deed_that_a_dated_article_dates_is_told_to_the_article_that_has_it_too() -> None:
    hint = ("same event", "Moscou-Pyongyang L'an dernier", "2024-01-01/2024-12-31")
    assert told(HERE, THERE) == {"Moscou-Pyongyang juin dernier": [hint]}


@pytest.mark.parametrize(
    "other",
    [
        signed("L'an dernier, Minsk et Moscou ont conclu un accord.", "L'an dernier", "2025-05", "2024", who=("Minsk", "Moscou")),
        signed("L'an dernier, Pyongyang a reçu Moscou pour un accord.", "L'an dernier", "2025-05", "2024", kind="CONSULT"),
        signed("L'an dernier, Pyongyang rejoint Moscou.", "L'an dernier", "2025-05", "2024"),
    ],
    ids=["other parties", "a visit", "no word in common"],
)
def test_another_deed_tells_nothing(other: Analysis) -> None:
    assert told(HERE, other) == {}


def test_months_told_without_year_are_those_that_the_event_leaves() -> None:
    found = dates.run([HERE, THERE], PACK).articles[0].hints
    analysis = expressions.lay(zones.lay(HERE, PACK), PACK).with_layer(DateHint, found)
    (line,) = dated.lay(analysis, PACK)[Dateline]
    assert (line.why, line.basis, line.best) == (BY_OTHERS, "inferred", "2024")
    assert (str(line.days.first), str(line.days.last)) == ("2024-07-01", "2025-11-29")
    assert [clue.says for clue in line.clues] == ["same event: Moscou-Pyongyang L'an dernier", "month without year"]


def test_own_words_that_contradict_widen_the_range_and_both_are_shown() -> None:
    text = f"Ce 9 mai, on pompe. {STORY}"
    found = dates.run([article(text, "copie"), DATED], PACK).articles[0].hints
    analysis = expressions.lay(zones.lay(article(text, "copie"), PACK), PACK).with_layer(DateHint, found)
    (line,) = dated.lay(analysis, PACK)[Dateline]
    assert (str(line.days), line.best) == ("2021-05-03/2021-05-10", "2021-05-09")
    assert {clue.says for clue in line.clues} == {"shared words: original", "the day itself"}


SHIP = "Le pétrolier Calypso a heurté la digue du port de Montclair "
SHIPS = [f"{SHIP} {when}, deux marins sont blessés." for when in ("le 9 mars", "fin mars", "le 9 avril")]


def timed(text: str, when: str, value: str, published: str = "", *, basis: str = "given", name: str = "") -> Analysis:
    """Return an article that tells one time; its date is given or inferred."""
    at = text.index(when)
    days, line = Days.parse(value), Days.parse(published)
    made = article(text, name or f"{when} {published}")
    if line:
        made = made.with_layer(Dateline, [Dateline(Span(0, len(text)), line, published, basis, (), f"dated.{basis}")])
    return made.with_layer(TimeExpr, [TimeExpr(Span(at, at + len(when)), "DATE", value, "", days, "test")])


FEAST = timed("Le marché de la tomme a lieu le 2 mai.", "le 2 mai", "2021-05-02", "2021-05-03")
DIGUE = timed(SHIPS[0], "le 9 mars", "2021-03-09", "2021-03-10")
NEWS = ("same time", "le 9 mars 2021-03-10", "2021-03-09")


@pytest.mark.parametrize(
    ("text", "when", "value", "published", "hints"),
    [
        (SHIPS[0], "le 9 mars", "XXXX-03-09", "", [NEWS]),
        (SHIPS[1], "fin mars", "XXXX-03", "", [NEWS]),
        (SHIPS[0], "le 9 mars", "2022-03-09", "2022", [NEWS]),
        (SHIPS[2], "le 9 avril", "XXXX-04-09", "", []),
        (f"{SHIP} le 9 mars 2020, deux marins sont blessés.", "le 9 mars 2020", "2020-03-09", "", []),
        ("La tomme se vend le 9 mars.", "le 9 mars", "XXXX-03-09", "", []),
    ],
    ids=["a day", "its month", "a wide range", "another month", "its own year", "other words"],
)
def test_a_time_that_a_dated_article_tells_in_like_words_is_told(text, when, value, published, hints) -> None:
    own = timed(text, when, value, published, basis="inferred", name="sans date")
    assert told(own, DIGUE, FEAST).get("sans date", []) == hints


@pytest.mark.parametrize(
    "other",
    [
        timed(SHIPS[0], "le 9 mars", "2021-03-09", "2021-09-10"),
        timed(SHIPS[0], "le 9 mars", "2021-03-09", "2021-03-10", basis="inferred"),
        timed(SHIPS[0], "le 9 mars", "2021-03-09", "2021", basis="inferred"),
    ],
    ids=["long ago", "inferred", "of a year"],
)
def test_a_time_without_year_is_told_by_news_of_a_sure_date_alone(other: Analysis) -> None:
    assert told(timed(SHIPS[0], "le 9 mars", "XXXX-03-09", name="sans date"), other, FEAST) == {}


STRIKE = "Les dockers de Montclair bloquent le terminal pétrolier depuis lundi 9 décembre, et l'armateur Delorme refuse de négocier."
REPLY = "L'armateur Delorme accepte enfin de recevoir les dockers qui bloquent le terminal pétrolier de Montclair."
FILLER = [article(f"{text} On attend la suite.", f"autre {n}", f"202{n}-01-01") for n, text in enumerate((OTHER, STORY[:200], STORY[200:]))]


def test_the_dated_article_that_is_most_like_an_undated_one_is_told() -> None:
    found = told(article(STRIKE, "grève"), article(REPLY, "réponse", "2019-12-11"), *FILLER, story=True)
    assert found == {"grève": [("same story", "réponse", "2019-12-11")]}
    assert told(article(OTHER[:40], "tomme"), article(REPLY, "réponse", "2019-12-11"), story=True) == {}


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        (STRIKE, "2019-12-11", ("2019-12-08/2019-12-13", BY_OTHERS)),
        (f"{STRIKE} Le terminal fut bâti en 2016.", "2019-12-11", ("2019-12-08/2019-12-14", NARROWED)),
        (STRIKE, "2019-06-11", None),
        (STRIKE.replace("lundi 9 décembre", "lundi"), "2019-12-11", None),
    ],
    ids=["undated", "wide", "another season", "no day"],
)
def test_the_likest_article_dates_only_where_the_day_told_agrees(text: str, days: str, expected: tuple[str, str] | None) -> None:
    assert date_with(text, "dockers", days, "same story") == expected


def date_with(text: str, words: str, days: str, says: str) -> tuple[str, str] | None:
    found = laid(text, words, days, says)
    return (str(found[0].days), found[0].why) if found else None


def line_with(text: str, when: str, days: str) -> Dateline:
    """Return the date of an article for which another puts a time on some days."""
    return laid(text, when, days, "same time")[0]


def laid(text: str, when: str, days: str, says: str) -> tuple[Dateline, ...]:
    at = text.index(when)
    known = Days.parse(days)
    assert known is not None
    hint = DateHint(Span(at, at + len(when)), says, known, "autre", Evidence.cite(COPY.doc, Span(0, 4)), "test")
    analysis = expressions.lay(zones.lay(article(text, "large"), PACK), PACK).with_layer(DateHint, [hint])
    return dated.lay(analysis, PACK)[Dateline]


WIDE = "La digue fut bâtie en mars 2019. Le pétrolier a heurté la digue le 9 décembre."


def test_another_article_narrows_a_wide_range_and_says_so() -> None:
    line = line_with(WIDE, "le 9 décembre", "2021-12-09")
    assert (line.why, line.basis, line.best[:4]) == (NARROWED, "inferred", "2021")
    assert date(2021, 12, 20) in line.days
    assert len(line.days) < 500 < len(line_with(WIDE, "mars 2019", "2021-03-09").days)
    assert line.clues[0].says == "same time: autre"


def test_what_contradicts_the_words_of_the_article_is_shown_and_changes_nothing() -> None:
    alone, line = line_with(WIDE, "mars 2019", "2021-03-09"), line_with(WIDE, "le 9 décembre", "2016-12-09")
    assert (line.days, line.best, line.why) == (alone.days, alone.best, "dated.inferred")
    assert line.clues == (*alone.clues, Clue(line.clues[-1].span, "against same time: autre", "2016-12-09", "2016-12-09"))


def test_a_firm_date_is_not_touched() -> None:
    text = "Il a parlé samedi 27 juillet 2019, puis lundi 29 juillet comme le 9 mars."
    line = line_with(text, "le 9 mars", "2021-03-09")
    assert (line.why, line.best[:7]) == ("dated.inferred", "2019-07")


def small() -> Plan:
    return Plan((zones, words, expressions, hints, dated), (dates,), PACK, lambda make: None)


def lines(target) -> dict[str, tuple[str, str]]:
    with SqliteStore(target) as store:
        return {each.doc.name: (str(line.days), line.why) for each in store.analyses((Dateline,)) for line in each[Dateline]}


def test_a_build_dates_the_articles_together_and_a_second_one_does_nothing(tmp_path) -> None:
    first, second, target = tmp_path / "a.jsonl", tmp_path / "b.jsonl", tmp_path / "d.selon"
    first.write_text(json.dumps({"id": "copie", "text": COPY.doc.raw}), encoding="utf-8")
    second.write_text(json.dumps({"id": "original", "text": STORY, "date": "2021-05-03"}), encoding="utf-8")
    build([str(first)], target, jobs=1, plan=small)
    assert lines(target) == {}
    report = build([str(second)], target, jobs=1, plan=small)
    assert (report.new, report.updated, report.issues) == (1, 1, ())
    assert {name: why for name, (_, why) in lines(target).items()} == {"copie": BY_OTHERS, "original": "dated.given"}
    again = build([str(first), str(second)], target, jobs=1, plan=small)
    assert (again.new, again.updated, again.unchanged, dict(again.seconds)) == (0, 0, 2, {})
    together = tmp_path / "e.selon"
    build([str(second), str(first)], together, jobs=1, plan=small)
    assert lines(together) == lines(target)


def test_a_new_article_narrows_an_old_one_as_if_both_had_come_together(tmp_path) -> None:
    first, second, target = tmp_path / "a.jsonl", tmp_path / "b.jsonl", tmp_path / "d.selon"
    first.write_text(json.dumps({"id": "grève", "text": f"{STRIKE} Le terminal fut bâti en mars 2016."}), encoding="utf-8")
    rows = [{"id": "réponse", "text": REPLY, "date": "2019-12-11"}]
    rows += [{"id": each.doc.name, "text": each.doc.raw, "date": "2021-01-01"} for each in FILLER]
    second.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    build([str(first)], target, jobs=1, plan=small)
    before = lines(target)["grève"]
    build([str(second)], target, jobs=1, plan=small)
    assert (before[1], lines(target)["grève"]) == ("dated.inferred", ("2019-12-08/2019-12-13", NARROWED))
    again = build([str(first), str(second)], target, jobs=1, plan=small)
    assert (again.new, again.updated, dict(again.seconds)) == (0, 0, {})
    build([str(second), str(first)], tmp_path / "e.selon", jobs=1, plan=small)
    assert lines(tmp_path / "e.selon") == lines(target)


def test_a_date_that_a_person_sets_dates_the_others_until_it_is_undone(tmp_path) -> None:
    texts, target = tmp_path / "a.jsonl", tmp_path / "d.selon"
    rows = [{"id": "copie", "text": COPY.doc.raw}, {"id": "original", "text": STORY}]
    texts.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    build([str(texts)], target, jobs=1, plan=small)
    with SqliteStore(target) as store:
        doc = next(each.id for each in store.documents() if each.name == "original")
    moment = datetime(2025, 6, 5, tzinfo=UTC)
    known = Correction(Kind.DATE, places=(Anchor(doc, "original"),), value="2021-05-03")
    done = correct(target, lambda desk: known, now=moment, plan=small)
    assert lines(target)["copie"] == ("2021-04-19/2021-05-10", BY_OTHERS)
    correct(target, lambda desk: Correction(Kind.UNDO, value=done.correction.id), now=moment, plan=small)
    assert lines(target) == {}
