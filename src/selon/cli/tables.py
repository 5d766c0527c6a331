"""Lines of a dossier as rows in a terminal."""
from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from selon.core.dossier import CONFIRMED, Dated, Said
from selon.core.issues import Issue
from selon.core.text import Evidence
from selon.views.actors import ActorLine
from selon.views.claims import ClaimLine
from selon.views.corrections import CorrectionLine
from selon.views.dates import DateLine
from selon.views.happenings import EventLine
from selon.views.origins import OriginLine
from selon.views.reuse import ReuseLine
from selon.views.review import Doubt
from selon.views.stories import StoryLine

_PIPE_WIDTH = 220
_BEGINNING_CHARS = 90
_WHOLE = ("published", "date", "days", "between", "place")


def one_line(text: str) -> str:
    """Return text on one line, with what would steer a terminal shown as a mark."""
    return "".join(" " if char.isspace() else char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def count(number: int, what: str) -> str:
    """Return a number of things: ``1 article``, ``2 articles``."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def table(columns: Sequence[str], lines: Iterable[Any]) -> int:
    """Draw a table, in a terminal as wide as it is, in a pipe as wide as its lines; return how many rows."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = None if sys.stdout.isatty() else _PIPE_WIDTH
    console = Console(highlight=False, markup=False, emoji=False, width=width)
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        grid.add_column(name, overflow="fold", no_wrap=name in _WHOLE)
    for line in lines:
        grid.add_row(*(Text(one_line(cell)) for cell in cells(line)))
    if grid.row_count:
        console.print(grid)
    return grid.row_count


Line = Said | Dated | ActorLine | Issue | DateLine | CorrectionLine | ReuseLine | OriginLine | StoryLine | ClaimLine | EventLine | Doubt
"""Whatever can be a row."""


def cells(line: Line) -> Iterator[str]:
    """Yield the cells of a line's row."""
    if isinstance(line, Doubt):
        said = line.said
        who = said.actor_name or said.speaker or "?"
        yield from (f"{said.score:.2f}", who, said.act, said.quote, "; ".join(line.because), said.why, _place(said.article, said.evidence))
    elif isinstance(line, ClaimLine | EventLine):
        yield from _claim_cells(line)
    elif isinstance(line, ReuseLine | OriginLine | StoryLine):
        yield from _shared_cells(line)
    elif isinstance(line, Said):
        who = line.actor_name or line.speaker or "?"
        act = f"{line.act} ({line.modality})" if line.modality != "plain" else line.act
        relays, told = " > ".join(line.via_names), ", ".join(line.to_names)
        yield from (line.published or "?", who, act, told, line.quote, relays, _place(line.article, line.evidence))
    elif isinstance(line, Dated):
        days = line.first if line.first == line.last else f"{line.first}/{line.last}"
        yield from (days or "-", line.evidence.quote, line.type, line.value, line.basis, _place(line.article, line.evidence))
    elif isinstance(line, ActorLine):
        names = ", ".join(f"{name} ({count})" for name, count in line.variants)
        name = f"{line.name} [{line.tier}]" if line.tier == CONFIRMED else line.name
        yield from (name, line.kind, str(line.statements), str(line.mentions), str(line.articles), names)
    elif isinstance(line, CorrectionLine):
        about = f"{count(line.mentions, 'mention')} in {count(line.articles, 'article')}" if line.mentions else ""
        made = f"{line.made[:10]} {line.made[11:16]}"
        yield from (str(line.number), made, line.by, line.kind, line.says, line.state, line.reason or about)
    elif isinstance(line, DateLine):
        between = line.first if line.first == line.last else f"{line.first}/{line.last}"
        because = ", ".join(f"« {beginning(reason.evidence.quote)} » {reason.says}".strip() for reason in line.reasons)
        yield from (line.best or "?", between, line.basis, line.article, because)
    else:
        yield from (line.source, line.stage, f"left out: {line.message}" if line.lost else line.message, line.fix)


def _shared_cells(line: ReuseLine | OriginLine | StoryLine) -> Iterator[str]:
    if isinstance(line, ReuseLine):
        order = f" ({line.reason})" if line.reason else ""
        yield from (line.kind, str(line.words), _place(line.article_a, line.a), _place(line.article_b, line.b) + order)
        yield from (", ".join(line.meanings), beginning(line.a.quote))
    elif isinstance(line, OriginLine):
        yield from (line.source or "?", line.how, ", ".join(line.articles), beginning(line.places[0].quote))
    else:
        days = line.first if line.first == line.last else f"{line.first}/{line.last}"
        yield from (days or "?", ", ".join(line.articles), line.headline.quote if line.headline else "", ", ".join(line.words))


def beginning(text: str) -> str:
    """Return the first words of a text."""
    return text if len(text) <= _BEGINNING_CHARS else text[:_BEGINNING_CHARS].rpartition(" ")[0] + " …"


def said_line(line: Said) -> str:
    """Return a statement on one line: when, who, how, which words, where."""
    who = line.actor_name or line.speaker or "?"
    return f"{line.published or '?'}  {who}: {line.act} « {line.quote} » {_place(line.article, line.evidence)}"


def _place(article: str, evidence: Evidence) -> str:
    return f"{article}:{evidence.span.start}-{evidence.span.end}"


def _claim_cells(line: ClaimLine | EventLine) -> Iterator[str]:
    if isinstance(line, ClaimLine):
        days = line.first if line.first == line.last else f"{line.first} .. {line.last}"
        counts = (str(line.documents), between(line.roots_least, line.roots), str(line.parties))
        yield from (line.title, line.state, ", ".join(line.stances), *counts, ", ".join(line.flags), days, line.id)
    else:
        sides = (", ".join(line.source) or "?", ", ".join(line.target))
        told = (str(line.articles), between(line.roots_least, line.roots))
        words = (line.evidence[0].quote, _place(line.places[0], line.evidence[0]))
        vague = f" ({line.basis})" if line.basis in ("inferred", "stated") else ""
        yield from (f"{line.date}{vague}" or "?", line.type, *sides, line.status, ", ".join(line.per), *told, *words)


def between(least: int, most: int) -> str:
    """Return a range of counts: ``2``, ``1-2``."""
    return str(most) if least == most else f"{least}-{most}"
