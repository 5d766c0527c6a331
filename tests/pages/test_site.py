"""The static report: every link leads somewhere, every text is as received, nothing hostile runs."""
from __future__ import annotations

import re
from dataclasses import replace

import pytest
from html_pages import Page, dangling
from hypothesis import given, settings
from layered import layered
from small_dossiers import DENIAL, HOSTILE, Held, cast, denial, held, place

from selon.core.dossier import Cast
from selon.core.lines import Who
from selon.core.marks import Clue, Dateline
from selon.exports.files import write
from selon.pages import site as site_module
from selon.pages.catalogue import slug
from selon.pages.render import style_sheet
from selon.pages.site import site
from selon.views.quotes import quotes
from selon.views.reader import anchors


def pages(store, title="Essai"):
    return {file.path: "".join(file.text) for file in site(store, title)}


@pytest.fixture(scope="module")
def report():
    return pages(held())


def test_a_report_has_its_pages(report):
    assert set(report) == {
        "style.css", "index.html", "quotes.html", "quotes-dates.html", "ledger.html", "timeline.html", "times.html", "actors.html",
        "articles.html", "issues.html",
        "reuse.html", "stories.html",
        "articles/dementi.html", "articles/a-b-i.html", "articles/rumeur.html",
    }  # fmt: skip


@pytest.mark.parametrize(
    "says, told",
    [("weekday of the lead", "jour de la semaine, en tête d’article"), ("against same time: autre", "contredit, même moment que autre")],
)
def test_where_a_date_comes_from_is_told_in_the_words_of_the_page(says, told):
    clue = Clue(place(DENIAL, "lundi"), says, "", "")
    analysis = denial().with_layer(Dateline, [replace(denial()[Dateline][0], clues=(clue,))])
    assert f"« lundi » {told}" in pages(Held([analysis], cast([analysis])))["articles/dementi.html"]


def test_every_link_leads_to_a_page_and_a_place(report):
    assert list(dangling(report)) == []


def test_every_page_is_well_formed_with_ids_used_once(report):
    for path, text in report.items():
        page = Page(text)
        assert (path, page.broken) == (path, [])
        assert len(page.ids) == len(set(page.ids)), path


def test_the_text_of_an_article_is_kept_character_for_character(report):
    assert Page(report["articles/dementi.html"]).raw == DENIAL
    assert Page(report["articles/a-b-i.html"]).raw == HOSTILE


def test_every_line_links_to_a_highlight_of_the_same_words(report):
    parsed = {path: Page(text) for path, text in report.items()}
    checked = 0
    for path, page in parsed.items():
        for key, words in page.inside.items():
            target = re.fullmatch(r"href:(?:\.\./)?(articles/[^#]+)?#([st][0-9a-f.-]+)", key)
            if target:
                checked += 1
                assert parsed[target[1] or path].inside[target[2]] == words
    assert checked >= 4 * 3


def test_article_text_is_never_markup(report):
    for path, text in report.items():
        page = Page(text)
        assert not {"script", "img", "i"} & set(page.names), path
        assert not [name for name in page.attributes if name.startswith("on") or name == "style"], path
        assert "<b onmouseover" not in text


def test_a_name_is_never_markup_in_an_attribute():
    small = held()
    evil = '"><img src=x onerror=alert(1)>'
    cast = Cast(tuple(replace(actor, name=evil, kind=evil, variants=((evil, 1),)) for actor in small.cast().actors), small.cast().mentions)
    for path, text in pages(Held(small.held, cast), title=evil).items():
        page = Page(text)
        assert "img" not in page.names, path
        assert (path, page.broken) == (path, [])


def test_every_page_forbids_everything_but_its_own_style_sheet(report):
    for path, text in report.items():
        if path.endswith(".html"):
            assert "default-src 'none'; style-src 'self'" in text
            assert '<html lang="fr">' in text


def test_a_report_has_no_clock_and_no_chance(report):
    assert pages(held()) == report


def test_an_empty_dossier_still_makes_a_report():
    found = pages(Held([]))
    assert list(dangling(found)) == []
    assert "Aucune déclaration" in found["quotes.html"]


def test_long_lists_are_cut_in_pages_whose_links_hold(monkeypatch):
    monkeypatch.setattr(site_module, "LINES_A_PAGE", 1)
    monkeypatch.setattr(site_module, "ACTORS_A_PAGE", 1)
    found = pages(held())
    assert {"quotes-4.html", "quotes-dates-4.html", "times-3.html", "actors-4.html", "articles-3.html"} <= set(found)
    assert list(dangling(found)) == []


@settings(max_examples=40)
@given(layered())
def test_any_overlap_makes_a_well_formed_page_with_the_exact_text(made):
    analysis, cast = made
    found = pages(Held([analysis], cast))
    (path,) = (path for path in found if path.startswith("articles/"))
    page = Page(found[path])
    assert page.broken == []
    assert page.raw == analysis.doc.raw.replace("\0", "\ufffd")
    assert list(dangling(found)) == []


def test_half_a_surrogate_pair_does_not_stop_a_report(tmp_path):
    odd = replace(held().held[0], layers={})
    odd = replace(odd, doc=replace(odd.doc, raw="a\ud83db", title="\ud83d"))
    write(site(Held([odd], Cast((), ())), "\ud83d"), tmp_path)
    assert "a&#55357;b" in (tmp_path / "articles" / "a-b-i.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "expected"), [("L’Été à Kiev", "l-ete-a-kiev"), ("../..", "article"), ("北京", "article"), ("a" * 200, "a" * 80)]
)
def test_slugs_are_plain(name, expected):
    assert slug(name) == expected


def test_anchors_number_the_pieces_of_a_statement():
    lines = list(quotes(held().held, Who.of(held().cast())))
    assert [anchors(line) for line in lines] == [(lines[0].id,), (lines[1].id,), (lines[2].id, f"{lines[2].id}.2"), (lines[3].id,)]


# Colours


def _colours(scheme):
    sheet = style_sheet()
    block = sheet.split("@media (prefers-color-scheme: dark)")[0 if scheme == "light" else 1].split("}")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


def _light(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "said", "target", "faint"])
@pytest.mark.parametrize("ink", ["ink", "soft", "link", "cue", "speaker"])
def test_text_has_the_contrast_of_wcag_aa(scheme, ground, ink):
    colours = _colours(scheme)
    dark, light = sorted((_light(colours[ink]), _light(colours[ground])))
    assert (light + 0.05) / (dark + 0.05) >= 4.5
