"""The pages of a report on what articles share: the list of passages, two articles side by side, the stories."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from selon.core.lines import Who
from selon.core.ports import Store
from selon.core.reuse import Reuse, Stories
from selon.core.text import DocId, Document
from selon.exports.files import File
from selon.pages.links import list_pages
from selon.views.compare import compare, pairs
from selon.views.origins import origins
from selon.views.reuse import reuse
from selon.views.stories import stories

_LINES_A_PAGE = 200
_MOST_PAIRS = 2000
"""A report compares so many pairs of articles side by side, those that share most first; the others are in the list alone."""

Draw = Callable[..., File]
Pair = tuple[DocId, DocId]


def sharing(store: Store, draw: Draw, paths: Mapping[DocId, str], who: Who) -> Iterator[File]:
    """Yield the pages. ``draw``: makes a page of a template and what it shows; ``paths``: the page of each article."""
    part, found = store.part("reuse", Reuse) or Reuse(), store.part("stories", Stories)
    documents = {doc.id: doc for doc in store.documents()}
    compared = _compared(part, paths)
    lines = list(reuse(documents, part))
    texts = list(origins(documents, part, who))
    for path, page, around in list_pages("reuse", lines, _LINES_A_PAGE):
        yield draw(path, "reuse.html", page=page, around=around, compared=compared, texts=texts[:_LINES_A_PAGE] if page.number == 1 else ())
    told = [line for line in stories(documents, found) if len(line.articles) > 1]
    for path, grouped, around in list_pages("stories", told, _LINES_A_PAGE):
        yield draw(path, "stories.html", page=grouped, around=around, docs=_members(found))
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
