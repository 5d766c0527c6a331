"""TimeML: well-formed, every expression an element, the text as it was received."""

from __future__ import annotations

import unicodedata
from datetime import date
from xml.etree import ElementTree

from hypothesis import given
from layered import layered
from small_dossiers import Held

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.dossier import Cast
from selon.core.marks import Dateline, TimeExpr
from selon.core.text import Document, Span
from selon.exports.timeml import timeml


def _root(analysis: Analysis) -> ElementTree.Element:
    (file,) = timeml(Held([analysis], Cast((), ())))
    return ElementTree.fromstring("".join(file.text).encode("utf-8", "xmlcharrefreplace"))


def test_an_expression_is_a_timex3_with_its_value_and_the_publication_date_is_the_creation_time() -> None:
    raw = "Le vote a eu lieu fin avril, a dit le maire."
    day = Days.on(date(2025, 6, 5))
    dated = Dateline(Span(0, len(raw)), day, "2025-06-05", "given", (), "dated.given")
    april = TimeExpr(Span(18, 27), "DATE", "2025-04", "END", Days.month(2025, 4), "time.month")
    root = _root(Analysis(Document.from_text(raw, name="vote")).with_layer(Dateline, [dated]).with_layer(TimeExpr, [april]))
    made, (found,) = root.find("DCT/TIMEX3"), root.findall("TEXT/TIMEX3")
    assert made is not None
    assert (made.get("value"), made.get("functionInDocument")) == ("2025-06-05", "CREATION_TIME")
    assert (found.text, found.get("value"), found.get("mod"), found.get("type")) == ("fin avril", "2025-04", "END", "DATE")


def test_an_article_without_a_date_says_so() -> None:
    made = _root(Analysis(Document.from_text("Le vote a eu lieu."))).find("DCT/TIMEX3")
    assert made is not None
    assert made.get("value") == "XXXX-XX-XX"


@given(layered())
def test_the_text_is_the_articles_own(made: tuple[Analysis, Cast]) -> None:
    analysis, _ = made
    text = _root(analysis).find("TEXT")
    assert text is not None
    kept = [
        char
        for char in analysis.doc.raw.replace("\r\n", "\n").replace("\r", "\n")
        if unicodedata.category(char) not in ("Cc", "Cs", "Cn") or char in "\n\t"
    ]
    got = [char for char in "".join(text.itertext()) if unicodedata.category(char) not in ("Cc", "Cs", "Cn") or char in "\n\t"]
    assert got == kept
