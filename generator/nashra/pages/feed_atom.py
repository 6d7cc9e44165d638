"""Atom feeds: the whole site's, and each section's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.config.feeds import Format
from nashra.model import Output
from nashra.pages import feeds, section_feeds
from nashra.pages.machine_views import FeedView

NAME = "feed_atom"
TEMPLATE = "atom.xml"
OWNERS = (terms.SITE, terms.SECTION)
SETTINGS = ("identity", "sections", "listings.feed", "feeds")


def standing(config: Config) -> Iterable[str]:
    """Give the whole site and the sections of the configuration."""
    return section_feeds.owners(config)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the feed of the whole site, whose owner is empty, or of a section."""
    return section_feeds.outputs(NAME, Format.ATOM, owner, reader, config)


def view(output: Output, reader: Reader, config: Config) -> FeedView:
    """Give the newest stories, full addresses throughout."""
    found = section_feeds.view(output.owner, reader, config)
    return replace(found, self_url=feeds.self_url(output, config))
