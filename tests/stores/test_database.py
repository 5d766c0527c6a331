from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest

from selon.core.analysis import Analysis
from selon.core.errors import StoreError
from selon.core.marks import Mention, Statement, TimeExpr, Token, Zone, ZoneKind
from selon.core.text import Document, Span
from selon.stores.database import features, migrations
from selon.stores.sqlite import SqliteStore, opened_for_build

RAW = "« Non », a dit 🇫🇷 Jean lundi."


def article(raw: str = RAW) -> Analysis:
    return Analysis(Document.from_text(raw, name="a"))


def change(path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(sql)
        db.commit()


@pytest.fixture
def dossier(tmp_path):
    path = tmp_path / "été #1?.selon"
    with SqliteStore(path, write=True) as store:
        store.put(article(), {})
    return path


def refusal(path, *, write: bool = False) -> str:
    with pytest.raises(StoreError) as caught, SqliteStore(path, write=write):
        pass
    assert caught.value.where == str(path)
    assert caught.value.fix
    return caught.value.message


@pytest.mark.parametrize("write", [True, False])
def test_a_dossier_of_a_newer_selon_is_refused(dossier, write):
    change(dossier, f"pragma user_version = {len(migrations()) + 1}")
    assert "newer selon" in refusal(dossier, write=write)


@pytest.mark.parametrize("write", [True, False])
def test_what_is_not_a_dossier_is_refused_and_left_as_it_is(tmp_path, write):
    text = tmp_path / "article.txt"
    text.write_bytes(b"Un texte qui compte.")
    assert "not a dossier" in refusal(text, write=write)
    assert text.read_bytes() == b"Un texte qui compte."
    other = tmp_path / "other.db"
    change(other, "create table mine (x)")
    before = other.read_bytes()
    assert "another program" in refusal(other, write=write)
    assert other.read_bytes() == before
    assert "folder" in refusal(tmp_path, write=write)


def test_a_dossier_that_is_not_there_is_not_made_by_reading(tmp_path):
    path = tmp_path / "none.selon"
    assert "no such dossier" in refusal(path)
    assert not path.exists()
    assert "no folder" in refusal(tmp_path / "none" / "a.selon", write=True)


def test_a_damaged_dossier_is_said_to_be_damaged(dossier):
    data = dossier.read_bytes()
    dossier.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(StoreError), SqliteStore(dossier) as store:
        list(store.documents())


def test_a_full_disk_is_said_and_what_was_done_is_kept(dossier):
    with SqliteStore(dossier, write=True) as store:
        (pages,) = next(store._db.rows("pragma page_count"))
        store._db.run(f"pragma max_page_count = {pages}")
        with pytest.raises(StoreError, match="the disk is full"):
            store.put(article("Long. " * 9000), {})
        assert [doc.raw for doc in store.documents()] == [RAW]


def test_reading_needs_no_right_to_write(dossier):
    dossier.chmod(0o400)
    dossier.parent.chmod(0o500)
    try:
        with SqliteStore(dossier) as store:
            assert [doc.raw for doc in store.documents()] == [RAW]
    finally:
        dossier.parent.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_target_that_cannot_be_written_is_refused(dossier):
    dossier.parent.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="no file can be made"), opened_for_build(dossier):
            pass
    finally:
        dossier.parent.chmod(0o700)


def test_the_views_read_as_plain_sql(dossier):
    name, said, day = Span(18, 22), Span(0, 22), Span(23, 28)
    given = article()
    for mark in (
        Zone(Span(0, len(RAW)), ZoneKind.BODY, "zone.rest"),
        TimeExpr(day, "DATE", "2025-06-02", "", None, "t"),
        Mention(name, "name", "person", "", None, "m"),
        Statement(said, (Span(2, 5),), Span(9, 14), name, name, (), "direct", "say", "plain", 1.0, "s"),
        Token(name, "Jean", "Jean", "PROPN", "nsubj", 0, "", "B-PER", False),
    ):
        given = given.with_layer(type(mark), [mark])
    with SqliteStore(dossier, write=True) as store:
        store.put(given, dict.fromkeys(given.layers, "k"))
    with closing(sqlite3.connect(dossier)) as db:
        assert db.execute("select speaker, cue, act, quote from statement").fetchall() == [("Jean", "a dit", "say", said.of(RAW))]
        assert db.execute("select quote, value, first from time_expr").fetchall() == [("lundi", "2025-06-02", None)]
        assert db.execute('select start, "end", quote, kind from mention').fetchall() == [(18, 22, "Jean", "person")]
        assert db.execute("select quote, kind from zone").fetchall() == [(RAW, "body")]


def test_a_build_that_failed_half_way_keeps_nothing_of_its_article(dossier):
    with SqliteStore(dossier, write=True) as store:
        with pytest.raises(RuntimeError), store._db.transaction():
            store._db.run("delete from document")
            raise RuntimeError
        assert len(list(store.documents())) == 1


def test_this_sqlite_has_full_text_search():
    assert features()[1]


def test_answers_that_are_left_off_make_no_noise_after_the_store_is_closed(dossier):
    with SqliteStore(dossier, write=True) as store:
        store.put(article("Autre."), {})
        found = store.documents()
        next(found)
    found.close()
