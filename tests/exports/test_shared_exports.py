"""Exports of what articles share."""
from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from small_dossiers import Held

from selon.core.analysis import Analysis
from selon.core.reuse import Change, Credit, Passage, Place, Reuse
from selon.core.text import Document, Evidence, Span
from selon.exports.gexf import gexf
from selon.exports.reuse import reuse

A, B = Document.from_text("Le thon manque.", name="a", published="2021-05-01"), Document.from_text("Oui, le thon manque !", name="b")
CHANGE = Change("added", None, Evidence.cite(B, Span(0, 3)), "")
PASSAGE = Passage(Place(A.id, Span(0, 14)), Place(B.id, Span(5, 19)), "verbatim", 3, (CHANGE,), True, "published-later")
CREDIT = Credit(A.id, "afp", Evidence.cite(A, Span(0, 2)), "credit")
STORE = Held([Analysis(A), Analysis(B)], parts={"reuse": Reuse((PASSAGE,), credits=(CREDIT,))})


def written(export, store):
    (file,) = export(store)
    return "".join(file.text)


def test_a_passage_is_one_line_with_its_places():
    (row,) = map(json.loads, written(reuse, STORE).splitlines())
    assert {key: row[key] for key in ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind")} == {
        "doc_a": "a", "start_a": 0, "end_a": 14, "doc_b": "b", "start_b": 5, "end_b": 19, "kind": "verbatim",
    }  # fmt: skip
    assert row["changes"] == [{"edit": "added", "means": "", "before": "", "after": "Oui", "start_before": None, "start_after": 0}]


def test_a_dossier_that_shares_nothing_is_an_empty_file_and_a_network_without_edges():
    empty = Held([Analysis(A)])
    assert written(reuse, empty) == ""
    assert ET.fromstring(written(gexf, empty)).findall(".//{*}edge") == []


def test_the_network_has_a_node_an_article_and_an_edge_a_pair():
    graph = ET.fromstring(written(gexf, STORE))
    assert [node.get("label") for node in graph.findall(".//{*}node")] == ["a", "b"]
    (edge,) = graph.findall(".//{*}edge")
    assert (edge.get("source"), edge.get("target"), edge.get("weight"), edge.get("type")) == (A.id, B.id, "3", "directed")


@given(st.text(), st.text())
def test_no_name_or_title_breaks_the_network(name, title):
    doc = Document.from_text("x", name=name, title=title)
    made = written(gexf, Held([Analysis(doc)]))
    assert len(ET.fromstring(made.encode("utf-8", "xmlcharrefreplace")).findall(".//{*}node")) == 1
