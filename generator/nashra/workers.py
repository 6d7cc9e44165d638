"""Work in batches, in this process or in several: the results are the same, in the same order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, wait
from types import TracebackType
from typing import Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

Progress = Callable[[int, int], None]
"""Told after each batch how many things are done, and of how many."""

WORTH_A_POOL = 400
"""How many pages or files repay the tenth of a second that starting processes takes."""
_BATCH = 100
_AHEAD = 3
"""How many batches wait for each process: enough to keep it busy, few enough to hold in memory."""


class Workers:
    """Some processes, started when there is first enough to do for them."""

    def __init__(self, jobs: int | None = None, progress: Progress | None = None) -> None:
        self._jobs = jobs or available()
        self._progress = progress or (lambda _, __: None)
        self._executor: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._executor:
            self._executor.shutdown(cancel_futures=True)

    def map(
        self, work: Callable[[Sequence[Item]], Result], items: Sequence[Item]
    ) -> Iterator[Result]:
        """Give what `work` makes of each batch of items, in order.

        `work` and the items must be fit to be pickled.
        """
        batches = [items[start : start + _BATCH] for start in range(0, len(items), _BATCH)]
        alone = self._jobs == 1 or len(items) < WORTH_A_POOL
        results = (
            map(work, batches)
            if alone
            else _ordered(self._started(), work, iter(batches), self._jobs * _AHEAD)
        )
        for done, result in enumerate(results, 1):
            yield result
            self._progress(min(done * _BATCH, len(items)), len(items))

    def each(self, work: Sequence[Callable[[], object]]) -> None:
        """Do a few things that take long, side by side; they must be fit to be pickled."""
        if self._jobs == 1 or len(work) == 1:
            for thing in work:
                thing()
        elif work:
            for future in [self._started().submit(thing) for thing in work]:
                future.result()

    def _started(self) -> Executor:
        if self._executor is None:
            context = multiprocessing.get_context(_start_method())
            self._executor = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin)
        return self._executor


def _begin() -> None:
    """Begin as a worker, and end with the process that it works for, however that ends.

    A worker that outlived it would wait for ever, and hold the site's lock meanwhile.
    """
    collect_seldom()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def collect_seldom() -> None:
    """Look for garbage seldom: what a build makes is freed without, and looking takes a tenth."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def available() -> int:
    """Give how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _start_method() -> str:
    """Give the quickest safe way: a fork of a process with threads may inherit a held lock."""
    forkable = "fork" in multiprocessing.get_all_start_methods()
    return "fork" if forkable and threading.active_count() == 1 else "spawn"


def _ordered(
    executor: Executor,
    work: Callable[[Sequence[Item]], Result],
    batches: Iterator[Sequence[Item]],
    ahead: int,
) -> Iterator[Result]:
    running: deque[Future[Result]] = deque()
    try:
        for batch in batches:
            running.append(executor.submit(work, batch))
            if len(running) >= ahead:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
    finally:
        for future in running:
            future.cancel()
        wait(running)
