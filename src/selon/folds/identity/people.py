"""Which person a name is: full names, and family names alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from selon.core.text import DocId
from selon.lang.match import fold

Key = tuple[str, ...]


def name_key(text: str) -> Key:
    """Return the folded words of a name, hyphens as spaces, so that spellings of one name are alike."""
    return tuple(fold(text).replace("-", " ").replace("'", " ").split())


def acronyms(words: Key) -> frozenset[str]:
    """Return the initials of a name's words: of all, and of those of more than three letters."""
    return frozenset("".join(word[0] for word in words if len(word) > shortest) for shortest in (0, 3))


class People:
    """The full names of every article, and the one that a shorter name stands for."""

    def __init__(self) -> None:
        self.full: dict[DocId, set[Key]] = defaultdict(set)
        self.holders: dict[str, set[Key]] = defaultdict(set)

    def add(self, doc: DocId, key: Key) -> None:
        if len(key) > 1:
            self.full[doc].add(key)
            for word in (key[0], key[-1]):
                self.holders[word].add(key)

    def whole(self, doc: DocId, key: Key) -> tuple[Key, str]:
        """Return the full name that a name stands for, and why; the name itself if none or several would do.

        Looked for in the article first, where a name's last word counts before its first;
        then among all articles, where one holder alone must have it as family name.
        """
        if len(key) == 1 and len(key[0].rstrip(".")) == 1:
            initialled = [full for full in self.full[doc] if full[-1][0] == key[0][0]]
            return (initialled[0], "actor.initial") if len(initialled) == 1 else (key, "actor.single-name")
        if len(key) > 1:
            longer = [full for full in self.full[doc] if len(full) > len(key) and _ends(full, key)]
            return (longer[0], "actor.longer-name") if len(longer) == 1 else (key, "actor.full-name")
        for place in (-1, 0):
            here = sorted(full for full in self.full[doc] if full[place] == key[0])
            if len(here) == 1:
                return here[0], "actor.family-name"
        everywhere = [full for full in self.holders[key[0]] if full[-1] == key[0] or (len(full) == 3 and full[0] == key[0])]
        return (everywhere[0], "actor.only-holder") if len(everywhere) == 1 else (key, "actor.single-name")


def _ends(full: Key, key: Key) -> bool:
    return full[-len(key) :] == key


def usual(variants: Iterable[tuple[str, int]]) -> str:
    """Return the variant to show: of those with most words (four at most), the most frequent, then the first in order."""
    return min(variants, key=lambda item: (-min(len(item[0].split()), 4), -item[1], item[0]))[0]
