"""Run a command and measure the whole of it: wall time, processor time and peak memory, its children included."""
from __future__ import annotations

import resource
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass

import psutil

LOOK_EVERY_S = 0.2
DONE = (0, 3)
"""Exit codes of a run that ended as it should: 3 is ``selon build`` saying that a file of the folder is no article."""


@dataclass(frozen=True)
class Usage:
    """What a command took.

    cpu_s:      user and system time of the command and of every child that it waited for
    peak_bytes: the most memory that it and its children held at one look; shared pages count once
    """

    wall_s: float
    cpu_s: float
    peak_bytes: int
    out: str


def measured(command: Sequence[str]) -> Usage:
    """Run a command to its end.

    raises: SystemExit with what it said if it failed
    """
    before, began = _children_s(), time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        with subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT) as process:
            peak = _peak_bytes(process)
        wall = time.perf_counter() - began
        said.seek(0)
        out = said.read()
    if process.returncode not in DONE:
        raise SystemExit(f"{' '.join(command)}\nended with {process.returncode}:\n{out}")
    return Usage(wall, _children_s() - before, peak, out)


def _peak_bytes(process: subprocess.Popen[bytes]) -> int:
    """Look at the memory of a process and its children until it ends."""
    peak = 0
    while process.poll() is None:
        peak = max(peak, _held_bytes(process.pid))
        time.sleep(LOOK_EVERY_S)
    return peak


def _held_bytes(pid: int) -> int:
    """Return the memory that a process and its children hold now."""
    try:
        family = [parent := psutil.Process(pid), *parent.children(recursive=True)]
    except psutil.Error:
        return 0
    return sum(map(_share_bytes, family))


def _share_bytes(process: psutil.Process) -> int:
    """Return the proportional share of a process where the system tells it, else its resident memory; 0 if it is gone."""
    try:
        memory = process.memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(memory, "pss", memory.rss))


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
