"""One happening that several articles tell: what they say together, and how many of them say it on their own."""

from __future__ import annotations

from dataclasses import dataclass

from selon.core.happenings import Happened

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A happening of the whole dossier.

    date:        in ISO 8601, as precise as the most precise of its tellings; empty if none has one
    basis:       how that date is known, as of the telling that it is from
    per:         on whose word it rests, in any telling; ``narrated`` counts the articles that tell it in their own voice
    articles:    how many tell it
    roots:       of how many independent sources these are at most, ``roots_least`` at least; never more than articles
    tellings:    the lines of the articles, the earliest article first
    id:          that of its first telling
    """

    id: str
    date: str
    basis: str
    type: str
    mode: str
    source: Names
    target: Names
    source_names: Names
    target_names: Names
    object: str
    place: str
    status: str
    per: Names
    per_names: Names
    narrated: int
    articles: int
    roots: int
    roots_least: int
    tellings: tuple[Happened, ...]

    @property
    def published(self) -> str:
        """The first day on which an article told it; empty if unknown."""
        return min((each.published for each in self.tellings if each.published), default="")

    @property
    def is_dated(self) -> bool:
        """Whether it stands on a timeline: what was done, is to come, is alleged or denied, at a time that the text gives."""
        return bool(self.date) and self.status in _ON_TIMELINE

    @property
    def precision(self) -> str:
        """``day``, ``month``, ``year`` or ``range`` (a week, a season, a decade); empty without a date."""
        return _PRECISIONS.get(len(self.date), "range") if self.date else ""


_ON_TIMELINE = frozenset(["actual", "planned", "alleged", "denied"])
_PRECISIONS = {10: "day", 7: "month", 4: "year"}
