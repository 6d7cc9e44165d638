"""Values as they were written, each key with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nashra.errors import Problem, Severity, Words

_VALUE = re.compile(r"\s*(?:-\s+)*[^\s:][^:]*:\s+(\S)")
"""A key, and where its value begins."""

Value = str | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Written:
    """A mapping as it was written, and where each of its keys stands."""

    file: str
    values: dict[str, Value]
    lines: dict[tuple[str | int, ...], int]
    """The line in the file of each key, by its path, such as `("image", "alt")`."""
    text: tuple[str, ...]
    """The file's lines, for excerpts."""

    def problem(
        self,
        path: tuple[str | int, ...],
        what: Words,
        remedy: Words,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Give a problem at a key, or at its nearest ancestor that has a line."""
        while path and path not in self.lines:
            path = path[:-1]
        line = self.lines.get(path)
        excerpt = excerpt_of(self.text, line)
        return Problem(self.file, line, what, remedy, excerpt, severity, _column_of_value(excerpt))


def _column_of_value(line: str) -> int | None:
    found = _VALUE.match(line)
    return found.start(1) + 1 if found else None


def excerpt_of(text: tuple[str, ...], line: int | None) -> str:
    """Give a line of a file by its number from 1, or nothing if it has no such line."""
    return text[line - 1].rstrip() if line and line <= len(text) else ""
