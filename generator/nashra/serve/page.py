"""What the preview adds to pages on their way out, and the two pages of its own."""

from __future__ import annotations

import re
from html import escape

from nashra.errors import Words
from nashra.language import direction

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


def script_tag(base_path: str, *, build: str, language: str, band: str = "") -> str:
    """Give the element that ties a page to the preview; `build` is the build it was read from.

    `band` is what every page says of the whole preview, if it says something.
    """
    told = f' data-band="{escape(band)}"' if band else ""
    return (
        f'<script src="{escape(base_path)}{OWN_FOLDER}/reload.js" data-build="{escape(build)}"'
        f' data-language="{escape(language)}"{told} defer></script>'
    )


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


def _page(words: Words, language: str, *, head: str = "") -> bytes:
    shown = "en" if language.startswith("en") else "ar"
    sentence = escape(words.in_language(language))
    return (
        f'<!doctype html><html lang="{shown}" dir="{direction.of_language(shown)}">'
        f'<head><meta charset="utf-8">{head}<title>{sentence}</title></head>'
        f'<body style="font:1.25rem/1.8 system-ui;margin:4rem auto;max-width:32rem;padding:0 1rem">'
        f"<h1>{sentence}</h1></body></html>"
    ).encode()
