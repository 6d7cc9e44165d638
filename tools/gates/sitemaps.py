"""Sitemaps against sitemaps.org's protocol and Google's rules for news and pictures.

Sources: sitemaps.org/protocol.html; Google Search Central, "Create a news sitemap", "Image
sitemaps", "Build and submit a sitemap".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
_IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
_LINK = "{http://www.w3.org/1999/xhtml}link"
_MOST_ADDRESSES, _MOST_BYTES, _MOST_NEWS, _MOST_PICTURES = 50_000, 50 * 2**20, 1_000, 1_000
_LONGEST_ADDRESS = 2047
_NEWS_LIVES = timedelta(days=2)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ALLOWED = {
    f"{_MAP}urlset": {f"{_MAP}url"},
    f"{_MAP}sitemapindex": {f"{_MAP}sitemap"},
    f"{_MAP}sitemap": {f"{_MAP}loc", f"{_MAP}lastmod"},
    f"{_MAP}url": {
        *(f"{_MAP}{name}" for name in ("loc", "lastmod", "changefreq", "priority")),
        f"{_NEWS}news",
        f"{_IMAGE}image",
        _LINK,
    },
    f"{_NEWS}news": {f"{_NEWS}{name}" for name in ("publication", "publication_date", "title")},
    f"{_NEWS}publication": {f"{_NEWS}{name}" for name in ("name", "language")},
    f"{_IMAGE}image": {f"{_IMAGE}loc"},
}
"""What may stand in what; a picture's caption and licence are read by nobody any more."""


def problems(data: bytes, *, site: str, now: datetime) -> list[str]:
    """Give what is wrong with a sitemap of `site`, a full address with a final slash."""
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        return [f"not well formed: {error}"]
    if root.tag not in {f"{_MAP}urlset", f"{_MAP}sitemapindex"}:
        return [f"<{root.tag}> is no sitemap"]
    found = list(_strangers(root))
    if len(data) > _MOST_BYTES or len(root) > _MOST_ADDRESSES:
        found.append("more than 50 MB or 50,000 addresses")
    addresses = [line.findtext(f"{_MAP}loc") or "" for line in root]
    if len(set(addresses)) != len(addresses):
        found.append("an address stands twice")
    for line, address in zip(root, addresses, strict=True):
        found += [f"{address or 'no loc'}: {what}" for what in _line(line, address, site, now)]
    if len(list(root.iter(f"{_NEWS}news"))) > _MOST_NEWS:
        found.append("more than 1,000 stories in a news sitemap")
    return found


def addresses(data: bytes) -> list[str]:
    """Give every address that a sitemap names."""
    return [found.text or "" for found in ET.fromstring(data).iter(f"{_MAP}loc")]


def _strangers(element: ET.Element) -> Iterator[str]:
    allowed = _ALLOWED.get(element.tag, set())
    for child in element:
        if child.tag not in allowed:
            yield f"<{child.tag}> may not stand in <{element.tag}>"
        yield from _strangers(child)


def _line(line: ET.Element, address: str, site: str, now: datetime) -> Iterator[str]:
    if not address.startswith(site) or not address.isascii() or len(address) > _LONGEST_ADDRESS:
        yield "not a percent-encoded address of this site, shorter than 2,048"
    modified = line.findtext(f"{_MAP}lastmod")
    if modified is not None and not _is_date(modified):
        yield f"lastmod is no W3C date: {modified!r}"
    if len(line.findall(f"{_IMAGE}image")) > _MOST_PICTURES:
        yield "more than 1,000 pictures"
    for picture in line.findall(f"{_IMAGE}image"):
        if not urlsplit(picture.findtext(f"{_IMAGE}loc") or "").netloc:
            yield "a picture without a full address"
    for link in line.findall(_LINK):
        if link.get("rel") != "alternate" or not (link.get("hreflang") and link.get("href")):
            yield "a link that is no alternate with its language and address"
    for news in line.findall(f"{_NEWS}news"):
        yield from _news(news, now)


def _news(news: ET.Element, now: datetime) -> Iterator[str]:
    for path in ("publication/name", "publication/language", "publication_date", "title"):
        if not news.findtext("/".join(_NEWS + step for step in path.split("/"))):
            yield f"news:{path} is missing"
    language = news.findtext(f"{_NEWS}publication/{_NEWS}language") or ""
    if not re.fullmatch(r"[a-z]{2,3}|zh-cn|zh-tw", language):
        yield f"the language must be of two or three letters (ISO 639): {language!r}"
    written = news.findtext(f"{_NEWS}publication_date") or ""
    if not _is_date(written):
        yield f"the date is no W3C date: {written!r}"
    elif "T" in written and datetime.fromisoformat(written) < now - _NEWS_LIVES:
        yield "older than two days"


def _is_date(text: str) -> bool:
    """Tell whether a text is a W3C date: a day, or a moment with its offset."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return False
    return bool(_DAY.fullmatch(text)) or moment.tzinfo is not None
