"""Score predicted annotations against gold ones: precision, recall and F1 of each layer.

    python eval/score.py GOLD_FOLDER PRED_FOLDER [--docs TEXT_FOLDER] [--errors] [--json]

Both folders hold a JSON file an article, of the same name; every span has ``start`` and ``end``, code points into the text as
received. A predictor names actors as it likes: its names are mapped one to one to the gold ones by the mentions that they share,
over the whole folder. Figures are micro-averaged over the folder; ``LAYERS`` says what each counts. Needs nothing but Python 3.11.
"""
from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pairing import Item, assignment, chars, overlap, pairs, ranges

LAYERS = {
    "furniture": "characters that are no part of the article, subheads apart",
    "published": "articles whose date is in the gold range, and no vaguer than a month",
    "times.strict": "the very same span",
    "times.relaxed": "spans that overlap",
    "times.value": "spans that overlap, with the same type and value",
    "mentions": "spans that overlap, whoever is meant",
    "actors": "spans that overlap, and the right actor (CEAF-m)",
    "statements.50": "contents that share at least half of their characters",
    "statements.90": "... nine tenths",
    "statements.who": "... half, and the right actor; where gold has none, none of the gold actors",
    "statements.via": "... half, the right actor, and exactly the same chain",
    "statements.act": "... half, and the same act",
    "statements.form": "... half, and the same form",
    "statements.modality": "... half, and the same modality",
    "events": "same type, one source and one target in common where gold has any; no matter which way where a type has no direction",
    "events.date": "the same, and the same date",
    "events.status": "the same, and the same status",
}
UNDIRECTED = frozenset({"AGREE", "CONSULT", "COOPERATE"})

Folder = Mapping[str, Item]
Check = Callable[[Item, Item], bool]
Weight = Callable[[Item, Item], float]
Names = Mapping[str, str]


@dataclass
class Tally:
    """How many are right, of how many in the gold and in the prediction."""

    right: int = 0
    gold: int = 0
    pred: int = 0

    def add(self, right: int, gold: int, pred: int) -> None:
        self.right, self.gold, self.pred = self.right + right, self.gold + gold, self.pred + pred

    @property
    def precision(self) -> float:
        return self.right / self.pred if self.pred else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Compared:
    """The items of one kind in one article, paired, and the check that each layer makes of a pair."""

    kind: str
    gold: Sequence[Item]
    pred: Sequence[Item]
    paired: Sequence[tuple[int, int]]
    checks: Mapping[str, Check]

    def right(self, check: Check) -> int:
        return sum(check(self.gold[i], self.pred[j]) for i, j in self.paired)

    def errors(self, shown: Callable[[Item], str]) -> Iterator[str]:
        """Say what is missed, what is spurious, and which pairs fail which check."""
        for i in sorted(set(range(len(self.gold))) - {i for i, _ in self.paired}):
            yield f"{self.kind} missed: {shown(self.gold[i])}"
        for j in sorted(set(range(len(self.pred))) - {j for _, j in self.paired}):
            yield f"{self.kind} spurious: {shown(self.pred[j])}"
        for i, j in self.paired:
            for layer, check in self.checks.items():
                if not check(self.gold[i], self.pred[j]):
                    yield f"{layer} wrong: want {shown(self.gold[i])}, got {shown(self.pred[j])}"


def score(gold: Folder, pred: Folder, say: Callable[[str, Compared], None] = lambda name, compared: None) -> dict[str, Tally]:
    """Return the tally of every layer; ``say`` is told each comparison, article by article."""
    names = actor_names(gold, pred)
    tallies: dict[str, Tally] = {}
    for name, wanted in gold.items():
        found = pred.get(name, {})
        for layer, counts in (("furniture", _furniture(wanted, found)), ("published", _published(wanted, found))):
            if counts:
                tallies.setdefault(layer, Tally()).add(*counts)
        for compared in comparisons(wanted, found, names):
            for layer, check in compared.checks.items():
                tallies.setdefault(layer, Tally()).add(compared.right(check), len(compared.gold), len(compared.pred))
            say(name, compared)
    return {layer: tallies[layer] for layer in LAYERS if layer in tallies}


def actor_names(gold: Folder, pred: Folder) -> dict[str, str]:
    """Return the gold name of each predicted actor that has one."""
    shared: Counter[tuple[str, str]] = Counter()
    for name, wanted in gold.items():
        mine, theirs = _mentions(wanted), _mentions(pred.get(name, {}))
        shared.update((mine[i]["actor"], theirs[j]["actor"]) for i, j in pairs(mine, theirs, overlap))
    return assignment(shared)


def comparisons(gold: Item, pred: Item, names: Names) -> Iterator[Compared]:
    """Pair times, mentions, statements and events of one article."""

    def compared(kind: str, mine: Sequence[Item], theirs: Sequence[Item], weight: Weight, checks: Mapping[str, Check]) -> Compared:
        return Compared(kind, mine, theirs, pairs(mine, theirs, weight), checks)

    yield compared("time", gold.get("times", []), pred.get("times", []), overlap, TIME_CHECKS)
    yield compared("mention", _mentions(gold), _mentions(pred), overlap, _mention_checks(names))
    yield compared("statement", gold.get("statements", []), pred.get("statements", []), _half, _statement_checks(names))
    yield compared("event", gold.get("events", []), pred.get("events", []), _alike(names), EVENT_CHECKS)


def _furniture(gold: Item, pred: Item) -> tuple[int, int, int]:
    mine, theirs = (chars([part for part in each.get("furniture", []) if part.get("kind") != "subhead"]) for each in (gold, pred))
    return len(mine & theirs), len(mine), len(theirs)


def _published(gold: Item, pred: Item) -> tuple[int, int, int] | None:
    wanted = gold.get("published")
    if not wanted:
        return None
    value = (pred.get("published") or {}).get("value") or ""
    earliest, latest = (wanted.get(end) or wanted["value"] for end in ("earliest", "latest"))
    return len(value) >= len("2023-07") and earliest[: len(value)] <= value <= latest[: len(value)], 1, 1


def _mentions(article: Item) -> list[Item]:
    return [{**mention, "actor": actor["id"]} for actor in article.get("actors", []) for mention in actor.get("mentions", [])]


def _always(gold: Item, pred: Item) -> bool:
    return True


def _same(*keys: str) -> Check:
    return lambda gold, pred: all(gold.get(key) == pred.get(key) for key in keys)


TIME_CHECKS: Mapping[str, Check] = {
    "times.strict": lambda gold, pred: ranges(gold) == ranges(pred),
    "times.relaxed": _always,
    "times.value": _same("type", "value"),
}
EVENT_CHECKS: Mapping[str, Check] = {"events": _always, "events.date": _same("date"), "events.status": _same("status")}


def _mention_checks(names: Names) -> dict[str, Check]:
    return {"mentions": _always, "actors": lambda gold, pred: names.get(pred["actor"]) == gold["actor"]}


def _half(gold: Item, pred: Item) -> float:
    shared = overlap(gold["content"], pred["content"])
    return shared if shared >= 0.5 else 0.0


def _statement_checks(names: Names) -> dict[str, Check]:
    def who(gold: Item, pred: Item) -> bool:
        return names.get(pred.get("actor") or "") == gold.get("actor")

    def via(gold: Item, pred: Item) -> bool:
        return who(gold, pred) and [names.get(each, each) for each in pred.get("via", [])] == gold.get("via", [])

    checks: dict[str, Check] = {"statements.50": _always, "statements.who": who, "statements.via": via}
    checks["statements.90"] = lambda gold, pred: overlap(gold["content"], pred["content"]) >= 0.9
    return checks | {f"statements.{key}": _same(key) for key in ("act", "form", "modality")}


def _alike(names: Names) -> Weight:
    """Return the weight of a pair of events: 0 unless type and sides agree, more for date, status and place in the text."""

    def weight(gold: Item, pred: Item) -> float:
        if gold["type"] != pred.get("type"):
            return 0
        sides = [set(gold.get(side, [])) for side in ("source", "target")]
        theirs = [{names.get(each, each) for each in pred.get(side, [])} for side in ("source", "target")]
        if gold["type"] in UNDIRECTED and not sides[0] & theirs[0]:
            theirs.reverse()
        if any(mine and not mine & other for mine, other in zip(sides, theirs, strict=True)):
            return 0
        agreeing: int = sum(gold.get(key) == pred.get(key) for key in ("date", "status"))
        return 1 + agreeing + overlap(gold.get("trigger"), pred.get("trigger"))

    return weight


def load(folder: Path) -> dict[str, Item]:
    """Read every JSON file of a folder, by name."""
    return {file.stem: json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"))}


def table(tallies: Mapping[str, Tally]) -> str:
    """Return the figures as lines of text."""
    rows = [f"{'layer':20} {'P':>6} {'R':>6} {'F1':>6} {'right':>6} {'gold':>6} {'pred':>6}"]
    for layer, of in tallies.items():
        rows.append(f"{layer:20} {of.precision:6.3f} {of.recall:6.3f} {of.f1:6.3f} {of.right:6} {of.gold:6} {of.pred:6}")
    return "\n".join(rows)


def _shown(item: Item, text: str) -> str:
    """Return the item's words where the text is known, and its values."""
    place = ranges(item.get("content") or item.get("trigger") or (item if "start" in item else None))
    words = " | ".join(text[start:end] if text else f"{start}-{end}" for start, end in place)
    keys = ("type", "value", "actor", "via", "act", "form", "modality", "source", "target", "date", "status")
    return f"« {words} » " + " ".join(f"{key}={item[key]}" for key in keys if item.get(key))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 2 if there is no gold."""
    parser = argparse.ArgumentParser(description="Score predicted annotations against gold ones.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("pred", type=Path)
    parser.add_argument("--docs", type=Path, help="folder of the articles' texts (NAME.txt): errors are then shown in words")
    parser.add_argument("--errors", action="store_true", help="list every miss, spurious item and wrong value")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    gold, pred = load(asked.gold), load(asked.pred)
    if not gold:
        print(f"no gold in {asked.gold}", file=sys.stderr)
        return 2
    for name in sorted(gold.keys() - pred.keys()):
        print(f"not predicted: {name}", file=sys.stderr)
    texts = {file.stem: file.read_bytes().decode("utf-8") for file in asked.docs.glob("*.txt")} if asked.docs else {}

    def say(name: str, compared: Compared) -> None:
        for line in compared.errors(lambda item: _shown(item, texts.get(name, ""))) if asked.errors else ():
            print(f"{name}: {line}")

    tallies = score(gold, pred, say)
    figures = {layer: {"p": of.precision, "r": of.recall, "f1": of.f1, **vars(of)} for layer, of in tallies.items()}
    print(json.dumps(figures, indent=1) if asked.json else table(tallies))
    return 0


if __name__ == "__main__":
    sys.exit(main())
