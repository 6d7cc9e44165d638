"""How long builds take, and how much memory: cold, unchanged, one story edited, one story added.

Each figure is the median of whole runs of the command in a new process. Sizes are arguments:
`python bench/run.py 1000 10000`.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT))

from bench.corpus import lay_out  # noqa: E402

RUNS = 3


def build(site: Path) -> float:
    """Build a site in a new process; give its seconds."""
    command = [sys.executable, "-m", "nashra", "build", "--quiet", "--site", str(site)]
    started = time.perf_counter()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def from_nothing(site: Path) -> None:
    """Leave no trace of earlier builds."""
    shutil.rmtree(site / "output", ignore_errors=True)
    shutil.rmtree(site / ".nashra", ignore_errors=True)


def edit_a_body(site: Path) -> None:
    """Add a word to an old story."""
    file = sorted((site / "content" / "articles").rglob("*.md"))[100]
    file.write_text(file.read_text(encoding="utf-8").rstrip() + " زيادة\n", encoding="utf-8")


def add_a_story(site: Path) -> None:
    """Publish a story of today."""
    folder = site / "content" / "articles" / "local" / "2026" / "11"
    number = len(list(folder.glob("new-*.md")))
    text = f"---\ntitle: خبر جديد {number}\ndate: 2026-11-21 10:{number:02}\n---\n\nنص الخبر.\n"
    (folder / f"new-{number}.md").write_text(text, encoding="utf-8")


def nothing(site: Path) -> None:
    """Change nothing."""


def measure(site: Path, before: Callable[[Path], None]) -> float:
    """Give the median seconds of a build after a change."""
    seconds = []
    for _ in range(RUNS):
        before(site)
        seconds.append(build(site))
    return statistics.median(seconds)


def main() -> None:
    """Measure every size that the command line names."""
    sizes = [int(argument) for argument in sys.argv[1:]] or [1000]
    changes = {
        "cold": from_nothing,
        "unchanged": nothing,
        "one body edited": edit_a_body,
        "one story added": add_a_story,
    }
    print(f"{'stories':>8}  " + "  ".join(f"{name:>16}" for name in changes) + "   peak memory")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            lay_out(site, size)
            row = [measure(site, before) for before in changes.values()]
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        figures = "  ".join(f"{seconds:>14.2f} s" for seconds in row)
        print(f"{size:>8}  {figures}   {peak:>8.0f} MB")


if __name__ == "__main__":
    main()
