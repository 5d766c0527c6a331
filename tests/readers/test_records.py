from __future__ import annotations

import gzip
import io
import json
import time
from datetime import date

import pytest

from selon.core.issues import Issue
from selon.core.text import Document
from selon.readers.records import LIMIT_LINE_BYTES, RecordFile, publication, records

TODAY = date(2025, 6, 5)


def read(*lines: object) -> list[Document | Issue]:
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(records(io.BytesIO(data), "news", "news.jsonl", TODAY))


def test_what_a_record_says_of_its_article_is_kept_and_other_keys_are_passed_over():
    record = {"id": "a1", "text": " Un.\r\n", "title": "T", "date": "2025-06-04", "outlet": "O", "url": "u", "language": "fr"}
    (doc,) = read({**record, "credit": "AFP", "x": [1]})
    assert doc == Document.from_text(
        " Un.\r\n", name="a1", source="news.jsonl:1", title="T", published="2025-06-04", outlet="O", url="u", language="fr"
    )


@pytest.mark.parametrize("id, name", [(None, "news-2"), ("", "news-2"), (17, "17"), (True, "news-2"), ({}, "news-2")])
def test_a_record_without_id_is_called_by_its_line(id, name):
    (doc,) = read(b"", {"id": id, "text": "Un."})
    assert doc.name == name


DATES = [
    ("2025-06-04", "2025-06-04", ""), ("2025-06-04T23:30:00Z", "2025-06-04", ""), ("2025-06-04 23:30", "2025-06-04", ""),
    ("2025-05", "2025-05", ""),
    ("2024", "2024", ""), (2024, "2024", ""), (None, "", ""), ("", "", ""), ("2025-06-06", "2025-06-06", ""), ("2025-06-07", "", "future"),
    ("2026", "", "future"), ("04/06/2025", "", "cannot be read"), ("2025-13-01", "", "cannot be read"), ("hier", "", "cannot be read"),
    (1717545600, "", "cannot be read"), ("20250604", "", "cannot be read"),
]  # fmt: skip


@pytest.mark.parametrize("value, day, trouble", DATES)
def test_a_date_is_read_or_said_to_be_wrong(value, day, trouble):
    found, said = publication(value, TODAY)
    assert found == day
    assert trouble in said
    assert bool(trouble) == bool(said)


def test_an_article_with_a_wrong_date_is_read_without_it():
    issue, doc = read({"text": "Un.", "date": "2099-01-01"})
    assert (issue.source, issue.lost, doc.published) == ("news.jsonl:1", False, "")


LOST = [
    (b"{", "not JSON"), (b"[1]", "no `text`"), (b'"x"', "no `text`"), ({"id": 1}, "no `text`"), ({"text": None}, "no `text`"),
    ({"text": ["a"]}, "no `text`"), (b"\0\0", "not a line of text"), ({"text": "a\0b"}, "NUL"), (b"[" * 99_999, "too deeply nested"),
]  # fmt: skip


@pytest.mark.parametrize("line, message", LOST)
def test_a_line_that_is_no_article_is_left_out_and_the_next_is_read(line, message):
    issue, doc = read(line, {"id": "b", "text": "Deux."})
    assert (issue.source, issue.lost, doc.name) == ("news.jsonl:1", True, "b")
    assert message in issue.message


def test_halves_of_characters_are_shown_as_such_without_moving_the_others():
    issue, doc = read(b'{"id": "a", "text": "Un \\ud83d mot"}')
    assert (doc.raw, issue.lost) == ("Un \ufffd mot", False)


def test_a_record_in_windows_1252_and_one_after_a_byte_order_mark_are_read():
    issue, doc = read('{"id": "a", "text": "Été"}'.encode("cp1252"))
    assert (doc.raw, doc.encoding, issue.lost) == ("Été", "cp1252", False)
    (doc,) = read(b"\xef\xbb\xbf" + b'{"id": "a", "text": "Un."}')
    assert doc.raw == "Un."


def test_a_line_of_50_mb_is_left_out_fast_and_the_next_is_read():
    began = time.perf_counter()
    issue, doc = read(b'{"text": "' + b"a" * 50_000_000 + b'"}', {"id": "b", "text": "Deux."})
    assert time.perf_counter() - began < 3
    assert (issue.source, doc.source) == ("news.jsonl:1", "news.jsonl:2")
    assert "longer than" in issue.message


def test_a_line_of_just_the_limit_is_read():
    line = b'{"id": "a", "text": "Un."}'
    (doc, issue) = read(line + b" " * (LIMIT_LINE_BYTES - 1 - len(line)), b"x" * LIMIT_LINE_BYTES)
    assert (doc.name, issue.source) == ("a", "news.jsonl:2")


def test_a_packed_file_that_is_cut_gives_what_comes_before(tmp_path):
    path = tmp_path / "news.jsonl.gz"
    line = json.dumps({"text": "Un. " * 99}).encode() + b"\n"
    path.write_bytes(gzip.compress(line * 3)[:-9])
    *docs, issue = RecordFile(path, TODAY).read()
    assert [doc.name for doc in docs] == ["news-1", "news-2", "news-3"]
    assert "damaged" in issue.message
