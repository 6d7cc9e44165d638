"""One page of each kind of a built site, found by how addresses are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from tools.gates.finding import Built

_STORY = "*/20*/*/*/index.html"
_IS_STORY = 'class="story-main'
_WANTED: dict[str, tuple[str, Callable[[str], bool]]] = {
    "front": ("index.html", lambda _: True),
    "section": ("*/index.html", lambda html: 'class="section-front"' in html),
    "numbered": ("*/page/*/index.html", lambda _: True),
    "story": (_STORY, lambda html: 'class="story-picture"' in html),
    "opinion": (_STORY, lambda html: "kind-of-opinion" in html),
    "live": (_STORY, lambda html: "data-live=" in html),
    "ended live": (_STORY, lambda html: 'class="reports"' in html and "data-live=" not in html),
    "gallery": (_STORY, lambda html: 'class="gallery"' in html),
    "embed": (_STORY, lambda html: 'class="embed-ask' in html),
    "sound": (_STORY, lambda html: "<audio" in html),
    "table": (_STORY, lambda html: 'class="table"' in html),
    "corrected": (_STORY, lambda html: 'class="corrections"' in html),
    "archive": ("archive/index.html", lambda _: True),
    "month": ("archive/*/*/index.html", lambda html: 'class="calendar"' in html),
    "day": ("archive/*/*/*/index.html", lambda _: True),
    "thread": ("thread/*/index.html", lambda _: True),
    "corrections": ("corrections/index.html", lambda _: True),
    "author": ("author/*/index.html", lambda html: "portrait-big" in html),
    "tag": ("tag/*/index.html", lambda _: True),
    "page": ("*/index.html", lambda html: 'class="shell standing"' in html),
    "404": ("404.html", lambda _: True),
    "redirect": ("**/index.html", lambda html: 'http-equiv="refresh"' in html),
    "front of an edition": ("en/index.html", lambda _: True),
    "story of an edition": ("en/" + _STORY, lambda html: _IS_STORY in html),
}
"""Where each kind of page lies, and how the first that serves is known."""
_LEFT_OUT = ("en/", "assets/")


def find(output: Path) -> Built:
    """Give the first page of every kind that the site has, and the story with most in it."""
    pages: dict[str, str] = {}
    for kind, (pattern, serves) in _WANTED.items():
        files = _in_order(output, output.glob(pattern), editions=pattern.startswith("en/"))
        found = next((file for file in files if serves(file.read_text(encoding="utf-8"))), None)
        if found:
            pages[kind] = _address(found, output)
    stories = [
        file
        for file in _in_order(output, output.glob(_STORY), editions=False)
        if _IS_STORY in file.read_text(encoding="utf-8")
    ]
    if stories:
        fullest = max(stories, key=_variety)
        pages["fullest story"] = _address(fullest, output)
    return Built(output, pages)


def missing(built: Built) -> list[str]:
    """Give the kinds of which the site has no page, so that no gate looks at them."""
    return [kind for kind in _WANTED if kind not in built.pages]


def _variety(file: Path) -> int:
    """Give how many kinds of elements a page has."""
    return len(set(re.findall(r"<([a-z]\w*)", file.read_text(encoding="utf-8"))))


def _in_order(output: Path, files: Iterable[Path], *, editions: bool) -> list[Path]:
    return [
        file
        for file in sorted(files)
        if editions or not file.relative_to(output).as_posix().startswith(_LEFT_OUT)
    ]


def _address(file: Path, output: Path) -> str:
    return file.relative_to(output).as_posix().removesuffix("index.html")
