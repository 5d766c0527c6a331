"""Problems in the material: kept and shown, never a reason to stop."""

from __future__ import annotations

from dataclasses import dataclass

from selon.core.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """Something that is wrong with an input, and what to do about it.

    source:  the file, or the file and the line, as the person knows it
    lost:    whether the article is left out of the dossier because of it
    """

    source: str
    stage: str
    message: str
    fix: str = ""
    lost: bool = False
    span: Span | None = None
