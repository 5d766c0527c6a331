"""``articles.tsv``: what is known of text files beside it."""
from __future__ import annotations

from datetime import date
from pathlib import Path

from selon.core.issues import Issue
from selon.core.text import Document
from selon.readers.folder import Folder

TODAY = date(2026, 1, 1)


def _read(folder: Path) -> tuple[list[Document], list[Issue]]:
    reads = list(Folder(folder, TODAY).read())
    return [read for read in reads if isinstance(read, Document)], [read for read in reads if isinstance(read, Issue)]


def test_date_and_outlet_come_from_the_row_of_the_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le port a rouvert.", "utf-8")
    (tmp_path / "b.txt").write_text("Le pont est fermé.", "utf-8")
    (tmp_path / "articles.tsv").write_text("name\tdate\toutlet\na\t2024-05-03\tLa Gazette\n", "utf-8")
    found, issues = _read(tmp_path)
    assert [(doc.name, doc.published, doc.outlet) for doc in found] == [("a", "2024-05-03", "La Gazette"), ("b", "", "")]
    assert issues == []


def test_read_me_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le port a rouvert.", "utf-8")
    (tmp_path / "README.md").write_text("Ce dossier contient des dépêches.", "utf-8")
    assert [doc.name for doc in _read(tmp_path)[0]] == ["a"]


def test_date_that_cannot_be_read_is_an_issue_and_the_article_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le port a rouvert.", "utf-8")
    (tmp_path / "articles.tsv").write_text("name\tdate\na\tmardi\n", "utf-8")
    found, issues = _read(tmp_path)
    assert [(doc.name, doc.published) for doc in found] == [("a", "")]
    assert "articles.tsv" in issues[0].source
    assert not issues[0].lost


def test_file_without_a_column_of_names_is_an_issue(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le port a rouvert.", "utf-8")
    (tmp_path / "articles.tsv").write_text("a\t2024-05-03\n", "utf-8")
    found, issues = _read(tmp_path)
    assert len(found) == 1
    assert "column" in issues[0].message
