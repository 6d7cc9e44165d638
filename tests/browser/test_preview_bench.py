"""The preview's figures, in small: what they must be is for the benchmark at its full size."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

BENCH = Path(__file__).parents[2] / "bench" / "preview_browser.py"


def test_the_benchmark_of_the_preview_prints_every_figure() -> None:
    done = subprocess.run(
        [sys.executable, BENCH, "100", "--edits", "3", "--rebuilds", "50"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    print(done.stdout)  # noqa: T201 - the figures are what it is for

    assert done.returncode == 0, done.stderr
    for figure in (
        r"save to text: median \d+ ms",
        r"style to colour: median \d+ ms",
        r"burst of 100 saves in [\d.]+ s: \d+ times told",
        r"with 200 listeners that never read: median \d+ ms",
        r"memory early \d+ MB, after 50 saves \d+ MB",
    ):
        assert re.search(figure, done.stdout), figure
