"""Where sentences begin, told from the words alone, without the parser."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.stages.parsing.sentences import sentence_starts


def words(text):
    return [(found[1], bool(found[2])) for found in re.finditer(r"(\w+\.?(?!\s*$)|[^\w\s]|\s)( ?)", text)]


def forced(text):
    read = words(text)
    return [word for (word, _), starts in zip(read, sentence_starts(read), strict=True) if starts]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ('"Non !" Luc sort', ['"', "Luc"]),
        ('fini !"Luc sort" hier', ['"']),
        ("« Non ! » Luc sort", ["«", "Luc"]),
        ("(Non !) Luc sort", ["(", "Luc"]),
        ("il pleut… Luc sort", ["Luc"]),
        ("il pleut ! Luc sort", []),
        ("le journal «Port» dort", []),
        ("M. « Propre » dort", []),
    ],
)
def test_a_capital_behind_an_end_mark_and_quotation_marks_begins_a_sentence(text, begins):
    assert forced(text) == begins


@given(st.lists(st.tuples(st.sampled_from(["Luc", "dort", "M.", ".", "…", '"', "«", "»", "(", ")", "\n", "'"]), st.booleans())))
def test_a_sentence_is_only_forced_to_begin_behind_an_end_mark(read):
    for place, starts in enumerate(sentence_starts(read)):
        before = "".join(word for word, _ in read[:place]).strip("\"'«»()\n")
        assert not starts or not before or before[-1] in ".…"
