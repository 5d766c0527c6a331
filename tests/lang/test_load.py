"""Reading data files: a slip is refused with the file, the key and the cure."""
from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from selon.core.errors import LexiconError
from selon.lang import load
from selon.lang.furniture import Furniture

RULE = '[[rule]]\nid = "xx.furniture.a"\nkind = "ad"\nwhere = "line"\npattern = "a"\nyes = []\nno = []\n'


class Row(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A row with one plain and one plural column."""

    name: str
    forms: tuple[str, ...] = ()


def written(folder: Path, name: str, text: str) -> Path:
    """Write a data file as it would stand in a pack."""
    file = folder / "lang" / "xx" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_a_file_that_is_not_there_or_not_utf8_is_said_in_plain_words(tmp_path):
    file = written(tmp_path, "furniture.toml", "")
    file.write_bytes('id = "été"'.encode("latin-1"))
    with pytest.raises(LexiconError, match="it is not UTF-8"):
        load.toml(file, Furniture)
    with pytest.raises(LexiconError, match="it cannot be read: No such file"):
        load.toml(file.with_name("rien.toml"), Furniture)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (RULE + 'colour = "red"\n', "`colour` - at `$.rule[0]`"),
        (RULE.replace('kind = "ad"\n', ""), "missing required field `kind` - at `$.rule[0]`"),
        (RULE.replace('"ad"', "3"), "at `$.rule[0].kind`"),
        (RULE + "[other]\n", "unknown field `other`"),
        (RULE.replace('"ad"', '"ad'), "line 3"),
    ],
)
def test_a_slip_in_a_toml_file_names_the_file_the_key_and_the_cure(tmp_path, text, key):
    with pytest.raises(LexiconError) as caught:
        load.toml(written(tmp_path, "furniture.toml", text), Furniture)
    assert key in caught.value.message
    assert caught.value.where == "lang/xx/furniture.toml"
    assert "lang/README.md" in caught.value.fix


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"lang/xx/absent\.toml"):
        load.toml(tmp_path / "lang" / "xx" / "absent.toml", Furniture)


def test_a_sound_file_is_read(tmp_path):
    assert load.toml(written(tmp_path, "furniture.toml", RULE), Furniture).rule[0].id == "xx.furniture.a"


def test_a_table_is_read_with_its_plural_cells_split(tmp_path):
    file = written(tmp_path, "rows.tsv", "# Source: ours. Licence: ours.\n\nname\tforms\nun\ta|b\n# a remark\ndeux\t\n")
    assert load.table(file, Row) == (Row("un", ("a", "b")), Row("deux"))


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("# only a heading\n", "lang/xx/rows.tsv", "no column names"),
        ("name\tforms\nun\n", "lang/xx/rows.tsv:2", "1 cells for 2 columns"),
        ("# heading\nname\tform\nun\ta\n", "lang/xx/rows.tsv:3", "`form`"),
        ("forms\na\n", "lang/xx/rows.tsv:2", "missing required field `name`"),
    ],
)
def test_a_slip_in_a_table_names_the_file_the_line_and_the_cure(tmp_path, text, where, message):
    with pytest.raises(LexiconError) as caught:
        load.table(written(tmp_path, "rows.tsv", text), Row)
    assert caught.value.where == where
    assert message in caught.value.message
    assert caught.value.fix
