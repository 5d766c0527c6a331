"""The pages of a report on what articles share."""
from __future__ import annotations

import re

import pytest
from html_pages import Page, dangling
from small_dossiers import Held, place

from selon.core.analysis import Analysis
from selon.core.reuse import Change, Passage, Place, Reuse, Stories, Story
from selon.core.text import Document, Evidence
from selon.pages.site import site

ONE = "Hier,\r\nla ministre <b>aurait</b> signé l'accord 👩‍👧 de pêche, dit-on."
OTHER = "Exclusif :  la ministre a signé l'accord 👩‍👧 de pêche & tout."


@pytest.fixture(scope="module")
def store():
    a, b = (Document.from_text(raw, name=name) for raw, name in ((ONE, "un"), (OTHER, "l'autre")))
    before, after = Evidence.cite(a, place(ONE, "<b>aurait</b> signé")), Evidence.cite(b, place(OTHER, "a signé"))
    change = Change("replaced", before, after, "hedge-lost")
    passage = Passage(
        Place(a.id, place(ONE, "la ministre <b>aurait</b> signé l'accord 👩‍👧 de pêche")),
        Place(b.id, place(OTHER, "la ministre a signé l'accord 👩‍👧 de pêche")), "edited", 7, (change,), True, "published-later",
    )  # fmt: skip
    found = Stories((Story("y1", (a.id, b.id), Evidence.cite(a, place(ONE, "la ministre")), ("pêche",), "2021-05-01", "2021-05-02"),))
    return Held([Analysis(a), Analysis(b)], parts={"reuse": Reuse((passage,)), "stories": found})


@pytest.fixture(scope="module")
def report(store):
    return {file.path: "".join(file.text) for file in site(store, "Essai")}


def test_every_pair_of_articles_that_share_words_has_its_page(report):
    assert [path for path in report if path.startswith("compare/")] == ["compare/un--l-autre.html"]


def test_every_link_leads_to_a_page_and_a_place(report):
    assert list(dangling(report)) == []


def test_both_texts_stand_on_the_page_as_received(report):
    assert Page(report["compare/un--l-autre.html"]).inside["pre"] == f"\n{ONE}\n{OTHER}"


def test_every_page_is_well_formed(report):
    assert {path: Page(text).broken for path, text in report.items() if path.endswith(".html") and Page(text).broken} == {}


def test_a_change_that_touches_the_meaning_is_named(report):
    for page in ("reuse.html", "compare/un--l-autre.html"):
        assert "le conditionnel a disparu" in report[page]
    assert re.search(r'class="edit replaced means"', report["compare/un--l-autre.html"])


def test_a_story_shows_its_days_its_sentence_and_its_articles(report):
    page = report["stories.html"]
    assert [words for words in ("2&nbsp;articles", "1er–2", "la ministre", "pêche", "articles/un.html") if words not in page] == []
