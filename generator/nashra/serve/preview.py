"""The preview as a whole: a server on this thread, builds on another, until it is told to stop.

Concurrency: the calling thread runs the event loop, which alone answers requests. One more thread
builds, one build at a time, and makes the calls to `on_report`, `on_ready` and the clock. They meet
in `Cue` (a lock of its own) and `Broadcast` (handed over to the loop).
"""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

import uvicorn
from starlette.types import ASGIApp

from nashra.errors import NashraError, Problem, Words
from nashra.report import BuildReport
from nashra.serve.cue import Cause, Cue
from nashra.serve.listen import address, listen
from nashra.serve.newsroom import Saved
from nashra.serve.reload import Broadcast, only_styles
from nashra.serve.server import create_app
from nashra.serve.settings import Clock, PreviewSettings
from nashra.serve.watch import Scope, Watcher

Answer = TypeVar("Answer")

Build = Callable[[Collection[Path] | None], BuildReport]
"""Builds; told every path that may differ since the last build, or nothing if that is not known."""

_MANY = 1000
"""More saves at once than this, and looking everywhere is as quick, and surer."""
_FEW = 20
"""More saves at once than this are no writer's, and nobody is taken to one of them."""
_GRACE = 1
"""Seconds that requests, and then a running build, are given when the preview stops."""

_log = logging.getLogger("nashra.serve")


def preview(
    build: Build,
    settings: PreviewSettings,
    *,
    on_report: Callable[[BuildReport], None],
    on_ready: Callable[[str], None],
    clock: Clock | None = None,
) -> None:
    """Serve the output folder and build again on every save, until Ctrl-C or SIGTERM.

    `build` runs at once, then after each burst of saves and at each moment that the clock names,
    never twice at a time; it must leave whole files only. `on_report` is told of every build; one
    that raised has its problems and no figures. `on_ready` is told the site's address, once, after
    the first build. All three are called on the thread that builds.

    Raises:
        NashraError: there is no port to listen on, or the system does not let us watch.

    """
    Preview(build, settings, on_report=on_report, on_ready=on_ready, clock=clock).run()


class Preview:
    """A preview that can also be stopped from another thread."""

    def __init__(
        self,
        build: Build,
        settings: PreviewSettings,
        *,
        on_report: Callable[[BuildReport], None],
        on_ready: Callable[[str], None],
        clock: Clock | None = None,
    ) -> None:
        self._build = build
        self._settings = settings
        self._on_report = on_report
        self._on_ready = on_ready
        self._cue = Cue(clock)
        scope = Scope(settings.watched, (*settings.ignored, settings.output))
        self._watcher = Watcher(scope, self._cue.note, poll=settings.poll)
        self._stopping = threading.Event()

    def run(self) -> None:
        """Run until stopped; a preview runs once.

        Raises:
            NashraError: there is no port to listen on, or the system does not let us watch.

        """
        with closing(listen(self._settings.host, self._settings.port)) as listener:
            self._watcher.start()
            try:
                asyncio.run(self._serve(listener))
            finally:
                self._watcher.stop()

    def stop(self) -> None:
        """Let `run` return soon: from any thread, and from a signal's handler."""
        self._stopping.set()

    async def _serve(self, listener: socket.socket) -> None:
        broadcast = Broadcast(asyncio.get_running_loop())
        app = create_app(self._settings, broadcast)
        # A daemon, for a build cannot be cut short: one that outlives its grace ends with the
        # process, and the next build finishes its work.
        builder = threading.Thread(
            target=self._keep_up, args=(broadcast, listener), name="nashra-build", daemon=True
        )
        builder.start()
        try:
            await _Server(app, self._stopping, on_stop=broadcast.close).serve([listener])
        finally:
            broadcast.close()
            self._cue.stop()
            builder.join(_GRACE)

    def _keep_up(self, broadcast: Broadcast, listener: socket.socket) -> None:
        where = address(listener, self._settings.base_path)
        good = self._rebuild(broadcast, Cause.FILES, None)
        self._guarded(lambda: self._on_ready(where))
        while (cause := self._cue.wait()) is not Cause.STOP:
            saved = self._cue.saved
            known = self._watcher.attend() and good and len(saved) <= _MANY
            touched = frozenset(map(Path, saved)) if known else None
            # What a failed build left undone comes with the next: then pages may differ too.
            good = self._rebuild(broadcast, cause if good else Cause.FILES, touched)

    def _rebuild(
        self, broadcast: Broadcast, cause: Cause, touched: Collection[Path] | None
    ) -> bool:
        if cause is Cause.STYLES and self._settings.newsroom:
            broadcast.restyle()  # every page bears the address of its styles: building takes long
        broadcast.begin()
        report, good = self._outcome(touched)
        styles = only_styles(report, saved_styles=cause is Cause.STYLES)
        broadcast.finish(report, styles=styles, saved=self._story_among(touched))
        self._guarded(lambda: self._on_report(report))
        self._guarded(self._cue.expect)
        return good

    def _outcome(self, touched: Collection[Path] | None) -> tuple[BuildReport, bool]:
        try:
            return self._build(touched), True
        except NashraError as error:
            return BuildReport(problems=error.problems), False
        except Exception as error:  # noqa: BLE001 - the preview outlives any fault; this one is shown
            _log.exception("The build was stopped by a fault of the program.")
            return BuildReport(problems=(_fault(error),)), False

    def _story_among(self, touched: Collection[Path] | None) -> Saved | None:
        newsroom = self._settings.newsroom
        if newsroom is None or touched is None or len(touched) > _FEW:
            return None
        return self._guarded(lambda: newsroom.story_among(touched))

    def _guarded(self, call: Callable[[], Answer]) -> Answer | None:
        try:
            return call()
        except Exception:  # noqa: BLE001 - the preview outlives whoever listens and answers
            _log.exception("The preview goes on after a fault of the program.")
            return None


class _Server(uvicorn.Server):
    """Uvicorn that stops when told, ends the streams first, and does not raise the signal again."""

    def __init__(
        self,
        app: ASGIApp,
        stopping: threading.Event,
        *,
        on_stop: Callable[[], None],
    ) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                lifespan="off",
                ws="none",
                log_config=None,
                log_level="error",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=_GRACE,
            )
        )
        self._stopping = stopping
        self._on_stop = on_stop

    async def on_tick(self, counter: int) -> bool:
        if self._stopping.is_set():
            self.should_exit = True
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._on_stop()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {
            number: signal.signal(number, self.handle_exit)
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _fault(error: Exception) -> Problem:
    name = type(error).__name__
    return Problem(
        "",
        None,
        Words(
            f"توقف البناء لخطأ في البرنامج نفسه ({name}).",
            f"The build was stopped by a fault of the program itself ({name}).",
        ),
        Words(
            "التفاصيل في الطرفية. الموقع السابق باق كما كان.",
            "The terminal has the details. The last site is still there.",
        ),
        excerpt=str(error),
    )
