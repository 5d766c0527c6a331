"""The examples of the cue lexicon are its tests: each is read by the real parser, once for the whole file."""

from __future__ import annotations

from functools import cache
from typing import get_args

import msgspec
import pytest

from selon.core.analysis import Analysis
from selon.core.marks import Statement
from selon.core.text import Document
from selon.lang.pack import pack
from selon.lang.speech import Act, Speech, VerbCue, words_of
from selon.plan import analyse, ordered
from selon.stages.mentions import mentions
from selon.stages.parse import parse
from selon.stages.quotes import quotes
from selon.stages.statements import statements
from selon.stages.zones import zones

FRENCH = pack("fr")
SPEECH = FRENCH.speech
STAGES = ordered([statements, quotes, mentions, parse, zones])
ENTRIES = (*SPEECH.verb, *SPEECH.noun, *SPEECH.preposition)
YES = [pytest.param(example, id=f"{entry.id}:{number}") for entry in ENTRIES for number, example in enumerate(entry.yes)]
NO = [pytest.param(text, id=f"{entry.id}:{number}") for entry in ENTRIES for number, text in enumerate(entry.no)]
STOPS = " .?!"


@cache
def found(text):
    """Return speaker and content of each statement of a text, as written."""
    analysis = analyse(Analysis(Document.from_text(text)), STAGES, FRENCH)
    return [
        (each.speaker.of(text) if each.speaker else "", " ".join(span.of(text) for span in each.content)) for each in analysis[Statement]
    ]


@pytest.mark.model
@pytest.mark.parametrize("example", YES)
def test_a_cue_gives_the_statement_of_its_example(example):
    said = [speaker for speaker, content in found(example.text) if content.strip(STOPS) == example.content.strip(STOPS)]
    assert said, f"{found(example.text)}"
    assert any(example.speaker.startswith(speaker) and bool(speaker) == bool(example.speaker) for speaker in said), f"{said}"


@pytest.mark.model
@pytest.mark.parametrize("text", NO)
def test_a_word_that_attributes_nothing_gives_no_statement(text):
    assert found(text) == []


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.id) for entry in ENTRIES])
def test_an_example_holds_what_it_says_of_itself(entry):
    for example in entry.yes:
        for part in (example.cue, example.content, example.speaker):
            assert part in example.text


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.id) for entry in ENTRIES])
def test_an_entry_shows_what_it_attributes_and_what_it_does_not(entry):
    assert entry.yes
    assert entry.no


def test_no_two_entries_of_a_kind_are_one():
    for rows in (SPEECH.verb, SPEECH.noun, SPEECH.preposition):
        ids = [row.id for row in rows]
        assert len(ids) == len(set(ids))


def test_the_lexicon_is_as_large_as_promised_and_uses_every_act():
    assert len(SPEECH.verb) >= 300
    assert len(SPEECH.noun) + len(SPEECH.preposition) >= 120
    assert {row.act for row in ENTRIES} == set(get_args(Act))


def test_of_two_entries_that_begin_alike_the_one_of_more_words_comes_first():
    lengths = [len(cue.lemma.split()) for cue in SPEECH.verbs["plaider"]]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 1


@pytest.mark.parametrize(
    "text, words",
    [("donner l'assurance", ("donner", "l'", "assurance")), ("mise en garde", ("mise", "en", "garde")), ("Dépêche", ("depeche",))],
)
def test_an_entry_is_cut_into_words_as_the_parser_cuts_them(text, words):
    assert words_of(text) == words


def test_a_slip_in_a_key_is_refused():
    with pytest.raises(msgspec.ValidationError, match="fram"):
        msgspec.convert({"lemma": "dire", "act": "assert", "fram": ["que"], "frames": ["que"], "yes": [], "no": []}, VerbCue)
    with pytest.raises(msgspec.ValidationError, match="act"):
        msgspec.convert(
            {"verb": [{"lemma": "dire", "act": "say", "frames": [], "yes": [], "no": []}], "noun": [], "preposition": []}, Speech
        )
