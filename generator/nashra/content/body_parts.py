"""A converted body cut into its parts, where something that waits for data stands in it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

from nashra.content.blocks import embed, related
from nashra.model.body import BodyPart, Embed, Link, Prose, Related

TAGS = (embed.TAG, related.TAG)
_PART = re.compile(
    rf"<{related.TAG}>(?P<related>.*?)</{related.TAG}>"
    rf'|<{embed.TAG} address="(?P<address>[^"]*)" label="(?P<label>[^"]*)"'
    rf' provider="(?P<provider>[^"]*)">(?P<words>.*?)</{embed.TAG}>',
    re.DOTALL,
)
_ITEM_EDGE = re.compile(r"</?(?:ul|ol|li|p)(?: [^<>]*)?>")
_ANCHOR = re.compile(r'<a [^>]*?href="([^"]*)"')
_TAG = re.compile(r"<[^>]+>")


def parts(whole: str) -> Iterator[BodyPart]:
    """Give a body's parts in order; prose that is blank is none."""
    end = 0
    for part in _PART.finditer(whole):
        yield from _prose(whole[end : part.start()])
        if part["related"] is not None:
            items = (item.strip() for item in _ITEM_EDGE.split(part["related"]))
            yield Related(tuple(_story(item) for item in items if item))
        else:
            provider, address, label = map(
                html.unescape, part.group("provider", "address", "label")
            )
            yield Embed(provider, address, label)
            yield from _prose(part["words"])
        end = part.end()
    yield from _prose(whole[end:])


def as_html(part: BodyPart, base_path: str) -> str:
    """Give a part for a page that shows nothing but HTML."""
    match part:
        case Prose():
            return part.html
        case Embed():
            own = part.provider in {"video", "audio"}
            address = f"{base_path}media/{quote(part.address)}" if own else part.address
            return f"<p>{_link(part.title or part.address, address)}</p>"
        case Related():
            items = "".join(
                f"<li>{_link(story.label, story.address)}</li>" for story in part.stories
            )
            return f"<ul>{items}</ul>"


def _link(label: str, address: str) -> str:
    words = html.escape(label, quote=False)
    return f'<a href="{html.escape(address)}">{words}</a>' if address else words


def _prose(text: str) -> Iterator[Prose]:
    if text := text.strip():
        yield Prose(text)


def _story(item: str) -> Link:
    anchor = _ANCHOR.search(item)
    label = html.unescape(_TAG.sub("", item)).strip()
    return Link(label, html.unescape(anchor[1]) if anchor else "")
