"""The pack of a language: its sections, and the fingerprints that old work is kept by."""
from __future__ import annotations

import shutil

import pytest

from selon.core.errors import LexiconError
from selon.lang.pack import SECTIONS, Pack, pack

FILES = sorted(name for names in SECTIONS.values() for name in names)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_can_be_read(section):
    assert getattr(pack("fr"), section)


def test_every_data_file_is_in_one_section_so_that_a_change_of_it_is_noticed(french):
    assert sorted(file.name for file in french.root.iterdir()) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_changes_the_fingerprint_of_its_section_and_of_no_other(french, tmp_path, name):
    folder = shutil.copytree(french.root, tmp_path / "fr")
    (folder / name).write_bytes((folder / name).read_bytes() + b"\n")
    changed = {section for section in SECTIONS if Pack("fr", folder).fingerprint(section) != french.fingerprint(section)}
    assert changed == {section for section, names in SECTIONS.items() if name in names}


def test_a_language_without_a_pack_is_refused():
    with pytest.raises(LexiconError, match="no language pack 'xx'"):
        pack("xx")


def test_a_pack_is_read_once():
    assert pack("fr") is pack("fr")
