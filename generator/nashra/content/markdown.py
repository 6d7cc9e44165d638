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
from markdown.util import AMP_SUBSTITUTE
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from nashra.content.media_path import media_path
from nashra.content.plain_prose import PlainProse, plain_html
from nashra.language import direction
from nashra.model import BodyPart, Link, Prose, Related

_RELATED = "nashra-related"
_RELATED_BOX = re.compile(rf"<{_RELATED}>(.*?)</{_RELATED}>", re.DOTALL)
_ITEM_EDGE = re.compile(r"</?(?:ul|ol|li|p)>")
_ANCHOR = re.compile(r'<a [^>]*?href="([^"]*)"')
_TAG = re.compile(r"<[^>]+>")
_SHOWN = re.compile(r'<(?:img|video|audio|source)\b[^>]*?\ssrc="/media/([^"]+)"')
_FROM_ROOT = re.compile(r'(<[a-z]+\b[^>]*?\s(?:href|src)=")/(?!/)')
_ESCAPED = re.compile(r"\x02(\d+)\x03")
"""How the converter keeps a character that was written after a backslash."""
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|\?")
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
        return SubElement(parent, _RELATED if parent.tag == "div" else "div")

    def on_markdown(self) -> str:
        return "block"


class _RelatedBlocks(BlocksExtension):  # type: ignore[misc]
    def extendMarkdownBlocks(self, md: Markdown, block_mgr: object) -> None:  # noqa: N802
        md.block_level_elements.append(_RELATED)
        block_mgr.register(_RelatedBlock, self.getConfigs())  # type: ignore[attr-defined]


class _Addresses(Treeprocessor):
    """Percent-encodes addresses, and puts pictures of `content/media/` under `/media/`."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and (href := element.get("href")):
                if AMP_SUBSTITUTE not in href:
                    element.set("href", quote(_plain(href), safe=_SAFE))
            elif element.tag == "img" and (src := element.get("src")):
                element.set("src", _shown(_plain(src)))
                element.set("loading", "lazy")


def _plain(address: str) -> str:
    return _ESCAPED.sub(lambda mark: chr(int(mark[1])), address)


def _shown(src: str) -> str:
    return src if _ELSEWHERE.match(src) else "/media/" + quote(media_path(src))


class _AddressesExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_Addresses(md), "addresses", 5)


class Renderer:
    """One Markdown converter, made once and used for every body of one process."""

    def __init__(self, *, base_path: str, language: str = "ar") -> None:
        self._base_path = base_path
        arabic = language == "ar"
        turns_left = direction.of_language(language) == "rtl"
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
                _AddressesExtension(),
                PlainProse(),
            ],
            extension_configs={
                "tables": {"use_align_attribute": True},
                "footnotes": {
                    "BACKLINK_TITLE": "عودة إلى موضع الحاشية {}" if arabic else "Back to note {}",
                    "BACKLINK_TEXT": "&#8618;" if turns_left else "&#8617;",
                },
            },
            output_format="html",
        )

    def render(self, text: str) -> Body:
        """Turn a body's Markdown into its parts."""
        if (plain := plain_html(text)) is not None:
            return Body((Prose(plain),), (), len(text.split()))
        self._markdown.reset()
        whole = self._markdown.convert(text)
        media = dict.fromkeys(map(media_path, map(html.unescape, _SHOWN.findall(whole))))
        if self._base_path != "/" and "<" in whole:
            whole = _FROM_ROOT.sub(rf"\g<1>{self._base_path}", whole)
        return Body(tuple(_parts(whole)), tuple(media), len(text.split()))


def _parts(whole: str) -> Iterator[BodyPart]:
    end = 0
    for box in _RELATED_BOX.finditer(whole):
        if prose := whole[end : box.start()].strip():
            yield Prose(prose)
        items = (item.strip() for item in _ITEM_EDGE.split(box[1]))
        yield Related(tuple(_story(item) for item in items if item))
        end = box.end()
    if prose := whole[end:].strip():
        yield Prose(prose)


def _story(item: str) -> Link:
    anchor = _ANCHOR.search(item)
    label = html.unescape(_TAG.sub("", item)).strip()
    return Link(label, html.unescape(anchor[1]) if anchor else "")
