"""Files that are written whole or not at all."""

from __future__ import annotations

import secrets
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put bytes into a file and make the folders that it wants.

    Raises:
        OSError: there is no room, or no leave; what was there before is still there.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # a hidden name, which no scan of content takes for a story
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
