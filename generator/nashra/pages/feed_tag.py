"""RSS feeds of a tag's stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.config.feeds import Format
from nashra.model import Output
from nashra.pages import feeds, parts
from nashra.pages.addresses import target
from nashra.pages.machine_views import FeedView

NAME = "feed_tag"
TEMPLATE = "feed.xml"
OWNERS = (terms.TAG,)
SETTINGS = ("identity", "sections", "listings.feed", "feeds")


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: tags come from content."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the feed beside the tag's page, wherever there is one."""
    there = reader.count(terms.TAG, owner)
    address = parts.tag_address(owner, reader) if there else ""
    if there and Format.RSS in config.feeds.formats:
        yield Output(target(address + feeds.FILES[Format.RSS]), NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> FeedView:
    """Give the newest stories, full addresses throughout."""
    channel = feeds.Channel(
        reader.spelling(terms.TAG, output.owner), parts.tag_address(output.owner, reader)
    )
    stories = reader.newest(terms.TAG, output.owner, limit=config.listings.feed)
    found = feeds.view(channel, stories, reader, config)
    return replace(found, self_url=feeds.self_url(output, config))
