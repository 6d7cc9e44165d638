"""Opening a file where its writer works, at the line that is meant."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

CHOICE = "NASHRA_EDITOR"
"""The environment variable that names the program: `code --goto {file}:{line}:{column}`."""
_KNOWN = {
    "code": "code --goto {file}:{line}:{column}",
    "codium": "codium --goto {file}:{line}:{column}",
    "cursor": "cursor --goto {file}:{line}:{column}",
    "subl": "subl {file}:{line}:{column}",
    "zed": "zed {file}:{line}:{column}",
    "gedit": "gedit +{line} {file}",
    "kate": "kate --line {line} --column {column} {file}",
}
"""Programs with a window of their own that can be told a line: one of a terminal has none here."""
_OPENERS = {"darwin": "open {file}", "linux": "xdg-open {file}"}


def command_for(
    place: tuple[str, int, int],
    environment: Mapping[str, str],
    found: Callable[[str], str | None],
    system: str = sys.platform,
) -> list[str]:
    """Give the command that opens a file at a line and a column; none where nothing can.

    What the person chose comes first, then their `VISUAL` or `EDITOR` where it has a window, then
    such a program that is there, then whatever the system opens such a file with.
    """
    file, line, column = place
    pattern = environment.get(CHOICE) or _usual(environment, found) or _OPENERS.get(system, "")
    values = {"{file}": file, "{line}": str(line), "{column}": str(column)}
    words = shlex.split(pattern)
    if words and not any("{file}" in word for word in words):
        words.append("{file}")
    for mark, value in values.items():
        words = [word.replace(mark, value) for word in words]
    return words if words and found(words[0]) else []


def _usual(environment: Mapping[str, str], found: Callable[[str], str | None]) -> str:
    wished = (environment.get(name, "") for name in ("VISUAL", "EDITOR"))
    names = [PurePath(shlex.split(wish)[0]).stem for wish in wished if wish.strip()]
    return next((_KNOWN[name] for name in (*names, *_KNOWN) if name in _KNOWN and found(name)), "")


def open_file(path: Path, line: int, column: int, found: Callable[[str], str | None]) -> bool:
    """Open a file and do not wait; tell whether a program was started."""
    command = command_for((str(path), line, column), os.environ, found)
    try:
        if command:
            subprocess.Popen(  # noqa: S603 — the person's own program, and no shell
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            return True
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 — as a click on it would
            return True
    except OSError:
        return False
    return False
