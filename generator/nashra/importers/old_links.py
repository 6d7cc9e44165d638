"""Which file of the old site a link or a tag in its text names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from nashra.importers.old_site import OldSite

_MARKS = ("{filename}", "|filename|")
"""How Pelican's links to files begin."""
ENDINGS = (".md", ".markdown", ".mdx", ".mkd")
"""How the names of Markdown files end."""
_FOLDERS = ("", "content", "_posts", "source", "source/_posts", "posts", "_drafts")
"""Where stories lie, from an old site's folder."""
_LONGEST = 400


def story_named(written: str, near: Path, site: OldSite) -> Path | None:
    """Give the file that is named in the text of `near`, by its path or its name.

    Only what lies in the old site's folder, or beside the text, is ever given.
    """
    mark = next((mark for mark in _MARKS if written.startswith(mark)), "")
    name = unquote(written.removeprefix(mark)).strip()
    if not name.strip("/.") or len(name) > _LONGEST or "\0" in name:
        return None
    allowed = (site.root or near.parent).resolve()
    for path in _candidates(name, near, site.root):
        try:
            if path.is_file() and (found := path.resolve()).is_relative_to(allowed):
                return found
        except (OSError, RuntimeError):
            continue
    return None


def _candidates(name: str, near: Path, root: Path | None) -> Iterator[Path]:
    places = [] if name.startswith("/") else [near.parent]
    if root is not None:
        places += [root / folder for folder in _FOLDERS]
    below = name.strip("/")
    for place in places:
        if below.endswith(ENDINGS):
            yield place / below
            continue
        for ending in ENDINGS[:2]:
            yield place / f"{below}{ending}"
            yield place / below / f"index{ending}"
