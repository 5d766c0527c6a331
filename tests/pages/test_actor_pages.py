"""The pages of actors in a report."""
from __future__ import annotations

import pytest
from html_pages import dangling
from small_dossiers import held

from selon.folds.sides import Sides
from selon.lang.pack import pack
from selon.pages.site import site

SIDES = Sides(pack("fr").actors, pack("fr").roles)


@pytest.fixture(scope="module")
def report():
    return {file.path: "".join(file.text) for file in site(held(), "Essai", sides=SIDES)}


def test_who_speaks_or_is_named_twice_has_a_page_and_the_list_leads_to_it(report):
    found = {path for path in report if path.startswith("actors/")}
    assert found == {f"actors/a-{name}.html" for name in ("russia", "tass", "ukraine", "jean-petit")}
    assert all(f'href="{path}"' in report["actors.html"] for path in found)


def test_every_link_of_a_report_with_actor_pages_leads_somewhere(report):
    assert list(dangling(report)) == []


def test_a_page_tells_names_side_and_statements(report):
    page = report["actors/a-russia.html"]
    assert "Par un lieu qui en tient lieu" in page
    assert "Parle pour" not in page
    assert "toute livraison d&#39;armes" in page
    assert "proposé par la machine" in page


def test_nothing_hostile_is_on_a_page(report):
    assert not [path for path, text in report.items() if "<script" in text or "onmouseover=\"" in text]
