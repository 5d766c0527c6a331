from __future__ import annotations

import pytest
from hypothesis import given
from strategies import NEWS

from selon.readers.decode import Decoded, decoded, whole

CASES = [
    ("Été\r\n\r", "utf-8", ""),
    ("\ufeffÉté", "utf-8", ""),
    ("“Été” — œuvre €", "cp1252", "Windows-1252"),
    ("\x81Ét\xe9", "latin-1", "Latin-1"),
    ("Été 🇫🇷\r\n", "utf-16", "UTF-16"),
    ("Été 🇫🇷\r\n", "utf-32", "UTF-32"),
]


@pytest.mark.parametrize("text, encoding, note", CASES)
def test_a_text_is_read_in_the_encoding_that_it_is_in(text, encoding, note):
    found = decoded(text.encode(encoding))
    assert found is not None
    assert (found.text, found.encoding) == (text, encoding)
    assert note in found.note


@given(NEWS)
def test_no_character_of_utf8_is_changed(raw):
    if "\0" not in raw:
        assert decoded(raw.encode()) == Decoded(raw, "utf-8")


@given(NEWS)
def test_python_reads_the_same_characters_with_the_encoding_that_is_named(raw):
    data = raw.encode("cp1252", "ignore").replace(b"\0", b"")
    found = decoded(data)
    assert found is not None
    assert data.decode(found.encoding, "replace") == found.text


def test_a_broken_byte_in_utf8_does_not_make_it_another_encoding():
    data = "Été à Évian, où l’été a été".encode() + b"\xff."
    found = decoded(data)
    assert found is not None
    assert found.text == "Été à Évian, où l’été a été\ufffd."
    assert found.encoding == "utf-8"
    assert "1 bytes" in found.note


def test_bytes_with_nul_are_no_text():
    assert decoded(b"\x7fELF\0") is None
    assert decoded("a\0b".encode("utf-16")) is None


def test_half_characters_become_one_character_each():
    assert whole("a\ud83db\udc00") == "a\ufffdb\ufffd"


def test_bytes_full_of_controls_are_no_text():
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)) * 20
    assert decoded(picture) is None
    assert decoded("Un \x0c saut de page \x1b[1m.".encode("cp1252") + b"\xe9") is not None
