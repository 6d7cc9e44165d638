"""RSS feeds: the whole site's, and each section's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from email.utils import format_datetime

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Card, Output
from nashra.pages import parts
from nashra.pages.addresses import full
from nashra.pages.head import on_its_own, titled
from nashra.pages.machine_views import FeedItemView, FeedView

NAME = "feed"
TEMPLATE = "feed.xml"
OWNERS = (terms.SITE, terms.SECTION)
SETTINGS = ("identity", "sections", "listings.feed")


def standing(config: Config) -> Iterable[str]:
    """Give the whole site and the sections of the configuration."""
    return ["", *(section.slug for section in config.sections.entries)]


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the feed of the whole site, whose owner is empty, or of a section."""
    if not owner or config.sections.find(owner) or reader.count(terms.SECTION, owner):
        yield Output(f"{owner}/feed.xml" if owner else "feed.xml", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> FeedView:
    """Give the newest stories, full addresses throughout."""
    identity, slug = config.identity, output.owner
    term = terms.SECTION if slug else terms.SITE
    stories = reader.newest(term, slug, limit=config.listings.feed)
    name = parts.section_name(slug, config.sections) if slug else ""
    return FeedView(
        title=on_its_own(titled(name, identity), identity),
        description=on_its_own(identity.description, identity),
        url=full(f"/{slug}/" if slug else "/", identity),
        self_url=full("/" + output.target, identity),
        language=identity.language,
        items=tuple(_item(story, reader, config) for story in stories),
    )


def _item(story: Card, reader: Reader, config: Config) -> FeedItemView:
    return FeedItemView(
        title=on_its_own(story.title, config.identity),
        url=full(story.address, config.identity),
        summary=on_its_own(story.summary, config.identity),
        published=format_datetime(story.date),
        authors=tuple(parts.writer_name(byline, reader) for byline in story.authors),
        section=parts.section_name(story.section, config.sections),
    )
