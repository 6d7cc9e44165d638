"""The inbox as a place: what lies in it, what is at rest, and where a text goes once it is read."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nashra.errors import Problem
from nashra.importers.importer import Importer
from nashra.importers.receipts import RECEIPTS

INBOX = PurePosixPath("content/inbox")
"""The folder's path from the site's folder."""
IMPORTED = INBOX / "imported"
"""Where a text lies once its story is an article."""
REFUSED = INBOX / "refused"
"""Where a faulty text lies, beside a note that says why."""

_OF_PAGE = re.compile(r"(.+?)[_.](?:files|Dateien|fichiers|archivos)")
"""How browsers name the folder of what a saved page shows."""
_REST = 2.0
"""Seconds after which a file that nobody has touched is whole."""
_READ_ME = ("readme", "اقرأني")
"""How the name of a file begins that speaks of its folder."""


@dataclass(frozen=True, slots=True)
class Look:
    """A file at one moment."""

    size: int
    """In bytes."""
    changed: float
    """Seconds since the epoch."""


def look(path: Path) -> Look | None:
    """Look at a file; nothing where none is."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return Look(stat.st_size, stat.st_mtime)


def is_at_rest(now: Look | None, moment: float, *, before: Look | None = None) -> bool:
    """Tell a file that is whole from one that is still being written.

    It has not been touched for two seconds, or is what it was when it was looked at before.
    """
    if now is None:
        return False
    return now == before or abs(moment - now.changed) >= _REST


def find(folder: Path, importers: Sequence[Importer]) -> list[Path]:
    """Give every file below a folder that an importer may claim, sorted.

    Hidden files, notes on the folder itself, and what an inbox has done with are left out.
    """
    suffixes = {suffix for importer in importers for suffix in importer.suffixes}
    found = []
    for place, folders, files in os.walk(folder):
        saved = {name.rpartition(".")[0] for name in files if name.endswith((".html", ".htm"))}
        folders[:] = [
            name
            for name in folders
            if _is_shown(name) and not _is_done(place, name) and _page_of(name) not in saved
        ]
        found += [Path(place, name) for name in filter(_is_shown, files)]
    return sorted(
        path
        for path in found
        if path.suffix.lower() in suffixes and path.name != PurePosixPath(RECEIPTS).name
    )


def section_folder(file: str) -> str:
    """Give the folder of `content/inbox/<section>/…`, or nothing for a file that lies elsewhere."""
    if not is_waiting(file):
        return ""
    section, *below = PurePosixPath(file).relative_to(INBOX).parts
    return section if below else ""


def is_waiting(file: str) -> bool:
    """Tell whether a file, by its path from the site's folder, lies in the inbox to be imported."""
    path = PurePosixPath(file)
    done = path.is_relative_to(IMPORTED) or path.is_relative_to(REFUSED)
    return path.is_relative_to(INBOX) and path != INBOX and not done


def home(file: str, *, refused: bool = False) -> str:
    """Give where a text goes once it is read; one that lies outside the inbox stays."""
    if not is_waiting(file):
        return file
    below = PurePosixPath(file).relative_to(INBOX)
    return str((REFUSED if refused else IMPORTED) / below)


def note_of(file: str) -> str:
    """Give the path of the note that lies beside a refused text."""
    return f"{file}.why.txt"


def why(problems: Sequence[Problem]) -> str:
    """Say why a text was refused, and what to do: Arabic, and English below it."""
    return "\n\n".join(filter(None, map(_said, problems))) + "\n"


def _said(problem: Problem) -> str:
    line = f"{problem.line} │ {problem.excerpt.strip()}" if problem.excerpt else ""
    sentences = (
        problem.place,
        line,
        f"{problem.what.ar} {problem.remedy.ar}",
        f"{problem.what.en} {problem.remedy.en}",
    )
    return "\n".join(filter(None, sentences))


def _is_shown(name: str) -> bool:
    plain = unicodedata.normalize("NFC", name).lower()
    return not plain.startswith((".", "~", *_READ_ME))


def _page_of(folder: str) -> str | None:
    """Give the page of which browsers save the parts into a folder of this name."""
    found = _OF_PAGE.fullmatch(folder)
    return found[1] if found else None


def _is_done(place: str, name: str) -> bool:
    folder = Path(place, name).absolute()
    return any(folder.parts[-3:] == done.parts for done in (IMPORTED, REFUSED))
