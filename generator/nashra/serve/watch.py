"""From the file system's events to the paths that matter.

`Scope` and `matters` are pure. `Watcher` is the shell around one watchdog observer; the observer
calls back on a thread of its own, and `Watcher.attend` is for the one thread that builds. The two
share `_moved`, a `threading.Event`, and nothing else.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from nashra.errors import NashraError, Problem, Words
from nashra.serve.telling import PROBE, any_silent, write_probe

_TELLING = frozenset({"created", "modified", "attrib", "closed", "moved", "deleted"})
"""The kinds of event after which a file may differ: not `opened`, not `closed_no_write`."""
_INSIDE = frozenset({"modified", "attrib"})
"""What a folder says when something in it has an event of its own."""

WATCHES, _INSTANCES = "fs.inotify.max_user_watches", "fs.inotify.max_user_instances"
_REACHED = {errno.ENOSPC: WATCHES, errno.EMFILE: _INSTANCES}
"""Which of Linux's limits an error tells of (inotify(7))."""
_ENOUGH = {WATCHES: 524_288, _INSTANCES: 1_024}
"""What is enough for a large site."""

_LOOK_AGAIN = 1.0
"""Seconds between two looks at all files, where nobody tells of them."""
_PATIENCE = 1.0
"""Seconds in which a system that tells of files has told of one."""

_NOISE = re.compile(
    r"""
    \..*                                                # hidden: .git, .nashra, .x.swp, .#x
    | .*~ | ~\$.* | \#.*\#                              # vim, Word, Emacs
    | 4913                                              # vim asks whether it may write here
    | .*\.(tmp|temp|swp|swx|part|partial|crdownload|download|pyc)
    | .*___jb_(tmp|old|bak)___                          # JetBrains
    | __pycache__ | Thumbs\.db | desktop\.ini
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which paths a build depends on."""

    watched: tuple[Path, ...]
    ignored: tuple[Path, ...] = ()

    def covers(self, path: Path) -> bool:
        """Whether a build may come out otherwise when what lies there differs."""
        if any(path.is_relative_to(folder) for folder in self.ignored):
            return False
        return self.carries(path) or any(
            path.is_relative_to(root) and not any(map(_is_noise, path.relative_to(root).parts))
            for root in self.watched
        )

    def carries(self, path: Path) -> bool:
        """Whether that is a watched folder or file, or a folder above one."""
        return any(root.is_relative_to(path) for root in self.watched)


def matters(event: FileSystemEvent, scope: Scope) -> Iterator[Path]:
    """Give the paths of an event that call for a build: none, its path, or both ends of a move."""
    if event.event_type not in _TELLING or (event.is_directory and event.event_type in _INSIDE):
        return
    for written in (event.src_path, event.dest_path):
        if written and scope.covers(path := Path(os.fsdecode(written))):
            yield path


class Watcher(FileSystemEventHandler):
    """One observer over a scope; tells of each path that calls for a build.

    Where the system tells of nothing, or not of what other machines write, it looks at the files
    once a second; with `poll` it does so in any case.
    """

    def __init__(self, scope: Scope, note: Callable[[str], None], *, poll: bool = False) -> None:
        self._scope = Scope(_resolved(scope.watched), _resolved(scope.ignored))
        self._note = note
        self._moved = threading.Event()
        self._heard = threading.Event()
        self._links: dict[Path, Path] = {}
        self.polls = poll or any_silent(self._scope.watched)
        """Whether it looks again and again; known once it has started."""
        self._observer = self._new_observer()

    def start(self) -> None:
        """Begin to watch.

        Raises:
            NashraError: the system allows no more watching.

        """
        self._begin()
        if not self.polls and self._is_deaf():
            self.stop()
            self.polls = True
            self._observer = self._new_observer()
            self._begin()

    def _new_observer(self) -> BaseObserver:
        return PollingObserver(timeout=_LOOK_AGAIN) if self.polls else Observer()

    def _begin(self) -> None:
        self._observer.start()
        try:
            self._schedule()
        except OSError as error:
            self.stop()
            raise NashraError([_cannot_watch(error)]) from error

    def _is_deaf(self) -> bool:
        folders = [path for path in self._scope.watched if path.is_dir()]
        return write_probe(folders) and not self._heard.wait(_PATIENCE)

    def attend(self) -> bool:
        """Watch what has come, or come again, since the last time; call it before each build.

        Gives whether all was watched meanwhile. If not, a build that follows has to look at
        everything to see what was saved while nobody watched.
        """
        if not self._moved.is_set():
            return True
        self._moved.clear()
        self._observer.unschedule_all()
        with contextlib.suppress(OSError):  # gone again: its parent tells when it is back
            self._schedule()
        return False

    def stop(self) -> None:
        """Stop watching and end the observer's threads."""
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on what matters; the observer's thread calls this."""
        if PROBE in os.fsdecode(event.src_path):
            self._heard.set()
        for path in matters(event, self._scope):
            if self._scope.carries(path) or path.is_symlink() or path in self._links.values():
                self._moved.set()
            self._note(str(path))
        for written in (event.src_path, event.dest_path):
            link = self._links.get(Path(os.fsdecode(written))) if written else None
            if link and event.event_type in _TELLING:
                self._note(str(link))

    def _schedule(self) -> None:
        self._links = linked_files(self._scope.watched)
        folders = watches(self._scope.watched)
        beyond = {real.parent for real in self._links} - folders.keys()
        for path, below in {**folders, **dict.fromkeys(sorted(beyond), False)}.items():
            self._observer.schedule(self, str(path), recursive=below)


def linked_files(watched: Iterable[Path]) -> dict[Path, Path]:
    """Give the files that links below some folders lead to, each with its link.

    What lies below a watched folder itself is left out: of that the system tells.
    """
    roots = [path for path in watched if path.is_dir()]
    links = [Path(entry.path) for root in roots for entry in _entries(root) if entry.is_symlink()]
    found = {link.resolve(): link for link in links if link.is_file()}
    return {
        real: link
        for real, link in found.items()
        if not any(real.is_relative_to(root) for root in roots)
    }


def _entries(root: Path) -> Iterator[os.DirEntry[str]]:
    waiting = [str(root)]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry


def watches(watched: Iterable[Path]) -> dict[Path, bool]:
    """Give the folders to watch, each with whether all below it is meant.

    Beside the watched folders themselves these are the nearest folders above what is watched, for
    a single file and for what is missing, removed or replaced.
    """
    watched = tuple(watched)
    folders = {path for path in watched if path.is_dir()}
    outermost = {path for path in folders if folders.isdisjoint(path.parents)}
    above = {next(parent for parent in path.parents if parent.is_dir()) for path in watched}
    near = {path for path in above if outermost.isdisjoint((path, *path.parents))}
    return dict.fromkeys(sorted(near), False) | dict.fromkeys(sorted(outermost), True)


def _is_noise(name: str) -> bool:
    return _NOISE.fullmatch(name) is not None


def _resolved(paths: Iterable[Path]) -> tuple[Path, ...]:
    # The system tells of real paths, also where a link led to them.
    return tuple(path.resolve() for path in paths)


def command_to_lift(limit: str) -> str:
    """Give the command that lifts one of Linux's limits of watching files."""
    return f"sudo sysctl {limit}={_ENOUGH[limit]}"


def _cannot_watch(error: OSError) -> Problem:
    limit = _REACHED.get(error.errno or 0)
    if not limit:
        return Problem(
            "",
            None,
            Words(
                "لا يسمح النظام بمراقبة مجلدات الموقع.",
                f"The system does not let us watch the site's folders: {error.strerror or error}.",
            ),
            Words("تحقق من أذونات المجلدات.", "Check the folders' permissions."),
        )
    command = command_to_lift(limit)
    return Problem(
        "",
        None,
        Words(
            "بلغت مراقبة الملفات حدها في هذا النظام.",
            f"The system's limit for watching files is reached ({limit}).",
        ),
        Words(
            f"نفّذ: {command}، أو أغلق برامج تراقب الملفات.",
            f"Run: {command}; or close other programs that watch files.",
        ),
    )
