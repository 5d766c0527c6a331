"""What the articles of a dossier tell of each other's dates."""
from __future__ import annotations

from dataclasses import dataclass

from selon.core.marks import DateHint
from selon.core.text import DocId


@dataclass(frozen=True, slots=True)
class Dated:
    """An article whose own words give no date, and what others tell of it."""

    doc: DocId
    hints: tuple[DateHint, ...]


@dataclass(frozen=True, slots=True)
class Hints:
    """All such articles, by id."""

    articles: tuple[Dated, ...] = ()
