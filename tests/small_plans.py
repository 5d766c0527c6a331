"""Plans that need no parser, with stages that fail on demand, for tests of engines, stores and builds."""
from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterable, Iterator
from dataclasses import replace

from selon.building.plan import Plan
from selon.core.analysis import Analysis
from selon.core.errors import SelonError
from selon.core.marks import Quote, Token, Zone
from selon.core.text import Evidence, Span
from selon.engines.work import Workshop
from selon.folds.reuse import reuse
from selon.folds.stories import stories
from selon.lang.pack import Pack, pack
from selon.plan import fold, ordered, stage
from selon.stages.quotes import quotes
from selon.stages.zones import zones


@stage(makes=Token, needs=(Zone,))
def words(analysis: Analysis, pack: Pack) -> Iterator[Token]:
    """Yield a token a word. "Panne" raises, "Mort" kills the process, "Arret" stops the run."""
    raw = analysis.doc.raw
    if "Panne" in raw:
        raise ValueError("a stage broke")
    if "Mort" in raw:
        os.kill(os.getpid(), signal.SIGKILL)
    if "Arret" in raw:
        raise SelonError("no model", fix="install it")
    for found in re.finditer(r"\w+", raw):
        yield Token(Span(*found.span()), found.group(), found.group().lower(), "X", "dep", 0, "", "", False)


@stage(makes=Quote, needs=(Token,), record=True)
def shouts(analysis: Analysis, pack: Pack) -> Iterator[Quote]:
    """Yield a quote for each word, of the length of the article's title."""
    depth = len(analysis.doc.title)
    return (Quote(token.span, token.span, True, depth, "test.shout") for token in analysis[Token])


@fold(needs=(Token,))
def first_words(analyses: Iterable[Analysis], pack: Pack) -> tuple[Evidence, ...]:
    """Return the first word of every article."""
    return tuple(sorted(Evidence.cite(each.doc, each[Token][0].span) for each in analyses if each[Token]))


def tiny() -> Plan:
    return Plan((zones, words, shouts), (first_words,), pack("fr"), lambda make: None)


def newer() -> Plan:
    """Return ``tiny`` with a later version of its last stage."""
    return replace(tiny(), stages=(zones, words, replace(shouts, version=2)))


def sharing() -> Plan:
    """Return a plan without a parser that finds what articles share."""
    return Plan((zones, quotes), (reuse, stories), pack("fr"), lambda make: None)


def workshop() -> Workshop:
    made = tiny()
    return Workshop(ordered(made.stages), made.pack)
