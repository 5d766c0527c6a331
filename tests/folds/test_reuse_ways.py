"""What articles share is the same whatever the way there: the order of the articles, the builds they came in, the processes."""
from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import sharing

from selon.app import build
from selon.core.analysis import Analysis
from selon.core.reuse import Reuse, Stories
from selon.core.text import Document
from selon.folds.reuse import reuse
from selon.lang.pack import pack
from selon.plan import analyse
from selon.stages.quotes import quotes
from selon.stages.zones import zones
from selon.stores.sqlite import SqliteStore

PACK = pack("fr")
SENTENCES = (
    "Le cargo chargé de pièces détachées a quitté le port avant l'aube, sans que la douane n'en contrôle la cargaison ni les papiers.",
    "Le directeur du port aurait fourni aux douaniers une liste fausse des marchandises, où manquaient 40 caisses de pièces.",
    "« Nous ne lâcherons jamais nos camarades, quels que soient la pluie, le froid et les promesses du patron », a dit la déléguée.",
    "En mars, le syndicat avait réclamé une enquête sur les cargaisons douteuses que le port voisin laissait partir chaque nuit.",
    "La lettre promet à Paul Durand une livraison rapide de pièces détachées, contre paiement comptant sur le quai du port.",
    "Rien ne laissait prévoir cette affaire.", "La mairie tient sa réunion ordinaire, sans débat ni invité.", "Lire aussi : le port fermé",
    "L'orage a couché les peupliers de la rive et privé de courant deux mille foyers jusqu'au lendemain à midi, selon les pompiers.",
)  # fmt: skip
DATES = ("", "", "2021-05-01", "2021-05-02", "2021-05", "2021-06-20")
OUTLETS = ("", "Le Phare", "La Vigie")


@dataclass(frozen=True)
class Printed:
    """An article as an input has it."""

    id: str
    text: str
    date: str
    outlet: str


@st.composite
def printed(draw, name: str) -> Printed:
    """Return an article of a few sentences, each whole or without one of its words."""
    chosen = draw(st.lists(st.tuples(st.sampled_from(SENTENCES), st.integers(0, 30)), min_size=1, max_size=5))
    text = draw(st.sampled_from((" ", "\n"))).join(_without(sentence, at) for sentence, at in chosen)
    end = draw(st.sampled_from(("", "", " (Avec AFP)")))
    return Printed(name, text + end, draw(st.sampled_from(DATES)), draw(st.sampled_from(OUTLETS)))


def _without(sentence: str, at: int) -> str:
    words = sentence.split(" ")
    return " ".join(words[:at] + words[at + 1 :])


@st.composite
def corpora(draw, most: int) -> list[Printed]:
    return [draw(printed(f"n{at}")) for at in range(draw(st.integers(2, most)))]


def analysed(each: Printed) -> Analysis:
    return analyse(Analysis(Document.from_text(each.text, name=each.id, published=each.date, outlet=each.outlet)), (zones, quotes), PACK)


@given(corpora(most=8), st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_the_order_of_articles_makes_no_difference(corpus, dice):
    articles = [analysed(each) for each in corpus]
    other = list(articles)
    dice.shuffle(other)
    assert reuse.run(other, PACK) == reuse.run(articles, PACK)


def written(path: Path, corpus: Iterable[Printed]) -> str:
    rows = [{"id": each.id, "text": each.text, "date": each.date, "outlet": each.outlet} for each in corpus]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return str(path)


def parts(folder: Path, builds: Sequence[Sequence[Printed]], jobs: int) -> tuple[Reuse | None, Stories | None]:
    """Return what a dossier holds after some builds."""
    for number, corpus in enumerate(builds):
        build([written(folder / f"{number}.jsonl", corpus)], folder / "d.selon", plan=sharing, jobs=jobs)
    with closing(SqliteStore(folder / "d.selon")) as store:
        return store.part("reuse", Reuse), store.part("stories", Stories)


@given(corpora(most=9), st.lists(st.integers(0, 3), min_size=9, max_size=9), st.permutations(range(9)), st.sampled_from((1, 2, 3)))
@settings(max_examples=25)
def test_builds_and_processes_make_no_difference(corpus, turns, order, jobs):
    mixed = [corpus[at] for at in order if at < len(corpus)]
    several = [[each for each, turn in zip(mixed, turns, strict=False) if turn == build] for build in range(4)]
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        assert parts(Path(other), [each for each in several if each], jobs) == parts(Path(one), [corpus], 1)


MANY = [Printed(f"m{at}", f"{SENTENCES[5 + at % 2]} {SENTENCES[at % 2]}", DATES[at], "") for at in range(5)]


def test_the_parts_compared_are_not_empty(tmp_path):
    kept, told = parts(tmp_path, [MANY[:2], MANY[2:]], 2)
    assert kept is not None
    assert told is not None
    assert (len(kept.passages), len(kept.origins), len(told.stories)) == (4, 2, 2)


@pytest.mark.parametrize("text", ["", "Un mot.", "🇫🇷 " * 50])
def test_an_article_that_shares_nothing_changes_nothing(text):
    unlike = analysed(Printed("unlike", text, "", ""))
    articles = [analysed(each) for each in MANY]
    assert reuse.run([*articles, unlike], PACK).passages == reuse.run(articles, PACK).passages
    assert reuse.run([unlike], PACK) == Reuse()
