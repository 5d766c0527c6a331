"""The network of copying, for Gephi and its like: an article is a node, an edge leads from the earlier to the later where that is known.

GEXF 1.3. An edge's weight is the number of words that the two articles share.
"""
from __future__ import annotations

from collections.abc import Iterator

from selon.core.ports import Store
from selon.core.reuse import Passage, Reuse
from selon.core.text import DocId, Document
from selon.exports import xml
from selon.exports.files import File

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>selon</creator><description>Articles and what they share</description></meta>
<graph mode="static" defaultedgetype="undirected">
<attributes class="node">
<attribute id="0" title="published" type="string"/><attribute id="1" title="outlet" type="string"/>
<attribute id="2" title="title" type="string"/>
<attribute id="3" title="agency" type="string"/>
</attributes>
<attributes class="edge"><attribute id="5" title="kinds" type="string"/><attribute id="6" title="meanings" type="string"/></attributes>
<nodes>
"""


def gexf(store: Store) -> Iterator[File]:
    """Yield the one file."""
    yield File("", _lines(store), errors="xmlcharrefreplace")


def _lines(store: Store) -> Iterator[str]:
    part = store.part("reuse", Reuse) or Reuse()
    agencies = {credit.doc: credit.agency for credit in reversed(part.credits)}
    yield _HEAD
    for doc in store.documents():
        yield _node(doc, agencies.get(doc.id, ""))
    yield "</nodes>\n<edges>\n"
    edges: dict[tuple[DocId, DocId], list[Passage]] = {}
    for passage in part.passages:
        edges.setdefault((passage.a.doc, passage.b.doc), []).append(passage)
    for number, (pair, passages) in enumerate(edges.items()):
        yield _edge(number, pair, passages)
    yield "</edges>\n</graph>\n</gexf>\n"


def _node(doc: Document, agency: str) -> str:
    values = (doc.published, doc.outlet, doc.title, agency)
    attributes = "".join(f'<attvalue for="{at}" value={xml.attribute(value)}/>' for at, value in enumerate(values) if value)
    return f"<node id={xml.attribute(doc.id)} label={xml.attribute(doc.name)}><attvalues>{attributes}</attvalues></node>\n"


def _edge(number: int, pair: tuple[DocId, DocId], passages: list[Passage]) -> str:
    kinds = " ".join(sorted({passage.kind for passage in passages}))
    means = " ".join(sorted({change.means for passage in passages for change in passage.changes if change.means}))
    values = "".join(f'<attvalue for="{at}" value={xml.attribute(value)}/>' for at, value in ((5, kinds), (6, means)) if value)
    way = ' type="directed"' if any(passage.copied for passage in passages) else ""
    weight = sum(passage.words for passage in passages)
    ends = f"source={xml.attribute(pair[0])} target={xml.attribute(pair[1])}"
    return f'<edge id="{number}" {ends} weight="{weight}"{way}><attvalues>{values}</attvalues></edge>\n'
