"""Addresses inside a report. All are relative, so that it opens from a folder."""
from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from selon.core.text import DocId
from selon.views.paging import Page, paged

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Links:
    """Where articles, actors and speakers are. Addresses are below the root of the report."""

    articles: Mapping[DocId, str]
    headings: Mapping[DocId, str]
    actors: Mapping[str, str]
    speakers: Mapping[str, str]

    def line(self, doc: DocId, name: str) -> str:
        """Return the address of a highlight in an article."""
        return f"{self.articles[doc]}#{name}"

    def actor(self, name: str) -> str:
        """Return the address of an actor; empty if the report has none of that id."""
        return f"{self.actors[name]}#{anchor(name)}" if name in self.actors else ""

    def speaker(self, name: str) -> str:
        """Return the address of what an actor says; empty if it says nothing."""
        return f"{self.speakers[name]}#{anchor(name)}" if name in self.speakers else ""


def anchor(actor: str) -> str:
    """Return the ``id`` of an actor on a page."""
    if re.fullmatch(r"[a-z0-9-]+", actor):
        return f"a-{actor}"
    return f"a-{hashlib.sha256(actor.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def list_pages(name: str, items: Sequence[T], size: int) -> Iterator[tuple[str, Page[T], list[tuple[int, str]]]]:
    """Yield the address, the items and the neighbours of each page of a list."""
    for page in paged(items, size=size):
        around = sorted({1, page.count, *range(max(1, page.number - 2), min(page.count, page.number + 2) + 1)})
        yield numbered(name, page.number), page, [(number, numbered(name, number)) for number in around]


def numbered(name: str, number: int) -> str:
    """Return the file of a page of a list: ``quotes.html``, then ``quotes-2.html``."""
    return f"{name}.html" if number == 1 else f"{name}-{number}.html"
