"""What every stage owes its contract: it looks at no layer, no section of the pack and nothing of the record that it does not declare.

Old work is kept by what a stage declares. One that looks at more would be kept when it should be done again.
"""
from __future__ import annotations

from dataclasses import dataclass, field, fields, replace

import pytest

from selon.app import french
from selon.core.analysis import Analysis
from selon.core.text import Document
from selon.lang.pack import SECTIONS, Pack, pack
from selon.plan import analyse, ordered

pytestmark = pytest.mark.model

STAGES = ordered(french().stages)
RAW = """ date 2024-03 - Publicité-
Moscou a démenti lundi tout envoi d’armes, a rapporté l’agence Tass. « Nous n’y serons pas », a-t-il ajouté le 3 mars.
Un ton plus dur
Selon le ministère russe de la Défense, M. Petit aurait quitté la capitale fin avril. (Avec AFP)
"""
DOC = Document.from_text(RAW, name="contrat", published="2024-03-06", title="Moscou dément", outlet="La Gazette")


@dataclass(frozen=True, slots=True)
class Watched(Analysis):
    """An analysis that notes which layers are looked at."""

    seen: set[type] = field(default_factory=set)

    def __getitem__(self, kind):
        self.seen.add(kind)
        return Analysis.__getitem__(self, kind)

    def __contains__(self, kind):
        self.seen.add(kind)
        return Analysis.__contains__(self, kind)


class WatchedPack:
    """A pack that notes which sections are looked at."""

    def __init__(self, inner: Pack) -> None:
        self.inner, self.seen = inner, set()

    def __getattr__(self, name):
        if name in SECTIONS:
            self.seen.add(name)
        return getattr(self.inner, name)


@pytest.fixture(scope="module")
def whole() -> Analysis:
    """Return the article with all its layers."""
    return analyse(Analysis(DOC), STAGES, pack("fr"))


@pytest.mark.parametrize("each", STAGES, ids=lambda each: each.name)
def test_a_stage_looks_only_at_the_layers_and_sections_that_it_declares(whole, each):
    watched, lexicon = Watched(whole.doc, whole.layers), WatchedPack(pack("fr"))
    marks = tuple(each.run(watched, lexicon))
    assert watched.seen <= set(each.needs)
    assert lexicon.seen <= set(each.reads)
    assert all(isinstance(mark, each.makes) for mark in marks)


@pytest.mark.parametrize("each", STAGES, ids=lambda each: each.name)
def test_a_stage_gives_the_same_marks_again(whole, each):
    assert each.lay(whole, pack("fr"))[each.makes] == whole[each.makes]


@pytest.mark.parametrize("each", [each for each in STAGES if not each.record], ids=lambda each: each.name)
def test_a_stage_that_does_not_declare_the_record_gives_the_same_marks_without_it(whole, each):
    known = {one.name: "" for one in fields(Document) if one.name not in {"id", "raw", "name"}}
    bare = Analysis(replace(DOC, **known), whole.layers)
    assert each.lay(bare, pack("fr"))[each.makes] == whole[each.makes]


@pytest.mark.parametrize("each", STAGES, ids=lambda each: each.name)
def test_every_mark_says_by_what_it_was_made(whole, each):
    assert all(mark.why for mark in whole[each.makes])
