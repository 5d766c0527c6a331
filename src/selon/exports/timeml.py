"""TimeML 1.2.1, a file an article: its text as received with every time expression as a TIMEX3.

Spec: TimeML Working Group, "TimeML 1.2.1: A Formal Specification Language for Events and Temporal Expressions" (2005).
The publication date is the ``DCT``; an inferred one is its likeliest value, and an article without any has ``XXXX-XX-XX``.
Characters that XML cannot hold are left out of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from selon.core.analysis import Analysis
from selon.core.lines import dateline
from selon.core.marks import Dateline, TimeExpr
from selon.core.ports import Store
from selon.exports import xml
from selon.exports.files import File
from selon.exports.names import Names

LAYERS = (Dateline, TimeExpr)
_UNKNOWN_DAY = "XXXX-XX-XX"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
"""


def timeml(store: Store) -> Iterator[File]:
    """Yield a file for each article."""
    names = Names()
    for analysis in store.analyses(LAYERS):
        yield File(f"{names.of(analysis.doc)}.tml", _lines(analysis), errors="xmlcharrefreplace")


def _lines(analysis: Analysis) -> Iterator[str]:
    doc, line = analysis.doc, dateline(analysis)
    published = line.best if line else ""
    yield _HEAD
    yield f"<DOCID>{xml.text(doc.name)}</DOCID>\n"
    yield "<DCT>" + _timex(0, "DATE", published or _UNKNOWN_DAY, "", published or "?", role="CREATION_TIME") + "</DCT>\n"
    yield f"<TITLE>{xml.text(doc.title)}</TITLE>\n" if doc.title else ""
    yield "<TEXT>"
    yield from _text(analysis)
    yield "</TEXT>\n</TimeML>\n"


def _text(analysis: Analysis) -> Iterator[str]:
    """Yield the raw text, each expression in its element; of two that overlap, the first."""
    raw, done = analysis.doc.raw, 0
    for number, expr in enumerate(analysis[TimeExpr], 1):
        if expr.span.start < done:
            continue
        yield xml.text(raw[done : expr.span.start])
        yield _timex(number, expr.type, expr.value, expr.mod, expr.span.of(raw))
        done = expr.span.end
    yield xml.text(raw[done:])


def _timex(number: int, kind: str, value: str, mod: str, words: str, *, role: str = "NONE") -> str:
    given = f" mod={xml.attribute(mod)}" if mod else ""
    tied = ' temporalFunction="false"' if role == "CREATION_TIME" else ' anchorTimeID="t0"'
    head = f'tid="t{number}" type={xml.attribute(kind)} value={xml.attribute(value)}{given} functionInDocument="{role}"{tied}'
    return f"<TIMEX3 {head}>{xml.text(words)}</TIMEX3>"
