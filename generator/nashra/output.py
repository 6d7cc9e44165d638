"""Bytes into the output folder: whole files or none, and all of them late and at once.

Files are first laid beside the output, then moved in, so that a build that fails or is killed while
it renders leaves the last whole site. Nothing that the program did not write is ever removed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from nashra.errors import OutputError, Problem, Words

_NUMBERS = count()


@dataclass(frozen=True, slots=True)
class Stat:
    """A written file as the file system shows it."""

    size: int
    modified: int
    """Nanoseconds since the epoch."""


def digest_of(data: bytes) -> str:
    """Give the hash by which outputs are compared."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def look(folder: Path) -> dict[str, Stat]:
    """Give every file below the output folder by its target; hidden folders at its top left out."""
    found: dict[str, Stat] = {}
    waiting = [(str(folder), "")]
    while waiting:
        path, prefix = waiting.pop()
        try:
            entries = list(os.scandir(path))
        except FileNotFoundError:
            continue
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if prefix or not entry.name.startswith("."):
                    waiting.append((entry.path, f"{name}/"))
            else:
                stat = entry.stat(follow_symlinks=False)
                found[name] = Stat(stat.st_size, stat.st_mtime_ns)
    return found


def lay(staging: Path, data: bytes) -> str:
    """Lay a file's bytes beside the output, under a name of its own; give the name.

    Raises:
        OutputError: there is no room, or no leave, to write.

    """
    name = f"{os.getpid()}-{next(_NUMBERS)}"
    try:
        (staging / name).write_bytes(data)
    except OSError as error:
        raise OutputError([_cannot_write(staging, error)]) from error
    return name


class Staging:
    """Files on their way into the output folder."""

    def __init__(self, folder: Path, staging: Path) -> None:
        """Make an empty staging folder.

        Raises:
            OutputError: it cannot be made.

        """
        self._folder = folder
        self._staging = staging
        self._made: set[Path] = set()
        try:
            shutil.rmtree(staging, ignore_errors=True)
            staging.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError([_cannot_write(staging, error)]) from error

    def move_in(self, staged: Iterable[tuple[str, str]]) -> dict[str, Stat]:
        """Move files, each a target and its name here, into the output folder, in that order.

        Gives each file as it lies there.

        Raises:
            OutputError: the folder cannot be written; what was moved is whole.

        """
        moved = {}
        try:
            for target, name in staged:
                place = self._folder / target
                self._make_folder(place.parent)
                (self._staging / name).replace(place)
                stat = place.stat()
                moved[target] = Stat(stat.st_size, stat.st_mtime_ns)
        except OSError as error:
            raise OutputError([_cannot_write(self._folder, error)]) from error
        shutil.rmtree(self._staging, ignore_errors=True)
        return moved

    def _make_folder(self, folder: Path) -> None:
        if folder not in self._made:
            folder.mkdir(parents=True, exist_ok=True)
            self._made.add(folder)


def remove(folder: Path, targets: Iterable[str]) -> list[str]:
    """Remove files that the program wrote, and the folders that this empties.

    Raises:
        OutputError: the folder cannot be written.

    """
    removed = []
    for target in targets:
        path = folder / target
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise OutputError([_cannot_write(folder, error)]) from error
        removed.append(target)
        _remove_empty(path.parent, folder)
    return removed


def _remove_empty(folder: Path, top: Path) -> None:
    while folder not in {top, folder.parent}:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _cannot_write(folder: Path, error: OSError) -> Problem:
    return Problem(
        str(folder),
        None,
        Words("تعذرت الكتابة في هذا المجلد.", f"This folder cannot be written: {error.strerror}."),
        Words(
            "أفسح مكانا على القرص أو صحح الأذونات، ثم أعد البناء. الموقع السابق باق كما كان.",
            "Make room on the disk or mend the permissions, then build again. "
            "The last site is still there.",
        ),
    )
