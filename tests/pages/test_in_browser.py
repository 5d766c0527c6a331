"""The static report in a real browser, from a folder, with no script running."""
from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from html_pages import Page
from small_dossiers import DENIAL, held

from selon.exports.files import write
from selon.pages.site import site

pytestmark = pytest.mark.browser
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LIMIT_S = 60


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """Return a function that runs headless Chromium on a page and gives back what it wrote."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.fail(f"no browser: none of {', '.join(BROWSERS)} is installed; run `make browser`")
    profile = tmp_path_factory.mktemp("profile")

    def run(page, *options):
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}")
        done = subprocess.run([program, *quiet, *options, page], capture_output=True, timeout=LIMIT_S, check=True)
        return done.stdout.decode("utf-8")

    return run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("report")
    write(site(held(), "Essai"), made)
    return made


def test_a_browser_shows_the_text_as_received(browser, folder):
    page = Page(browser((folder / "articles" / "dementi.html").as_uri(), "--dump-dom"))
    assert page.raw == DENIAL


def test_a_line_of_the_quote_book_leads_to_exactly_its_words(browser, folder):
    book = Page(browser((folder / "quotes.html").as_uri(), "--dump-dom"))
    lines = {key.removeprefix("href:"): words for key, words in book.inside.items() if re.match(r"href:articles/.*#s", key)}
    assert len(lines) == 5
    for address, words in lines.items():
        path, _, name = address.partition("#")
        there = Page(browser(f"{(folder / path).as_uri()}#{name}", "--dump-dom"))
        assert there.inside[name] == words


def test_the_style_sheet_passes_the_policy_of_the_page(browser, folder, tmp_path):
    styled, plain = tmp_path / "styled.png", tmp_path / "plain.png"
    bare = tmp_path / "bare"
    shutil.copytree(folder, bare)
    (bare / "style.css").unlink()
    browser((folder / "index.html").as_uri(), f"--screenshot={styled}")
    browser((bare / "index.html").as_uri(), f"--screenshot={plain}")
    assert styled.read_bytes() != plain.read_bytes()


def test_a_link_lights_up_its_highlight(browser, folder, tmp_path):
    address = (folder / "articles" / "rumeur.html").as_uri()
    name = next(
        name for name in Page((folder / "articles" / "rumeur.html").read_text("utf-8")).ids if name.startswith("s") and len(name) == 11
    )
    plain, lit = tmp_path / "plain.png", tmp_path / "lit.png"
    browser(address, f"--screenshot={plain}", "--window-size=1000,2000")
    browser(f"{address}#{name}", f"--screenshot={lit}", "--window-size=1000,2000")
    assert plain.read_bytes() != lit.read_bytes()
