"""Two texts laid side by side from a stretch that they share: as far as it goes, over small edits."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selon.folds.copying.texts import CAPITAL, CLOSES, FIGURE, HEAVY, OPENS, TITLE

GAP_WORDS = 8
"""The most words that one side may have between two stretches that both have."""

ANCHOR_WORDS = 3
_NEAR_WORDS = 3
_FEW_WORDS, _TAIL_WORDS = 2, 5
_GAP_COST, _GAP_WORD_COST = 0.3, 0.25
_LIGHT, _NAMED = 0.4, 0.6
_EDGE = 1.0
_DROP = 3.5

Block = tuple[int, int, int]
"""Word of ``a``, word of ``b``, and how many words are equal from there on."""

Side = tuple[Sequence[int], bytes]
"""The words of a text and their flags."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Equal stretches of two texts in the order of both, with small gaps between them."""

    blocks: tuple[Block, ...]

    @property
    def a(self) -> tuple[int, int]:
        """First word in the first text, and the word after the last."""
        return self.blocks[0][0], self.blocks[-1][0] + self.blocks[-1][2]

    @property
    def b(self) -> tuple[int, int]:
        return self.blocks[0][1], self.blocks[-1][1] + self.blocks[-1][2]

    @property
    def matched(self) -> int:
        """How many words both sides have."""
        return sum(size for _, _, size in self.blocks)

    def holds(self, run: Block) -> bool:
        """Whether a run of equal words lies within both sides."""
        (first_a, last_a), (first_b, last_b) = self.a, self.b
        return first_a <= run[0] and run[0] + run[2] <= last_a and first_b <= run[1] and run[1] + run[2] <= last_b


def aligned(a: Side, b: Side, found: Iterable[Block]) -> list[Alignment]:
    """Return what two texts share around runs of equal words, each stretch once, the longest run first."""
    made: list[Alignment] = []
    backward = None
    for run in sorted(found, key=lambda each: (-each[2], each)):
        if any(other.holds(run) for other in made):
            continue
        backward = backward or (_reversed(a), _reversed(b))
        made.append(_grown(a, b, backward, run))
    return made


def _reversed(side: Side) -> Side:
    """Return a text from its end, with first and last words of sentences exchanged."""
    words, flags = side
    return words[::-1], flags[::-1].translate(_TURNED)


_TURNED = bytes(flag & ~(OPENS | CLOSES) | (CLOSES if flag & OPENS else 0) | (OPENS if flag & CLOSES else 0) for flag in range(256))


def _grown(a: Side, b: Side, backward: tuple[Side, Side], run: Block) -> Alignment:
    """Extend a run to both sides."""
    at_a, at_b, size = run
    size_a, size_b = len(a[0]), len(b[0])
    after = _reach(a, b, at_a + size, at_b + size)
    before = _reach(*backward, size_a - at_a, size_b - at_b)
    turned = [(size_a - i - count, size_b - j - count, count) for i, j, count in reversed(before)]
    return Alignment(tuple(_joined([*turned, run, *after])))


def _joined(blocks: list[Block]) -> list[Block]:
    """Join blocks that follow each other without a gap."""
    made = blocks[:1]
    for i, j, count in blocks[1:]:
        last_i, last_j, last = made[-1]
        if (last_i + last, last_j + last) == (i, j):
            made[-1] = (last_i, last_j, last + count)
        else:
            made.append((i, j, count))
    return made


def _reach(a: Side, b: Side, i: int, j: int) -> list[Block]:
    """Return the blocks after two places, as far as what is shared outweighs the gaps.

    source: stops where the score falls too far below its best, as Altschul et al., "Gapped BLAST", 1997
    """
    blocks: list[Block] = []
    score = best = 0.0
    kept = 0
    while found := _bridge(a, b, i, j):
        next_i, next_j = found
        count = _equal(a[0], b[0], next_i, next_j)
        gap = max(next_i - i, next_j - j)
        score += _weight(a[1][next_i : next_i + count]) - (_GAP_COST + _GAP_WORD_COST * gap)
        i, j = next_i + count, next_j + count
        ends = a[1][i - 1] & b[1][j - 1] & CLOSES
        blocks.append((next_i, next_j, count))
        if score + (_EDGE if ends else 0) > best:
            best, kept = max(score, best), len(blocks)
        elif score < best - _DROP:
            break
    return blocks[:kept]


def _equal(a: Sequence[int], b: Sequence[int], i: int, j: int) -> int:
    """Return how many words are equal from two places on."""
    count, most = 0, min(len(a) - i, len(b) - j)
    while count < most and a[i + count] == b[j + count]:
        count += 1
    return count


def _weight(flags: bytes) -> float:
    return sum(_WEIGHTS[flag] for flag in flags)


_WEIGHTS = [_LIGHT if not flag & HEAVY else _NAMED if flag & (CAPITAL | FIGURE | TITLE) else 1.0 for flag in range(256)]


def _bridge(a: Side, b: Side, i: int, j: int) -> tuple[int, int] | None:
    """Return the nearest places at which the texts are alike again: three words in a row, or fewer where the gap is small."""
    words_a, words_b = a[0][i : i + GAP_WORDS + ANCHOR_WORDS], b[0][j : j + GAP_WORDS + ANCHOR_WORDS]
    if not words_a or not words_b or not set(words_a) & set(words_b):
        return None
    for size in (ANCHOR_WORDS, 2):
        far = GAP_WORDS if size == ANCHOR_WORDS else _NEAR_WORDS
        found = _nearest(words_a, words_b, size, far)
        if found:
            return i + found[0], j + found[1]
    return _one_word(a, b, i, j)


def _nearest(a: Sequence[int], b: Sequence[int], size: int, far: int) -> tuple[int, int] | None:
    """Return the places of the first equal words in a row that lie nearest to the beginning of both."""
    places: dict[tuple[int, ...], int] = {}
    for at in range(min(far, len(b) - size), -1, -1):
        places[tuple(b[at : at + size])] = at
    best, found = 2 * far + 1, None
    for at in range(min(far, len(a) - size) + 1):
        other = places.get(tuple(a[at : at + size]))
        if other is not None and at + other < best:
            best, found = at + other, (at, other)
    return found


def _one_word(a: Side, b: Side, i: int, j: int) -> tuple[int, int] | None:
    """Return where one long word meets: after one or two words that were replaced, or as the last of both sentences."""
    (words_a, flags_a), (words_b, flags_b) = a, b
    for far in range(1, _TAIL_WORDS + 1):
        for x in range(min(far + 1, len(words_a) - i)):
            for y in (far,) if x < far else range(far + 1):
                if j + y >= len(words_b) or words_a[i + x] != words_b[j + y] or not flags_a[i + x] & HEAVY:
                    continue
                if far <= _FEW_WORDS or flags_a[i + x] & flags_b[j + y] & CLOSES:
                    return i + x, j + y
    return None
