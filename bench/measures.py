"""The measures. Runs of the generators take turns, so that a busy machine is busy for all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import corpus
from bench.figures import Figure
from bench.processes import Spent, peak, timed
from bench.serving import latencies
from bench.tools import Tool, lay_out

EDITS = 10


class Newsroom:
    """The same stories as sites of several generators, and what is measured there."""

    def __init__(self, tools: Sequence[Tool], folder: Path, count: int, scratch: Path) -> None:
        sites = lay_out(tools, folder, count)
        self._count = count
        self._tools = [tool for tool in tools if tool.name in sites]
        self._sites = sites
        self._scratch = scratch
        self._stories = {
            tool.name: _old_story(sites[tool.name] / tool.stories, count) for tool in self._tools
        }
        self._built: set[str] = set()

    def measure(self, name: str, runs: int) -> list[Figure]:
        """Take one measure of every generator.

        Raises:
            CalledProcessError: a build failed.

        """
        tools = [tool for tool in self._tools if not tool.only or name in tool.only]
        if name == "memory":
            return [self._memory(tool) for tool in tools]
        if name == "serve":
            return [self._serve(tool) for tool in tools if tool.serve]
        change = {
            "cold": self._clean,
            "same": self._nothing,
            "edit": self._edit,
            "add": self._add,
        }[name]
        return self._in_turns(name, tools, runs, change)

    def _in_turns(
        self,
        name: str,
        tools: Sequence[Tool],
        runs: int,
        change: Callable[[Tool, int], None],
    ) -> list[Figure]:
        spent: dict[str, list[Spent]] = {tool.name: [] for tool in tools}
        for tool in tools:
            self._ready(tool)
        counts = {tool.name: self._changed(tool) for tool in tools if name == "add"}
        for number in range(1, runs + 1):
            for tool in tools:
                if number <= tool.most_runs:
                    change(tool, number)
                    spent[tool.name].append(self._build(tool))
        if name == "cold":
            counts = {tool.name: self._size(tool) for tool in tools}
        return [
            Figure(
                stories=self._count,
                tool=tool.name,
                measure=name,
                values=tuple(one.wall for one in spent[tool.name]),
                cpu=tuple(one.cpu for one in spent[tool.name]),
                counts=counts.get(tool.name, {}),
            )
            for tool in tools
        ]

    def _ready(self, tool: Tool) -> None:
        """Build once, untimed: the files are in memory, and Python's bytecode is there."""
        if tool.name not in self._built:
            self._build(tool)
            self._built.add(tool.name)

    def _build(self, tool: Tool) -> Spent:
        return timed(tool.build(self._sites[tool.name]), self._scratch)

    def _clean(self, tool: Tool, _: int) -> None:
        tool.clean(self._sites[tool.name])

    def _nothing(self, tool: Tool, _: int) -> None:
        """Change nothing."""

    def _edit(self, tool: Tool, number: int) -> None:
        with self._stories[tool.name].open("a", encoding="utf-8") as file:
            file.write(f"زيادة {number}\n")

    def _add(self, tool: Tool, number: int) -> None:
        tool.write(self._sites[tool.name], corpus.fresh(self._count + 1 + number))

    def _changed(self, tool: Tool) -> dict[str, int]:
        """Count what one more story makes and changes in the output."""
        output = self._sites[tool.name] / tool.output
        self._build(tool)
        before = _hashes(output)
        self._add(tool, 0)
        self._build(tool)
        after = _hashes(output)
        return {
            "new": len(after.keys() - before.keys()),
            "changed": sum(before[file] != after[file] for file in before.keys() & after.keys()),
            "gone": len(before.keys() - after.keys()),
        }

    def _memory(self, tool: Tool) -> Figure:
        site = self._sites[tool.name]
        self._ready(tool)
        tool.clean(site)
        most = peak(tool.build(site), self._scratch)
        return Figure(stories=self._count, tool=tool.name, measure="memory", values=(most,))

    def _serve(self, tool: Tool) -> Figure:
        self._ready(tool)
        story = self._stories[tool.name]
        seconds = latencies(tool, self._sites[tool.name], story, self._scratch, EDITS)
        return Figure(stories=self._count, tool=tool.name, measure="serve", values=tuple(seconds))

    def _size(self, tool: Tool) -> dict[str, int]:
        files = [
            file for file in (self._sites[tool.name] / tool.output).rglob("*") if file.is_file()
        ]
        return {"files": len(files), "bytes": sum(file.stat().st_size for file in files)}


def _old_story(folder: Path, count: int) -> Path:
    """Give the file of a story of the middle: on no front page, in no feed."""
    return next(folder.rglob(f"story-{count // 2}.md"))


def _hashes(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): hashlib.blake2b(file.read_bytes()).digest()
        for file in folder.rglob("*")
        if file.is_file()
    }
