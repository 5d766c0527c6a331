"""The quality gate: build the samples, score them against the project's own gold, fail when a layer falls under its floor.

    python eval/gate.py [--pred FOLDER] [--raise]

Floors and the digest of the gold stand in ``floors.toml``. ``--raise`` pins better scores and never lowers one: lowering a floor,
or changing the gold in a way that costs points, is done by hand, in a commit of its own that says why.
"""
from __future__ import annotations

import argparse
import csv
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from score import Tally, load, score, table

HERE = Path(__file__).parent
GOLD, TEXTS, FLOORS = HERE / "gold" / "cuba-1962", HERE.parent / "samples" / "cuba-1962", HERE / "floors.toml"
SELON = (sys.executable, "-m", "selon")
MARGIN = 0.02
"""How far under the measured score a raised floor is set: one article more or less read right is not a regression."""


@dataclass(frozen=True)
class Floors:
    """What the scores are held to, and the gold for which that was measured."""

    digest: str
    floors: Mapping[str, float]

    @classmethod
    def read(cls, file: Path) -> Floors:
        known = tomllib.loads(file.read_text("utf-8"))
        return cls(known["gold_sha256"], known["floors"])

    def complaints(self, scores: Mapping[str, float], digest: str) -> list[str]:
        """Say what is under its floor, what has a floor and no score, and whether the gold is another."""
        said = [
            f"{layer}: {scores.get(layer, 0):.3f} is under its floor {floor:.3f}"
            for layer, floor in self.floors.items()
            if round(scores.get(layer, 0), 3) < floor
        ]
        if digest != self.digest:
            said.append(f"the gold changed: its digest is {digest}, floors.toml has {self.digest}")
        return said

    def raised(self, scores: Mapping[str, float], digest: str) -> Floors:
        """Return floors a margin under the scores where that is higher than they are."""
        pinned = {layer: max(self.floors.get(layer, 0), round(value - MARGIN, 3)) for layer, value in scores.items()}
        return Floors(digest, {layer: floor for layer, floor in {**self.floors, **pinned}.items() if floor > 0})

    def write(self, file: Path) -> None:
        """Write the file, its heading of ``#`` lines kept."""
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        heading = [line for line in lines if line.startswith("#")]
        floors = [f'"{layer}" = {floor:.3f}' for layer, floor in self.floors.items()]
        file.write_text("\n".join([*heading, "", f'gold_sha256 = "{self.digest}"', "", "[floors]", *floors, ""]), "utf-8")


def gold_digest(folder: Path) -> str:
    """Return a hash of the names and bytes of every gold file."""
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.json")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def dated_records(texts: Path) -> str:
    """Return the articles as JSON Lines, each with the date and the outlet that ``articles.tsv`` gives it."""
    with (texts / "articles.tsv").open(encoding="utf-8", newline="") as table:
        known = {row["name"]: row for row in csv.DictReader(table, delimiter="\t")}
    records = []
    for file in sorted(texts.glob("*.txt")):
        given = {key: known[file.stem][key] for key in ("date", "outlet") if known[file.stem][key]}
        records.append(json.dumps({"id": file.stem, "text": file.read_bytes().decode("utf-8"), **given}, ensure_ascii=False))
    return "\n".join(records) + "\n"


def predictions(texts: Path, work: Path) -> Path:
    """Build a dossier of the texts and export its annotations, as a user would; return their folder."""
    articles, dossier, folder = work / "articles.jsonl", work / "gate.selon", work / "annotations"
    articles.write_text(dated_records(texts), "utf-8")
    for command in (["build", str(articles), "-o", str(dossier)], ["export", str(dossier), "--to", "annotations", "-o", str(folder)]):
        done = subprocess.run([*SELON, *command], capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"selon {command[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return folder


def measured(pred: Path) -> dict[str, Tally]:
    """Score a folder of annotations against the project's gold."""
    return score(load(GOLD), load(pred))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 1 if a floor is broken or the gold is another."""
    parser = argparse.ArgumentParser(description="Score the samples and hold every layer to its floor.")
    parser.add_argument("--pred", type=Path, help="annotations to score; without it the samples are built and exported")
    parser.add_argument("--raise", dest="pin", action="store_true", help="pin the scores that are better than their floors")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as work:
        tallies = measured(asked.pred or predictions(TEXTS, Path(work)))
    scores, digest, floors = {layer: of.f1 for layer, of in tallies.items()}, gold_digest(GOLD), Floors.read(FLOORS)
    print(table(tallies))
    if asked.pin and not any("under its floor" in each for each in floors.complaints(scores, digest)):
        floors.raised(scores, digest).write(FLOORS)
        floors = Floors.read(FLOORS)
    complaints = floors.complaints(scores, digest)
    for each in complaints:
        print(each, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
