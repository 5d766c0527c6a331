from __future__ import annotations

import os
import time

import pytest

from selon.core.issues import Issue
from selon.core.text import Document
from selon.readers.decode import LIMIT_BYTES
from selon.readers.text import TextFile


def read(path) -> list[Document | Issue]:
    return list(TextFile(path).read())


@pytest.mark.parametrize("file, name", [("Kim à Kiev.txt", "Kim à Kiev"), ("a.b.TXT", "a.b"), ("v2.3", "v2.3"), ("sans", "sans")])
def test_an_article_is_called_what_its_file_is(tmp_path, file, name):
    (tmp_path / file).write_text("Un.")
    (doc,) = read(tmp_path / file)
    assert doc.name == name


def test_another_encoding_is_said_and_loses_nothing(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("“Été”".encode("cp1252"))
    issue, doc = read(path)
    assert (issue.lost, doc.raw, doc.encoding) == (False, "“Été”", "cp1252")


def test_a_file_of_50_mb_is_left_out_at_once(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert path.stat().st_size > LIMIT_BYTES
    began = time.perf_counter()
    (issue,) = read(path)
    assert time.perf_counter() - began < 1
    assert issue.lost
    assert "longer than 2,000,000 characters" in issue.message


def test_a_file_that_is_not_there_or_cannot_be_read_is_an_issue(tmp_path):
    (issue,) = read(tmp_path / "none.txt")
    assert "no such file" in issue.message
    (issue,) = read(tmp_path)
    assert "cannot be read" in issue.message


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_whose_bytes_are_no_text_can_be_stored(tmp_path):
    path = tmp_path / os.fsdecode(b"\xe9t\xe9.txt")
    try:
        path.write_text("Un.")
    except OSError:
        pytest.skip("this disk takes no such names")
    (doc,) = read(path)
    assert doc.name == "\ufffdt\ufffd"
    doc.source.encode()
