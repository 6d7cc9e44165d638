"""Small changes to a text that lies in several runs: a paragraph with bold words and links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """What takes the place of a stretch of the joined runs; an empty stretch is an insertion."""

    start: int
    end: int
    text: str


def applied(runs: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """Give the runs with every edit made; edits lie in order, apart, and each in one run.

    What is inserted between two runs goes to the first; a stretch that reaches over several is
    replaced in the first and taken out of the others.
    """
    result: list[str] = []
    waiting = list(edits)
    start = number = 0
    for run in runs:
        end, at, parts = start + len(run), start, list[str]()
        while number < len(waiting) and waiting[number].start <= end:
            edit = waiting[number]
            if edit.start == end and edit.end > end:
                break
            begin = max(edit.start, start)
            parts.append(run[at - start : begin - start])
            parts.append(edit.text if edit.start >= start else "")
            at = min(edit.end, end)
            if edit.end > end:
                break
            number += 1
        parts.append(run[at - start :])
        result.append("".join(parts))
        start = end
    return result
