"""Structured data against the fields that Google names for what a newsroom publishes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

_ARTICLE = ("headline", "image", "datePublished", "dateModified", "author", "publisher")
_FIELDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "NewsArticle": ("Article structured data", _ARTICLE),
    "OpinionNewsArticle": ("Article structured data", _ARTICLE),
    "AnalysisNewsArticle": ("Article structured data", _ARTICLE),
    "ReportageNewsArticle": ("Article structured data", _ARTICLE),
    "LiveBlogPosting": (
        "Article structured data; schema.org/LiveBlogPosting",
        (*_ARTICLE, "coverageStartTime", "liveBlogUpdate"),
    ),
    "BlogPosting": ("schema.org/liveBlogUpdate", ("headline|articleBody", "datePublished")),
    "BreadcrumbList": ("Breadcrumb structured data", ("itemListElement",)),
    "ListItem": ("Breadcrumb structured data", ("position", "name", "item?")),
    "NewsMediaOrganization": ("Organization structured data", ("name", "url", "logo")),
    "Organization": ("Organization structured data", ("name",)),
    "Person": ("Article structured data, author markup best practices", ("name", "url|sameAs?")),
    "WebSite": ("Site names in Google Search", ("name", "url")),
    "ProfilePage": ("Profile page structured data", ("mainEntity",)),
    "ImageObject": ("Image metadata", ("url|contentUrl",)),
    "VideoObject": ("Video structured data", ("name", "thumbnailUrl", "uploadDate")),
    "CorrectionComment": ("schema.org/correction", ("text", "datePublished")),
}
"""Which fields a type must have, and the page of Google Search Central or schema.org that says so.

`a|b` asks for one of two. `name?` is asked for where there is one to give: the last crumb needs no
address, and a writer without a page has none. A picture is asked of a story that shows one.
"""
_DATES = ("datePublished", "dateModified", "coverageStartTime", "coverageEndTime", "uploadDate")
_ADDRESSES = ("url", "sameAs", "contentUrl", "item", "mainEntityOfPage", "image", "logo")
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_LONGEST_HEADLINE = 110


def problems(html: str) -> list[str]:
    """Give what is wrong with a page's structured data; nothing where it has none."""
    found: list[str] = []
    for text in _SCRIPT.findall(html):
        try:
            data = json.loads(text)
        except ValueError as error:
            found.append(f"not JSON: {error}")
            continue
        if "schema.org" not in str(data.get("@context", "")):
            found.append("no @context of schema.org")
        pictured = 'class="story-picture"' in html
        for thing in _things(data):
            found += [f"{_kind(thing)}: {what}" for what in _thing(thing, pictured=pictured)]
    return found


def kinds(html: str) -> set[str]:
    """Give the types that stand in a page's structured data."""
    texts = _SCRIPT.findall(html)
    return {_kind(thing) for text in texts for thing in _things(json.loads(text))}


def _things(data: object) -> Iterator[dict[str, Any]]:
    """Give every object with a type, from the outside in."""
    if isinstance(data, dict):
        if "@type" in data:
            yield data
        for value in data.values():
            yield from _things(value)
    elif isinstance(data, list):
        for value in data:
            yield from _things(value)


def _kind(thing: dict[str, Any]) -> str:
    kind = thing["@type"]
    return kind[0] if isinstance(kind, list) else str(kind)


def _thing(thing: dict[str, Any], *, pictured: bool) -> Iterator[str]:
    source, fields = _FIELDS.get(_kind(thing), ("", ()))
    for field in fields:
        if field.endswith("?") or (field == "image" and not pictured):
            continue
        if not any(thing.get(name) for name in field.split("|")):
            yield f"{field} is missing ({source})"
    yield from _values(thing)
    if len(thing.get("headline", "")) > _LONGEST_HEADLINE:
        yield f"a headline of more than {_LONGEST_HEADLINE} characters"
    authors = thing.get("author", [])
    if isinstance(authors, dict) or not all(isinstance(author, dict) for author in authors):
        yield "author is not a list of people or organisations"
    elements = thing.get("itemListElement", [])
    if [element.get("position") for element in elements] != list(range(1, len(elements) + 1)):
        yield "positions do not count from 1"


def _values(thing: dict[str, Any]) -> Iterator[str]:
    for field in _DATES:
        if field in thing and not _is_moment(thing[field]):
            yield f"{field} is not ISO 8601 with an offset: {thing[field]!r}"
    for field in _ADDRESSES:
        values = thing.get(field, [])
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, str) and not urlsplit(value).netloc:
                yield f"{field} is not a full address: {value!r}"


def _is_moment(text: object) -> bool:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return False
    return moment.tzinfo is not None
