"""How far a long build is, for whoever waits at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from nashra.cli.speech import Speech
from nashra.errors import Words
from nashra.workers import WORTH_A_POOL
from nashra.workers import Progress as Told

_STAGES = (Words("قراءة", "Reading"), Words("كتابة", "Writing"))


@contextmanager
def shown(said: Speech, stages: Sequence[Words] = _STAGES) -> Iterator[Told]:
    """Show a bar for each long stage while the block runs; nothing where nobody looks."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _, __: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
    )
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        yield _Bars(progress, tuple(map(said.say, stages))).tell


@contextmanager
def nowhere() -> Iterator[Told]:
    """Show nothing."""
    yield lambda _, __: None


class _Bars:
    """A bar a stage; a stage has ended when the next one counts from the start again."""

    def __init__(self, progress: Progress, names: tuple[str, ...]) -> None:
        self._progress = progress
        self._names = iter(names)
        self._bar: TaskID | None = None
        self._done = 0

    def tell(self, done: int, total: int) -> None:
        """Take in how many things are done, of how many."""
        if self._bar is None or done <= self._done:
            name = next(self._names, "")
            visible = total >= WORTH_A_POOL
            self._bar = self._progress.add_task(name, total=total, visible=visible)
        self._done = done
        self._progress.update(self._bar, completed=done)
