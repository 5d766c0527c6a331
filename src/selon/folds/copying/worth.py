"""Whether what two texts share is a copy, or words that anybody uses: names, titles, formulas."""
from __future__ import annotations

from dataclasses import dataclass

from selon.folds.copying.align import Alignment, Side
from selon.folds.copying.texts import CAPITAL, CLOSES, FIGURE, HEAVY, QUOTED, TITLE

_PLAIN = 5
"""How many different long words that are no names, titles or figures a copy has."""

_WORDS = 11
_QUOTED_WORDS = 9
_CERTAIN_WORDS = 30
_DENSE = 0.55
_PLAIN_SHARE, _LIST_SHARE = 0.22, 0.06
_LONGER_WORDS = 15
_WEEKS = 5
_FORTNIGHT_DAYS, _FORTNIGHTS = 14, 8
_NEWS_DAYS = 7
_COMMON_WEEKS = 2
_TWO_SENTENCES = 4
_QUOTED_SHARE = 0.75

_GRAM_WORDS = 5
"""About so many words has an indexed run of letters."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How what two texts share is spread over time.

    weeks:      in how many weeks its rarest indexed run of letters is printed: what recurs for months is a formula
    formulas:   how many of its indexed runs do; their words make no copy
    days_apart: between the two articles, 0 where a date is unknown; the farther, the longer a copy has to be
    """

    weeks: int
    formulas: int
    days_apart: int


def is_copy(a: Side, b: Side, found: Alignment, spread: Spread) -> bool:
    """Say whether an alignment is reuse."""
    matched, size = found.matched, max(found.a[1] - found.a[0], found.b[1] - found.b[0])
    least = _QUOTED_WORDS if is_quoted(a, b, found) else _WORDS
    more = _more_needed(found, spread) - (_TWO_SENTENCES if _crosses(a, b, found) else 0)
    needed = least + max(0, more)
    own = matched - spread.formulas * _GRAM_WORDS
    if own < min(needed, _CERTAIN_WORDS) or matched < _DENSE * size or (own < _CERTAIN_WORDS and spread.weeks > _WEEKS):
        return False
    plain = _plain_words(a, b, found)
    enough = plain >= (_PLAIN - 1 if matched >= _LONGER_WORDS else _PLAIN)
    return enough and plain >= (_PLAIN_SHARE if matched < _CERTAIN_WORDS else _LIST_SHARE) * matched


def _more_needed(found: Alignment, spread: Spread) -> int:
    """Return how many words more a copy needs: for the time between, for other weeks that print it, for edits made long after.

    The sentence that comes back with other figures and names each week is a template.
    """
    edits = (len(found.blocks) - 1) * (2 if spread.days_apart > _NEWS_DAYS else 0)
    return min(_FORTNIGHTS, spread.days_apart // _FORTNIGHT_DAYS) + max(0, spread.weeks - _COMMON_WEEKS) + edits


def _crosses(a: Side, b: Side, found: Alignment) -> bool:
    """Whether the end of one sentence and the beginning of the next are shared: hardly any formula has that."""
    for i, j, size in found.blocks:
        if any(flag & other & CLOSES for flag, other in zip(a[1][i : i + size - 1], b[1][j : j + size - 1], strict=True)):
            return True
    return False


def is_quoted(a: Side, b: Side, found: Alignment) -> bool:
    """Whether nearly all of what is shared stands in quotation marks on both sides."""
    count = 0
    for i, j, size in found.blocks:
        count += sum(bool(flag & other & QUOTED) for flag, other in zip(a[1][i : i + size], b[1][j : j + size], strict=True))
    return count >= _QUOTED_SHARE * found.matched


def _plain_words(a: Side, b: Side, found: Alignment) -> int:
    """Count the different long words that are no names, titles or figures."""
    plain: set[int] = set()
    for i, j, size in found.blocks:
        for word, flag, other in zip(a[0][i : i + size], a[1][i : i + size], b[1][j : j + size], strict=True):
            if flag & HEAVY and not (flag | other) & (CAPITAL | FIGURE | TITLE):
                plain.add(word)
    return len(plain)
