"""The spaCy component, in a pipeline of its own and without a parser."""

from __future__ import annotations

import pytest
import spacy

import selon.spacy_component
from selon.core.errors import SelonError
from selon.stages.parse import MODEL

TEXT = "Selon Moscou, les armes sont défensives.\n\n« Nous tiendrons parole », a déclaré le ministre à l'AFP."


@pytest.fixture(scope="module")
def nlp():
    made = spacy.load(MODEL)
    made.add_pipe("selon")
    return made


@pytest.mark.model
def test_a_doc_gets_its_statements_as_spans_of_itself(nlp):
    doc = nlp(TEXT)
    first, second = doc._.statements
    assert (first.cue.text, first.speaker.text, first.content[0].text) == ("Selon", "Moscou", "les armes sont défensives")
    assert (second.speaker.text, second.act, second.form, second.modality) == ("le ministre", "assert", "direct", "future")
    assert "tiendrons parole" in second.content[0].text
    assert [each.text for each in second.via] == ["AFP"]
    assert all(each.doc is doc for said in doc._.statements for each in said.content)


@pytest.mark.model
def test_a_doc_without_words_or_without_statements_has_none(nlp):
    assert [doc._.statements for doc in nlp.pipe(["", " ", "Il pleut."])] == [(), (), ()]


def test_a_pipeline_without_a_parser_is_told_what_it_lacks():
    blank = spacy.blank("fr")
    blank.add_pipe("selon")
    with pytest.raises(SelonError, match="does not set DEP"):
        blank("Moscou a nié.")


def test_the_factory_is_the_one_that_the_package_declares():
    assert spacy.blank("fr").has_factory("selon")
    assert callable(selon.spacy_component.component)
