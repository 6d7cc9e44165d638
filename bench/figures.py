"""What was measured, kept in a file so that sizes and generators can be measured apart."""

from __future__ import annotations

import json
import os
import platform
import statistics
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measure of one generator at one size."""

    stories: int
    tool: str
    measure: str
    values: tuple[float, ...]
    """Seconds by the clock, or megabytes, of every run."""
    cpu: tuple[float, ...] = ()
    """Seconds of all processors."""
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def middle(self) -> float:
        """Give the median of the runs."""
        return statistics.median(self.values)

    @property
    def middle_cpu(self) -> float:
        """Give the median of the processors' seconds; 0 if they were not counted."""
        return statistics.median(self.cpu) if self.cpu else 0.0


class Figures:
    """All that was measured."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, str, str], Figure] = {}
        self.machine = {
            "cores": str(os.cpu_count()),
            "python": platform.python_version(),
            "system": platform.system(),
            "processor": platform.machine(),
        }

    def add(self, figure: Figure) -> None:
        """Keep a figure, in place of an earlier one of the same."""
        self._found[figure.stories, figure.tool, figure.measure] = figure

    def find(self, stories: int, tool: str, measure: str) -> Figure | None:
        """Give a figure, if it was measured."""
        return self._found.get((stories, tool, measure))

    def sizes(self) -> list[int]:
        """Give the sizes, the smallest first."""
        return sorted({stories for stories, _, _ in self._found})

    def save(self, file: Path) -> None:
        """Write everything to a file."""
        found = [asdict(figure) for _, figure in sorted(self._found.items())]
        text = json.dumps({"machine": self.machine, "figures": found}, indent=1)
        file.write_text(text + "\n", encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> Figures:
        """Read what `save` wrote; nothing, if there is no such file."""
        figures = cls()
        if file.is_file():
            kept = json.loads(file.read_text(encoding="utf-8"))
            figures.machine = kept["machine"]
            for one in kept["figures"]:
                values, cpu = tuple(one.pop("values")), tuple(one.pop("cpu"))
                figures.add(Figure(**one, values=values, cpu=cpu))
        return figures
