"""An author's profile and stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config, Identity
from nashra.language.slug import slugify
from nashra.model import Author, Image, Output
from nashra.pages import feeds, listings, pagination, structured
from nashra.pages.addresses import media_url
from nashra.pages.head_views import LinkView
from nashra.pages.list_views import ListingView, ProfileView

NAME = "author"
TEMPLATE = "author.html"
OWNERS = (terms.AUTHOR, terms.WRITER)
SETTINGS = ("identity", "sections", "listings.per_page", "feeds.formats")


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: authors come from their entries and from bylines."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the author's pages, if they have an entry of their own or a public story."""
    count = reader.count(terms.AUTHOR, owner)
    if count or reader.count(terms.WRITER, owner):
        yield from listings.outputs(NAME, owner, f"/author/{owner}/", count, config)


def view(output: Output, reader: Reader, config: Config) -> ListingView:
    """Give what a page of the author shows; one without an entry is named as they signed."""
    page = pagination.page(
        reader,
        terms.AUTHOR,
        output.owner,
        number=int(output.part or 0),
        per_page=config.listings.per_page,
    )
    author = _entry(output.owner, reader)
    channel = feeds.Channel(name_of(output.owner, reader), f"/author/{output.owner}/")
    heading = listings.Heading(
        title=channel.name,
        address=channel.address,
        feeds=feeds.links(channel, config, rss_alone=True),
        json_ld=structured.profile(author, config.identity) if author else None,
        description=author.role if author else "",
        kind="profile",
        image=Image(author.photo, author.name) if author and author.photo else None,
        profile=_profile(author, config.identity) if author and not page.number else None,
    )
    return listings.view(heading, page, reader, config)


def name_of(slug: str, reader: Reader) -> str:
    """Give an author's name; one without an entry is named as they signed."""
    author = _entry(slug, reader)
    return author.name if author else _signed(slug, reader)


def _entry(slug: str, reader: Reader) -> Author | None:
    found = reader.entries(terms.WRITER, slug)
    return found[0] if found and isinstance(found[0], Author) else None


def _signed(slug: str, reader: Reader) -> str:
    (oldest,) = reader.stretch(terms.AUTHOR, slug, start=0, length=1)
    return next(byline.name for byline in oldest.authors if slugify(byline.name) == slug)


def _profile(author: Author, identity: Identity) -> ProfileView:
    return ProfileView(
        name=author.name,
        role=author.role,
        photo=media_url(author.photo, identity) if author.photo else "",
        biography_html=author.biography,
        links=tuple(LinkView(link.label, link.address) for link in author.links),
    )
