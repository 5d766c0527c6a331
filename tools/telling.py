"""Print the most telling lines of a dossier: ``selon show DOSSIER quotes --json | python tools/telling.py [5]``.

Telling is an allegation beside its denial, what is confirmed, what came by a known chain or was said to somebody, by
speakers known by name; different speakers, acts and words first, and nothing that only points back (« ces accusations »).
"""
from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

Line = dict[str, Any]
Unit = tuple[Line, ...]

WEIGHTS = {"confirm": 4, "deny": 4, "accuse": 4, "warn": 2, "promise": 2, "announce": 1}
ANSWERS = {"deny", "confirm"}
SHOWN_CHARS = 150
FEWEST_WORDS = 6


def weight(line: Line) -> float:
    """Return how much a line tells: its act, its chain, a speaker known by name, a day, words of its own, and how sure the reading is."""
    known = 2 * bool(line["actor"]) + 2 * bool(line["published"]) + bool(line["to"])
    full = 2 * (len(words(line).split()) >= FEWEST_WORDS)
    return WEIGHTS.get(line["act"], 0) + 2 * len(line["via"]) + known + full + float(line["score"])


def words(line: Line) -> str:
    """Return what is attributed, on one line."""
    return " … ".join(" ".join(part["quote"].split()) for part in line["content"])


def units(lines: list[Line]) -> list[Unit]:
    """Return what is shown together: lines on the very same words where one answers another, else each by itself."""
    shared: dict[tuple[str, int], list[Line]] = {}
    for line in lines:
        shared.setdefault((line["article"], line["content"][0]["span"]["start"]), []).append(line)
    return [unit for group in shared.values() for unit in ([tuple(group)] if is_answered(group) else [(line,) for line in group])]


def is_answered(group: list[Line]) -> bool:
    """Whether somebody known alleges and somebody else answers."""
    acts = {line["act"] for line in group}
    return len(group) == 2 and bool(acts & ANSWERS) and len({line["actor"] for line in group} - {""}) == 2


def telling(lines: list[Line], count: int) -> list[Line]:
    """Return the most telling lines in the order of time; a further line of one speaker or act counts less, the same words not at all."""
    left, chosen = units(lines), list[Line]()
    seen: Counter[str] = Counter()
    while left and len(chosen) < count:
        best = max(left, key=lambda unit: worth(unit, seen) if len(unit) <= count - len(chosen) else 0.0)
        left.remove(best)
        chosen += best
        seen.update({name: 1 for line in best for name in (line["actor"], line["act"], words(line))})
    return sorted(chosen, key=lambda line: (line["published"], line["article"], line["evidence"]["span"]["start"]))


def worth(unit: Unit, seen: Counter[str]) -> float:
    """Return how much a unit tells beside what is chosen already."""
    told = sum(weight(line) - 3 * seen[line["actor"]] - 2 * seen[line["act"]] for line in unit) / len(unit)
    answers = len(unit) > 1 and not any(seen[act] for act in ANSWERS)
    again = any(seen[words(line)] for line in unit) or (len(unit) > 1 and not answers)
    return 0.0 if again else told + 3 * answers


def shown(line: Line) -> str:
    """Return a line as text: day, who, to whom, act, by what way, the words, and where they stand."""
    said = words(line)
    said = said if len(said) <= SHOWN_CHARS else said[: SHOWN_CHARS - 1].rsplit(" ", 1)[0] + " …"
    via = "".join(f" → {name}" for name in line["via_names"])
    others = [name for name in line["to_names"] if name not in line["via_names"]]
    told = f", to {', '.join(others)}" if others else ""
    place = line["evidence"]["span"]
    who = line["actor_name"] or line["speaker"] or "(no one named)"
    rows = (f"{who}{via}{told}  [{line['act']}]", said, f"{line['article']}:{place['start']}-{place['end']}")
    return f"{line['published'] or 'undated':10}  " + ("\n" + 12 * " ").join(rows)


if __name__ == "__main__":
    for each in telling(json.load(sys.stdin), int(sys.argv[1]) if len(sys.argv) > 1 else 5):
        print(shown(each))
