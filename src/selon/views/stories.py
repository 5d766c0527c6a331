"""The stories of a dossier."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selon.core.reuse import Stories
from selon.core.text import DocId, Document, Evidence
from selon.views.choice import Choice

EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story and its articles, by name, in order of publication."""

    id: str
    first: str
    last: str
    headline: Evidence | None
    words: tuple[str, ...]
    articles: tuple[str, ...]


def stories(documents: Mapping[DocId, Document], part: Stories | None, choice: Choice = EVERYTHING) -> Iterator[StoryLine]:
    """Yield the stories wanted, those of several articles first, the earliest first."""
    found = part.stories if part else ()
    for each in sorted(found, key=lambda story: (len(story.docs) < 2, story.first or "~", story.id)):
        if choice.has_days(each.first, each.last):
            yield StoryLine(each.id, each.first, each.last, each.headline, each.words, tuple(documents[doc].name for doc in each.docs))
