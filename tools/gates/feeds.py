"""Feeds against what readers need of them: RSS 2.0, Atom and JSON Feed.

Sources: the RSS 2.0 specification and the RSS Advisory Board's Best Practices Profile
(rssboard.org/rss-profile); RFC 4287 (Atom); JSON Feed 1.1 (jsonfeed.org/version/1.1).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_RELATIVE = re.compile(r"""\s(?:src|href)=["'](?!https?:|mailto:|tel:|data:|#)""")
_SCRIPTED = re.compile(r"<(?:script|style|iframe|form)\b|\son[a-z]+=", re.IGNORECASE)
_RFC_822 = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{2} "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:[+-]\d{4}|GMT)"
)


def problems(name: str, data: bytes) -> list[str]:
    """Give what is wrong with a feed, by its name and bytes; nothing where all is well."""
    if name.endswith(".json"):
        return list(_json(data))
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        return [f"not well formed: {error}"]
    if root.tag == "rss":
        return list(_rss(root))
    return list(_atom(root)) if root.tag == f"{ATOM}feed" else [f"<{root.tag}> is no feed"]


def _rss(root: ET.Element) -> Iterator[str]:
    channel = root.find("channel")
    if root.get("version") != "2.0" or channel is None:
        yield "not RSS 2.0 with a channel"
        return
    for name in ("title", "link", "description"):
        if not channel.findtext(name):
            yield f"the channel has no {name}"
    if not _LANGUAGE.fullmatch(channel.findtext("language") or ""):
        yield "the channel's language is no language tag"
    own = [
        link.get("href", "") for link in channel.iter(f"{ATOM}link") if link.get("rel") == "self"
    ]
    if len(own) != 1 or not _full(own[0]):
        yield "the channel must name its own address, atom:link rel=self"
    guids: list[str] = []
    for number, item in enumerate(channel.findall("item"), 1):
        guids.append(item.findtext("guid") or "")
        for what in _rss_item(item):
            yield f"item {number}: {what}"
    if len(set(guids)) != len(guids):
        yield "two items have one guid"


def _rss_item(item: ET.Element) -> Iterator[str]:
    if not (item.findtext("title") or item.findtext("description")):
        yield "neither title nor description"
    if not _full(item.findtext("link") or ""):
        yield "its link is not a full address"
    guid = item.find("guid")
    if guid is None or not guid.text:
        yield "no guid"
    elif guid.get("isPermaLink", "true") == "true" and not _full(guid.text):
        yield "its guid says that it is an address and is none"
    written = item.findtext("pubDate") or ""
    if not _RFC_822.fullmatch(written) or not _parses(parsedate_to_datetime, written):
        yield f"its date is not RFC 822: {written!r}"
    yield from _rss_people(item)
    yield from _rss_enclosures(item)
    for part in item:
        yield from _inside(part.text or "")


def _rss_people(item: ET.Element) -> Iterator[str]:
    if item.find("author") is not None and "@" not in (item.findtext("author") or ""):
        yield "author must be an e-mail address; names belong in dc:creator"
    if any(not creator.text for creator in item.iter(f"{_DC}creator")):
        yield "a dc:creator without a name"


def _rss_enclosures(item: ET.Element) -> Iterator[str]:
    for enclosure in item.findall("enclosure"):
        if not (_full(enclosure.get("url", "")) and enclosure.get("type")):
            yield "an enclosure needs a full address and a type"
        if not (enclosure.get("length") or "").isdigit():
            yield "an enclosure needs its length in bytes"


def _atom(root: ET.Element) -> Iterator[str]:
    for name in ("id", "title", "updated"):
        if not root.findtext(ATOM + name):
            yield f"the feed has no {name}"
    if not _LANGUAGE.fullmatch(root.get("{http://www.w3.org/XML/1998/namespace}lang", "")):
        yield "the feed's xml:lang is no language tag"
    ids: list[str] = []
    signed = root.find(f"{ATOM}author") is not None
    for number, entry in enumerate(root.findall(f"{ATOM}entry"), 1):
        ids.append(entry.findtext(f"{ATOM}id") or "")
        for what in _atom_entry(entry, signed=signed):
            yield f"entry {number}: {what}"
    if len(set(ids)) != len(ids):
        yield "two entries have one id"
    if not [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]:
        yield "the feed must name its own address, link rel=self"


def _atom_entry(entry: ET.Element, *, signed: bool) -> Iterator[str]:
    for name in ("id", "title", "updated"):
        if not entry.findtext(ATOM + name):
            yield f"no {name}"
    if not _parses(datetime.fromisoformat, entry.findtext(f"{ATOM}updated") or ""):
        yield "its date is not RFC 3339"
    if not signed and entry.find(f"{ATOM}author") is None:
        yield "no author, and none of the feed's"
    for part in entry:
        yield from _inside(part.text or "")


def _json(data: bytes) -> Iterator[str]:
    try:
        feed: dict[str, Any] = json.loads(data)
    except ValueError as error:
        yield f"not JSON: {error}"
        return
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "version is not JSON Feed 1.1's"
    if not feed.get("title") or not _LANGUAGE.fullmatch(feed.get("language", "")):
        yield "title and language must be there"
    if not all(_full(feed.get(name, "")) for name in ("home_page_url", "feed_url")):
        yield "home_page_url and feed_url must be full addresses"
    items = feed.get("items", [])
    if len({item.get("id") for item in items}) != len(items):
        yield "two items have one id"
    for number, item in enumerate(items, 1):
        for what in _json_item(item):
            yield f"item {number}: {what}"


def _json_item(item: dict[str, Any]) -> Iterator[str]:
    if not item.get("id") or not ("content_html" in item or "content_text" in item):
        yield "id and content must be there"
    if not _parses(datetime.fromisoformat, item.get("date_published", "")):
        yield "its date is not RFC 3339"
    yield from _inside(item.get("content_html", ""))


def _inside(html: str) -> Iterator[str]:
    if _RELATIVE.search(html):
        yield "an address inside its text is not full"
    if _SCRIPTED.search(html):
        yield "a script, a style, a frame or a form inside its text"


def _full(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and address.isascii()


def _parses(parse: Any, text: str) -> bool:
    try:
        return parse(text).tzinfo is not None
    except ValueError:
        return False
