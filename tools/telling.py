"""Print the most telling lines of a dossier: ``selon show DOSSIER quotes --json | python tools/telling.py [5]``.

Telling is what someone confirms, denies or accuses of, by name and through a known chain, different speakers first.
"""
from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

Line = dict[str, Any]

WEIGHTS = {"confirm": 4, "deny": 4, "accuse": 4, "warn": 2, "promise": 2, "announce": 1}
SHOWN_CHARS = 150


def weight(line: Line) -> float:
    """Return how much a line tells: its act, a chain, a speaker known by name, and how sure the reading is."""
    return WEIGHTS.get(line["act"], 0) + 2 * bool(line["via"]) + 2 * bool(line["actor"]) + float(line["score"])


def telling(lines: list[Line], count: int) -> list[Line]:
    """Return the most telling lines in the order of time; a second line of one speaker or act counts less than a first."""
    left, chosen = list(lines), list[Line]()
    seen: Counter[str] = Counter()
    while left and len(chosen) < count:
        best = max(left, key=lambda line: weight(line) - 2 * seen[line["actor"]] - seen[line["act"]])
        left.remove(best)
        chosen.append(best)
        seen.update({best["actor"]: 1, best["act"]: 1})
    return sorted(chosen, key=lambda line: (line["published"], line["article"], line["evidence"]["span"]["start"]))


def shown(line: Line) -> str:
    """Return a line as text: day, who, act, by what way, the words, and where they stand."""
    words = " … ".join(" ".join(part["quote"].split()) for part in line["content"])
    words = words if len(words) <= SHOWN_CHARS else words[: SHOWN_CHARS - 1].rsplit(" ", 1)[0] + " …"
    via = "".join(f" → {name}" for name in line.get("via_names") or line["via"])
    place = line["evidence"]["span"]
    who = line["actor_name"] or line["speaker"] or "(no one named)"
    rows = (f"{who}{via}  [{line['act']}]", words, f"{line['article']}:{place['start']}-{place['end']}")
    return f"{line['published'] or 'undated':10}  " + ("\n" + 12 * " ").join(rows)


if __name__ == "__main__":
    for each in telling(json.load(sys.stdin), int(sys.argv[1]) if len(sys.argv) > 1 else 5):
        print(shown(each))
