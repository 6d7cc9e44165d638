"""What WordPress keeps as a post's text, as HTML: paragraphs, shortcodes, galleries, embeds."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

BLOCKS = "<!-- wp:"
"""What the text of the block editor has, and that of the classic editor has not."""

_BLOCK_TAG = (
    "address|article|aside|blockquote|details|div|dl|dd|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|"
    "tr|ul|audio|video"
)
_BEGINS_BLOCK = re.compile(rf"\s*</?(?:{_BLOCK_TAG})\b", re.IGNORECASE)
_ENDS_BLOCK = re.compile(rf"</?(?:{_BLOCK_TAG})\b[^<>]*>\s*\Z", re.IGNORECASE)
_KEPT = re.compile(r"(<(pre|script|style)\b.*?</\2>)", re.IGNORECASE | re.DOTALL)
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")
_HOSTS = re.compile(
    r"https?://(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitter\.com|x\.com|"
    r"t\.me|facebook\.com|instagram\.com|soundcloud\.com|tiktok\.com)/\S+\Z"
)
"""Addresses that WordPress shows as what lies there, where one stands alone on a line."""
_EMBED_BLOCK = re.compile(
    r'<div class="wp-block-embed__wrapper">\s*(https?://\S+?)\s*</div>', re.IGNORECASE
)
_OPENING = re.compile(r"\[(?P<slash>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:\s[^\[\]]*)?)/?\]")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
_PICTURE = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of the site's library."""

    address: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A post's text as HTML, and what of it could not be carried."""

    html: str
    lost: tuple[str, ...]


def as_html(content: str, library: Mapping[str, Attached]) -> Text:
    """Give a post's text as HTML that stands by itself; `library` has attachments by number."""
    lost: list[str] = []
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    text = _without_shortcodes(content, library, lost)
    if BLOCKS not in content:
        text = "".join(_in_paragraphs(text))
    text = _EMBED_BLOCK.sub(lambda found: _frame(html.unescape(found[1])), text)
    return Text(text, tuple(dict.fromkeys(lost)))


def _in_paragraphs(text: str) -> Iterator[str]:
    """Make paragraphs of the lines of the classic editor, as WordPress does when it shows them."""
    parts = _KEPT.split(text)
    for index, part in enumerate(parts):
        if index % 3 == 1:
            yield part
        elif index % 3 == 0:
            for paragraph in _EMPTY_LINES.split(part):
                yield _paragraph(paragraph)


def _paragraph(text: str) -> str:
    lines = [line.strip() for line in text.strip().split("\n")]
    if not any(lines):
        return ""
    made = ["<p>" if not _BEGINS_BLOCK.match(lines[0]) else ""]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        made.append(_frame(html.unescape(line)) if _HOSTS.match(line) else line)
        apart = _ENDS_BLOCK.search(line) or _BEGINS_BLOCK.match(following)
        made.append("<br>\n" if following and not apart else "\n")
    return "".join(made)


def _frame(address: str) -> str:
    return f'<iframe src="{html.escape(address)}"></iframe>'


def _without_shortcodes(text: str, library: Mapping[str, Attached], lost: list[str]) -> str:
    """Put HTML in the place of shortcodes; of those that nobody knows, what they enclose stays."""
    closed = {found["name"] for found in _OPENING.finditer(text) if found["slash"]}
    made: list[str] = []
    at = 0
    while found := _OPENING.search(text, at):
        made.append(text[at : found.start()])
        name, attributes = found["name"], _attributes(found["rest"])
        at = found.end()
        if name not in _KNOWN and not attributes and name not in closed:
            made.append(found[0])
            continue
        if found["slash"]:
            continue
        inner, end = _enclosed(text, at, name) if name in _ENCLOSING else ("", at)
        if name in _KNOWN:
            made.append(_KNOWN[name](attributes, inner, library))
            at = end
        else:
            lost.append(f"shortcode [{name}]")
    made.append(text[at:])
    return "".join(made)


def _enclosed(text: str, at: int, name: str) -> tuple[str, int]:
    closing = f"[/{name}]"
    end = text.find(closing, at)
    return (text[at:end], end + len(closing)) if end >= 0 else ("", at)


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(text)
    }


def _caption(attributes: Mapping[str, str], inner: str, _: Mapping[str, Attached]) -> str:
    picture = _PICTURE.search(inner)
    if picture is None:
        return inner
    caption = (inner[: picture.start()] + inner[picture.end() :]).strip()
    caption = caption or html.escape(attributes.get("caption", ""))
    return f"<figure>{picture[0]}<figcaption>{caption}</figcaption></figure>"


def _gallery(attributes: Mapping[str, str], _: str, library: Mapping[str, Attached]) -> str:
    numbers = attributes.get("ids", attributes.get("include", "")).replace(" ", "").split(",")
    shown = [library[number] for number in numbers if number in library]
    return f'<figure class="gallery">{"".join(map(_shown, shown))}</figure>' if shown else ""


def _shown(attached: Attached) -> str:
    alt, caption = html.escape(attached.alt), html.escape(attached.caption)
    return (
        f'<figure><img src="{html.escape(attached.address)}" alt="{alt}">'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _embedded(attributes: Mapping[str, str], inner: str, _: Mapping[str, Attached]) -> str:
    sources = ("src", "url", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "id")
    address = inner.strip() or next(filter(None, map(attributes.get, sources)), "")
    address = html.unescape(address)
    return _frame(address) if address.startswith(("http://", "https://")) else ""


_Maker = Callable[[Mapping[str, str], str, Mapping[str, Attached]], str]
_KNOWN: dict[str, _Maker] = {
    "caption": _caption,
    "wp_caption": _caption,
    "gallery": _gallery,
    "embed": _embedded,
    "video": _embedded,
    "audio": _embedded,
    "youtube": _embedded,
}
_ENCLOSING = frozenset(_KNOWN) - {"gallery"}
