"""Commands in new processes: how long they take, and how much memory they and theirs hold."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")
_EVERY = 0.05
_SESSION = 3
"""Where a process's session stands in `/proc/PID/stat`, after its name."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Seconds of all processors, its own and its descendants'."""


def environment(scratch: Path) -> dict[str, str]:
    """Give the environment of commands: Python keeps its bytecode, as it does for anyone else."""
    kept = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(scratch / "bytecode")}


def timed(command: list[str], scratch: Path) -> Spent:
    """Run a command to its end.

    Raises:
        CalledProcessError: it failed.

    """
    os.sync()
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=said, stderr=subprocess.STDOUT, env=environment(scratch)
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, said.read())
    return Spent(wall, used.ru_utime + used.ru_stime)


def peak(command: list[str], scratch: Path) -> float:
    """Run a command to its end; give the most megabytes that its processes held together.

    A page of memory that several processes share counts once.

    Raises:
        CalledProcessError: it failed.

    """
    most = 0
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(scratch),
        start_new_session=True,
    ) as process:
        while process.poll() is None:
            most = max(most, sum(_share(pid) for pid in _of_session(process.pid)))
            time.sleep(_EVERY)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return most / 1024


def _of_session(session: int) -> Iterator[int]:
    for folder in _PROCESSES.iterdir():
        if folder.name.isdigit():
            try:
                after_name = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2]
            except (OSError, UnicodeDecodeError):
                continue
            if int(after_name.split()[_SESSION]) == session:
                yield int(folder.name)


def _share(pid: int) -> int:
    """Give the kilobytes of a process, what it shares divided by those who share it."""
    try:
        lines = (_PROCESSES / str(pid) / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
