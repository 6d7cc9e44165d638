"""When to build: after a burst of saves has gone quiet, or at a moment that the site waits for.

Concurrency: `Cue._changed` guards the batch, the moment and the stop. Any thread may `note` and
`stop`; only the thread that builds may `expect` and `wait`. While it builds, notes gather, and so
give exactly one more build.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from threading import Condition

from nashra.serve.settings import Clock

_LONGEST = 20.0
"""Seconds after which the clock is read again: a machine that slept has missed the moment."""

_GROWTH = 10
"""So many times as long as other saves a file that grows is waited for."""


class Cause(StrEnum):
    """Why a wait is over."""

    FILES = "files"
    STYLES = "styles"
    """Nothing but style sheets was saved."""
    CLOCK = "clock"
    STOP = "stop"


class Batch:
    """Saves that belong together; times are seconds of any clock that never goes back."""

    def __init__(self, *, quiet: float, hold: float) -> None:
        self._quiet = quiet
        self._hold = hold
        self._first: float | None = None
        self._last = 0.0
        self._paths: dict[str, float] = {}
        """Each path, and when it was last told of."""

    def add(self, path: str, *, at: float) -> bool:
        """Take in a save; give whether it is the batch's first."""
        opens = self._first is None
        if self._first is None:
            self._first = at
        self._last = at
        self._paths[path] = at
        return opens

    @property
    def ready(self) -> float | None:
        """When the batch is to be built; nothing while it is empty."""
        if self._first is None:
            return None
        at_rest = min(self._paths.values()) + self._quiet
        held = max(self._first + self._hold, at_rest)
        return min(self._last + self._quiet, held, self._first + _GROWTH * self._hold)

    def take(self, *, at: float) -> tuple[Cause, frozenset[str]]:
        """Take what is at rest out of the batch; give what it was.

        A file that still grows stays for the next, and so does not hold up the others; where
        every one of them does, all are taken.
        """
        growing = {path: told for path, told in self._paths.items() if told > at - self._quiet}
        if len(growing) == len(self._paths):
            growing = {}
        paths = frozenset(self._paths.keys() - growing.keys())
        self._paths = growing
        self._first = at if growing else None
        styles = all(path.endswith(".css") for path in paths)
        return Cause.STYLES if styles else Cause.FILES, paths


class Cue:
    """Gathers saves, knows the next moment, and says when it is time to build."""

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        quiet: float = 0.02,
        hold: float = 0.5,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._ticks = ticks
        self._changed = Condition()
        self._batch = Batch(quiet=quiet, hold=hold)
        self._due: datetime | None = None
        self._met: datetime | None = None
        self._stopped = False
        self.saved: frozenset[str] = frozenset()
        """The paths that the last wait was ended by; only for the thread that waits."""

    def note(self, path: str) -> None:
        """Say that a path was saved, moved or removed."""
        with self._changed:
            if self._batch.add(path, at=self._ticks()):
                self._changed.notify()

    def stop(self) -> None:
        """End the present wait and every later one."""
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def expect(self) -> None:
        """Ask the clock for the next moment; call it after each build."""
        if self._clock is None:
            return
        due = self._clock.next_due()
        with self._changed:
            # A moment that has had its build and is still named would be built for ever.
            self._due = None if due == self._met else due

    def wait(self) -> Cause:
        """Wait for the next reason to build, or to stop."""
        with self._changed:
            while not self._stopped:
                if (left := self._left_to_batch()) is not None and left <= 0:
                    cause, self.saved = self._batch.take(at=self._ticks())
                    return cause
                until = self._left_to_moment()
                if until is not None and until <= 0:
                    self._met, self._due = self._due, None
                    self.saved = frozenset()
                    return Cause.CLOCK
                self._changed.wait(
                    min(wait for wait in (left, until, _LONGEST) if wait is not None)
                )
            return Cause.STOP

    def _left_to_batch(self) -> float | None:
        ready = self._batch.ready
        return None if ready is None else ready - self._ticks()

    def _left_to_moment(self) -> float | None:
        if self._clock is None or self._due is None:
            return None
        return (self._due - self._clock.now()).total_seconds()
