"""A section's front, and the pages of its older stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Card, Output, Slot
from nashra.pages import feeds, front, listings, pagination, section_feeds, structured
from nashra.pages.list_views import ListingView
from nashra.pages.slots import Filling

NAME = "section"
TEMPLATE = "section.html"
OWNERS = (terms.SECTION,)
SETTINGS = ("identity", "sections", "listings.per_page", "feeds.formats")

_TOP = 3


def standing(config: Config) -> Iterable[str]:
    """Give the sections of the configuration: the menu links to them before their first story."""
    return [section.slug for section in config.sections.entries]


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the section's pages, if it has stories or an entry of its own."""
    count = reader.count(terms.SECTION, owner)
    if count or config.sections.find(owner):
        yield from listings.outputs(NAME, owner, f"/{owner}/", count, config)


def view(output: Output, reader: Reader, config: Config) -> ListingView:
    """Give what a page of the section shows."""
    section = config.sections.find(output.owner)
    page = pagination.page(
        reader,
        terms.SECTION,
        output.owner,
        number=int(output.part or 0),
        per_page=config.listings.per_page,
    )
    lead, top = _opening(output.owner, reader) if not page.number else ([], [])
    channel = section_feeds.channel(output.owner, config)
    description = section.description if section else ""
    heading = listings.Heading(
        title=channel.name,
        address=channel.address,
        description=description,
        current=output.owner,
        lead=lead,
        top=top,
        feeds=feeds.links(channel, config),
        json_ld=structured.listing(channel.name, description, channel.address, config.identity),
    )
    return listings.view(heading, page, reader, config)


def _opening(slug: str, reader: Reader) -> tuple[list[Card], list[Card]]:
    """Give the story that leads the section's front, and the next few."""
    laid = front.plan(reader).of_section(slug)
    lead, top = (laid.lead, laid.top) if laid else (Slot(), Slot())
    filling = Filling(reader, (lead, top), newest=(terms.SECTION, slug))
    return filling.fill(lead, 1), filling.fill(top, top.count or _TOP)
