"""A saved web page: the article on it, as text."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selon.core.issues import Issue
from selon.core.ports import Read
from selon.core.text import Document
from selon.readers.decode import decoded
from selon.readers.markup import Found, Page
from selon.readers.records import publication
from selon.readers.text import STAGE, file_bytes, lost, shown

ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_PARTS = 3
"""An element that has one part in so many of a page's text has its article."""
_BETWEEN = " |-–—·•:"
"""What a title has before the name of the outlet."""
_LINE = re.compile(" *\n *")
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class PageFile:
    """The port ``Reader`` on a file of HTML.

    What a browser would show of the article is the text as received: no scripts, menus, forms, asides, feet of pages.
    Its title, date, outlet and address are those that the page states for machines. ``today``: later dates are mistakes.
    """

    path: Path
    today: date

    def count(self) -> int:
        return 1

    def read(self) -> Iterator[Read]:
        source = shown(self.path)
        data = file_bytes(self.path)
        if isinstance(data, Issue):
            yield data
            return
        found = decoded(data)
        if found is None:
            yield lost(source, "not a text file", "save the page again, as HTML")
            return
        page = Page(found.text)
        published, trouble = publication(page.meta.get("published"), self.today)
        if trouble:
            yield Issue(source, STAGE, f"{trouble}: the date is not used", "set it with selon set, or in articles.tsv")
        known = {key: page.meta.get(key, "").replace("\0", " ") for key in ("title", "outlet", "url", "language")}
        known["title"] = known["title"].removesuffix(known["outlet"]).rstrip(_BETWEEN)
        name = shown(Path(self.path.stem))
        yield Document.from_text(article(page), name=name, source=source, published=published, encoding=found.encoding, **known)


def article(page: Page) -> str:
    """Return the text of the page's longest ``article`` if that has a good part of it, else of ``main``, else all of it."""
    seen = [each for each in page.found if page.is_broken or not each.is_aside]
    articles: dict[int, list[Found]] = {}
    for each in seen:
        articles.setdefault(each.article, []).append(each)
    longest = max((part for number, part in articles.items() if number), key=_length, default=[])
    for part in (longest, [each for each in seen if each.in_main]):
        if part and _length(part) * _PARTS >= _length(seen):
            return _text(part)
    return _text(seen)


def _length(part: list[Found]) -> int:
    return sum(len(each.text) for each in part)


def _text(part: list[Found]) -> str:
    """Return the blocks that have text, with an empty line between them."""
    blocks: dict[int, list[str]] = {}
    for each in part:
        blocks.setdefault(each.block, []).append(each.text)
    lines = (_LINE.sub("\n", _SPACES.sub(" ", "".join(texts))).strip("\n ") for texts in blocks.values())
    return "\n\n".join(line for line in lines if line)
