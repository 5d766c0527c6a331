"""Build a dossier and print the seconds of each stage and fold, as a line of JSON: ``python bench/stages.py INPUT DOSSIER JOBS``."""
from __future__ import annotations

import json
import sys
from pathlib import Path

from selon.app import build


def main(source: str, dossier: Path, jobs: int) -> None:
    """Build, and print."""
    report = build([source], dossier, jobs=jobs)
    print(json.dumps({"read": report.read, "left_out": report.left_out, "seconds": dict(report.seconds)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
