"""What articles share: passages, what the copy changed, where the words come from, and the stories that articles tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from selon.core.text import DocId, Evidence, Span

Kind = Literal["verbatim", "edited", "shared-quote"]
Edit = Literal["added", "dropped", "replaced"]
Meaning = Literal[
    "", "hedge-lost", "hedge-added", "attribution-dropped", "attribution-added", "denial-dropped", "denial-added", "speaker-changed",
    "name-changed", "figure-changed",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of an article. The article's id is a hash of its text, so the place cannot move."""

    doc: DocId
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """Where two versions of a passage differ, read from ``a`` to ``b``.

    before: the words of ``a``; ``None`` where ``b`` adds some
    after:  the words of ``b``; ``None`` where some of ``a`` are left out
    means:  what it does to the meaning, where that is known; empty otherwise
    """

    edit: Edit
    before: Evidence | None
    after: Evidence | None
    means: Meaning = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that two articles share.

    a, b:    its two places; ``a`` is in the article that is known to be earlier, else in the one of lower id
    kind:    ``verbatim``: the same but for case, accents, punctuation and spaces; ``edited``; ``shared-quote``: both cite the same words
    words:   how many words both sides have, in one order or moved a little
    changes: in the order of the text
    copied:  whether ``b`` is known to come after ``a``: by ``reason``. Nothing is said where neither dates nor credits tell
    reason:  ``published-later``, ``credits-the-other``; empty where the direction is unknown
    """

    a: Place
    b: Place
    kind: Kind
    words: int
    changes: tuple[Change, ...] = ()
    copied: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Repeat:
    """A stretch that stands twice in one article: ``again`` must not be counted."""

    doc: DocId
    first: Span
    again: Span


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """An agency that an article says it took words from.

    how: ``credit`` (a credit or byline of the page), ``signature`` (at the end of the text) or ``chain`` (named as relay of a statement)
    """

    doc: DocId
    agency: str
    evidence: Evidence
    how: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One text that stands, whole or in part, in several articles.

    id:     the same as long as its earliest place is
    places: the stretch of each article, the earliest first
    source: an agency's id, an article's id, a speaker's id in the knowledge base, or empty
    how:    ``credited``: one of the articles names the agency; ``quoted``: all cite it as somebody's words;
            ``earliest``: the first published of articles of one outlet;
            ``unnamed-wire``: inferred from several outlets that print it and name no source; ``unknown``
    credit: the words that name the agency, or the speaker where an article names one
    """

    id: str
    places: tuple[Place, ...]
    source: str
    how: str
    credit: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Reuse:
    """The part of a dossier that says what its articles share. Every tuple is sorted."""

    passages: tuple[Passage, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    credits: tuple[Credit, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Why two of the places asked about count as one source.

    why:    ``same-text``; ``shares-text`` (less than half of either), ``same-originator`` (both statements were said or relayed by
            ``by``), ``same-agency`` (both articles credit ``by``), ``same-outlet`` (``by``)
    places: what shows it on both sides; none for an outlet, which came with the articles
    """

    one: int
    other: int
    why: str
    by: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Roots:
    """How many independent sources some places have.

    low, high:   the range: ``high`` counts what different words tell, ``low`` also merges what shares some words, originator,
                 agency or outlet. Neither is ever more than ``documents``
    chains:      how many chains of report the places stand at the end of: one article that relays two agencies has two, which
                 makes it no two independent sources
    groups:      the articles that ``high`` takes for one, in the order of the question
    originators: whom the places name as the first to say it; one article may name several
    edges:       what merged which places, by their number in the question
    """

    low: int
    high: int
    documents: int
    chains: int = 0
    groups: tuple[tuple[DocId, ...], ...] = ()
    originators: tuple[str, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell one thing over time.

    id:       made of its first article: the same as long as that one is there
    docs:     in order of publication
    headline: the sentence of its articles that says most of what they share
    words:    what tells it from the other stories, most telling first
    first, last: ISO 8601 days of publication; empty where no article has one
    """

    id: str
    docs: tuple[DocId, ...]
    headline: Evidence | None
    words: tuple[str, ...] = field(default=())
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Stories:
    """The part of a dossier that groups its articles, earliest story first."""

    stories: tuple[Story, ...] = ()
