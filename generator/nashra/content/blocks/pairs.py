"""The marks of blocks, in pairs: what is not closed is text, and its writer is told."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from markdown import Markdown
from markdown.preprocessors import Preprocessor

_UNSEEN = "[\u200e\u200f\u061c]*"
_OPEN = re.compile(
    rf"[ ]{{0,3}}{_UNSEEN}(/{{3,}})[ ]*([^\s|/]+(?:[ ][^\s|/]+)*)[ ]*(?:\|[ ]*([^\n]*))?"
)
_CLOSE = re.compile(rf"[ ]{{0,3}}{_UNSEEN}(/{{3,}})[ ]*")

_DEEPEST = 10
"""How many blocks may lie in one another."""


class Fault(StrEnum):
    """What is wrong with a mark."""

    UNKNOWN = "unknown"
    NOT_CLOSED = "not closed"
    NOT_OPENED = "not opened"


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A mark that begins or ends no block, and stays text."""

    fault: Fault
    line: str
    """The line, as it is written."""
    earlier: int
    """How many lines before it are the same."""


@dataclass(slots=True)
class _Opened:
    at: int
    mark: str
    name: str
    argument: str | None
    earlier: int
    height: int = 0
    """How many blocks lie in this one, one within another."""


class Pairs(Preprocessor):
    """Makes marks fit one another: those of an outer block get longer, those of none get text."""

    def __init__(self, md: Markdown, names: frozenset[str]) -> None:
        super().__init__(md)
        self._names = names
        self.misplaced: list[Misplaced] = []
        """What was found in the last body."""

    def run(self, lines: list[str]) -> list[str]:
        """Mend the marks of a body."""
        self.misplaced.clear()
        if not any("///" in line for line in lines):
            return lines
        return self._paired(lines)

    def _paired(self, lines: list[str]) -> list[str]:
        given = list(lines)
        opened: list[_Opened] = []
        seen: Counter[str] = Counter()
        for at, line in enumerate(lines):
            if "///" not in line:
                continue
            earlier = seen[line]
            seen[line] += 1
            if begun := _OPEN.fullmatch(line):
                if len(opened) == _DEEPEST:
                    self._as_text(opened.pop(0), given)
                opened.append(_Opened(at, begun[1], begun[2].lower(), begun[3], earlier))
            elif (ended := _CLOSE.fullmatch(line)) and not self._closed(
                ended[1], at, opened, given
            ):
                self.misplaced.append(Misplaced(Fault.NOT_OPENED, line, earlier))
        for left in opened:
            self._as_text(left, given)
        return given

    def _closed(self, mark: str, at: int, opened: list[_Opened], given: list[str]) -> bool:
        """Close the innermost block that was opened by the same mark, if there is one."""
        place = next((n for n in reversed(range(len(opened))) if opened[n].mark == mark), None)
        if place is None:
            return False
        block = opened[place]
        for left in opened[place + 1 :]:
            self._as_text(left, given)
        del opened[place:]
        if block.name not in self._names:
            self._as_text(block, given)
            return True
        longer = "/" * (3 + block.height)
        argument = f" | {block.argument}" if block.argument else ""
        given[block.at] = f"{longer} {block.name}{argument}"
        given[at] = longer
        for outer in opened:
            outer.height = max(outer.height, block.height + 1)
        return True

    def _as_text(self, block: _Opened, given: list[str]) -> None:
        known = block.name in self._names
        fault = Fault.NOT_CLOSED if known else Fault.UNKNOWN
        self.misplaced.append(Misplaced(fault, given[block.at], block.earlier))
        if known:
            given[block.at] = "\\" + given[block.at].lstrip(" \u200e\u200f\u061c")
