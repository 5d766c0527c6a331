"""What is known of one article when its descriptions are decided on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selon.core.text import Span
from selon.folds.identity.describe import Sense, Senses
from selon.folds.identity.offices import Offices
from selon.folds.identity.seen import Article, Identity, Seen
from selon.lang.actors import Knowledge

NEAR_CHARS = 400


@dataclass(frozen=True, slots=True)
class Ground:
    """The mentions of one article and what is known of them.

    named:  whom each name stands for, and why
    borne:  who bears which title in the article
    decide: whom a mention stands for, and why
    """

    article: Article
    named: dict[Span, tuple[Identity, str]]
    borne: Sequence[tuple[Sense, Identity]]
    senses: Senses
    offices: Offices
    knowledge: Knowledge
    decide: Callable[[Seen], list[tuple[Identity, str]]]

    def before(self, seen: Seen) -> list[Seen]:
        """Return the mentions that end before one begins, in order."""
        return [other for other in self.article.seen if other.span.end <= seen.span.start]
