"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

_UNFINISHED = re.compile(r"\.[0-9a-f]{16}\.tmp")


def write_whole(path: Path, data: bytes) -> None:
    """Put bytes into a file and make the folders that it wants.

    Raises:
        OSError: there is no room, or no leave; what was there before is still there.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = unfinished(path)
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def unfinished(path: Path) -> Path:
    """Give the name of a file until it is whole: a hidden one, which no scan takes for a story."""
    return path.with_name(f".{secrets.token_hex(8)}.tmp")


def remove_unfinished(folder: Path) -> None:
    """Remove what a process left behind that was killed while it wrote; nobody may be writing."""
    for place, _, names in os.walk(folder):
        for name in filter(_UNFINISHED.fullmatch, names):
            with suppress(OSError):
                Path(place, name).unlink()
