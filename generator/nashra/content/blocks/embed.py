"""`/// embed | title`: a film, a sound or a post that lies elsewhere, or a file of one's own.

It becomes plain data, so that a theme can show a card that asks nothing of another site.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from nashra.content.media_path import media_path

TAG = "nashra-embed"
_HOSTS = {
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "youtube-nocookie.com": "youtube",
    "x.com": "x",
    "twitter.com": "x",
    "t.me": "telegram",
    "telegram.me": "telegram",
    "facebook.com": "facebook",
    "fb.watch": "facebook",
    "instagram.com": "instagram",
}
_VIDEO = (".mp4", ".webm", ".m4v", ".mov", ".ogv")
_AUDIO = (".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".aac", ".flac")
_STASHED_PARAGRAPH = re.compile(r"</?p>")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\(<?([^\s()<>]+)>?\)")
_WEB = re.compile(r"https?://[^\s<>]+")


class EmbedBlock(Block):  # type: ignore[misc]
    """An address on a line of its own; other lines are text, and follow the card."""

    NAME = "embed"
    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        """Begin what will be taken out of the text, or a paragraph with a link."""
        self.alone = parent is self.md.parser.root
        return SubElement(parent, TAG if self.alone else "div")

    def on_markdown(self) -> str:
        """Take the address as it is: a low line in it is no stress."""
        return "raw"

    def on_end(self, block: Element) -> None:
        """Tell address from words."""
        lines = _STASHED_PARAGRAPH.sub("", block.text or "").split("\n")
        address, label, words = _address_among([line.strip() for line in lines if line.strip()])
        title = self.argument or label
        block.text = None
        if not address:
            block.tag = "div"
            words = [self.argument, *words] if self.argument else words
        elif self.alone:
            block.attrib.clear()
            block.attrib.update(described(address, title))
        else:
            anchor = SubElement(SubElement(block, "p"), "a", {"href": _linked(address)})
            anchor.text = AtomicString(title or address)
        if words:
            SubElement(block, "p").text = "\n".join(words)


def provider_of(address: str) -> str:
    """Give who holds what lies at an address: a service, `video` or `audio` of one's own, `link`.

    Nothing if it is neither an address of the Web nor the name of a film or a sound.
    """
    if _WEB.fullmatch(address):
        try:
            host = (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.")
        except ValueError:
            return ""
        return _HOSTS.get(host, "link") if host else ""
    name = address.lower()
    if "://" in name or not name.endswith(_VIDEO + _AUDIO):
        return ""
    return "video" if name.endswith(_VIDEO) else "audio"


def described(address: str, title: str) -> dict[str, str]:
    """Give the attributes that carry an embed through the converter."""
    provider = provider_of(address)
    own = provider in {"video", "audio"}
    place = media_path(address) if own else address
    return {"address": place, "label": title, "provider": provider}


def _address_among(lines: list[str]) -> tuple[str, str, list[str]]:
    """Give the first address, the label that it was written with, and the other lines."""
    for at, line in enumerate(lines):
        if link := _LINK.fullmatch(line):
            label, address = link[1], link[2]
        else:
            label, address = "", line.removeprefix("<").removesuffix(">")
        if provider_of(address):
            return address, label, lines[:at] + lines[at + 1 :]
    return "", "", lines


def _linked(address: str) -> str:
    own = provider_of(address) in {"video", "audio"}
    return f"/media/{media_path(address)}" if own else address
