"""The dated events as the JSON that TimelineJS reads: one slide a happening, with the words of each article that tells it
and on whose word it rests.

An event whose date is not known has no slide. Text is escaped, since TimelineJS shows it as HTML.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from selon.core.days import Days
from selon.core.occasions import Occasion
from selon.core.ports import Store
from selon.core.text import DocId
from selon.exports.files import File
from selon.exports.happened import occasions_of

Json = dict[str, Any]


def timelinejs(store: Store) -> Iterator[File]:
    """Yield the one file."""
    titles = {doc.id: doc.title or doc.name for doc in store.documents()}
    slides = [slide for each in occasions_of(store) if each.is_dated and (slide := _slide(each, titles))]
    yield File("", [json.dumps({"events": slides}, ensure_ascii=False, indent=1), "\n"])


def _slide(each: Occasion, titles: Mapping[DocId, str]) -> Json | None:
    days = Days.parse(each.date)
    if days is None:
        return None
    sides = " → ".join(", ".join(names) for names in (each.source_names, each.target_names) if names)
    headline = f"{sides}: {each.type}" + (f" ({each.status})" if each.status != "actual" else "")
    told = "".join(f"<p>« {escape(line.clause.quote)} »<br>{escape(titles[line.clause.doc])}</p>" for line in each.tellings)
    word = f"<p>{escape(', '.join(each.per_names))}</p>" if each.per_names else ""
    ends = {"end_date": _date(str(days.last), each.date)} if days.first != days.last else {}
    return {
        "unique_id": each.id,
        "start_date": _date(str(days.first), each.date),
        **ends,
        "text": {"headline": escape(headline), "text": told + word},
    }


def _date(day: str, precision: str) -> Json:
    """Return a date as precise as it is known: year, month, day."""
    parts = zip(("year", "month", "day"), day.split("-"), strict=True)
    return dict(list(parts)[: len(precision[:10].split("-"))])
