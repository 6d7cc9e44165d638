"""An author's profile and stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config, Identity
from nashra.language.slug import slugify
from nashra.model import Author, Image, Output
from nashra.pages import listings, pagination
from nashra.pages.addresses import media_url
from nashra.pages.list_views import ListingView, ProfileView
from nashra.pages.part_views import LinkView

NAME = "author"
TEMPLATE = "author.html"
OWNERS = (terms.AUTHOR, terms.WRITER)
SETTINGS = ("identity", "sections", "listings.per_page")


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
    found = reader.entries(terms.WRITER, output.owner)
    author = found[0] if found and isinstance(found[0], Author) else None
    heading = listings.Heading(
        title=author.name if author else _signed(output.owner, reader),
        address=f"/author/{output.owner}/",
        description=author.role if author else "",
        kind="profile",
        image=Image(author.photo, author.name) if author and author.photo else None,
        profile=_profile(author, config.identity) if author and not page.number else None,
    )
    return listings.view(heading, page, reader, config)


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
