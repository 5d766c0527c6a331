"""Who is compared with whom: spans, pairs of gold and predicted items, one-to-one assignment of actors."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Item = Mapping[str, Any]
"""One annotation as it stands in a JSON file."""


def ranges(place: Any) -> list[tuple[int, int]]:
    """Return the (start, end) pairs of a span, of a list of spans, or of nothing."""
    if place is None:
        return []
    if isinstance(place, list):
        return [pair for part in place for pair in ranges(part)]
    return [(place["start"], place["end"])]


def chars(place: Any) -> set[int]:
    """Return the offset of every character that the span or spans cover."""
    return {offset for start, end in ranges(place) for offset in range(start, end)}


def overlap(one: Any, other: Any) -> float:
    """Return shared characters over all characters of the two, 0 to 1."""
    mine, theirs = chars(one), chars(other)
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def pairs(gold: Sequence[Item], pred: Sequence[Item], weight: Callable[[Item, Item], float]) -> list[tuple[int, int]]:
    """Pair items one to one, the heaviest pair first, earlier items first where equal; a weight of 0 is no pair."""
    weighed = [(weight(wanted, found), i, j) for i, wanted in enumerate(gold) for j, found in enumerate(pred)]
    taken_gold: set[int] = set()
    taken_pred: set[int] = set()
    chosen = []
    for heavy, i, j in sorted(weighed, key=lambda each: (-each[0], each[1], each[2])):
        if heavy > 0 and i not in taken_gold and j not in taken_pred:
            taken_gold.add(i)
            taken_pred.add(j)
            chosen.append((i, j))
    return chosen


def assignment(shared: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Map predicted to gold actors one to one, so that they share as many mentions as they can.

    shared: how many mentions a (gold, predicted) pair of actors has in common
    """
    gold, pred = sorted({one for one, _ in shared}), sorted({other for _, other in shared})
    if len(gold) <= len(pred):
        table = [[shared.get((g, p), 0) for p in pred] for g in gold]
        found = [(gold[row], pred[column]) for row, column in _heaviest(table)]
    else:
        table = [[shared.get((g, p), 0) for g in gold] for p in pred]
        found = [(gold[column], pred[row]) for row, column in _heaviest(table)]
    return {p: g for g, p in found if shared.get((g, p), 0)}


def _heaviest(table: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return a (row, column) for each row such that the sum of their cells is greatest; no more rows than columns.

    source: Kuhn, "The Hungarian method for the assignment problem", 1955, with shortest augmenting paths
    """
    width = len(table[0]) if table else 0
    row_price, column_price = [0.0] * (len(table) + 1), [0.0] * (width + 1)
    holder = [0] * (width + 1)  # row that holds a column; column 0 stands for "not placed yet"
    for row in range(1, len(table) + 1):
        holder[0] = row
        came_from, last = _cheapest_path(table, row_price, column_price, holder)
        while last:
            holder[last] = holder[came_from[last]]
            last = came_from[last]
    return [(holder[column] - 1, column - 1) for column in range(1, width + 1) if holder[column]]


def _cheapest_path(
    table: Sequence[Sequence[int]], row_price: list[float], column_price: list[float], holder: list[int]
) -> tuple[list[int], int]:
    """Find the way from the row that holds column 0 to a free column; prices are raised in place.

    returns: the column before each on the way, and the free column
    """
    width = len(column_price)
    came_from, lowest, seen, here = [0] * width, [float("inf")] * width, [False] * width, 0
    while holder[here]:
        seen[here] = True
        row, step, following = holder[here], float("inf"), 0
        for column in range(1, width):
            if seen[column]:
                continue
            cost = -table[row - 1][column - 1] - row_price[row] - column_price[column]
            if cost < lowest[column]:
                lowest[column], came_from[column] = cost, here
            if lowest[column] < step:
                step, following = lowest[column], column
        for column in range(width):
            if seen[column]:
                row_price[holder[column]] += step
                column_price[column] -= step
            else:
                lowest[column] -= step
        here = following
    return came_from, here
