"""What somebody was asked about who answers: "Interrogé sur ses voyages, le ministre s'est défendu : ..."."""

from __future__ import annotations

from selon.core.marks import Statement
from selon.core.text import Span
from selon.lang.claims import Answering
from selon.lang.match import fold
from selon.stages.happening.plot import Plot


def topic(plot: Plot, answering: Answering, statement: Statement) -> Span | None:
    """Return the words of what was asked, where they open the sentence of an answer; ``None`` if it opens otherwise."""
    start = plot.tokens[plot.sentence(plot.at(statement.span.start)).start].span.start
    found = answering.asking.match(fold(plot.raw[start : statement.span.end]))
    return Span(start + found.start("topic"), start + found.end("topic")) if found else None
