"""Saved web pages: which of their words are the article, and what they state of it."""
from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWS

from selon.core.issues import Issue
from selon.core.text import Document
from selon.readers.markup import Page
from selon.readers.page import PageFile, article

TODAY = date(2025, 6, 5)
SAID = "Moscou a démenti lundi avoir livré des armes."
PIECES = (
    "<p>", "</p>", "<nav>", "</nav>", "<article>", "<br>", "<!--", "-->", "<a href='", '="', "<script>", "</script>", "&eacute;", "&#0;",
    "<", ">", "<title>",
)  # fmt: skip
CASES = {
    "entities and spaces": ("<p>L&#39;&eacute;t&eacute;\n\t à&nbsp;Kiev</p>", "L'été à\u00a0Kiev"),
    "paragraphs": ("<p>Un.<p>Deux.<ul><li>Trois.</ul>", "Un.\n\nDeux.\n\nTrois."),
    "lines": ("<p>Un.<br/>Deux.</p>", "Un.\nDeux."),
    "words that tags part": ("<p>Il a <b>dé</b>menti <i>lundi</i> .</p>", "Il a démenti lundi ."),
    "scripts, styles, remarks": ("<script>a<b>c</script><style>p {}</style><!-- <p>non</p> --><p>Oui.", "Oui."),
    "menus and feet": (f"<nav>Sport</nav><p>{SAID}</p><aside>Météo</aside><footer>Mentions</footer>", SAID),
    "the article of a page": (f"<div>Une</div><article><h1>Titre</h1><p>{SAID}</article><article>Météo</article>", f"Titre\n\n{SAID}"),
    "the main part": (f"<div>Radio Une</div><main>{SAID}</main>", SAID),
    "a page of many articles": ("<article>Un mot.</article>" * 9, "\n\n".join(["Un mot."] * 9)),
    "an aside in an article": (f"<article>{SAID}<aside>À lire : <b>autre chose</b></aside> Fin.</article>", f"{SAID}\n\nFin."),
    "a menu that never ends": (f"<body><nav>Sport<p>{SAID}", f"Sport\n\n{SAID}"),
    "a form around it all": (f"<form><p>{SAID}</form>", SAID),
    "what only looks like markup": ("<p>Si 3 < 5 et a<b, alors", "Si 3 < 5 et a<b, alors"),
    "an attribute with marks in it": ('<p title="a > b" lang=fr>Un.', "Un."),
    "no markup": (SAID, SAID),
}
STATED = {
    "title": "<title>Le port -\n fermé</title>",
    "published": '<meta property="article:published_time" content="2024-03-12T18:30:00+01:00">',
    "outlet": "<meta content='Le Courrier' property='og:site_name'>",
    "url": '<link rel="canonical" href="https://example.org/a?b=1&amp;c=2">',
}
HOSTILE = ("<", "<a ", "<!", "</", "<?", "<!--", "<div>", "<nav>", '<a ="', "<a ='x\" ", "&", "<script", "</scrip", "<![CDATA[", "a=b ")


def read(tmp_path, text: str | bytes) -> list[Document | Issue]:
    path = tmp_path / "a.b.html"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(PageFile(path, TODAY).read())


@pytest.mark.parametrize("case", CASES)
def test_the_words_of_the_article_are_read_and_no_others(tmp_path, case):
    page, text = CASES[case]
    (doc,) = read(tmp_path, page)
    assert (doc.raw, doc.name) == (text, "a.b")


def test_what_the_page_states_comes_with_the_article(tmp_path):
    (doc,) = read(tmp_path, f"<html lang=fr-FR><head>{''.join(STATED.values())}</head><body>{SAID}")
    assert (doc.title, doc.published, doc.outlet) == ("Le port - fermé", "2024-03-12", "Le Courrier")
    assert (doc.url, doc.language, doc.raw) == ("https://example.org/a?b=1&c=2", "fr", SAID)


def test_the_name_of_the_outlet_is_no_part_of_the_title(tmp_path):
    (doc,) = read(tmp_path, f"{STATED['outlet']}<title>Le port fermé | Le Courrier</title>{SAID}")
    assert doc.title == "Le port fermé"


def test_a_date_that_only_a_script_states_is_read(tmp_path):
    (doc,) = read(tmp_path, f'<script type="application/ld+json">{{"@type": "Article", "datePublished": "2024-03-12"}}</script>{SAID}')
    assert doc.published == "2024-03-12"


def test_a_date_that_cannot_be_is_said_and_not_used(tmp_path):
    issue, doc = read(tmp_path, f'<meta name="date" content="hier">{SAID}')
    assert ("'hier' cannot be read" in issue.message, issue.lost, doc.published) == (True, False, "")


def test_bytes_that_are_no_text_are_left_out(tmp_path):
    (issue,) = read(tmp_path, b"<p>a\0b")
    assert (issue.lost, issue.message) == (True, "not a text file")


@given(st.lists(st.sampled_from(PIECES) | NEWS, max_size=12).map("".join))
def test_any_text_is_a_page_and_nothing_is_there_that_was_not(text):
    found = article(Page(text))
    found.encode()
    assert len(found) <= 2 * len(text)


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_page_takes_longer_than_its_length_warrants(piece):
    began = time.perf_counter()
    article(Page(f"<p {piece * 100_000}> {SAID}"))
    assert time.perf_counter() - began < 5
