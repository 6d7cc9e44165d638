"""From a request's path to a file of the output folder, and never to one outside it."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

_UTF_8 = "; charset=utf-8"
_TYPES = {
    ".atom": "application/atom+xml" + _UTF_8,
    ".avif": "image/avif",
    ".css": "text/css" + _UTF_8,
    ".csv": "text/csv" + _UTF_8,
    ".gif": "image/gif",
    ".htm": "text/html" + _UTF_8,
    ".html": "text/html" + _UTF_8,
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript" + _UTF_8,
    ".json": "application/json" + _UTF_8,
    ".m4a": "audio/mp4",
    ".map": "application/json" + _UTF_8,
    ".md": "text/markdown" + _UTF_8,
    ".mjs": "text/javascript" + _UTF_8,
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".rss": "application/rss+xml" + _UTF_8,
    ".svg": "image/svg+xml" + _UTF_8,
    ".ttf": "font/ttf",
    ".txt": "text/plain" + _UTF_8,
    ".vtt": "text/vtt" + _UTF_8,
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json" + _UTF_8,
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml" + _UTF_8,
    ".xsl": "application/xslt+xml" + _UTF_8,
}
# Not the system's own table: it differs from machine to machine.


class BadPathError(ValueError):
    """A request's path that no honest page asks for."""


def content_type(path: Path) -> str:
    """Give the content type of a file by its name, with `charset=utf-8` where it is text."""
    return _TYPES.get(path.suffix.lower(), "application/octet-stream")


def split(path: str) -> tuple[str, ...]:
    """Give the parts of a percent-encoded path, decoded, NFC; the last is empty for a folder.

    `/` gives one empty part.

    Raises:
        BadPathError: it is not UTF-8, has an empty part, or a part that is no plain name.

    """
    if not path.startswith("/"):
        raise BadPathError(path)
    parts = tuple(map(_decoded, path[1:].split("/")))
    if "" in parts[:-1]:
        raise BadPathError(path)
    return parts


def join(parts: tuple[str, ...]) -> str:
    """Give the percent-encoded path of its parts: what `split` takes apart."""
    return "/" + "/".join(quote(part, safe="") for part in parts)


def locate(folder: Path, parts: tuple[str, ...]) -> Path | None:
    """Give the file or folder that lies there; nothing where there is none, or a way out."""
    try:
        home = folder.resolve(strict=True)
        place = home.joinpath(*parts)
        real = place.resolve(strict=True)
    except (OSError, RuntimeError):  # missing, too long, no leave; a ring of links
        return None
    return place if real.is_relative_to(home) else None


def _decoded(written: str) -> str:
    # Taken apart at "/" first and decoded after, so that an encoded slash never parts a name.
    try:
        part = unquote_to_bytes(written).decode()
    except UnicodeDecodeError as error:
        raise BadPathError(written) from error
    if part in {".", ".."} or any(_forbidden(character) for character in part):
        raise BadPathError(written)
    return unicodedata.normalize("NFC", part)


def _forbidden(character: str) -> bool:
    return character in "/\\\x7f" or character < " "
