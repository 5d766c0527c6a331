"""Pairing of quotation marks on raw text, as odd as the press prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies import NEWS

from selon.core.analysis import Analysis
from selon.core.marks import Quote, Zone
from selon.core.text import Document
from selon.lang.pack import pack
from selon.plan import analyse
from selon.stages.quotes import quotes
from selon.stages.zones import zones

FRENCH = pack("fr")


def quoted(raw):
    return analyse(Analysis(Document.from_text(raw)), [zones, quotes], FRENCH)[Quote]


PAIRED = [
    ("guillemets", "Il a dit « non merci » hier.", ["non merci"]),
    ("no-break spaces", "Il a dit «\u00a0non merci\u202f» hier.", ["non merci"]),
    ("no space at all", "Il a dit «non merci» hier.", ["non merci"]),
    ("curly", "Il a dit “non merci” hier.", ["non merci"]),
    ("low and high", "Il a dit „non merci“ hier.", ["non merci"]),
    ("straight", 'Il a dit "non merci" hier.', ["non merci"]),
    ("both facing the wrong way", "Il a salué » une décision sage «. Dans la nuit, rien.", ["une décision sage"]),
    ("two straight pairs", 'Il a dit "non" puis "oui" hier.', ["non", "oui"]),
    ("ASCII guillemets", "Il a dit <<non merci>> hier.", ["non merci"]),
    ("no space behind the closing mark", "“Nous resterons”a déclaré la ministre.", ["Nous resterons"]),
    ("a mark that faces the wrong way", "Il dit sa ” gratitude ” au roi.", ["gratitude"]),
    ("a doubled closing mark", "Il a dit « non merci »» hier.", ["non merci"]),
    ("curly closed by straight", 'Il a dit “non merci" hier.', ["non merci"]),
    ("nested guillemets and curly", "« Il a crié “au feu” », dit-elle.", ["Il a crié “au feu”", "au feu"]),
    ("nested apostrophes", "\"On dit 'comment tu vas' à tous\", dit-il.", ["On dit 'comment tu vas' à tous", "comment tu vas"]),
    ("one quotation glued to the next", 'Il part."La fin du voyage""Nous partons", dit-il.', ["La fin du voyage", "Nous partons"]),
    ("an apostrophe is no mark", "L'homme d'hier n'a rien dit, s'il l'a su.", []),
    ("marks alone", '« » et ""', []),
]


@pytest.mark.parametrize("raw, inner", [pytest.param(raw, inner, id=name) for name, raw, inner in PAIRED])
def test_marks_are_paired_whatever_their_kind(raw, inner):
    found = quoted(raw)
    assert sorted(quote.inner.of(raw) for quote in found) == sorted(inner)
    assert all(quote.closed for quote in found)


def test_a_nested_quote_is_deeper_than_the_one_that_holds_it():
    raw = "« Il a crié “au feu” », dit-elle."
    assert {quote.inner.of(raw): quote.depth for quote in quoted(raw)} == {"Il a crié “au feu”": 0, "au feu": 1}


def test_a_mark_that_is_never_closed_holds_to_the_end_of_its_paragraph():
    raw = "Il a dit : « Nous resterons ici.\n\nLe vent est tombé."
    first = quoted(raw)[0]
    assert (first.inner.of(raw), first.closed) == ("Nous resterons ici.", False)


def test_a_closing_mark_at_the_head_of_a_paragraph_closes_what_the_last_one_left_open():
    raw = "Il a dit : « Nous resterons ici.\n\nNous ne partirons pas », a dit le roi."
    assert [quote.inner.of(raw) for quote in quoted(raw)] == ["Nous resterons ici.", "Nous ne partirons pas"]


def test_a_quote_without_its_end_does_not_swallow_the_next():
    raw = "Il dit « non et elle dit « oui » hier."
    assert "oui" in [quote.inner.of(raw) for quote in quoted(raw)]


@given(NEWS)
def test_every_quote_lies_in_a_paragraph_and_holds_its_own_words(raw):
    analysis = analyse(Analysis(Document.from_text(raw)), [zones, quotes], FRENCH)
    for quote in analysis[Quote]:
        assert quote.span.start <= quote.inner.start < quote.inner.end <= quote.span.end
        assert any(zone.span.contains(quote.span) for zone in analysis[Zone])
        assert quote.inner.of(raw).strip() == quote.inner.of(raw)


@pytest.mark.parametrize("piece", ["« ", "a» ", '"', "' a", "«a» ", "”"])
def test_fifty_thousand_marks_are_read_at_once(piece):
    assert len(quoted("a" + piece * 50_000)) <= 50_000
