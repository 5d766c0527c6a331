"""Whether what two texts share is a copy, or words that anybody uses: names, titles, formulas, program code."""
from __future__ import annotations

from selon.folds.copying.align import Alignment, Side
from selon.folds.copying.texts import CAPITAL, CODE, FIGURE, HEAVY, QUOTED, TITLE

_PLAIN = 5
"""How many different long words that are no names, titles or figures a copy has."""

_WORDS = 11
_QUOTED_WORDS = 9
_CERTAIN_WORDS = 30
_DENSE = 0.55
_PLAIN_SHARE = 0.22
_CROWD = 5
_CROWD_DAYS = 7
_CODE_SHARE = 0.2
_QUOTED_SHARE = 0.75


def is_copy(a: Side, b: Side, found: Alignment, *, crowd: int, days_apart: int) -> bool:
    """Say whether an alignment is reuse.

    crowd:      in how many places its rarest indexed run of letters stands: what recurs in many articles over weeks is a formula
    days_apart: between the two articles
    """
    matched, size = found.matched, max(found.a[1] - found.a[0], found.b[1] - found.b[0])
    if matched < (_QUOTED_WORDS if is_quoted(a, b, found) else _WORDS) or matched < _DENSE * size:
        return False
    if matched < _CERTAIN_WORDS and crowd > _CROWD and days_apart > _CROWD_DAYS:
        return False
    plain, code = _plain_words(a, b, found)
    return plain >= _PLAIN and (plain >= _PLAIN_SHARE * matched or matched >= _CERTAIN_WORDS) and code < _CODE_SHARE * matched


def is_quoted(a: Side, b: Side, found: Alignment) -> bool:
    """Whether nearly all of what is shared stands in quotation marks on both sides."""
    count = sum(
        bool(flag & other & QUOTED) for i, j, size in found.blocks for flag, other in zip(a[1][i : i + size], b[1][j : j + size], strict=True)
    )
    return count >= _QUOTED_SHARE * found.matched


def _plain_words(a: Side, b: Side, found: Alignment) -> tuple[int, int]:
    """Count the different long words that are no names, titles or figures; and the words beside signs of program code."""
    plain: set[int] = set()
    code = 0
    for i, j, size in found.blocks:
        for word, flag, other in zip(a[0][i : i + size], a[1][i : i + size], b[1][j : j + size], strict=True):
            code += bool((flag | other) & CODE)
            if flag & HEAVY and not (flag | other) & (CAPITAL | FIGURE | TITLE):
                plain.add(word)
    return len(plain), code
