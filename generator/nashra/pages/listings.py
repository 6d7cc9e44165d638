"""What the kinds that list stories over several pages have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Card, Image, Output
from nashra.pages import pagination, parts
from nashra.pages.addresses import target, url
from nashra.pages.head import Matter, head
from nashra.pages.head_views import FeedLinkView
from nashra.pages.list_views import ListingView, ProfileView


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a list is called, and where it lies."""

    title: str
    address: str
    description: str = ""
    current: str = ""
    kind: str = "website"
    image: Image | None = None
    feeds: tuple[FeedLinkView, ...] = ()
    json_ld: object = None
    """What the first page tells search engines of itself."""
    profile: ProfileView | None = None
    lead: Sequence[Card] = ()
    """The story that stands above the list, or none."""
    top: Sequence[Card] = ()
    """The next few there."""


def outputs(kind: str, owner: str, base: str, count: int, config: Config) -> Iterator[Output]:
    """Give the pages of the list at `base` that has `count` stories."""
    for number in pagination.part_numbers(count, config.listings.per_page):
        part = str(number) if number else ""
        yield Output(target(pagination.address(base, number)), kind, owner, part)


def view(heading: Heading, page: pagination.Page, reader: Reader, config: Config) -> ListingView:
    """Give what a page of a list shows."""
    identity = config.identity
    show = partial(parts.cards, reader=reader, identity=identity, sections=config.sections)
    above = {story.file for story in (*heading.lead, *heading.top)}
    return ListingView(
        head=head(
            Matter(
                title=heading.title,
                description=heading.description,
                address=pagination.address(heading.address, page.number),
                kind=heading.kind,
                image=heading.image,
                feeds=heading.feeds,
                json_ld=None if page.number else heading.json_ld,
            ),
            identity,
        ),
        current=heading.current,
        title=heading.title,
        description=heading.description,
        cards=show(story for story in page.stories if story.file not in above),
        count=page.count,
        number=page.number,
        newer=_link(heading, page.newer, config),
        older=_link(heading, page.older, config),
        feed=heading.feeds[0].url if heading.feeds else "",
        profile=heading.profile,
        lead=show(heading.lead)[0] if heading.lead else None,
        top=show(heading.top),
    )


def _link(heading: Heading, number: int | None, config: Config) -> str:
    if number is None:
        return ""
    return url(pagination.address(heading.address, number), config.identity)
