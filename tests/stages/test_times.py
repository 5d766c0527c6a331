"""Time expressions: places, anchors, tenses, and the promise on any text."""
from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.marks import Dateline, TimeExpr, TimePhrase, Token, Zone, ZoneKind
from selon.core.text import Document, Span
from selon.lang.pack import pack
from selon.stages.dated import dated
from selon.stages.expressions import expressions
from selon.stages.quotes import quotes
from selon.stages.resolve.spans import days_of
from selon.stages.times import times

PACK = pack()
PIECES = [
    "hier", "jeudi", "le 26 juillet", "en avril", "l’été 2024", "7 000 années", "20h30", "XIXe siècle", "la veille", "mars", "été", "Noël",
    "le 31 février 2023", "il y a 3 ans", "dans la nuit de mardi à mercredi", "trente-et-un", "à 25 h 99", "99 siècles plus tard", "'98",
    "du 3 au 5 mai", "« ", " »", "\u00a0", "\u202f", "\u2009", "e\u0301te\u0301", "😀", "\u200b", "\n", ". ", ", ", "’", "‑", "—",
    "l'an 2000", "fin 2019", "IIIIe siècle", "9999", "0", "1er",
]  # fmt: skip
NEWS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=14).map(" ".join)


def phrases(text: str, tokens: tuple[Token, ...] = ()) -> Analysis:
    analysis = Analysis(Document.from_text(text))
    zones = [Zone(Span(0, len(text)), ZoneKind.BODY, "test")] if text else []
    return expressions.lay(analysis.with_layer(Zone, zones).with_layer(Token, tokens), PACK)


def anchored(text: str, first: str = "", last: str = "", best: str = "") -> list[tuple[str, str, str]]:
    """Return text, value and days of each expression of an article published within a range."""
    lines: list[Dateline] = []
    if first:
        days = Days(date.fromisoformat(first), date.fromisoformat(last or first))
        lines = [Dateline(Span(0, len(text)), days, best or days.iso, "inferred", (), "test")]
    laid = times.lay(phrases(text).with_layer(Dateline, lines), PACK)[TimeExpr]
    return [(mark.span.of(text), mark.value, str(mark.days)) for mark in laid]


def test_without_a_date_nothing_relative_gets_days() -> None:
    assert anchored("Il a parlé jeudi, le 26 juillet et en 2019.") == [
        ("jeudi", "XXXX-WXX-4", "None"), ("le 26 juillet", "XXXX-07-26", "None"), ("2019", "2019", "2019-01-01/2019-12-31"),
    ]  # fmt: skip


def test_a_value_that_every_day_of_the_range_gives_stands() -> None:
    assert anchored("Il a parlé lundi.", "2024-05-13", "2024-05-19") == [("lundi", "2024-05-13", "2024-05-13")]


def test_a_value_that_the_range_leaves_open_takes_the_best_date_or_stays_open() -> None:
    found = anchored("Il est mort l'an dernier.", "2023-11-01", "2024-03-31", "2024-01")
    assert found == [("l'an dernier", "2023", "2023-01-01/2023-12-31")]
    assert anchored("Il a parlé lundi.", "2024-05-01", "2024-05-31", "2024-05") == [("lundi", "XXXX-WXX-1", "None")]


def test_a_caption_counts_from_its_own_date() -> None:
    text = "Lundi, le 4 mars 2019. Noël"
    zones = [Zone(Span(0, len(text)), ZoneKind.CAPTION, "test")]
    analysis = Analysis(Document.from_text(text, published="2024-05-15")).with_layer(Zone, zones).with_layer(Token, ())
    laid = times.lay(dated.lay(expressions.lay(analysis, PACK), PACK), PACK)[TimeExpr]
    assert [mark.value for mark in laid] == ["2019-03-04", "2019-03-04", "2018-12-25"]


def test_the_weekday_without_a_verb_takes_the_tense_it_has_elsewhere() -> None:
    found = anchored("Concert dimanche.\nIl jouera dimanche avec elle.", "2024-05-15")
    assert [value for _, value, _ in found] == ["2024-05-19", "2024-05-19"]


TOGETHER = [
    ("Concert mardi. Au kursaal, mardi 21 mai, on dansera.", "mardi", "2024-05-21"),
    ("Demain (jeudi), il parle.", "jeudi", "2024-05-16"),
    ("Fermé entre 13 h et 18 h demain.", "13 h", "2024-05-16T13:00"),
    ("Fermé entre 13 h et 18 h demain.", "18 h", "2024-05-16T18:00"),
    ("En 2018, la ville brûla en mars et en août.", "mars", "2018-03"),
    ("En 2018, la ville brûla. En mars, elle vote.", "mars", "2024-03"),
    ("L'élue (battue en 2018) parla en mars.", "mars", "2024-03"),
    ("Le réseau de 2018 fut refait en mars.", "mars", "2024-03"),
    ("Battu en 2018, il sera jugé en juin.", "juin", "2024-06"),
    ("L'an dernier, il partit en mars.", "mars", "2023-03"),
]


@pytest.mark.parametrize(("text", "words", "value"), TOGETHER)
def test_times_that_stand_together_share_their_day_or_year(text: str, words: str, value: str) -> None:
    assert (words, value) in [(found, told) for found, told, _ in anchored(text, "2024-05-15")]


def spoken(text: str, day: str = "lundi", verb: str = "déclaré", lemma: str = "déclarer") -> list[tuple[str, str, str]]:
    """Return text, value and rule of each time of an article of Wednesday 15 May 2024, in which ``day`` hangs on ``verb``."""
    places = sorted((text.index(word), word) for word in (day, verb, *(("que",) if " que " in text else ())))
    head, lemmas, kinds, morphs = [word for _, word in places].index(verb), {verb: lemma}, {verb: "VERB", "que": "SCONJ"}, {verb: PART}
    tokens = [
        Token(Span(at, at + len(word)), word, lemmas.get(word, word), kinds.get(word, "ADV"), "dep", head, morphs.get(word, ""), "", not at)
        for at, word in places
    ]
    whole = Span(0, len(text))
    lines = [Dateline(whole, Days.on(date(2024, 5, 15)), "2024-05-15", "given", (), "test")]
    analysis = quotes.lay(phrases(text, tuple(tokens)).with_layer(Dateline, lines), PACK)
    return [(mark.span.of(text), mark.value, mark.why) for mark in times.lay(analysis, PACK)[TimeExpr]]


SPOKEN = [
    ("Il a déclaré lundi : « Nous partirons demain. »", "demain", "2024-05-14", "fr.time.day-away.spoken"),
    ("« Nous partirons demain », a-t-elle déclaré lundi.", "demain", "2024-05-14", "fr.time.day-away.spoken"),
    ("« Nous partirons en 2026 », a-t-elle déclaré lundi.", "2026", "2026", "fr.time.year-in"),
    ("Il a déclaré lundi qu'il partait. « Nous partirons demain. »", "demain", "2024-05-16", "fr.time.day-away"),
    ("« Nous partirons demain. » Elle l'a déclaré lundi.", "demain", "2024-05-16", "fr.time.day-away"),
    ("« Oui », a-t-il déclaré lundi, « non », « nous partirons demain ».", "demain", "2024-05-16", "fr.time.day-away"),
    ("Il a déclaré que lundi, tout a brûlé : « Nous partirons demain. »", "demain", "2024-05-16", "fr.time.day-away"),
]


@pytest.mark.parametrize(("text", "words", "value", "why"), SPOKEN)
def test_words_in_a_quotation_count_from_the_day_of_speaking_told_beside_it(text: str, words: str, value: str, why: str) -> None:
    assert (words, value, why) in spoken(text)


def test_a_day_that_no_verb_of_speech_governs_is_no_day_of_speaking() -> None:
    found = spoken("Il est arrivé lundi : « Nous partirons demain. »", verb="arrivé", lemma="arriver")
    assert ("demain", "2024-05-16", "fr.time.day-away") in found


AUX, PART, INF = "Tense=Pres|VerbForm=Fin", "Tense=Past|VerbForm=Part", "VerbForm=Inf"
VERBS = [
    ("Il a parlé jeudi.", ("a", "AUX", "aux:tense", 2, AUX), ("parlé", "VERB", "ROOT", 2, PART), "past"),
    ("Il va parler jeudi.", ("va", "VERB", "ROOT", 1, AUX), ("parler", "VERB", "xcomp", 1, INF), "future"),
    ("Il devrait parler jeudi.", ("devrait", "VERB", "ROOT", 1, f"Mood=Cnd|{AUX}"), ("parler", "VERB", "xcomp", 1, INF), "future"),
    ("Vote est prévu jeudi.", ("est", "AUX", "aux:pass", 2, AUX), ("prévu", "VERB", "ROOT", 2, PART), "future"),
    ("Il se rendrait jeudi.", ("se", "PRON", "expl:comp", 2, ""), ("rendrait", "VERB", "ROOT", 2, "Tense=Imp|VerbForm=Fin"), "future"),
    ("Il se préparait jeudi.", ("se", "PRON", "expl:comp", 2, ""), ("préparait", "VERB", "ROOT", 2, "Tense=Imp|VerbForm=Fin"), "past"),
    ("Il aura parlé jeudi.", ("aura", "AUX", "aux:tense", 2, "Tense=Fut|VerbForm=Fin"), ("parlé", "VERB", "ROOT", 2, PART), "future"),
]
LEMMAS = {"va": "aller", "devrait": "devoir", "prévu": "prévoir", "rendrait": "rendre", "préparait": "préparer"}


@pytest.mark.parametrize(("text", "second", "third", "tense"), VERBS)
def test_the_tense_is_that_of_the_governing_verb(text: str, second: tuple, third: tuple, tense: str) -> None:
    first = (text.partition(" ")[0], "PRON", "nsubj", 2, "")
    rows = [first, second, third, ("jeudi", "NOUN", "obl:mod", 2, "")]
    tokens, at = [], 0
    for word, pos, dep, head, morph in rows:
        at = text.index(word, at)
        tokens.append(Token(Span(at, at + len(word)), word, LEMMAS.get(word, word), pos, dep, head, morph, "", not tokens))
    assert [phrase.tense for phrase in phrases(text, tuple(tokens))[TimePhrase]] == [tense]


SAME = ["l'été 2024", "l’été 2024", "l\u2019été\u00a02024", "L'ÉTÉ 2024", "l'ete 2024"]


@pytest.mark.parametrize("text", SAME)
def test_the_value_is_the_same_for_every_spelling(text: str) -> None:
    laid = times.lay(phrases(text).with_layer(Dateline, ()), PACK)[TimeExpr]
    assert [(mark.value, mark.span) for mark in laid] == [("2024-SU", Span(0, len(text)))]


@given(NEWS)
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_grammar_and_every_mark_has_its_place(text: str) -> None:
    analysis = phrases(text)
    for day in ("", "2024-02-29"):
        line = [Dateline(Span(0, len(text)), Days.on(date(2024, 2, 29)), day, "given", (), "test")] if day and text else []
        laid = times.lay(analysis.with_layer(Dateline, line), PACK)[TimeExpr]
        assert all(mark.span.of(text).strip() == mark.span.of(text) != "" for mark in laid)
        assert all(first.span.end <= second.span.start for first, second in pairwise(laid))
        assert all(mark.value and mark.type in ("DATE", "TIME", "DURATION", "SET") for mark in laid)
        assert all(mark.days is None for mark in laid if mark.type in ("DURATION", "SET") or mark.value.startswith("X"))


APOSTROPHES, SPACES = "’‘ʼ´`＇′", "\u00a0\u202f\u2009\u2007\t"


@given(NEWS, st.sampled_from(APOSTROPHES), st.sampled_from(SPACES), st.sampled_from(["", "2024-02-29"]))
@settings(max_examples=200, deadline=None)
def test_apostrophes_and_spaces_change_no_place_and_no_value(text: str, apostrophe: str, space: str, day: str) -> None:
    for plain, fancy in ((apostrophe, "'"), (space, " ")):
        text = text.replace(plain, fancy)
    spelt = text.replace("'", apostrophe).replace(" ", space)
    line = [Dateline(Span(0, len(text)), Days.on(date(2024, 2, 29)), day, "given", (), "test")] if day and text else []
    laid = [times.lay(phrases(each).with_layer(Dateline, line), PACK)[TimeExpr] for each in (text, spelt)]
    assert laid[0] == laid[1]


@pytest.mark.parametrize(
    ("value", "mod", "days"),
    [
        ("2024-W20", "", "2024-05-13/2024-05-19"), ("2024-W20-WE", "", "2024-05-18/2024-05-19"), ("2023-WI", "", "2023-12-21/2024-03-19"),
        ("196X", "", "1960-01-01/1969-12-31"), ("18XX", "", "1800-01-01/1899-12-31"), ("20", "", "2000-01-01/2099-12-31"),
        ("2024-05-15T20:30", "START", "2024-05-15"), ("2024-02", "MID", "2024-02-10/2024-02-18"), ("2024-H2", "", "2024-07-01/2024-12-31"),
        ("XXXX-05", "", "None"), ("P3Y", "", "None"), ("2024-13", "", "None"), ("2023-W53", "", "None"),
    ],
)  # fmt: skip
def test_the_days_of_a_value(value: str, mod: str, days: str) -> None:
    assert str(days_of(value, mod)) == days
