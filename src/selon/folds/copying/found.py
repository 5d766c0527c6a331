"""Every stretch that articles share, as places in their texts: index, runs, alignment and worth put together."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import numpy as np

from selon.core.reuse import Repeat
from selon.core.text import Span
from selon.folds.copying.align import Alignment, Block, Side, aligned
from selon.folds.copying.frames import Copy, without_frames
from selon.folds.copying.gathered import Article, index_days
from selon.folds.copying.index import hits
from selon.folds.copying.runs import Runs, runs
from selon.folds.copying.texts import Texts, flattened
from selon.folds.copying.versions import Version
from selon.folds.copying.words import words
from selon.folds.copying.worth import Spread, is_copy, is_quoted

_RUN_WORDS, _CERTAIN_WORDS = 8, 12
_RARE_WEEKS = 5
_REPEAT_WORDS = 12
_KEPT_TEXTS = 1000

Spots = tuple[list[int], list[int], list[int]]
"""Where the words of a text begin, where they end, and their whole hashes."""

Places = Callable[[int], Spots]
Row = tuple[int, int, int, int, int, int, int]
"""A run: text ``a``, text ``b``, word in each, number of words, weeks, formulas."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A stretch that article ``a`` and a later one, ``b``, both have.

    pieces: the equal stretches, in the order of both; what lies between two of them differs
    """

    a: int
    b: int
    pieces: tuple[tuple[Span, Span], ...]
    words: int
    is_quoted: bool


def found(articles: Sequence[Article], titles: Sequence[str]) -> tuple[list[Shared], list[Repeat]]:
    """Return what pairs of articles share, and what single articles say twice.

    articles: in order of publication
    titles:   words of titles and offices, which make no copy
    """
    raws, skip = [each.doc.raw for each in articles], [each.skip for each in articles]
    pairs = hits(raws, skip, index_days(articles))
    names = [[mark.span for mark in each.mentions if mark.form == "name"] for each in articles]
    texts = flattened(raws, skip, quoted=[each.quoted for each in articles], named=names, titles=titles)
    within = pairs.a == pairs.b
    places = lru_cache(_KEPT_TEXTS)(lambda number: _places(articles[number]))
    twice = runs(pairs.only(np.flatnonzero(within)), texts, at_least=_REPEAT_WORDS)
    repeats = [each for row in _rows(twice) for each in _repeat(articles, places, row)]
    alike = runs(pairs.only(np.flatnonzero(~within)), texts, at_least=_RUN_WORDS)
    return list(_shared(articles, texts, places, alike)), sorted(set(repeats))


def _rows(alike: Runs) -> list[Row]:
    columns = (alike.a, alike.b, alike.at_a, alike.at_b, alike.length, alike.weeks, alike.formulas)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _promising(alike: Runs) -> Runs:
    """Leave out the pairs of texts of which no run is long, or short and rare."""
    good = (alike.length >= _CERTAIN_WORDS) | (alike.weeks <= _RARE_WEEKS)
    pair = alike.a * (int(alike.b.max(initial=0)) + 1) + alike.b
    return alike.only(np.flatnonzero(np.isin(pair, pair[good])))


def _shared(articles: Sequence[Article], texts: Texts, places: Places, alike: Runs) -> Iterator[Shared]:
    """Yield what pairs of texts have as copies."""
    side = lru_cache(_KEPT_TEXTS)(texts.of)
    version = lru_cache(_KEPT_TEXTS)(lambda number: Version(articles[number].doc.raw, *places(number), side(number)[1]))
    for each in without_frames(_copies(articles, side, places, alike), version):
        yield Shared(each.a, each.b, each.pieces, each.found.matched, each.is_quoted)


def _copies(articles: Sequence[Article], side: Callable[[int], Side], places: Places, alike: Runs) -> Iterator[Copy]:
    """Align each pair of texts and yield what is long and own enough."""
    for (a, b), group in groupby(_rows(_promising(alike)), key=itemgetter(0, 1)):
        rows = list(group)
        apart = articles[a].days_to(articles[b])
        for each in aligned(side(a), side(b), [row[2:5] for row in rows]):
            within = [row for row in rows if each.holds(row[2:5])]
            spread = Spread(min((row[5] for row in within), default=1), sum(row[6] for row in within), apart)
            if is_copy(side(a), side(b), each, spread):
                pieces = _pieces(places(a), places(b), each)
                yield Copy(a, b, each, pieces, is_quoted(side(a), side(b), each), apart, spread.weeks)


def _places(article: Article) -> Spots:
    """Return where each word of an article begins and ends."""
    read = words([article.doc.raw], [article.skip])
    return read.starts.tolist(), read.ends.tolist(), read.hashes.tolist()


def _pieces(a: Spots, b: Spots, found: Alignment) -> tuple[tuple[Span, Span], ...]:
    """Return the equal stretches, each cut where whole hashes show that two words only seemed equal."""
    return tuple((_span(a, i, size), _span(b, j, size)) for block in found.blocks for i, j, size in _certain(a[2], b[2], block))


def _certain(a: Sequence[int], b: Sequence[int], block: Block) -> Iterator[Block]:
    i, j, size = block
    if a[i : i + size] == b[j : j + size]:
        yield block
        return
    for is_equal, group in groupby(range(size), key=lambda at: a[i + at] == b[j + at]):
        if is_equal:
            places = list(group)
            yield i + places[0], j + places[0], len(places)


def _span(spots: Spots, first: int, size: int) -> Span:
    return Span(spots[0][first], spots[1][first + size - 1])


def _repeat(articles: Sequence[Article], places: Places, row: Row) -> Iterator[Repeat]:
    """Yield a stretch that an article has twice, unless the two overlap."""
    text, _, first, again, size, *_ = row
    if first + size <= again:
        spots = places(text)
        yield Repeat(articles[text].doc.id, _span(spots, first, size), _span(spots, again, size))
