"""Where each value of a YAML block stands, letter by letter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import yaml

from nashra.schema.as_meant import as_meant
from nashra.schema.plain_yaml import read_plain
from nashra.schema.yaml_text import INVISIBLE, Loader

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A text's place in the block that it was read from, its quotes left out."""

    path: Path
    """The keys that lead to it, as they are written, such as `("image", "alt")`."""
    start: int
    end: int


def places(block: str) -> list[Place]:
    """Give the place of every text of a block that `read_yaml` has read without a fault."""
    lines = block.split("\n")
    starts = _starts(lines)
    if read_plain(block.strip("\n")):
        return [
            place
            for line, start in zip(lines, starts, strict=False)
            for place in _plain(line, start)
        ]
    meant = as_meant(block)
    node = yaml.compose(meant, Loader)
    finder = _Finder(lines, meant.split("\n"), starts)
    return list(finder.below(node, ())) if node else []


def _plain(line: str, start: int) -> Iterator[Place]:
    """Give the place of the value of a line that is `key: value`, with or without quotes."""
    key, _, value = line.partition(":")
    text = value.strip(" ")
    if not text or text.startswith("["):
        return
    begin = start + len(key) + 1 + value.index(text)
    quoted = text[0] in "\"'"
    yield Place((key,), begin + quoted, begin + len(text) - quoted)


class _Finder:
    """Finds scalars in the block as it was written, where lines may have been put in quotes."""

    def __init__(self, lines: list[str], meant: list[str], starts: list[int]) -> None:
        self._lines = lines
        self._meant = meant
        self._starts = starts
        self._meant_starts = _starts(meant)

    def below(self, node: yaml.Node, path: Path) -> Iterator[Place]:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode):
                    name = str(key.value).strip(INVISIBLE + " ")
                    yield from self.below(value, (*path, name))
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                yield from self.below(item, (*path, index))
        elif isinstance(node, yaml.ScalarNode) and node.start_mark and node.end_mark:
            yield from self._scalar(node, path)

    def _scalar(self, node: yaml.ScalarNode, path: Path) -> Iterator[Place]:
        line, column = self._at(node.start_mark.index)
        last, end_column = self._at(node.end_mark.index)
        if self._lines[line] != self._meant[line]:
            after_key = self._lines[line].find(":") + 1
            column = self._lines[line].find(str(node.value), after_key)
            begin = self._starts[line] + column
            end = begin + len(str(node.value)) if column >= 0 else begin
        else:
            begin, end = self._starts[line] + column, self._starts[last] + end_column
            if node.style in {"'", '"'}:
                begin, end = begin + 1, end - 1
            elif node.style in {"|", ">"}:
                begin = self._starts[line + 1]
        if end > begin:
            yield Place(path, begin, end)

    def _at(self, index: int) -> tuple[int, int]:
        """Give the line and the column of a place in the block that YAML was given."""
        line = bisect_right(self._meant_starts, index) - 1
        return line, index - self._meant_starts[line]


def _starts(lines: list[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in lines), initial=0))
