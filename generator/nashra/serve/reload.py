"""What pages in browsers are told of builds, by server-sent events.

Concurrency: everything in a `Broadcast` is touched on its loop's thread alone, so there is no lock.
The thread that builds comes in by `begin` and `finish`, which hand over to the loop, in order.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import asdict

from nashra.errors import Problem, Severity
from nashra.report import BuildReport
from nashra.serve.newsroom import Saved

_KEEP_ALIVE = 15.0
"""Seconds of silence after which a stream says that it is alive, and so finds out who has gone."""
_RETRY = 500
"""Milliseconds after which a browser that lost its stream asks again."""
_MOST_PROBLEMS = 50
"""How many problems a page is shown, errors first; their number is told all the same."""


class Broadcast:
    """The state of the preview as pages know it, and the pages that listen."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        # A name of its own for every run: after a restart no page takes itself for a fresh one.
        self._run = secrets.token_hex(4)
        self._count = 0
        self._problems = _problems_data(())
        self._whole = asyncio.Event()
        self._whole.set()
        self._closed = False
        self._pages: set[asyncio.Queue[str | None]] = set()

    @property
    def build(self) -> str:
        """The name of the last build that changed the site."""
        return f"{self._run}.{self._count}"

    @property
    def listeners(self) -> int:
        """How many pages listen."""
        return len(self._pages)

    def begin(self) -> None:
        """Let requests wait: a build begins. From any thread."""
        self._hand_over(self._begin)

    def restyle(self) -> None:
        """Tell every page to ask for its style sheets as they are now. From any thread."""
        fresh = _event("styles", json.dumps({"mark": secrets.token_hex(4)}))
        self._hand_over(lambda: self._tell(fresh))

    def finish(self, report: BuildReport, *, styles: bool, saved: Saved | None = None) -> None:
        """Let requests through and tell every page what a build did. From any thread.

        `styles` says that nothing but style sheets differs; `saved` is the story that was saved,
        if one was: its page may differ though readers see none of it.
        """
        self._hand_over(lambda: self._finish(report, styles=styles, saved=saved))

    def close(self) -> None:
        """End every stream and every wait, for good."""
        self._closed = True
        self._whole.set()
        self._tell(None)

    async def whole(self, patience: float) -> bool:
        """Wait until no build runs, at most so many seconds; give whether none does."""
        try:
            async with asyncio.timeout(patience):
                await self._whole.wait()
        except TimeoutError:
            return False
        return not self._closed

    async def messages(self) -> AsyncIterator[str]:
        """Give one page's stream: how things stand, then what each build brings."""
        if self._closed:
            return
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._pages.add(queue)
        try:
            yield f"retry: {_RETRY}\n\n"
            yield _event("hello", json.dumps({"build": self.build}))
            yield _event("problems", self._problems)
            while True:
                try:
                    async with asyncio.timeout(_KEEP_ALIVE):
                        message = await queue.get()
                except TimeoutError:
                    message = ":\n\n"
                if message is None:
                    return
                yield message
        finally:
            self._pages.discard(queue)

    def _begin(self) -> None:
        if not self._closed:
            self._whole.clear()

    def _finish(self, report: BuildReport, *, styles: bool, saved: Saved | None) -> None:
        if report.added or report.changed or report.removed or saved:
            self._count += 1
            story = asdict(saved) if saved else None
            told = {"build": self.build, "styles": styles, "saved": story}
            self._tell(_event("reload", json.dumps(told)))
        if (problems := _problems_data(report.problems)) != self._problems:
            self._problems = problems
            self._tell(_event("problems", problems))
        self._whole.set()

    def _tell(self, message: str | None) -> None:
        for queue in self._pages:
            queue.put_nowait(message)

    def _hand_over(self, work: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody listens any more
            self._loop.call_soon_threadsafe(work)


def only_styles(report: BuildReport, *, saved_styles: bool) -> bool:
    """Whether pages may keep standing and only change their style sheets.

    `saved_styles` says that nothing but style sheets was saved since the last good build: pages
    then change only in the addresses of their style sheets.
    """
    moved = (*report.added, *report.removed)
    if not moved and not report.changed:
        return False
    if not all(target.endswith(".css") for target in moved):
        return False
    allowed = (".css", ".html") if saved_styles else (".css",)
    return all(target.endswith(allowed) for target in report.changed)


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"


def _problems_data(problems: Sequence[Problem]) -> str:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    notices = [problem for problem in problems if problem.severity is not Severity.ERROR]
    shown = [asdict(problem) for problem in (*errors, *notices)[:_MOST_PROBLEMS]]
    return json.dumps({"problems": shown, "errors": len(errors), "notices": len(notices)})
