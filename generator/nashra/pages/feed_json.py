"""JSON feeds: the whole site's, and each section's.

Source: JSON Feed 1.1. Its form leaves a theme nothing to say, so it has no template.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.config.feeds import Format
from nashra.model import Output
from nashra.pages import feeds, section_feeds
from nashra.pages.addresses import media_full
from nashra.pages.kind import Written
from nashra.pages.machine_views import FeedItemView

NAME = "feed_json"
TEMPLATE = ""
OWNERS = (terms.SITE, terms.SECTION)
SETTINGS = ("identity", "sections", "listings.feed", "feeds")

_encode = json.JSONEncoder(ensure_ascii=False, indent=1).encode


def standing(config: Config) -> Iterable[str]:
    """Give the whole site and the sections of the configuration."""
    return section_feeds.owners(config)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the feed of the whole site, whose owner is empty, or of a section."""
    return section_feeds.outputs(NAME, Format.JSON, owner, reader, config)


def view(output: Output, reader: Reader, config: Config) -> Written:
    """Give the newest stories, full addresses throughout."""
    found = section_feeds.view(output.owner, reader, config)
    identity = config.identity
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": found.title,
        "home_page_url": found.url,
        "feed_url": feeds.self_url(output, config),
        "description": found.description,
        "language": found.language,
        "icon": media_full(identity.logo, identity) if identity.logo else "",
        "authors": [{"name": identity.name, "url": identity.address}],
        "hubs": [{"type": "WebSub", "url": found.hub}] if found.hub else [],
    }
    told = {key: value for key, value in feed.items() if value}
    return Written(_encode(told | {"items": [_item(item) for item in found.items]}) + "\n")


def _item(item: FeedItemView) -> dict[str, object]:
    content = (
        {"content_html": item.content_html}
        if item.content_html
        else {"content_text": item.summary or item.title}
    )
    data: dict[str, object] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        **content,
        "summary": item.summary if item.content_html else "",
        "image": item.picture.url if item.picture else "",
        "date_published": item.published,
        "date_modified": item.modified,
        "authors": [
            {"name": writer.name} | ({"url": writer.url} if writer.url else {})
            for writer in item.writers
        ],
        "tags": list(dict.fromkeys([item.section, *item.tags])),
        "language": item.language,
    }
    return {key: value for key, value in data.items() if value}
