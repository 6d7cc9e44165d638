"""Bytes into the output folder: whole files or none, and all of them late and at once.

Files are first laid beside the output, then moved in, so that a build that fails or is killed while
it renders leaves the last whole site. Nothing that the program did not write is ever removed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nashra.errors import OutputError, Problem, Words, cannot_write

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_MODE = 0o644


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
    """Give every file below the output folder by its target; hidden folders at its top left out.

    Raises:
        OutputError: the folder cannot be looked into, or is none.

    """
    found: dict[str, Stat] = {}
    waiting = [(str(folder), "")]
    while waiting:
        path, prefix = waiting.pop()
        try:
            entries = list(os.scandir(path))
        except FileNotFoundError:
            continue
        except OSError as error:
            raise OutputError([_cannot_write(folder, error)]) from error
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if prefix or not entry.name.startswith("."):
                    waiting.append((entry.path, f"{name}/"))
            else:
                stat = entry.stat(follow_symlinks=False)
                found[name] = Stat(stat.st_size, stat.st_mtime_ns)
    return found


def lay(staging: Path, target: str, data: bytes) -> Stat:
    """Lay a file's bytes beside the output, at its target; give it as it will lie in its place.

    Raises:
        OutputError: there is no room, or no leave, to write.

    """
    path = f"{staging}/{target}"
    if ".." in target.split("/"):
        raise OutputError([_outside(target)])
    try:
        descriptor = _new_file(path)
        try:
            written = 0
            while written < len(data):
                written += os.write(descriptor, data[written:] if written else data)
            stat = os.fstat(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise OutputError([_cannot_write(staging, error)]) from error
    return Stat(stat.st_size, stat.st_mtime_ns)


def _new_file(path: str) -> int:
    try:
        return os.open(path, _NEW_FILE, _MODE)
    except FileNotFoundError:
        _make_folder(path[: path.rindex("/")])
        return os.open(path, _NEW_FILE, _MODE)


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # noqa: PTH102 — thousands of times
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103


def staging_for(folder: Path, state: Path) -> Path:
    """Give where to lay files for an output folder: on its own disk, or they could not be moved."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    state.mkdir(parents=True, exist_ok=True)
    if _can_move(state, there):
        return state / "staging"
    if there == folder:
        return folder / ".staging"
    return folder.parent / f".{folder.name}-staging"


def _can_move(source: Path, place: Path) -> bool:
    """Tell whether files can be moved from one folder to another: asked of the system itself.

    Two folders of one disk may still lie apart, where one of them is mounted. Moving what is not
    there tells, and leaves nothing behind.
    """
    if source.stat().st_dev != place.stat().st_dev:
        return False
    try:
        (source / ".nothing").rename(place / ".nothing")
    except OSError as error:
        return error.errno != errno.EXDEV
    return True


def empty_staging(staging: Path) -> None:
    """Make an empty folder to lay files in.

    Raises:
        OutputError: it cannot be made.

    """
    try:
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError([_cannot_write(staging, error)]) from error


@contextmanager
def staging_area(staging: Path) -> Iterator[None]:
    """Have an empty folder to lay files in, and leave nothing of it behind.

    Raises:
        OutputError: it cannot be made.

    """
    empty_staging(staging)
    try:
        yield
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def move_in(folder: Path, staging: Path, targets: Iterable[str]) -> None:
    """Move what was laid into the output folder, in the order given.

    Where there is no output yet, the whole staging becomes it, at once.

    Raises:
        OutputError: the folder cannot be written; what was moved is whole.

    """
    try:
        if _is_empty(folder):
            folder.parent.mkdir(parents=True, exist_ok=True)
            staging.replace(folder)
            return
        ordered = list(targets)
        _make_folders(folder, {target.rpartition("/")[0] for target in ordered})
        for target in ordered:
            os.replace(f"{staging}/{target}", f"{folder}/{target}")  # noqa: PTH105 — thousands of times
    except OSError as error:
        raise OutputError([_cannot_write(folder, error)]) from error
    shutil.rmtree(staging, ignore_errors=True)


def _make_folders(top: Path, names: Iterable[str]) -> None:
    """Make every folder that is missing, or none: what is moved in then needs no more room."""
    made: list[Path] = []
    try:
        for name in sorted(names):
            missing = [path for path in _path_to(top / name) if not path.is_dir()]
            for path in missing:
                path.mkdir()
                made.append(path)
    except OSError:
        for path in reversed(made):
            path.rmdir()
        raise


def _path_to(folder: Path) -> list[Path]:
    """Give the folders that lead to one, the nearest that is there first."""
    path = [folder]
    while not path[-1].is_dir():
        path.append(path[-1].parent)
    return path[::-1]


def _is_empty(folder: Path) -> bool:
    """Tell whether there is nothing at a path that a folder could not take the place of."""
    if folder.is_symlink():
        return False
    try:
        return next(folder.iterdir(), None) is None
    except FileNotFoundError:
        return True


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


def _outside(target: str) -> Problem:
    return Problem(
        target,
        None,
        Words("يقع هذا خارج مجلد الموقع.", "This lies outside the output folder."),
        Words("صحح عنوان الصفحة.", "Correct the page's address."),
    )


def _cannot_write(folder: Path, error: OSError) -> Problem:
    return cannot_write(str(folder), str(error.strerror))
