from __future__ import annotations

import io
import os
import threading
from datetime import date

import pytest

from selon.core.text import Document
from selon.readers.decode import LIMIT_BYTES
from selon.readers.inputs import reader
from selon.readers.stream import Stream

TODAY = date(2025, 6, 5)


def read(data: bytes) -> list:
    return list(Stream(io.BytesIO(data), "stdin", TODAY).read())


def test_a_text_is_one_article():
    data = "Été.\r\n".encode() * 50
    assert read(data) == [Document.from_text(data.decode(), name="stdin", source="stdin")]


@pytest.mark.parametrize("before", [b"", b"\n ", b"\xef\xbb\xbf"])
def test_what_begins_as_a_record_is_records(before):
    docs = read(before + b'{"id": "a", "text": "Un."}\n{"text": "Deux."}')
    assert [doc.name for doc in docs] == ["a", "stdin-2" if b"\n" not in before else "stdin-3"]


def test_more_than_an_article_can_have_is_left_out():
    (issue,) = read(b"a" * (LIMIT_BYTES + 1))
    assert "longer than" in issue.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_named_pipe_is_read_as_standard_input_is(tmp_path):
    pipe = tmp_path / "63"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b'{"id": "a", "text": "Un."}\n',))
    writer.start()
    (doc,) = reader(str(pipe), today=TODAY, stdin=io.BytesIO).read()
    writer.join()
    assert doc.name == "a"
