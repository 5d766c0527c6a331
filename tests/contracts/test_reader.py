"""What every reader must do."""
from __future__ import annotations

import gzip
import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWS

from selon.core.issues import Issue
from selon.core.text import Document
from selon.readers.inputs import reader
from selon.readers.stream import Stream

TODAY = date(2025, 6, 5)
RECORD = json.dumps({"id": "r1", "text": "Kiev accuse.\r\n", "date": "2025-06-04"}).encode() + b"\n"
INPUTS = {
    "a.txt": "Été.\r\n".encode(),
    "a.html": "<p>\u00c9t&eacute;.<br>\r\n".encode(),
    "noending": "Été.\r".encode(),
    "r.jsonl": RECORD,
    "r.ndjson": RECORD,
    "r.jsonl.gz": gzip.compress(RECORD),
}
BAD = {
    "empty.txt": b"",
    "binary.txt": b"\x89PNG\0\0",
    "latin.txt": "\xc9t\xe9".encode("latin-1"),
    "page.html": b"<p>",
    "broken.jsonl": b'{"id": 1\n[]\n"x"\n{"text": 3}\n{}\n\xff\xfe\0\0\nnull\n' + b"[" * 9000 + b"\n",
    "empty.jsonl": b"",
    "cut.jsonl.gz": gzip.compress(RECORD * 9)[:-12],
    "plain.jsonl.gz": RECORD,
    "numbers.jsonl": b'{"text": "Un.", "id": ' + b"9" * 5000 + b"}\n",
}


def made(tmp_path, name: str, data: bytes):
    path = tmp_path / name
    path.write_bytes(data)
    return reader(str(path), today=TODAY, stdin=lambda: io.BytesIO(data))


@pytest.mark.parametrize("name", INPUTS)
def test_a_reader_yields_articles_with_the_characters_as_received(tmp_path, name):
    one = made(tmp_path, name, INPUTS[name])
    (doc,) = one.read()
    assert isinstance(doc, Document)
    assert doc.raw in ("Été.\r\n", "Été.\r", "Été.", "Kiev accuse.\r\n")
    assert doc.source.startswith(str(tmp_path))
    assert one.count() == 1


@pytest.mark.parametrize("name", BAD)
def test_bad_material_never_raises_and_each_issue_names_its_source_and_a_cure(tmp_path, name):
    for each in made(tmp_path, name, BAD[name]).read():
        if isinstance(each, Issue):
            assert each.source.startswith(str(tmp_path / name))
            assert each.message
            assert each.fix


@given(st.binary(max_size=200) | NEWS.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_break_a_stream(data):
    for each in Stream(io.BytesIO(data), "stdin", TODAY).read():
        if isinstance(each, Document):
            each.raw.encode()


def test_a_name_that_no_file_can_have_is_an_issue(tmp_path):
    (issue,) = reader(str(tmp_path / ("a" * 5000)), today=TODAY, stdin=io.BytesIO).read()
    assert issue.lost
