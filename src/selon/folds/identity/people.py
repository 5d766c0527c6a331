"""Which person a name is: full names, and family names alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from selon.core.text import DocId
from selon.lang.match import fold

Key = tuple[str, ...]

_FAMILY_FIRST = 3
"""How many words names have that may begin with the family's ("Kim Jong Un")."""

_WITH_PARTICLE = 2
_MANY = 3


def name_key(text: str) -> Key:
    """Return the folded words of a name, hyphens as spaces, so that spellings of one name are alike."""
    return tuple(fold(text).replace("-", " ").replace("'", " ").split())


def acronyms(words: Key) -> frozenset[str]:
    """Return the initials of a name's words: of all, and of those of more than three letters."""
    return frozenset("".join(word[0] for word in words if len(word) > shortest) for shortest in (0, 3))


class People:
    """The full names of every article, and the one that a shorter name stands for."""

    def __init__(self, given: Collection[str], particles: Collection[str] = ()) -> None:
        """``given``: folded given names, by which nobody is known outside of an article; ``particles``: what begins family names."""
        self.given, self.particles = given, particles
        self.full: dict[DocId, set[Key]] = defaultdict(set)
        self.docs: dict[Key, set[DocId]] = defaultdict(set)
        self.families: dict[str, set[Key]] = defaultdict(set)

    def without_particle(self, key: Key) -> Key:
        """Return the last word of a family name with its particle ("Le Goff"), which tells it as well; other names as they are."""
        return key[1:] if len(key) == _WITH_PARTICLE and key[0] in self.particles else key

    def add(self, doc: DocId, key: Key) -> None:
        if len(self.without_particle(key)) > 1:
            self.full[doc].add(key)
            self.docs[key].add(doc)
            self.families[key[-1]].add(key)
            if len(key) == _FAMILY_FIRST:
                self.families[key[0]].add(key)

    def whole(self, doc: DocId, key: Key) -> tuple[Key, str]:
        """Return the full name that a name stands for, and why; the name itself if none or several would do.

        Looked for in the article first, where a name's last word counts before its first;
        then among all articles, where one holder alone must have it as family name, and more than that must tell.
        """
        if is_initial(key):
            initialled = [full for full in self.full[doc] if full[-1][0] == key[0][0]]
            return (initialled[0], "actor.initial") if len(initialled) == 1 else (key, "actor.single-name")
        if len(key) > 1:
            longer = [full for full in self.full[doc] if len(full) > len(key) and _ends(full, key)]
            return (longer[0], "actor.longer-name") if len(longer) == 1 else (key, "actor.full-name")
        for place in (-1, 0):
            here = sorted(full for full in self.full[doc] if full[place] == key[0])
            if len(here) == 1:
                return here[0], "actor.family-name"
        holders = self.families.get(key[0], set())
        holder = next(iter(holders)) if len(holders) == 1 and key[0] not in self.given else None
        return (holder, "actor.only-holder") if holder and self._tells(doc, holder) else (key, "actor.single-name")

    def _tells(self, doc: DocId, holder: Key) -> bool:
        """Whether a family name in an article may be its holder's in others: they name somebody else both, or many name the holder."""
        return len(self.docs[holder]) >= _MANY or any(self.full[doc] & self.full[other] for other in self.docs[holder])


def is_initial(key: Key) -> bool:
    """Whether a name is a letter alone ("M. K.")."""
    return len(key) == 1 and len(key[0].rstrip(".")) == 1


def _ends(full: Key, key: Key) -> bool:
    return full[-len(key) :] == key


def usual(variants: Iterable[tuple[str, int]]) -> str:
    """Return the variant to show: of those with most words (four at most), the most frequent, then the first in order."""
    return min(variants, key=lambda item: (-min(len(item[0].split()), 4), -item[1], item[0]))[0]
