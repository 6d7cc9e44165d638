"""The one name of a file of `content/media/`, however a writer spells it."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote


def media_path(written: str) -> str:
    """Give the path from `content/media/`: NFC, not percent-encoded, without the folder's name."""
    path = unicodedata.normalize("NFC", unquote(written))
    return path.removeprefix("/").removeprefix("media/")
