"""What an actor was, when, by the articles' own words; and for whom it speaks."""

from __future__ import annotations

from dataclasses import dataclass

from selon.core.text import Evidence


@dataclass(frozen=True, slots=True)
class Role:
    """A title that articles give an actor.

    title:       the words, as written most often
    state:       whose, by its id; empty where the words name none
    held:        ``now``, ``before`` or ``later``, as of the articles
    first, last: ISO days between which those articles were published; empty where no date is known
    """

    actor: str
    title: str
    state: str
    held: str
    first: str
    last: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """For whom an actor speaks.

    party:       id of a state or a body
    first, last: since and until when, as far as known, in ISO 8601; empty where it is always, or not known
    evidence:    the words that say so; empty where the knowledge base does
    """

    party: str
    name: str
    first: str
    last: str
    why: str
    evidence: tuple[Evidence, ...] = ()
