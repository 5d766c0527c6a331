"""What ``selon build`` costs, against spaCy alone over the same texts in the same run.

    python bench/compare.py INPUT [--jobs N] [--repeat N]

Prints Markdown: whole-process wall time, processor time and peak memory of both (the median of the runs), their ratio, a second
build of the same input, and the seconds of each stage.
"""
from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from measure import Usage, measured

HERE = Path(__file__).parent
MIB = 2**20


@dataclass(frozen=True)
class Runs:
    """The runs of one command."""

    name: str
    runs: Sequence[Usage]

    def middle(self, of: Callable[[Usage], float]) -> float:
        return median(map(of, self.runs))

    def row(self, against: Runs | None = None) -> str:
        wall, cpu, peak = (self.middle(of) for of in MEASURES)
        ratio = f"{wall / against.middle(MEASURES[0]):.2f}" if against else "1"
        return f"| {self.name} | {wall:.2f} | {cpu:.2f} | {peak / MIB:.0f} | {ratio} |"


MEASURES: tuple[Callable[[Usage], float], ...] = (lambda run: run.wall_s, lambda run: run.cpu_s, lambda run: run.peak_bytes)


def compared(source: Path, jobs: int, repeat: int, work: Path) -> tuple[Runs, Runs, Runs]:
    """Run spaCy alone, a build and a second build in turn, so that a slow spell of the machine falls on all."""
    alone, builds, seconds = [], [], []
    for number in range(repeat):
        build = [sys.executable, "-m", "selon", "build", str(source), "-o", str(work / f"{number}.selon"), "--jobs", str(jobs)]
        alone.append(measured([sys.executable, str(HERE / "spacy_alone.py"), str(source), str(jobs)]))
        builds.append(measured(build))
        seconds.append(measured(build))
    return Runs("spaCy alone", alone), Runs("`selon build`", builds), Runs("the same build again", seconds)


def stage_seconds(source: Path, jobs: int, work: Path) -> Mapping[str, float]:
    """Return the seconds of each stage and fold, summed over processes."""
    run = measured([sys.executable, str(HERE / "stages.py"), str(source), str(work / "stages.selon"), str(jobs)])
    seconds: Mapping[str, float] = _last_json(run)["seconds"]
    return seconds


def report(source: Path, jobs: int, repeat: int) -> str:
    """Return everything as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        alone, builds, seconds = compared(source, jobs, repeat, Path(folder))
        stages = stage_seconds(source, jobs, Path(folder))
    counts = _last_json(alone.runs[0])
    rate = counts["tokens"] / builds.middle(MEASURES[0])
    size = ", ".join(f"{counts[what]:,} {what}" for what in ("articles", "characters", "tokens"))
    lines = [
        f"{size}; {jobs} process(es); median of {repeat}",
        "",
        "| whole process | wall, s | processor, s | peak memory, MiB | times spaCy's wall |",
        "| --- | --- | --- | --- | --- |",
        *(alone.row(), builds.row(alone), seconds.row(alone)),
        "",
        f"`selon build`: {rate:,.0f} tokens/s, loading the model included.",
        "",
        "| stage or fold | s, all processes | share |",
        "| --- | --- | --- |",
        *(f"| {name} | {spent:.2f} | {spent / sum(stages.values()):.0%} |" for name, spent in stages.items()),
    ]
    return "\n".join(lines)


def _last_json(run: Usage) -> dict[str, Any]:
    """Return the last line of what a command said, which is JSON."""
    read: dict[str, Any] = json.loads(run.out.strip().splitlines()[-1])
    return read


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description="Measure selon build against spaCy alone.")
    parser.add_argument("source", type=Path, metavar="INPUT", help="a folder of .txt files, or a .jsonl(.gz) file")
    parser.add_argument("--jobs", type=int, default=1, help="processes, for both")
    parser.add_argument("--repeat", type=int, default=3)
    asked = parser.parse_args()
    if not asked.source.exists():
        raise SystemExit(f"{asked.source}: no such file or folder\n  try: make bench INPUT=path/to/articles")
    print(report(asked.source, asked.jobs, asked.repeat))


if __name__ == "__main__":
    main()
