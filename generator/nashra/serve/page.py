"""What the preview adds to pages on their way out, and the two pages of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from nashra.errors import Words
from nashra.language import direction
from nashra.serve.newsroom import Waiting

OWN_FOLDER = "__nashra__"
"""The folder, below the base path, that belongs to the preview."""

_DOCUMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->)*<(?:!doctype|html)\b", re.IGNORECASE | re.DOTALL
)

_NO_PAGE = Words("لا توجد صفحة في هذا العنوان.", "There is no page at this address.")
_BUILDING = Words(
    "يُبنى الموقع الآن. تظهر الصفحة فور انتهائه.",
    "The site is being built. The page comes up as soon as it is done.",
)

_WAITING = Words("ما لا يراه القراء", "What readers do not see")
_NONE_WAITING = Words("كل الأخبار منشورة.", "Every story is public.")
_STYLE = (
    "body{font:1.25rem/1.8 system-ui;margin:4rem auto;max-width:40rem;padding:0 1rem}"
    "ul{list-style:none;padding:0}li{border-block-start:1px solid #ccc;padding-block:.5rem}"
    "p{margin:0}small{color:#555;overflow-wrap:anywhere}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a page in preview is told when it is sent."""

    build: str
    """The build that it was read from."""
    language: str
    band: str = ""
    """What it says above itself, if it says something."""
    follow: bool = False
    """Whether it goes to the story that was just saved."""
    desk: bool = False
    """Whether there is a newsroom to ask."""
    address: str = ""
    """Where it lies, from the site's root, if it is a story's."""


def script_tag(base_path: str, told: Told) -> str:
    """Give the element that ties a page to the preview."""
    data = {
        "build": told.build,
        "language": told.language,
        "base": base_path,
        "band": told.band,
        "follow": "yes" if told.follow else "",
        "desk": "yes" if told.desk else "",
        "story": told.address,
    }
    shown = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items() if value)
    return f'<script type="module" src="{escape(base_path)}{OWN_FOLDER}/reload.js"{shown}></script>'


def inject(html: bytes, tag: str) -> bytes:
    """Put an element at the end of a document's body; leave a fragment as it is."""
    place = html.lower().rfind(b"</body>")
    if place == -1:
        if not _DOCUMENT.match(html):
            return html
        place = len(html)
    return html[:place] + tag.encode() + html[place:]


def not_found(language: str) -> bytes:
    """Give the page for an address that leads nowhere, where the site has none of its own."""
    return _page(_NO_PAGE, language)


def building(language: str) -> bytes:
    """Give the page for a build that takes long; it asks again of itself."""
    return _page(_BUILDING, language, head='<meta http-equiv="refresh" content="1">')


def waiting(stories: Sequence[Waiting], language: str) -> bytes:
    """Give the page that lists the stories that no reader sees, each with a link to its page."""
    rows = "".join(
        f"<li><p><bdi>{escape(each.when)}</bdi> · {escape(each.state.in_language(language))}</p>"
        f'<p><a href="{escape(each.link)}" dir="auto">{escape(each.title)}</a></p>'
        f"<p><small><bdi>{escape(each.file)}</bdi></small></p></li>"
        for each in stories
    )
    return _page(_WAITING if stories else _NONE_WAITING, language, body=f"<ul>{rows}</ul>")


def _page(words: Words, language: str, *, head: str = "", body: str = "") -> bytes:
    shown = "en" if language.startswith("en") else "ar"
    sentence = escape(words.in_language(language))
    return (
        f'<!doctype html><html lang="{shown}" dir="{direction.of_language(shown)}"><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"{head}<title>{sentence}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{sentence}</h1>{body}</body></html>"
    ).encode()
