"""Markdown to the parts of a body: ready HTML, and boxes that wait for other stories."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from nashra.content.plain_prose import PlainProse
from nashra.model import BodyPart, Link, Prose, Related

_RELATED = "nashra-related"
_RELATED_BOX = re.compile(rf"<{_RELATED}>(.*?)</{_RELATED}>", re.DOTALL)
_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_ANCHOR = re.compile(r'<a [^>]*?href="([^"]*)"')
_TAG = re.compile(r"<[^>]+>")
_ADDRESS_WITH_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|\?")
_SAFE = "/:@!$&'()*+,;=-._~?#%"


@dataclass(frozen=True, slots=True)
class Body:
    """A rendered body."""

    parts: tuple[BodyPart, ...]
    media: tuple[str, ...]
    """The files of `content/media/` that it shows, in order, once each."""
    words: int

    @property
    def html(self) -> str:
        """The prose alone, for pages that know no boxes."""
        return "\n".join(part.html for part in self.parts if isinstance(part, Prose))


class _RelatedBlock(Block):  # type: ignore[misc]
    """`/// related`: a list of headlines or links that becomes a box of stories."""

    NAME = "related"

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, _RELATED)

    def on_markdown(self) -> str:
        return "block"


class _RelatedBlocks(BlocksExtension):  # type: ignore[misc]
    def extendMarkdownBlocks(self, md: Markdown, block_mgr: object) -> None:  # noqa: N802
        md.block_level_elements.append(_RELATED)
        block_mgr.register(_RelatedBlock, self.getConfigs())  # type: ignore[attr-defined]


class _Addresses(Treeprocessor):
    """Puts the site's base path before root addresses, and finds the media that a body shows."""

    def __init__(self, md: Markdown, base_path: str) -> None:
        super().__init__(md)
        self.base_path = base_path
        self.media: dict[str, None] = {}

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and (href := element.get("href")):
                element.set("href", self._linked(href))
            elif element.tag == "img" and (src := element.get("src")):
                element.set("src", self._shown(src))
                element.set("loading", "lazy")

    def _linked(self, href: str) -> str:
        if href.startswith("/") and not href.startswith("//"):
            href = self.base_path + href[1:]
        return quote(href, safe=_SAFE)

    def _shown(self, src: str) -> str:
        if _ADDRESS_WITH_SCHEME.match(src):
            return src
        path = src.removeprefix("/").removeprefix("media/")
        self.media[path] = None
        return self.base_path + "media/" + quote(path)


class _AddressesExtension(Extension):
    def __init__(self, base_path: str) -> None:
        super().__init__()
        self.base_path = base_path

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_Addresses(md, self.base_path), "addresses", 5)


class Renderer:
    """One Markdown converter, made once and used for every body of one process."""

    def __init__(self, *, base_path: str) -> None:
        self._markdown = Markdown(
            extensions=[
                "abbr",
                "attr_list",
                "def_list",
                "fenced_code",
                "footnotes",
                "sane_lists",
                "tables",
                _RelatedBlocks(),
                _AddressesExtension(base_path),
                PlainProse(),
            ],
            output_format="html",
        )
        addresses = self._markdown.treeprocessors["addresses"]
        assert isinstance(addresses, _Addresses)
        self._addresses = addresses

    def render(self, text: str) -> Body:
        """Turn a body's Markdown into its parts."""
        self._markdown.reset()
        self._addresses.media = {}
        whole = self._markdown.convert(text)
        return Body(tuple(_parts(whole)), tuple(self._addresses.media), len(text.split()))


def _parts(whole: str) -> Iterator[BodyPart]:
    end = 0
    for box in _RELATED_BOX.finditer(whole):
        if prose := whole[end : box.start()].strip():
            yield Prose(prose)
        yield Related(tuple(map(_story, _ITEM.findall(box[1]))))
        end = box.end()
    if prose := whole[end:].strip():
        yield Prose(prose)


def _story(item: str) -> Link:
    anchor = _ANCHOR.search(item)
    label = html.unescape(_TAG.sub("", item)).strip()
    return Link(label, html.unescape(anchor[1]) if anchor else "")
