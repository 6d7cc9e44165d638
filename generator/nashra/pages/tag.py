"""A tag's stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages import feeds, listings, pagination, parts, structured
from nashra.pages.list_views import ListingView

NAME = "tag"
TEMPLATE = "tag.html"
OWNERS = (terms.TAG,)
SETTINGS = ("identity", "sections", "listings.per_page", "feeds.formats")


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: tags come from stories."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the tag's pages, if a public story bears it."""
    if count := reader.count(terms.TAG, owner):
        address = parts.tag_address(owner, reader)
        yield from listings.outputs(NAME, owner, address, count, config)


def view(output: Output, reader: Reader, config: Config) -> ListingView:
    """Give what a page of the tag shows; it is named as its stories most often spell it."""
    page = pagination.page(
        reader,
        terms.TAG,
        output.owner,
        number=int(output.part or 0),
        per_page=config.listings.per_page,
    )
    channel = feeds.Channel(
        reader.spelling(terms.TAG, output.owner), parts.tag_address(output.owner, reader)
    )
    heading = listings.Heading(
        title=channel.name,
        address=channel.address,
        feeds=feeds.links(channel, config, rss_alone=True),
        json_ld=structured.listing(channel.name, "", channel.address, config.identity),
    )
    return listings.view(heading, page, reader, config)
