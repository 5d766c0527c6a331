from __future__ import annotations

import os
import subprocess
import sys

import pytest

from selon.core.errors import StoreError
from selon.stores.lock import locked

HOLD = """
import sys, pathlib
from selon.stores.lock import locked
with locked(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    path = tmp_path / "a.selon"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as process:
        assert process.stdout.readline() == b"held\n"
        yield path, process
        process.kill()


def test_the_second_is_told_which_process_holds_it(holder):
    path, process = holder
    with pytest.raises(StoreError, match=f"process {process.pid} is building it"), locked(path):
        pass


def test_it_is_free_when_its_holder_is_killed(holder):
    path, process = holder
    process.kill()
    process.wait()
    with locked(path):
        pass
    assert list(path.parent.iterdir()) == []


def test_it_leaves_nothing_behind(tmp_path):
    for _ in range(2):
        with locked(tmp_path / "a.selon"):
            assert [file.name for file in tmp_path.iterdir()] == ["a.selon-lock"]
        assert list(tmp_path.iterdir()) == []
