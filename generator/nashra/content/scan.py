"""Which files `content/` holds, and which of them may have changed."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
    """Give every file of content that can become an entry, hidden ones left out."""
    for folder in (*READ_FOLDERS, MEDIA_FOLDER):
        suffix = "" if folder == MEDIA_FOLDER else ".md"
        yield from _walk(str(content / folder), f"{content.name}/{folder}", suffix)


def _walk(folder: str, name: str, suffix: str) -> Iterator[Seen]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith((".", "~")) or entry.name.endswith("~"):
            continue
        file = f"{name}/{unicodedata.normalize('NFC', entry.name)}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, file, suffix)
        elif entry.name.lower().endswith(suffix):
            try:
                stat = entry.stat()
            except FileNotFoundError:
                continue
            yield Seen(file, entry.path, stat.st_size, stat.st_mtime_ns)
