"""Two commands that write one place never run at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from nashra.errors import OutputError
from nashra.lock import held

_HOLD = "import time; from pathlib import Path; from nashra.lock import held\n"


def hold(state: Path, seconds: float) -> subprocess.Popen[str]:
    """Hold the lock in another process, for some seconds from when this returns."""
    script = (
        f"{_HOLD}with held(Path({str(state)!r})): print('held', flush=True); time.sleep({seconds})"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    with hold(tmp_path, 0.5) as first, held(tmp_path):
        assert first.poll() is not None or first.wait(timeout=5) == 0, "the first is done"


def test_in_the_end_it_says_who_holds_it(tmp_path: Path) -> None:
    with hold(tmp_path, 30) as first:
        with pytest.raises(OutputError, match=str(first.pid)), held(tmp_path, patience=0.1):
            pass
        first.kill()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    with hold(tmp_path, 30) as first:
        first.kill()
        first.wait()
        with held(tmp_path, patience=5) as was_killed:
            assert was_killed, "so what it left half-done can be cleared away"
        with held(tmp_path, patience=5) as was_killed:
            assert not was_killed
