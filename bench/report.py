"""What was measured, for the terminal and for the documentation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.charts import Bar, Series, bars, growth
from bench.figures import Figure, Figures

TITLES = {"nashra": "Nashra", "hugo": "Hugo", "pelican": "Pelican"}
TIMES = {
    "cold": "clean build",
    "same": "nothing changed",
    "edit": "one body edited",
    "add": "one story added",
    "serve": "save to served page",
}
_TEXT = Path(__file__).with_name("performance.md")


def line(figure: Figure) -> str:
    """Give a figure with every run, for whoever watches."""
    unit = "MB" if figure.measure == "memory" else "s"
    parts = [
        f"{figure.stories:>7,} {figure.measure:<6} {figure.tool:<8}",
        f"{figure.middle:9.3f} {unit}",
        "of " + " ".join(f"{value:.3f}" for value in figure.values),
    ]
    if figure.cpu:
        parts.append(f"[processors: {figure.middle_cpu:.2f} s]")
    parts += [f"{name}: {count:,}" for name, count in figure.counts.items()]
    return "  ".join(parts)


def table(figures: Figures, stories: int) -> list[list[str]]:
    """Give one size's figures in rows: the medians, and Nashra's over Hugo's."""
    rows = [["", *TITLES.values(), "Nashra ÷ Hugo"]]
    for measure, name in TIMES.items():
        found = [figures.find(stories, tool, measure) for tool in TITLES]
        rows.append(_row(name, [one.middle if one else None for one in found], "time"))
        if measure == "cold":
            spent = [one.middle_cpu if one else None for one in found]
            rows.append(_row("clean build, all processors' time", spent, "time"))
    found = [figures.find(stories, tool, "memory") for tool in TITLES]
    held = [one.middle if one else None for one in found]
    rows.append(_row("clean build, peak memory", held, "memory"))
    found = [figures.find(stories, tool, "cold") for tool in TITLES]
    files = [one.counts.get("files") if one else None for one in found]
    rows.append(_row("files of the built site", files, "count"))
    found = [figures.find(stories, tool, "add") for tool in TITLES]
    other = [sum(one.counts.values()) if one else None for one in found]
    rows.append(_row("files that one new story makes or changes", other, "count"))
    return [row for row in rows if any(row[1:])]


def terminal(figures: Figures, stories: int) -> str:
    """Give one size's figures as lines of text."""
    rows = table(figures, stories)
    rows[0][0] = f"{stories:,} stories"
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for first, *rest in rows:
        cells = [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        lines.append("  ".join([first.ljust(widths[0]), *cells]))
    return "\n".join(["", *lines, ""])


def write(figures: Figures, docs: Path) -> None:
    """Write the page of performance, and its charts."""
    sizes = figures.sizes()
    folder = docs / "performance"
    folder.mkdir(exist_ok=True)
    build = growth("Clean build (both axes by powers of ten)", _lines(figures, "cold"), "s")
    memory = growth("Peak memory of a clean build", _lines(figures, "memory"), "MB")
    edit = bars(
        "After an edit of one body: a new build; the page in the preview",
        [_edits(figures, stories) for stories in sizes],
    )
    for name, chart in {"clean": build, "memory": memory, "edit": edit}.items():
        (folder / f"{name}.svg").write_text(chart, encoding="utf-8")
    tables = "\n\n".join(_markdown(figures, stories) for stories in sizes)
    text = _TEXT.read_text(encoding="utf-8")
    for key, value in {
        **figures.machine,
        **_versions(),
        "tables": tables,
        "runs": _runs(figures),
    }.items():
        text = text.replace(f"{{{key}}}", value)
    (docs / "performance.md").write_text(text, encoding="utf-8")


def _runs(figures: Figures) -> str:
    found = [(stories, figures.find(stories, "nashra", "cold")) for stories in figures.sizes()]
    said = [f"{len(one.values)} with {stories:,} stories" for stories, one in found if one]
    return ", ".join(said)


def _versions() -> dict[str, str]:
    lines = _TEXT.with_name("rivals.txt").read_text(encoding="utf-8").split()
    pinned = (line.split("==") for line in lines)
    return {name.partition("[")[0]: version for name, version in pinned}


def _row(name: str, values: Sequence[float | None], kind: str) -> list[str]:
    ours, hugos, *_ = values
    ratio = f"{ours / hugos:.2g}" if ours and hugos else ""
    return [name, *(_written(value, kind) for value in values), ratio]


def _written(value: float | None, kind: str) -> str:
    if value is None:
        return ""
    if kind == "count":
        return f"{value:,.0f}"
    if kind == "memory":
        return f"{value:,.0f} MB"
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:,.3g} s"


def _markdown(figures: Figures, stories: int) -> str:
    head, *rows = table(figures, stories)
    head[0] = f"{stories:,} stories"
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _lines(figures: Figures, measure: str) -> list[Series]:
    lines = []
    for tool, name in TITLES.items():
        found = [figures.find(stories, tool, measure) for stories in figures.sizes()]
        points = tuple((float(one.stories), one.middle) for one in found if one)
        if points:
            lines.append(Series(tool, name, points))
    return lines


def _edits(figures: Figures, stories: int) -> tuple[str, list[Bar]]:
    group = []
    for measure, words in (("edit", "new build"), ("serve", "preview")):
        for tool, title in TITLES.items():
            if figure := figures.find(stories, tool, measure):
                value = _written(figure.middle, "time")
                group.append(Bar(tool, f"{title}, {words}", figure.middle, value))
    return f"{stories:,} stories", group
