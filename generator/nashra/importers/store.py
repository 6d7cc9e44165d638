"""The site's folder as an import sees it: what lies there, and what is put there."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from nashra.errors import ContentError, Problem
from nashra.importers import refusals
from nashra.whole import write_whole


class Store:
    """Reads and writes files by their paths from the site's folder."""

    def __init__(self, root: Path, *, dry_run: bool) -> None:
        self._root = root
        self._dry_run = dry_run
        self._unwritten: dict[str, bytes] = {}
        """What a dry run would have written, since later texts may want the same place."""

    def name(self, path: Path) -> str:
        """Give a file's path from the site's folder, NFC, with `/`; it may begin with `../`."""
        inner = os.path.relpath(path.parent.resolve() / path.name, self._root)
        readable = os.fsencode(inner).decode("utf-8", errors="replace")
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
            raise ContentError([refusals.unreadable(file, error)]) from error

    def copy(self, origin: Path, file: str) -> Problem | None:
        """Put a copy of a file in its place, unless one lies there; give what is wrong, if it is.

        Raises:
            ContentError: it cannot be written; what was there is as it was.

        """
        name = origin.as_posix()
        try:
            data = origin.read_bytes()
        except OSError:
            return refusals.no_attachment(file, name)
        there = self.read(file)
        if there is None:
            self.write(file, data)
        elif there != data:
            return refusals.attachment_differs(file, name)
        return None

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
            raise ContentError([refusals.unwritable(file, error)]) from error
