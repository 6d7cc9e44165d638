"""Which stretches of a Markdown text are code, and so mean what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})([^\n]*)")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_TICKS = re.compile(r"\\`|`+|\n[ \t]*\n")


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Give a text of which all but blocks and spans of code is changed.

    What is changed is a stretch between two pieces of code, never a line of it.
    """
    return "".join(part if is_code else change(part) for is_code, part in stretches(text))


def outside_blocks(text: str, change: Callable[[str], str]) -> str:
    """Give a text of which all but blocks of code is changed."""
    return "".join(part if is_code else change(part) for is_code, part in _blocks(text))


def stretches(text: str) -> Iterator[tuple[bool, str]]:
    """Give a text in pieces, each with whether it is code."""
    for is_code, part in _blocks(text):
        if is_code:
            yield True, part
        else:
            yield from _spans(part)


def _blocks(text: str) -> Iterator[tuple[bool, str]]:
    """Part blocks between fences from the rest; a fence that is not closed is text."""
    lines = _LINES.findall(text)
    begun, at = 0, 0
    unclosed: dict[str, int] = {}
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if fence is None or len(fence[1]) >= unclosed.get(fence[1][0], 1 << 30):
            at += 1
            continue
        end = _closing(lines, at + 1, fence[1])
        if end is None:
            unclosed[fence[1][0]] = len(fence[1])
            at += 1
            continue
        yield False, "".join(lines[begun:at])
        yield True, "".join(lines[at : end + 1])
        begun = at = end + 1
    yield False, "".join(lines[begun:])


def _closing(lines: list[str], at: int, mark: str) -> int | None:
    for number in range(at, len(lines)):
        line = lines[number].strip()
        if line.startswith(mark) and not line.strip(mark[0]):
            return number
    return None


def _spans(text: str) -> Iterator[tuple[bool, str]]:
    """Part spans between backticks, each run closed by the next of its length in its paragraph."""
    if "`" not in text:
        yield False, text
        return
    runs = [found for found in _TICKS.finditer(text) if found[0][0] != "\\"]
    closing: dict[int, int] = {}
    seen: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        run = runs[index][0]
        if run[0] == "\n":
            seen.clear()
            continue
        if len(run) in seen:
            closing[index] = seen[len(run)]
        seen[len(run)] = index
    begun, index = 0, 0
    while index < len(runs):
        if (end := closing.get(index)) is None:
            index += 1
            continue
        yield False, text[begun : runs[index].start()]
        yield True, text[runs[index].start() : runs[end].end()]
        begun, index = runs[end].end(), end + 1
    yield False, text[begun:]
