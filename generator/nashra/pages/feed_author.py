"""RSS feeds of an author's stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.config.feeds import Format
from nashra.model import Output
from nashra.pages import author, feeds
from nashra.pages.machine_views import FeedView

NAME = "feed_author"
TEMPLATE = "feed.xml"
OWNERS = (terms.AUTHOR, terms.WRITER)
SETTINGS = ("identity", "sections", "listings.feed", "feeds")


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: authors come from content."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the feed beside the author's page, wherever there is one."""
    there = reader.count(terms.AUTHOR, owner) or reader.count(terms.WRITER, owner)
    if there and Format.RSS in config.feeds.formats:
        yield Output(f"author/{owner}/{feeds.FILES[Format.RSS]}", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> FeedView:
    """Give the newest stories, full addresses throughout."""
    channel = feeds.Channel(author.name_of(output.owner, reader), f"/author/{output.owner}/")
    stories = reader.newest(terms.AUTHOR, output.owner, limit=config.listings.feed)
    found = feeds.view(channel, stories, reader, config)
    return replace(found, self_url=feeds.self_url(output, config))
