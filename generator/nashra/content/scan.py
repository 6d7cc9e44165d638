"""Which files `content/` holds, and which of them may have changed."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

from nashra.errors import ContentError, Problem, Words

READ_FOLDERS = ("authors", "articles", "pages")
"""The folders of `content/` whose Markdown files are entries; authors first, for their names."""
MEDIA_FOLDER = "media"
FRONT_FILE = "front.yaml"
"""What editors put where on the front page."""


def folders(editions: Iterable[str] = ()) -> dict[str, str]:
    """Give each folder of `content/` that is looked into, and how its files' names must end."""
    own = {f"{edition}/{folder}": ".md" for edition in editions for folder in READ_FOLDERS}
    return {**dict.fromkeys(READ_FOLDERS, ".md"), MEDIA_FOLDER: "", **own}


def single_files(editions: Iterable[str] = ()) -> list[str]:
    """Give each file that is looked for by its name, by its path from `content/`."""
    return [FRONT_FILE, *(f"{edition}/{FRONT_FILE}" for edition in editions)]


def folder_of(file: str, editions: Collection[str] = ()) -> tuple[str, str, str]:
    """Give the edition and the folder in which a file of content lies, and its path from there.

    A file that lies in no folder has an empty one.
    """
    _, _, path = file.partition("/")
    first, _, rest = path.partition("/")
    edition, path = (first, rest) if first and first in editions else ("", path)
    folder, slash, inner = path.partition("/")
    return (edition, folder, inner) if slash else (edition, "", folder)


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


def scan(content: Path, editions: Iterable[str] = ()) -> Iterator[Seen]:
    """Give every file of content that can become an entry, hidden ones left out.

    `editions` are the languages that have a folder of their own.

    Names are given in NFC; of two that differ in nothing else, the one that is not NFC stays as
    it is written, so that neither story is lost.

    Raises:
        ContentError: a folder or file may not be looked at, so that what it holds is unknown.

    """
    for name in single_files(editions):
        if seen := look_at(content / name, f"{content.name}/{name}", ""):
            yield seen
    for folder, suffix in folders(editions).items():
        yield from below(str(content / folder), f"{content.name}/{folder}", suffix)


def below(folder: str, name: str, suffix: str) -> Iterator[Seen]:
    """Give the files below one folder, known as `name`, whose own names end in `suffix`.

    Raises:
        ContentError: a folder or file may not be looked at.

    """
    for entry, written in _entries(folder, name):
        file = f"{name}/{written}"
        if entry.is_dir(follow_symlinks=False):
            yield from below(entry.path, file, suffix)
        elif seen := look_at(entry, file, suffix):
            yield seen


def look_at(entry: os.DirEntry[str] | Path, file: str, suffix: str) -> Seen | None:
    """Give one file, if there is one and its name ends in `suffix`.

    Raises:
        ContentError: it may not be looked at.

    """
    if not entry.name.lower().endswith(suffix) or not (stat := _stat(entry, file)):
        return None
    return Seen(file, os.fspath(entry), stat.st_size, stat.st_mtime_ns)


def is_hidden(name: str) -> bool:
    """Tell whether a file or folder is somebody's own affair, by its name."""
    return name.startswith((".", "~"))


def _entries(folder: str, name: str) -> list[tuple[os.DirEntry[str], str]]:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise ContentError([_closed(name, error)]) from error
    seen = [(entry, _readable(entry.name)) for entry in entries if not is_hidden(entry.name)]
    names = Counter(unicodedata.normalize("NFC", written) for _, written in seen)
    return sorted(
        ((entry, _proper(written, names)) for entry, written in seen), key=lambda pair: pair[1]
    )


def _readable(name: str) -> str:
    """Give a file's name as text, each byte of it that is not UTF-8 written out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _proper(written: str, names: Counter[str]) -> str:
    proper = unicodedata.normalize("NFC", written)
    return written if names[proper] > 1 else proper


def _stat(entry: os.DirEntry[str] | Path, file: str) -> os.stat_result | None:
    """Give what the file system says of a file; nothing of a folder, or a link to one or none."""
    if entry.name.endswith("~"):
        return None
    try:
        stat = entry.stat()
    except OSError as error:
        if entry.is_symlink() or isinstance(error, FileNotFoundError):
            return None
        raise ContentError([_closed(file, error)]) from error
    return None if S_ISDIR(stat.st_mode) else stat


def _closed(file: str, error: OSError) -> Problem:
    return Problem(
        file,
        None,
        Words("تعذر فتح هذا الموضع.", f"This cannot be opened: {error.strerror}."),
        Words(
            "صحح الأذونات ثم أعد البناء. الموقع السابق باق كما كان.",
            "Mend the permissions, then build again. The last site is still there.",
        ),
    )
