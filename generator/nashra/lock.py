"""One command at a time for one place: the second waits, and in the end says who holds it up."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from nashra.errors import OutputError, Problem, Words

PATIENCE = 120.0
"""Seconds that a command waits for another."""
_PAUSE = 0.05

try:
    import fcntl
except ImportError:  # pragma: no cover — Windows has another way
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]

else:

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(folder: Path, *, patience: float = PATIENCE) -> Iterator[bool]:
    """Hold a folder's lock, and tell whether the last process to hold it was killed meanwhile.

    The system lets go of it however the process ends.

    Raises:
        OutputError: another process held it for longer than `patience` seconds, or the folder
            cannot be written.

    """
    with _opened(folder) as file:
        waited = 0.0
        while not _taken(file):
            if waited >= patience:
                raise OutputError([_busy(folder, file)])
            time.sleep(_PAUSE)
            waited += _PAUSE
        file.seek(0)
        was_killed = bool(file.read())
        file.truncate(0)
        with suppress(OSError):  # a full disk holds no name, and the lock holds all the same
            file.write(str(os.getpid()).encode())
        try:
            yield was_killed
        finally:
            file.truncate(0)


def _opened(folder: Path) -> IO[bytes]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / "lock").open("a+b", buffering=0)
    except OSError as error:
        what = Words(
            "تعذرت الكتابة في هذا المجلد.", f"This folder cannot be written: {error.strerror}."
        )
        remedy = Words("صحح أذوناته، أو احذفه.", "Mend its permissions, or delete it.")
        raise OutputError([Problem(folder.name, None, what, remedy)]) from error


def _taken(file: IO[bytes]) -> bool:
    try:
        _take(file)
    except OSError:
        return False
    return True


def _busy(folder: Path, file: IO[bytes]) -> Problem:
    file.seek(0)
    holder = file.read().decode(errors="replace") or "?"
    return Problem(
        f"{folder.name}/lock",
        None,
        Words(
            f"أمر آخر على هذا الموقع يعمل الآن (العملية {holder}).",
            f"Another command on this site is running (process {holder}).",
        ),
        Words("انتظر حتى ينتهي أو أوقفه.", "Wait until it ends, or stop it."),
    )
