"""The dated events as the JSON that TimelineJS reads: one slide an event, with its evidence and on whose word it rests.

An event whose date is not known has no slide. Text is escaped, since TimelineJS shows it as HTML.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.happenings import Happened
from selon.core.lines import Who
from selon.core.ports import Store
from selon.exports.files import File
from selon.exports.happened import happenings

Json = dict[str, Any]
_SHOWN = frozenset(["actual", "planned", "alleged", "denied"])


def timelinejs(store: Store) -> Iterator[File]:
    """Yield the one file."""
    who = Who.of(store.cast())
    slides = [slide for analysis, line in happenings(store) if line.status in _SHOWN and (slide := _slide(analysis, line, who))]
    slides.sort(key=lambda slide: (sorted(slide["start_date"].items(), reverse=True), slide["unique_id"]))
    yield File("", [json.dumps({"events": slides}, ensure_ascii=False, indent=1), "\n"])


def _slide(analysis: Analysis, line: Happened, who: Who) -> Json | None:
    days = Days.parse(line.date)
    if days is None:
        return None
    sides = " → ".join(", ".join(names) for names in (line.source_names, line.target_names) if names)
    word = ", ".join(who.names.get(actor, actor) for actor in line.per)
    headline = f"{sides}: {line.type}" + (f" ({line.status})" if line.status != "actual" else "")
    told = (
        f"<p>« {escape(line.clause.quote)} »</p><p>{escape(analysis.doc.title or line.article)}"
        + (f" · {escape(word)}" if word else "")
        + "</p>"
    )
    ends = {"end_date": _date(str(days.last), line.date)} if days.first != days.last else {}
    return {
        "unique_id": line.id,
        "start_date": _date(str(days.first), line.date),
        **ends,
        "text": {"headline": escape(headline), "text": told},
    }


def _date(day: str, precision: str) -> Json:
    """Return a date as precise as it is known: year, month, day."""
    parts = zip(("year", "month", "day"), day.split("-"), strict=True)
    return dict(list(parts)[: len(precision[:10].split("-"))])
