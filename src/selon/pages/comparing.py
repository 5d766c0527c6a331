"""The pages of a report on what articles share: the list of passages, two articles side by side, the stories."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from selon.core.ports import Store
from selon.core.reuse import Reuse, Stories
from selon.core.text import DocId, Document
from selon.exports.files import File
from selon.pages.links import numbered
from selon.views.compare import compare, pairs
from selon.views.origins import origins
from selon.views.paging import paged
from selon.views.reuse import reuse
from selon.views.stories import stories

_LINES_A_PAGE = 200
_MOST_PAIRS = 2000
"""A report compares so many pairs of articles side by side, those that share most first; the others are in the list alone."""

Draw = Callable[..., File]
Pair = tuple[DocId, DocId]


def sharing(store: Store, draw: Draw, paths: Mapping[DocId, str], names: Mapping[str, str]) -> Iterator[File]:
    """Yield the pages. ``draw``: makes a page of a template and what it shows; ``paths``: the page of each article."""
    part, found = store.part("reuse", Reuse) or Reuse(), store.part("stories", Stories)
    documents = {doc.id: doc for doc in store.documents()}
    compared = _compared(part, paths)
    lines = list(reuse(documents, part))
    texts = list(origins(documents, part, names))
    for path, page, around in _list_pages("reuse", lines):
        yield draw(path, "reuse.html", page=page, around=around, compared=compared, texts=texts[:_LINES_A_PAGE] if page.number == 1 else ())
    for path, page, around in _list_pages("stories", [line for line in stories(documents, found) if len(line.articles) > 1]):
        yield draw(path, "stories.html", page=page, around=around, docs=_members(found))
    yield from _side_by_side(part, documents, compared, draw)


def _compared(part: Reuse, paths: Mapping[DocId, str]) -> dict[Pair, str]:
    """Name the page of each pair of articles that is compared."""
    found = sorted(pairs(part).items(), key=lambda item: (-sum(passage.words for passage in item[1]), item[0]))[:_MOST_PAIRS]
    return {pair: f"compare/{'--'.join(_stem(paths[doc]) for doc in pair)}.html" for pair, _ in found}


def _stem(path: str) -> str:
    return path.removeprefix("articles/").removesuffix(".html")


def _side_by_side(part: Reuse, documents: Mapping[DocId, Document], compared: Mapping[Pair, str], draw: Draw) -> Iterator[File]:
    for pair, passages in pairs(part).items():
        if pair in compared:
            yield draw(compared[pair], "compare.html", view=compare(documents[pair[0]], documents[pair[1]], passages))


def _members(found: Stories | None) -> dict[str, tuple[DocId, ...]]:
    return {story.id: story.docs for story in found.stories} if found else {}


def _list_pages(name: str, items: Sequence[Any]) -> Iterator[tuple[str, Any, list[tuple[int, str]]]]:
    """Yield the address, the items and the neighbours of each page of a list."""
    for page in paged(items, size=_LINES_A_PAGE):
        around = sorted({1, page.count, *range(max(1, page.number - 2), min(page.count, page.number + 2) + 1)})
        yield numbered(name, page.number), page, [(number, numbered(name, number)) for number in around]
