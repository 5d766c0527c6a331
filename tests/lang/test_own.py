"""``selon.toml``: what a person knows."""
from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from correction_cases import plan

from selon.app import build
from selon.core.errors import LexiconError
from selon.core.marks import Mention
from selon.lang.own import Own, extended, read
from selon.plan import stage
from selon.stores.knowledge import pack_of
from selon.stores.sqlite import SqliteStore

WHOLE = """
[[state]]
id = "zamunda"
names = ["Zamunda"]
capital = ["Zamville"]
demonyms = ["zamundais", "zamundaise", "zamundais", "zamundaises"]
[[body]]
id = "bureau-des-nuages"
kind = "organisation"
state = "zamunda"
names = ["Bureau des nuages", "BDN"]
[[person]]
id = "akim-joffer"
names = ["Akim Joffer"]
state = "zamunda"
titles = ["prince"]
from = "1988"
[[alias]]
id = "russia"
names = ["Moscovie"]
[[alias]]
id = "akim-joffer"
names = ["Akeem Joffer"]
"""


@pytest.fixture
def file(tmp_path):
    def write(text: str):
        path = tmp_path / "selon.toml"
        path.write_text(text, "utf-8")
        return path

    return write


def test_what_a_person_adds_is_known_like_the_rest(file, french):
    known = extended(french.actors, read(file(WHOLE), french.actors))
    refs = {each.name: each.ref for names in known.names.values() for each in names}
    assert {name: refs[name] for name in ("Zamunda", "Zamville", "BDN", "Moscovie", "Russie")} == {
        "Zamunda": "zamunda", "Zamville": "zamunda", "BDN": "bureau-des-nuages", "Moscovie": "russia", "Russie": "russia",
    }  # fmt: skip
    assert (known.labels["russia"], known.kinds["akim-joffer"], known.demonyms["zamundaise"]) == ("Russie", "person", "zamunda")
    assert next(row.names for row in known.offices if row.person == "akim-joffer") == ("Akim Joffer", "Akeem Joffer")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[stat]]\nid = 'x'", "unknown field `stat`"),
        ("[[state]]\nid = 'x-land'\nnames = ['X']\ncapitale = ['Y']", "unknown field `capitale`"),
        ("[[body]]\nid = 'x'\nkind = 'planet'\nnames = ['X']", "planet"),
        ("[[state]]\nid = 'X Land'\nnames = ['X']", "[[state]] 1 ('X Land'): an id is lower-case"),
        ("[[state]]\nid = 'x-land'\nnames = []", "needs at least one name"),
        ("[[state]]\nid = 'x-land'\nnames = ['X']\ndemonyms = ['xois']", "come in fours"),
        ("[[state]]\nid = 'russia'\nnames = ['X']", "in the tables already"),
        ("[[alias]]\nid = 'nowhere'\nnames = ['X']", "there is no 'nowhere'"),
        ("[[person]]\nid = 'a-b'\nnames = ['A B']\nfrom = 'hier'", "no day, month or year"),
        ("[[body]]\nid = 'a'\nkind = 'group'\nnames = ['A']\nstate = 'nowhere'", "there is no state 'nowhere'"),
        ("[[body]]\nid = 'a'\nkind = 'group'\nnames = ['A']\n" * 2, "'a' is there twice"),
        ("id = ", "Invalid value"),
    ],
)
def test_a_slip_is_refused_and_named(file, french, text, said):
    path = file(text)
    with pytest.raises(LexiconError) as caught:
        read(path, french.actors)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)
    assert "try: see src/selon/lang/README.md" in str(caught.value)


def test_the_fingerprint_of_actors_follows_the_content_and_no_other_does(file, french):
    own = read(file(WHOLE), french.actors)
    same = read(file("# a remark\n" + WHOLE), french.actors)
    assert french.with_own(own).fingerprint("actors") == french.with_own(same).fingerprint("actors") != french.fingerprint("actors")
    assert french.with_own(own).fingerprint("times") == french.fingerprint("times")
    assert french.with_own(Own()) is french


@stage(makes=Mention, reads=("actors",))
def known_names(analysis, pack):
    """Yield nothing: only its key counts here."""
    return ()


def reading():
    made = plan()
    return replace(made, stages=(known_names, *made.stages[1:]))


def test_a_change_of_the_file_beside_the_dossier_runs_what_depends_on_it(file, tmp_path):
    news, target = tmp_path / "n.jsonl", tmp_path / "a.selon"
    news.write_text(json.dumps({"id": "a", "text": "Un texte."}))

    def run(**known):
        return set(build([str(news)], target, plan=reading, jobs=1, today=date(2025, 6, 5), **known).seconds)

    assert run() == {"known_names", "dateline", "mondays", "actors"}
    assert run() == set()
    path = file(WHOLE)
    assert run() == {"known_names", "actors"}
    assert run() == set()
    with SqliteStore(target) as store:
        assert "zamunda" in pack_of(store, reading().pack).actors.kinds
    path.unlink()
    assert run() == {"known_names", "actors"}
    elsewhere = tmp_path / "mine.toml"
    elsewhere.write_text(WHOLE, "utf-8")
    assert run(knowledge=elsewhere) == {"known_names", "actors"}
    assert run() == set(), "what is given by name stays"
