"""What the articles place on each day."""
from __future__ import annotations

from collections.abc import Iterable

from selon.core.analysis import Analysis
from selon.core.dossier import Dated
from selon.core.lines import dated
from selon.views.choice import Choice

EVERYTHING = Choice()
_NO_DAY = "~"  # sorts behind every date


def times(analyses: Iterable[Analysis], choice: Choice = EVERYTHING) -> tuple[Dated, ...]:
    """Return the time expressions wanted by the days they denote, earliest first; those that denote no day come last."""
    return tuple(sorted((line for analysis in analyses for line in dated(analysis) if choice.has_dated(line)), key=by_day))


def by_day(line: Dated) -> tuple[str, str, str, str, int]:
    """Sort key: earliest first; of those that begin together the longest first."""
    return line.first or _NO_DAY, _backwards(line.last), line.published or _NO_DAY, line.article, line.evidence.span.start


def _backwards(day: str) -> str:
    """Turn the digits of a date round, so that the later sorts first."""
    return day.translate(str.maketrans("0123456789", "9876543210"))
