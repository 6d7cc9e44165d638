"""Headings: below the page's own, each with an address of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from nashra.language.slug import slugify

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_KEPT = re.compile(r"\x02(?:(\d+)|[^\x02\x03]*)\x03")
"""What the converter keeps for later: a character by its number, or stashed HTML."""
_ID = re.compile(r'\bid="([^"]+)"')
_LATIN = "h-"
"""What an id of Latin letters alone begins with: such are the ids that themes use themselves."""
_HEADING = re.compile(
    r"(?:^|\n)(?P<level>#{2,6}|#(?![^\s#]))(?P<header>(?:\\.|[^\\#\n]|#++(?=[^#\n]))*+)#*(?:\n|$)"
)


class _HashHeadings(HashHeaderProcessor):
    """The library's own, but for `#وسم` at a line's start, which is a hashtag and no heading."""

    RE = _HEADING


class _Headings(Treeprocessor):
    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in _LEVELS]
        if not headings:
            return
        lower = int(any(heading.tag == "h1" for heading in headings))
        ids = _Ids(self._taken(root))
        for heading in headings:
            heading.tag = f"h{min(6, _LEVELS[heading.tag] + lower)}"
            if not heading.get("id") and (name := ids.of("".join(_text(heading)))):
                heading.set("id", name)

    def _taken(self, root: Element) -> Iterator[str]:
        for element in root.iter():
            if name := element.get("id"):
                yield name
        for raw in self.md.htmlStash.rawHtmlBlocks:
            if isinstance(raw, str):
                yield from _ID.findall(raw)


class _Ids:
    """The ids of one page."""

    def __init__(self, taken: Iterator[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def of(self, text: str) -> str:
        """Give an id that nothing else has; none if the text has no letter."""
        slug = slugify(text)
        name = base = _LATIN + slug if slug.isascii() and slug else slug
        while name in self._taken:
            number = self._next[base] = self._next.get(base, 1) + 1
            name = f"{base}-{number}"
        if name:
            self._taken.add(name)
        return name


def _text(element: Element) -> Iterator[str]:
    """Give what a reader reads of an element, its marks of footnotes apart."""
    yield _plain(element.text)
    for child in element:
        if child.tag != "sup" or not child.get("id", "").startswith("fnref"):
            yield from _text(child)
        yield _plain(child.tail)


def _plain(text: str | None) -> str:
    return _KEPT.sub(lambda kept: chr(int(kept[1])) if kept[1] else " ", text) if text else ""


class Headings(Extension):
    """Lowers headings below a page's own and gives them ids."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Come after inline patterns and after attributes that writers gave."""
        md.parser.blockprocessors.register(_HashHeadings(md.parser), "hashheader", 70)
        md.treeprocessors.register(_Headings(md), "headings", 6)
