"""Whether what two texts share is a copy, or words that anybody uses: names, titles, formulas."""
from __future__ import annotations

from selon.folds.copying.align import Alignment, Side
from selon.folds.copying.texts import CAPITAL, FIGURE, HEAVY, QUOTED, TITLE

_PLAIN = 5
"""How many different long words that are no names, titles or figures a copy has."""

_WORDS = 11
_QUOTED_WORDS = 9
_CERTAIN_WORDS = 30
_DENSE = 0.55
_PLAIN_SHARE = 0.22
_LONGER_WORDS = 15
_WEEKS = 5
_MONTH_DAYS, _MONTHS = 30, 8
_QUOTED_SHARE = 0.75


def is_copy(a: Side, b: Side, found: Alignment, *, weeks: int, days_apart: int) -> bool:
    """Say whether an alignment is reuse.

    weeks:      in how many weeks its rarest indexed run of letters is printed: what recurs for months is a formula
    days_apart: between the two articles, 0 where a date is unknown; the farther, the longer a copy has to be
    """
    matched, size = found.matched, max(found.a[1] - found.a[0], found.b[1] - found.b[0])
    needed = (_QUOTED_WORDS if is_quoted(a, b, found) else _WORDS) + min(_MONTHS, days_apart // _MONTH_DAYS)
    if matched < needed or matched < _DENSE * size or (matched < _CERTAIN_WORDS and weeks > _WEEKS):
        return False
    plain = _plain_words(a, b, found)
    enough = plain >= (_PLAIN - 1 if matched >= _LONGER_WORDS else _PLAIN)
    return enough and (plain >= _PLAIN_SHARE * matched or matched >= _CERTAIN_WORDS)


def is_quoted(a: Side, b: Side, found: Alignment) -> bool:
    """Whether nearly all of what is shared stands in quotation marks on both sides."""
    count = sum(
        bool(flag & other & QUOTED) for i, j, size in found.blocks for flag, other in zip(a[1][i : i + size], b[1][j : j + size], strict=True)
    )
    return count >= _QUOTED_SHARE * found.matched


def _plain_words(a: Side, b: Side, found: Alignment) -> int:
    """Count the different long words that are no names, titles or figures."""
    plain: set[int] = set()
    for i, j, size in found.blocks:
        for word, flag, other in zip(a[0][i : i + size], a[1][i : i + size], b[1][j : j + size], strict=True):
            if flag & HEAVY and not (flag | other) & (CAPITAL | FIGURE | TITLE):
                plain.add(word)
    return len(plain)
