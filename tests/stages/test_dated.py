"""The day of publication: given, stated, or told by the words of the text."""
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.core.analysis import Analysis
from selon.core.marks import Dateline, Token, Zone, ZoneKind
from selon.core.text import Document, Span
from selon.lang.pack import pack
from selon.stages.dated import dated
from selon.stages.expressions import expressions

PACK = pack()
PIECES = [
    "hier", "jeudi", "le 26 juillet", "les 70 ans de la paix du 29 février 1952", "l’été 2024", "ce 31 avril", "fête nationale", "en 2019",
    "Publié le", "Il a parlé", "il parlera", "le 31 février 2023", "mars", "Noël", "«", "»", "\u00a0", "e\u0301", "😀", "\n", ".",
    "1990e anniversaire de 1999",
]  # fmt: skip
NEWS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map(" ".join)


def dateline(text: str, published: str = "", **zones: str) -> Dateline | None:
    """Return what is said of an article whose ``metadata`` or ``caption`` stands at the end of its text."""
    tail = [(ZoneKind(kind), part) for kind, part in zones.items()]
    raw, laid = text, [Zone(Span(0, len(text)), ZoneKind.BODY, "test")] if text else []
    for kind, part in tail:
        laid.append(Zone(Span(len(raw) + 1, len(raw) + 1 + len(part)), kind, "test"))
        raw += "\n" + part
    analysis = Analysis(Document.from_text(raw, published=published)).with_layer(Zone, laid).with_layer(Token, ())
    found = dated.lay(expressions.lay(analysis, PACK), PACK)[Dateline]
    return found[0] if found else None


def test_a_given_day_is_taken_as_it_is() -> None:
    line = dateline("Il a parlé jeudi.", "2024-05-15")
    assert line is not None
    assert (str(line.days), line.best, line.basis) == ("2024-05-15", "2024-05-15", "given")


def test_a_text_that_tells_no_year_has_no_date() -> None:
    assert dateline("Il a parlé jeudi, en juin dernier.") is None
    assert dateline("") is None


def test_an_anniversary_ahead_on_a_told_weekday_gives_the_days_before_it() -> None:
    text = "La fête aura lieu jeudi. Elle marquera les 70 ans de la signature de la paix du 27 juillet 1953."
    line = dateline(text)
    assert line is not None
    assert (str(line.days), line.best, line.basis) == ("2023-07-22/2023-07-26", "2023-07", "inferred")
    assert [clue.span.of(text) for clue in line.clues if clue.says.startswith(("anniv", "weekday of"))] == ["27 juillet 1953", "jeudi"]


def test_a_header_month_is_narrowed_by_a_national_day_on_a_told_weekday() -> None:
    line = dateline("Il a écrit lundi pour la fête nationale de la Russie.", metadata="date 2023-06")
    assert line is not None
    assert (line.basis, line.best, line.days.first) == ("stated", "2023-06-12", date(2023, 6, 12))


def test_this_day_is_the_day_of_writing() -> None:
    line = dateline("Il marchera ce 27 juillet avec elle.", metadata="date 2023-07")
    assert line is not None
    assert line.best == "2023-07-27"


def test_a_weekday_with_its_day_picks_the_year() -> None:
    line = dateline("Il a parlé lundi 16 décembre. La loi fut votée en mars 2018, puis il a signé samedi 14 décembre.")
    assert line is not None
    assert line.best[:7] == "2019-12"


def test_a_caption_bounds_but_never_dates() -> None:
    assert dateline("Il a parlé jeudi.", caption="Lui, le 28 juillet 2022.") is None
    line = dateline("Il a parlé.", "2022", caption="Lui, le 28 juillet 2022.")
    assert line is not None
    assert line.days.first == date(2022, 7, 28)


def test_contradictory_clues_are_shown() -> None:
    text = "Il a signé le 3 mars 2021 et le 5 mai 2022."
    line = dateline(text, metadata="date 2021-01")
    assert line is not None
    assert line.best[:7] == "2021-01"
    assert {clue.first for clue in line.clues if clue.says == "not before"} == {"2021-03-03", "2022-05-05"}


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Il a parlé vendredi 15 novembre. La loi votée en mars 2019 a été saluée.", "2019-11"),
        ("Il a fixé la règle pour 2022. Il a parlé lundi 17 juin, après la loi de mars 2019.", "2019-06"),
        ("Il a parlé lundi 17 juin. Les municipales de 2021 ont été évoquées, la loi a été votée en mai 2019.", "2019-06"),
        ("Après quatre ans de combats depuis 2002, il a parlé samedi 27 juillet 2019.", "2019-07"),
        ("Il a parlé lundi 17 juin. Il fut reçu en mai 2019 (et non 2012), après le film (2018).", "2019-06"),
        ("22 décembre\nIl avait été annoncé samedi 7 décembre 2019.", "2019-12-22"),
        ("Il a nié ce vendredi 9 février 2024 toute faute. Elle avait accusé le clan en mars.", "2024-02-09"),
        ("AFP, publié le mardi 23 avril 2024 à 17h20. Il a démissionné samedi.", "2024-04-23"),
    ],
    ids=["weekday", "a year to come", "an election", "no anniversary", "in brackets", "a line of its own", "this day", "an agency"],
)
def test_a_day_is_near_its_article_and_a_year_to_come_is_not_past(text: str, best: str) -> None:
    line = dateline(text)
    assert line is not None
    assert line.best.startswith(best)


def test_days_told_again_and_again_count_once() -> None:
    once = dateline("La loi fut votée en mars 2019. Il a parlé le 17 octobre.")
    often = dateline("La loi fut votée en mars 2019. Il a parlé le 17 octobre. Le 17 octobre, il a plu. Elle a dit non le 17 octobre.")
    assert once is not None
    assert often is not None
    assert (once.days, once.best) == (often.days, often.best)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "soon", "2024-13-01"])
def test_an_impossible_given_date_is_no_date(published: str) -> None:
    assert dateline("Il a parlé jeudi.", published) is None


@given(NEWS)
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_dating(text: str) -> None:
    line = dateline(text)
    assert line is None or (line.days.first <= line.days.last and all(clue.span.end <= len(text) for clue in line.clues))
