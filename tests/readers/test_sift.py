from __future__ import annotations

import pytest

from selon.core.issues import Issue
from selon.core.text import Document
from selon.readers.sift import Sieve

ENGLISH = "The minister said on Tuesday that the delivery was not planned, but he has not said why the tanks are in the port of the city."


def doc(raw: str, name: str = "a", source: str = "a.txt") -> Document:
    return Document.from_text(raw, name=name, source=source)


NO_ARTICLES = [
    ("", "empty"),
    (" \r\n\u00a0", "empty"),
    ("\ufeff\n", "empty"),
    ("a " * 1_000_001, "longer than 2,000,000"),
    (ENGLISH, "not in French: English"),
]


@pytest.mark.parametrize("raw, message", NO_ARTICLES)
def test_what_is_no_article_is_left_out_with_its_reason(raw, message):
    (issue,) = Sieve().sift([doc(raw)])
    assert (issue.source, issue.lost) == ("a.txt", True)
    assert message in issue.message


def test_the_same_article_is_read_once_whatever_input_it_comes_from():
    sieve = Sieve()
    first, again = doc("Un."), doc("Un.", source="copy/a.txt")
    assert list(sieve.sift([first])) == [first]
    (issue,) = sieve.sift([again])
    assert (issue.source, issue.lost) == ("copy/a.txt", False)
    assert "read once" in issue.message


def test_the_same_words_under_another_name_and_other_words_under_the_same_name_are_other_articles():
    given = [doc("Un.", "a"), doc("Un.", "b"), doc("Deux.", "a")]
    assert list(Sieve().sift(given)) == given


def test_issues_of_readers_go_through():
    issue = Issue("a.txt", "read", "m")
    assert list(Sieve().sift([issue])) == [issue]


def test_an_article_that_an_earlier_build_let_through_is_not_judged_again():
    given = [doc(ENGLISH)]
    assert list(Sieve(kept=lambda each: each == given[0].id).sift(given)) == given
