"""One build at a time on a dossier: a lock that the system releases when its process ends, however it ends."""
from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selon.core.errors import StoreError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the only right to write a dossier, by a side file ``<dossier>-lock`` that names the process.

    raises: StoreError if another process holds it, or the side file cannot be written
    """
    side = path.resolve().with_name(path.name + "-lock")
    file = _acquire(side, path)
    try:
        os.ftruncate(file, 0)
        os.write(file, str(os.getpid()).encode())
        yield
    finally:
        if sys.platform != "win32":
            side.unlink(missing_ok=True)  # while it is held: whoever waits for it looks again
        os.close(file)


def _acquire(side: Path, path: Path) -> int:
    """Open and lock the side file; again if its holder removed it in between."""
    while True:
        try:
            file = os.open(side, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            message = f"no file can be made beside it: {error.strerror}"
            raise StoreError(message, where=str(path), fix="choose a folder that you may write in") from error
        if not _try_lock(file):
            holder = os.read(file, 20).decode("ascii", "replace").strip()
            os.close(file)
            message = f"process {holder or 'unknown'} is building it"
            raise StoreError(message, where=str(path), fix="wait until it is done, or stop that process")
        if _is_still(file, side):
            return file
        os.close(file)


def _is_still(file: int, side: Path) -> bool:
    """Whether the open file is the one of that name, and not one that its last holder removed."""
    try:
        return os.path.samestat(os.fstat(file), side.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> bool:
        os.lseek(file, 1 << 20, os.SEEK_SET)  # a byte that nobody reads: Windows would hide the number of the process
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # not flock: workers would inherit it and outlive us with it
        except OSError:
            return False
        return True
