"""How long builds take, how much memory they hold, and how soon a saved story can be read.

Nashra beside Hugo and Pelican, over the same stories with the same kinds of pages:

    python bench/run.py                    # 1,000 stories
    python bench/run.py 5000 --only cold   # another size, one measure
    python bench/run.py --full --json FILE # 1,000, 10,000 and 100,000; the figures go to a file
    python bench/run.py --charts --json FILE  # docs/performance.md from the figures of a file
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT))

from bench import report, tools  # noqa: E402
from bench.figures import Figures  # noqa: E402
from bench.measures import Newsroom  # noqa: E402

MEASURES = ("cold", "same", "edit", "add", "serve", "memory")
"""In the order in which they are taken: each leaves the sites fit for the next."""
FULL = (1_000, 10_000, 100_000)


def runs_at(stories: int) -> int:
    """Give how often a build of so many stories is timed."""
    return 5 if stories <= FULL[0] else 3 if stories <= FULL[1] else 1


def measure(arguments: argparse.Namespace, figures: Figures) -> None:
    """Take the measures that were asked for, and print them."""
    scratch = Path(tempfile.gettempdir()) / "nashra-bench"
    scratch.mkdir(exist_ok=True)
    chosen = tools.find(arguments.tools, scratch)
    for stories in arguments.sizes or (FULL if arguments.full else FULL[:1]):
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            newsroom = Newsroom(chosen, Path(folder), stories, scratch)
            for name in MEASURES:
                if name in arguments.only:
                    for figure in newsroom.measure(name, arguments.runs or runs_at(stories)):
                        figures.add(figure)
                        print(report.line(figure), flush=True)
                    if arguments.json:
                        figures.save(arguments.json)
        print(report.terminal(figures, stories), flush=True)


def some(of: tuple[str, ...], text: str) -> list[str]:
    """Give names that were written with commas between them.

    Raises:
        ArgumentTypeError: one of them is unknown.

    """
    names = text.split(",")
    if unknown := [name for name in names if name not in of]:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: know only {', '.join(of)}")
    return names


def main() -> None:
    """Measure, or write what was measured into the documentation."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, metavar="STORIES", help="1000 unless told")
    parser.add_argument("--full", action="store_true", help="1000, 10000 and 100000 stories")
    parser.add_argument("--runs", type=int, help="how often each build is timed")
    parser.add_argument(
        "--only",
        type=lambda text: some(MEASURES, text),
        default=MEASURES,
        metavar="A,B",
        help=f"some of {', '.join(MEASURES)}",
    )
    parser.add_argument(
        "--tools",
        type=lambda text: some(tools.NAMES, text),
        default=tools.NAMES,
        metavar="A,B",
        help=f"some of {', '.join(tools.NAMES)}",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures here as well")
    parser.add_argument(
        "--charts", action="store_true", help="measure nothing; write docs/performance.md from FILE"
    )
    arguments = parser.parse_args()
    # Asked to end, end like any error does: servers stop, and the sites are removed.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    figures = Figures.load(arguments.json) if arguments.json else Figures()
    if not arguments.charts:
        measure(arguments, figures)
    elif figures.sizes():
        report.write(figures, CHECKOUT / "docs")
    else:
        parser.error("--charts needs --json with a file of figures")


if __name__ == "__main__":
    main()
