"""What the story is, in numbers, and where it is disputed."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from selon.core.analysis import Analysis
from selon.core.dossier import Cast, Said
from selon.core.lines import Who, published, said
from selon.core.marks import TimeExpr
from selon.views.actors import ActorLine, actors

DISPUTED = ("deny", "accuse", "confirm")
_TOP_ACTORS = 12
_DISPUTED_LIMIT = 60
_DAYS_LIMIT = 70
_NO_DAY = "~"  # sorts behind every date


@dataclass(frozen=True, slots=True)
class Overview:
    """The front page.

    spread:   ISO months with the number of articles published in each, every month between included; ISO days where all
              articles have one and lie within ten weeks; undated articles are in ``undated``
    disputed: statements that deny, accuse or confirm, earliest first, at most sixty; ``disputes`` is the number of all
    """

    articles: int
    statements: int
    times: int
    mentions: int
    actors: int
    issues: int
    first: str
    last: str
    undated: int
    spread: tuple[tuple[str, int], ...]
    top: tuple[ActorLine, ...]
    disputed: tuple[Said, ...]
    disputes: int


class _Tally:
    """What one pass over the articles counts."""

    def __init__(self) -> None:
        self.days: list[str] = []
        self.undated = self.articles = self.statements = self.times = self.mentions = self.disputes = 0
        self.disputed: list[Said] = []

    def watch(self, analyses: Iterable[Analysis], who: Who) -> Iterator[Analysis]:
        """Pass the articles on, counting them."""
        for analysis in analyses:
            self.add(analysis, who)
            yield analysis

    def add(self, analysis: Analysis, who: Who) -> None:
        day = published(analysis)
        self.articles += 1
        self.undated += not day
        self.days += [day] if day else []
        self.times += len(analysis[TimeExpr])
        self.mentions += len(who.at.get(analysis.doc.id, {}))
        for line in said(analysis, who):
            self.statements += 1
            if line.act in DISPUTED:
                self.disputes += 1
                self.disputed.append(line)
        if len(self.disputed) > 4 * _DISPUTED_LIMIT:
            self.disputed = self.earliest()

    def earliest(self) -> list[Said]:
        """Return the disputed statements to show: in order of publication, the undated last."""
        return sorted(self.disputed, key=lambda line: (line.published or _NO_DAY, line.article, line.evidence.span))[:_DISPUTED_LIMIT]


def overview(analyses: Iterable[Analysis], cast: Cast, issues: int = 0) -> Overview:
    """Count a dossier in one pass, whatever the order of its articles."""
    tally = _Tally()
    lines = actors(tally.watch(analyses, Who.of(cast)), cast)
    days = sorted(tally.days)
    return Overview(
        articles=tally.articles, statements=tally.statements, times=tally.times, mentions=tally.mentions, actors=len(lines), issues=issues,
        first=days[0] if days else "", last=days[-1] if days else "", undated=tally.undated, spread=_spread(days),
        top=lines[:_TOP_ACTORS], disputed=tuple(tally.earliest()), disputes=tally.disputes,
    )  # fmt: skip


def _spread(found: list[str]) -> tuple[tuple[str, int], ...]:
    """Count articles by day or by month, gaps included. A date that is only a year is in no month."""
    if found and all(len(day) == 10 for day in found):
        first, last = date.fromisoformat(found[0]), date.fromisoformat(found[-1])
        if (last - first).days < _DAYS_LIMIT:
            counts = Counter(found)
            days = (str(first + timedelta(days=at)) for at in range((last - first).days + 1))
            return tuple((day, counts[day]) for day in days)
    return _months(Counter(day[:7] for day in found if len(day) >= 7))


def _months(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    if not counts:
        return ()
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (min(counts), max(counts)))
    names = (f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, last + 1))
    return tuple((name, counts[name]) for name in names)
