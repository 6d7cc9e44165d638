"""The stories that a site already has, as an import learns from them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from nashra.importers.markdown_writer import front_and_body
from nashra.importers.suggestion import Known

_ARTICLES = "content/articles"
_NEWEST = 300
"""So many stories of each folder are read: by their paths, which bear year and month."""


def stories(root: Path) -> Iterator[Known]:
    """Give the newest stories of each section's folder of a site; what cannot be read is none."""
    place = root / _ARTICLES
    for folder in (
        sorted(path for path in place.iterdir() if path.is_dir()) if place.is_dir() else ()
    ):
        for path in islice(sorted(folder.rglob("*.md"), reverse=True), _NEWEST):
            if known := _known(path):
                yield known


def _known(path: Path) -> Known | None:
    try:
        front, body = front_and_body(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    section, tags = front.get("section"), front.get("tags")
    if not isinstance(section, str):
        return None
    said = "\n".join(str(front.get(key, "")) for key in ("kicker", "title", "summary"))
    return Known(
        section=section,
        tags=tuple(map(str, tags)) if isinstance(tags, list) else (),
        text=f"{said}\n{body}",
    )
