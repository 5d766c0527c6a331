from __future__ import annotations

import os
from datetime import date

import pytest

from selon.core.text import Document
from selon.readers.folder import Folder

TODAY = date(2025, 6, 5)


def test_files_come_in_order_and_hidden_ones_dossiers_and_what_is_about_them_do_not(tmp_path):
    about = ("a.selon", "a.selon-wal", "a.selon-lock", "selon.toml", "README.md", "articles.tsv")
    for name in ("b.txt", "a.txt", ".hidden.txt", "c/d.txt", "c/.x/e.txt", ".git/f.txt", *about):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("name" if name == "articles.tsv" else "Un.")
    folder = Folder(tmp_path, TODAY)
    docs = [each for each in folder.read() if isinstance(each, Document)]
    assert [doc.name for doc in docs] == ["a", "b", "d"]
    assert folder.count() == 3


def test_an_empty_folder_is_an_issue(tmp_path):
    (issue,) = Folder(tmp_path, TODAY).read()
    assert issue.lost
    assert "no article" in issue.message


def test_a_kind_of_file_that_is_not_read_is_said(tmp_path):
    (tmp_path / "page.HTML").write_text("<p>Un.")
    (tmp_path / "scan.PDF").write_text("%PDF")
    doc, issue = Folder(tmp_path, TODAY).read()
    assert (doc.raw, issue.message) == ("Un.", "PDF files are not read")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_regular_file_is_passed_over(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "a.txt").write_text("Un.")
    assert [each.name for each in Folder(tmp_path, TODAY).read()] == ["a"]
