"""Which files `content/` holds, and which of them may have changed."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

READ_FOLDERS = ("authors", "articles", "pages")
"""The folders of `content/` whose Markdown files are entries; authors first, for their names."""
MEDIA_FOLDER = "media"


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as the file system shows it, unread."""

    file: str
    """The path from the site's folder, NFC, with `/`."""
    path: str
    """The path as the file system writes it."""
    size: int
    modified: int
    """Nanoseconds since the epoch."""

    @property
    def stamp(self) -> tuple[int, int]:
        """By what a changed file is known without reading it."""
        return self.size, self.modified


def scan(content: Path) -> Iterator[Seen]:
    """Give every file of content that can become an entry, hidden ones left out.

    Of two files whose names differ in their Unicode form alone, the one whose name is NFC is given.
    """
    for folder in (*READ_FOLDERS, MEDIA_FOLDER):
        suffix = "" if folder == MEDIA_FOLDER else ".md"
        yield from _walk(str(content / folder), f"{content.name}/{folder}", suffix)


def _walk(folder: str, name: str, suffix: str) -> Iterator[Seen]:
    for entry in _entries(folder):
        file = f"{name}/{unicodedata.normalize('NFC', entry.name)}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, file, suffix)
        elif entry.name.lower().endswith(suffix):
            try:
                stat = entry.stat()
            except OSError:
                continue
            if not S_ISDIR(stat.st_mode):
                yield Seen(file, entry.path, stat.st_size, stat.st_mtime_ns)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return []
    seen: dict[str, os.DirEntry[str]] = {}
    for entry in entries:
        if not entry.name.startswith((".", "~")) and not entry.name.endswith("~"):
            name = unicodedata.normalize("NFC", entry.name)
            if name not in seen or entry.name == name:
                seen[name] = entry
    return [seen[name] for name in sorted(seen)]
