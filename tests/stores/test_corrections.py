"""The log of corrections in a dossier file."""
from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from correction_cases import BEGAN, at, cast, entry, plan, ref

from selon.app import build
from selon.core.analysis import Analysis
from selon.core.corrections import Kind
from selon.core.errors import StoreError
from selon.core.text import Document
from selon.stores.database import APPLICATION_ID, migrations
from selon.stores.sqlite import SqliteStore

MERGE = entry(Kind.MERGE, ref("jean-petit"), ref("petit"), minute=1)
PLACE = entry(Kind.PLACE, places=(at("deux", "Moscou"),))


def old_dossier(path):
    """Write a dossier as the first format had it: an article, an actor, its mention."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"pragma application_id = {APPLICATION_ID}; pragma user_version = 1;\n{migrations()[0]}")
        db.execute("insert into document values (1, 'd1', 'vieux', 'Jean Petit parle.', '', '', '', '', '', '', 'utf-8')")
        db.execute("insert into actor values ('jean-petit', 0, 'Jean Petit', 'person', '[[\"Jean Petit\", 1]]', 'a')")
        db.execute("insert into actor_mention values ('d1', 0, 10, 'jean-petit', 'name', 'person')")
        db.commit()


def test_a_dossier_of_the_first_format_gets_its_log_and_keeps_what_it_has(tmp_path):
    path = tmp_path / "old.selon"
    old_dossier(path)
    with SqliteStore(path, write=True) as store:
        assert store.corrections() == ()
        (actor,) = store.cast().actors
        (mention,) = store.cast().mentions
        assert (actor.name, actor.tier, mention.tier) == ("Jean Petit", "suggested", "suggested")
        assert store.add_corrections([MERGE]) == 1
    with SqliteStore(path) as store:
        assert [(each.number, each.correction) for each in store.corrections()] == [(1, MERGE)]


def test_an_entry_is_added_once_and_numbered_in_the_order_it_was_made():
    with SqliteStore() as store:
        assert store.add_corrections([MERGE, PLACE, MERGE]) == 2
        assert store.add_corrections([PLACE]) == 0
        assert [(each.number, each.correction) for each in store.corrections()] == [(1, PLACE), (2, MERGE)]


@pytest.mark.parametrize("change", ["delete from correction", "update correction set kind = 'x'"])
def test_no_entry_is_ever_changed_or_removed(tmp_path, change):
    path = tmp_path / "a.selon"
    with SqliteStore(path, write=True) as store:
        store.add_corrections([MERGE])
    with closing(sqlite3.connect(path)) as db, pytest.raises(sqlite3.IntegrityError, match="only grows"):
        db.execute(change)


def test_the_tiers_of_actors_and_mentions_come_back(tmp_path):
    from dataclasses import replace

    given = cast()
    actors = tuple(replace(actor, tier="confirmed") for actor in given.actors)
    mentions = tuple(replace(mention, tier="confirmed") for mention in given.mentions)
    with SqliteStore() as store:
        for name in ("un", "deux", "trois"):
            from correction_cases import DOCS

            store.put(Analysis(DOCS[name]), {})
        store.put_cast(replace(given, actors=actors, mentions=mentions))
        assert store.cast() == replace(given, actors=actors, mentions=mentions)


def test_a_log_that_cannot_be_read_says_so(tmp_path):
    path = tmp_path / "a.selon"
    with SqliteStore(path, write=True) as store:
        store.put(Analysis(Document.from_text("x")), {})
    with closing(sqlite3.connect(path)) as db:
        db.execute("insert into correction (id, made, kind, payload) values ('x', '', 'merge', '{\"kind\": \"zap\"}')")
        db.commit()
    with SqliteStore(path) as store, pytest.raises(StoreError):
        store.corrections()


def test_a_process_that_died_between_suggestion_and_cast_leaves_nothing_false(tmp_path):
    """The suggestion is written first: what is shown is the old cast, and the next build makes the new one of it."""
    import json

    news, path = tmp_path / "n.jsonl", tmp_path / "a.selon"
    news.write_text(json.dumps({"id": "deux", "text": "Petit est venu à Moscou. Marie Petit aussi."}))
    build([str(news)], path, plan=plan, jobs=1, today=BEGAN.date())
    with SqliteStore(path, write=True) as store:
        store.put_part("suggested actors", store.part_key("actors"), store.cast())
        store.add_corrections([PLACE])
    build([str(news)], path, plan=plan, jobs=1, today=BEGAN.date())
    with SqliteStore(path) as store:
        assert {mention.actor for mention in store.cast().mentions} == {"petit", "marie-petit"}
