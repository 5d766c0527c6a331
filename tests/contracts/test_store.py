"""What every store must do."""
from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWS

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.errors import StoreError
from selon.core.issues import Issue
from selon.core.marks import Clue, DateHint, Dateline, Mention, Quote, Statement, TimeExpr, Token, Zone, ZoneKind
from selon.core.text import DocId, Document, Evidence, Span
from selon.stores.sqlite import SqliteStore

STORES = [pytest.param("memory", id="memory"), pytest.param("file", id="file")]


@pytest.fixture(params=STORES)
def store(request, tmp_path):
    path = tmp_path / "test.selon" if request.param == "file" else None
    with SqliteStore(path, write=True) as opened:
        yield opened


def article(raw: str, name: str = "a", **known: str) -> Analysis:
    return Analysis(Document.from_text(raw, name=name, **known))


def tokens(analysis: Analysis, *spans: tuple[int, int]) -> Analysis:
    raw = analysis.doc.raw
    return analysis.with_layer(Token, [Token(Span(*at), raw[slice(*at)], "", "", "", 0, "", "", False) for at in spans])


def laid(analysis: Analysis, spans: list[Span]) -> Analysis:
    """Lay one mark of each kind over each span."""
    raw = analysis.doc.raw
    days = Days(date(2025, 6, 1), date(2025, 6, 4))
    makers = {
        Zone: lambda s: Zone(s, ZoneKind.BODY, s.of(raw)),
        Token: lambda s: Token(s, s.of(raw), s.of(raw), "NOUN", "obj", 0, "", "", True),
        TimeExpr: lambda s: TimeExpr(s, "DATE", s.of(raw), "", days if len(s) % 2 else None, "t"),
        Dateline: lambda s: Dateline(s, days, "2025-06", "stated", (Clue(s, s.of(raw), "a", "b"),), "d"),
        Mention: lambda s: Mention(s, "name", "person", "", s if len(s) % 2 else None, "m"),
        Quote: lambda s: Quote(s, s, False, 1, "q"),
        Statement: lambda s: Statement(s, (s, s), None, s, None, (s,), "direct", "say", "plain", 0.25, "s"),
    }
    for kind, make in makers.items():
        analysis = analysis.with_layer(kind, [make(span) for span in spans])
    return analysis


@given(raw=NEWS, title=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=9), data=st.data())
def test_it_gives_back_the_very_characters_and_marks_it_was_given(raw, title, data):
    raw = raw.replace("\0", "")
    ends = st.integers(0, max(len(raw) - 1, 0))
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=4)) if raw else []
    given = laid(article(raw, title=title), [Span(min(pair), max(pair) + 1) for pair in pairs])
    with closing(SqliteStore()) as store:
        store.put(given, dict.fromkeys(given.layers, "k"))
        back = store.analysis(given.doc.id, list(given.layers))
    assert back.doc == given.doc
    assert dict(back.layers) == dict(given.layers)


def test_articles_come_by_date_name_and_id(store):
    for name, day in [("b", "2025"), ("a", "2025"), ("c", "2019-01-01"), ("d", "")]:
        store.put(article("Un.", name, published=day), {})
    assert [doc.name for doc in store.documents()] == ["c", "a", "b", "d"]
    assert [each.doc.name for each in store.analyses(())] == ["c", "a", "b", "d"]


def test_an_article_that_its_own_words_date_comes_on_that_day(store):
    days = Days.parse("2025-06-04")
    assert days
    stated = article("Un.", "stated").with_layer(Dateline, [Dateline(Span(0, 3), days, "2025-06-04", "stated", (), "d")])
    vague = Days(date(2025, 6, 5), date(2025, 6, 9))
    inferred = article("Un.", "inferred").with_layer(Dateline, [Dateline(Span(0, 3), vague, "2025-06", "inferred", (), "d")])
    given = article("Deux.", "given", published="2025-06-05")
    for each in (inferred, given, article("Trois.", "undated").with_layer(Dateline, []), stated):
        store.put(each, dict.fromkeys(each.layers, "k"))
    assert [doc.name for doc in store.documents()] == ["stated", "given", "inferred", "undated"]
    assert [each.doc.name for each in store.analyses((Dateline,))] == ["stated", "given", "inferred", "undated"]


def test_an_article_it_does_not_have_is_none_and_its_analysis_is_refused(store):
    assert store.document(DocId("0")) is None
    with pytest.raises(StoreError):
        store.analysis(DocId("0"), ())


def test_only_the_layers_asked_for_come_back(store):
    given = laid(article("Kiev accuse."), [Span(0, 4)])
    store.put(given, {Zone: "z", Quote: "q"})
    assert set(store.analysis(given.doc.id, (Zone, Token)).layers) == {Zone}


def test_a_layer_under_the_same_key_stays_and_one_without_key_goes(store):
    given = tokens(laid(article("Kiev accuse."), [Span(0, 4)]), (0, 4))
    store.put(given, {Zone: "z1", Token: "t1", Quote: "q1"})
    store.put(tokens(article("Kiev accuse."), (5, 11)), {Zone: "z1", Token: "t2"})
    assert store.layer_keys(given.doc.id) == {"Zone": "z1", "Token": "t2"}
    back = store.analysis(given.doc.id, (Zone, Token))
    assert [token.text for token in back[Token]] == ["accuse"]
    assert back[Zone] == given[Zone]


def test_a_changed_record_is_kept(store):
    store.put(article("Kiev accuse."), {})
    store.put(article("Kiev accuse.", published="2025-06-05", title="Titre"), {})
    (doc,) = store.documents()
    assert (doc.published, doc.title) == ("2025-06-05", "Titre")
    assert [found.title for found in store.search("titre")] == ["Titre"]


def test_a_layer_that_is_neither_kept_nor_given_is_refused_and_nothing_is_kept(store):
    with pytest.raises(StoreError):
        store.put(article("Kiev accuse."), {Zone: "z"})
    assert list(store.documents()) == []


BEYOND = [
    Quote(Span(0, 4), Span(1, 99), True, 0, "q"),
    Mention(Span(0, 4), "name", "person", "", Span(98, 99), "m"),
    Statement(Span(0, 4), (Span(0, 4), Span(5, 99)), None, None, None, (), "direct", "say", "plain", 1, "s"),
    Statement(Span(0, 4), (Span(0, 4),), None, None, None, (Span(9, 99),), "direct", "say", "plain", 1, "s"),
    Dateline(Span(0, 4), Days.year(2025), "2025", "stated", (Clue(Span(0, 99), "", "", ""),), "d"),
]


@pytest.mark.parametrize("mark", BEYOND, ids=lambda mark: type(mark).__name__)
def test_a_mark_that_reaches_beyond_the_text_is_refused(store, mark):
    with pytest.raises(StoreError, match="beyond the 12 characters"):
        store.put(article("Kiev accuse.").with_layer(type(mark), [mark]), {type(mark): "k"})
    assert list(store.documents()) == []


def test_the_words_of_another_article_may_stand_beyond_the_text(store):
    there = Evidence(DocId("other"), Span(70, 75), "accus")
    hint = DateHint(Span(0, 4), "same time", Days.year(2025), "b", there, "d")
    store.put(article("Kiev accuse.").with_layer(DateHint, [hint]), {DateHint: "k"})
    (doc,) = store.documents()
    assert store.analysis(doc.id, (DateHint,))[DateHint] == (hint,)


def test_a_forgotten_article_is_gone_with_its_layers_and_its_words(store):
    given = laid(article("Kiev accuse."), [Span(0, 4)])
    store.put(given, dict.fromkeys(given.layers, "k"))
    store.forget(given.doc.id)
    store.forget(given.doc.id)
    assert (list(store.documents()), store.layer_keys(given.doc.id), list(store.search("kiev"))) == ([], {}, [])


def test_issues_of_an_input_are_replaced_when_it_is_read_again(store):
    one, two, three = (Issue(f"f{n}.txt", "read", "empty", "fill it", n > 1, Span(0, n) if n > 1 else None) for n in (1, 2, 3))
    store.put_issues(["a", "b"], [("a", one), ("b", two)])
    store.put_issues(["b"], [("b", three), ("b", three)])
    assert list(store.issues()) == [one, three]


def test_articles_that_share_a_name_are_told(store):
    for raw, source in (("Un.", "x/a.txt"), ("Deux.", "y/a.txt")):
        store.put(article(raw, "a", source=source), {})
    store.put(article("Un.", "b"), {})
    assert list(store.namesakes()) == [("a", "x/a.txt"), ("a", "y/a.txt")]


def test_the_fingerprint_changes_with_what_it_is_of_and_not_with_order_or_source():
    def print_of(*names: str, day: str = "", key: str = "k", source: str = "") -> str:
        with closing(SqliteStore()) as store:
            for name in names:
                given = laid(article("Kiev accuse.", name, published=day, source=source), [Span(0, 4)])
                store.put(given, {Zone: key, Token: "t"})
            return store.fingerprint((Zone,))

    assert print_of("a", "b") == print_of("b", "a") == print_of("a", "b", source="elsewhere")
    assert len({print_of("a", "b"), print_of("a"), print_of("a", "b", day="2025"), print_of("a", "b", key="l")}) == 4


@dataclass(frozen=True)
class Line:
    """A line of some part of a dossier."""

    text: str
    evidence: tuple[Evidence, ...]


def test_a_part_comes_back_with_its_key(store):
    given = article("L’été 🇫🇷 dure.")
    store.put(given, {})
    lines = (Line("é", (Evidence.cite(given.doc, Span(2, 5)), Evidence.cite(given.doc, Span(6, 8)))),)
    store.put_part("lines", "key", lines)
    assert (store.part_key("lines"), store.part("lines", tuple[Line, ...])) == ("key", lines)
    store.forget_part("lines")
    assert (store.part_key("lines"), store.part("lines", tuple[Line, ...])) == ("", None)


@pytest.mark.parametrize("wrong", [Evidence(DocId("0"), Span(0, 4), "Kiev"), "Kyiv", "kiev"])
def test_evidence_that_does_not_hold_is_refused(store, wrong):
    given = article("Kiev accuse.")
    store.put(given, {})
    evidence = Evidence(given.doc.id, Span(0, 4), wrong) if isinstance(wrong, str) else wrong
    with pytest.raises(StoreError, match="is not at"):
        store.put_part("lines", "key", {"all": [Line("x", (evidence,))]})
    assert store.part_key("lines") == ""


def test_the_cast_comes_back_in_its_order_and_the_new_replaces_the_old(store):
    given = article("Kiev accuse Moscou.")
    store.put(given, {})
    old = Cast((Actor("z", "Z", "state", (("Z", 1),), "w"),), ())
    actors = (Actor("ru", "Russie", "state", (("Moscou", 2), ("l’État", 1)), "w"), Actor("a", "Kiev", "state", (), "w"))
    places = ((Span(0, 4), "a"), (Span(12, 18), "ru"))
    mentions = tuple(ActorMention(given.doc.id, span, actor, "metonym", "state") for span, actor in places)
    store.put_cast(old)
    store.put_cast(Cast(actors, mentions), "key")
    assert store.cast() == Cast(actors, mentions)
    beyond = replace(mentions[0], span=Span(0, 20))
    with pytest.raises(StoreError):
        store.put_cast(Cast(actors, (beyond,)))
    assert (store.cast(), store.part_key("actors")) == (Cast(actors, mentions), "key")
    store.forget_part("actors")
    assert (store.cast(), store.part_key("actors")) == (Cast((), ()), "")


def test_a_dossier_without_cast_has_an_empty_one(store):
    assert store.cast() == Cast((), ())


SEARCHES = [
    ("choigou", ["Choïgou", "choïgou"]),
    ("CHOÏGOU", ["Choïgou", "choïgou"]),
    ("nord-coréen", ["nord-coréen"]),
    ("l'armée", ["L’armée"]),
    ('"le ministre Choïgou"', ["Le ministre Choïgou"]),
    ("🇫🇷", []),
    ("choigou absent", []),
    ("", []),
    ("«", []),
    ("* OR", []),
    ('"', []),
    ("NEAR(", []),
    ("raw:choigou", []),
    ("a\0b", []),
    ("\ud800", []),
]


@pytest.mark.parametrize("query, quotes", SEARCHES)
def test_a_search_shows_where_its_words_are_and_never_breaks(store, query, quotes):
    raw = "🇫🇷 Le ministre Choïgou a vu le dirigeant nord-coréen.\u00a0L’armée de choïgou suit."
    store.put(article(raw, "a"), {})
    found = [evidence for each in store.search(query) for evidence in each.evidence]
    assert [each.quote for each in found] == quotes
    assert all(each.span.of(raw) == each.quote for each in found)


@given(st.text(max_size=20), NEWS)
def test_no_query_breaks_a_search(query, raw):
    with closing(SqliteStore()) as store:
        given = article(raw.replace("\0", ""))
        store.put(given, {})
        for found in store.search(query):
            assert all(evidence.holds(given.doc) for evidence in found.evidence)


def test_a_search_gives_at_most_as_many_articles_as_asked(store):
    for number in range(5):
        store.put(article("Kiev.", str(number)), {})
    assert len(list(store.search("kiev", 3))) == 3


def test_a_text_with_nul_characters_is_refused(store):
    with pytest.raises(StoreError, match="NUL"):
        store.put(article("a\0b"), {})


