"""What the feeds of the whole site and of sections have in common, whatever their format."""

from __future__ import annotations

from collections.abc import Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.config.feeds import Format
from nashra.model import Output
from nashra.pages import feeds, parts
from nashra.pages.machine_views import FeedView


def owners(config: Config) -> list[str]:
    """Give the whole site, which is the empty text, and the sections of the configuration."""
    return ["", *(section.slug for section in config.sections.entries)]


def outputs(
    kind: str, written_as: Format, owner: str, reader: Reader, config: Config
) -> Iterator[Output]:
    """Give the feed in one format, if the site has such feeds and there is such a section."""
    if written_as not in config.feeds.formats:
        return
    if not owner or config.sections.find(owner) or reader.count(terms.SECTION, owner):
        name = feeds.FILES[written_as]
        yield Output(f"{owner}/{name}" if owner else name, kind, owner)


def channel(slug: str, config: Config) -> feeds.Channel:
    """Give what the feed of a section is of, or that of the whole site."""
    if not slug:
        return feeds.Channel(config.identity.name, "/")
    return feeds.Channel(parts.section_name(slug, config.sections), f"/{slug}/")


def view(slug: str, reader: Reader, config: Config) -> FeedView:
    """Give the newest stories of a section, or of the whole site."""
    term = terms.SECTION if slug else terms.SITE
    stories = reader.newest(term, slug, limit=config.listings.feed)
    return feeds.view(channel(slug, config), stories, reader, config)
