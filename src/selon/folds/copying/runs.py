"""The longest equal stretches of words around places that an index found."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from selon.folds.copying.index import Hits
from selon.folds.copying.texts import BETWEEN, Texts
from selon.folds.copying.words import I64, U8, Numbers

_COMMON_WEEKS = 8


@dataclass(frozen=True, slots=True)
class Runs:
    """Equal words: ``length`` words from word ``at_a`` of text ``a`` on, and from word ``at_b`` of text ``b``.

    Sorted by ``a``, ``b``, ``at_a``, ``at_b``; each run once. ``weeks``: in how many weeks its rarest run of letters is printed;
    ``formulas``: how many of its runs of letters are printed in so many weeks that they are nobody's own.
    """

    a: Numbers
    at_a: Numbers
    b: Numbers
    at_b: Numbers
    length: Numbers
    weeks: Numbers
    formulas: Numbers

    def only(self, keep: Numbers) -> Runs:
        columns = (self.a, self.at_a, self.b, self.at_b, self.length, self.weeks, self.formulas)
        return Runs(*(column[keep] for column in columns))


def runs(hits: Hits, texts: Texts, *, at_least: int) -> Runs:
    """Return the runs of ``at_least`` words that hits lie in."""
    at_a, at_b = texts.begins[hits.a] + hits.at_a, texts.begins[hits.b] + hits.at_b
    before = _alike(texts, at_a - 1, at_b - 1, -1)
    length = before + _alike(texts, at_a, at_b, 1)
    long = np.flatnonzero(length >= at_least)
    columns = (hits.a[long], hits.b[long], (hits.at_a - before)[long], (hits.at_b - before)[long], length[long], hits.weeks[long])
    order = np.lexsort((columns[5], columns[3], columns[2], columns[1], columns[0]))
    rows = np.stack([column[order] for column in columns])
    fresh = np.append(True, (rows[:4, 1:] != rows[:4, :-1]).any(axis=0)) if rows.shape[1] else np.zeros(0, bool)
    a, b, first_a, first_b, size, weeks = rows[:, fresh]
    formulas = np.bincount(np.cumsum(fresh) - 1, rows[5] > _COMMON_WEEKS, len(a)).astype(I64)
    return Runs(a, first_a, b, first_b, size, weeks, formulas)


def _alike(texts: Texts, one: Numbers, other: Numbers, step: int) -> Numbers:
    """Return how many words are equal from each pair of places on, going forward or back, and never beyond a text."""
    count = np.zeros(len(one), I64)
    active = np.arange(len(one))
    reach = 0
    while len(active):
        here, there = one[active] + reach, other[active] + reach
        within = (texts.traits[here] | texts.traits[there]) & U8(BETWEEN) == 0
        active = active[within & (texts.flat[here] == texts.flat[there])]
        count[active] += 1
        reach += step
    return count
