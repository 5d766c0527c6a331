"""What a person looks for in the articles, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Query:
    """Words to find.

    terms:   each must be there, in one of its writings, the person's own first; several words of one writing stand together
    instead: names that may stand there instead of all of them
    """

    terms: tuple[tuple[str, ...], ...]
    instead: tuple[str, ...] = ()

    @property
    def more(self) -> tuple[str, ...]:
        """The writings and names that the person did not write."""
        return tuple(dict.fromkeys([*(each for term in self.terms for each in term[1:]), *self.instead]))


def asked(text: str) -> Query:
    """Read a query as it is typed: words, and phrases in straight quotation marks."""
    terms = ("".join(groups) for groups in _TERM.findall(text.replace("\0", " ")))
    return Query(tuple((term,) for term in terms if term.strip()))
