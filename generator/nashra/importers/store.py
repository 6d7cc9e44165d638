"""The site's folder as an import sees it: what lies there, and what is put there."""

from __future__ import annotations

import filecmp
import os
import shutil
import unicodedata
from contextlib import suppress
from itertools import count
from pathlib import Path

from nashra.errors import Problem
from nashra.importers import refusals
from nashra.whole import unfinished, write_whole


class Store:
    """Reads and writes files by their paths from the site's folder."""

    def __init__(self, root: Path, *, dry_run: bool) -> None:
        self._root = root
        self._dry_run = dry_run
        self._folders: dict[Path, str] = {}
        self._unwritten: dict[str, bytes] = {}
        """What a dry run would have written, since later texts may want the same place."""

    def name(self, path: Path) -> str:
        """Give a file's path from the site's folder, NFC, with `/`; it may begin with `../`."""
        folder = self._folders.get(path.parent)
        if folder is None:
            folder = os.path.relpath(path.parent.resolve(), self._root)
            self._folders[path.parent] = folder
        readable = os.fsencode(Path(folder, path.name)).decode("utf-8", errors="replace")
        return unicodedata.normalize("NFC", Path(readable).as_posix())

    def holds(self, file: str) -> bool:
        """Whether there is such a file."""
        return (self._root / file).is_file()

    def read(self, file: str) -> bytes | None:
        """Give a file's bytes, or nothing where no file is.

        Raises:
            ContentError: it cannot be opened.

        """
        if file in self._unwritten:
            return self._unwritten[file]
        try:
            return (self._root / file).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise refusals.NotNowError([refusals.unreadable(file, error)]) from error

    def copy(self, origin: Path, file: str) -> Problem | None:
        """Put a copy of a file in its place, unless one lies there; give what is wrong, if it is.

        Raises:
            ContentError: it cannot be written; what was there is as it was.

        """
        name, place = origin.as_posix(), self._root / file
        try:
            if not origin.is_file():
                return refusals.no_attachment(file, name)
            if place.is_file():
                same = filecmp.cmp(origin, place)
                return None if same else refusals.attachment_differs(file, name)
        except OSError:
            return refusals.no_attachment(file, name)
        if not self._dry_run:
            self._copy(origin, file)
        return None

    def put(self, data: bytes, file: str) -> Problem | None:
        """Put bytes in their place, unless others lie there; then give what is wrong.

        Raises:
            ContentError: it cannot be written; what was there is as it was.

        """
        there = self.read(file)
        if there is not None:
            return None if there == data else refusals.attachment_differs(file, file)
        self.write(file, data)
        return None

    def _copy(self, origin: Path, file: str) -> None:
        place = self._root / file
        temporary = unfinished(place)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(origin, temporary)
            temporary.replace(place)
        except OSError as error:
            raise refusals.NotNowError([refusals.unwritable(file, error)]) from error
        finally:
            with suppress(OSError):
                temporary.unlink()

    def move(self, origin: Path, to: str) -> None:
        """Move a file; another that lies there gets a number, and an equal one gives way.

        Raises:
            ContentError: it cannot be moved; it is where it was.

        """
        if self._dry_run:
            return
        place = self._root / to
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            if place.exists() and not filecmp.cmp(origin, place, shallow=False):
                numbers = (place.with_stem(f"{place.stem}-{number}") for number in count(2))
                place.rename(next(path for path in numbers if not path.exists()))
            origin.replace(place)
        except OSError as error:
            raise refusals.NotNowError([refusals.unwritable(to, error)]) from error

    def write(self, file: str, data: bytes) -> None:
        """Put a file in its place whole; a dry run only remembers it.

        Raises:
            ContentError: it cannot be written; what was there is as it was.

        """
        if self._dry_run:
            self._unwritten[file] = data
            return
        try:
            write_whole(self._root / file, data)
        except OSError as error:
            raise refusals.NotNowError([refusals.unwritable(file, error)]) from error
