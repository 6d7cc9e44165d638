"""Addresses of a tag as its stories spell it, leading to the one page of all its spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.language.slug import slugify
from nashra.model import Output
from nashra.pages import parts
from nashra.pages.addresses import target, url
from nashra.pages.head import Matter, head
from nashra.pages.plain_views import RedirectView

NAME = "tag_spelling"
TEMPLATE = "redirect.html"
OWNERS = (terms.TAG,)
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: spellings come from stories."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give a redirect at the slug of each spelling, and of the plain form, but the page's own.

    A long slug is cut: one that several tags might share leads nowhere.
    """
    spellings = reader.spellings(terms.TAG, owner)
    own = parts.tag_address(owner, reader) if spellings else ""
    for slug in dict.fromkeys(map(slugify, (*spellings, owner) if spellings else ())):
        if f"/tag/{slug}/" != own and [*terms.by_slug([slug])] == [owner]:
            yield Output(target(f"/tag/{slug}/"), NAME, owner, slug)


def view(output: Output, reader: Reader, config: Config) -> RedirectView:
    """Give where the address leads, and the tag as its stories most often spell it."""
    name = reader.spelling(terms.TAG, output.owner)
    address = parts.tag_address(output.owner, reader)
    matter = Matter(title=name, description="", address=address, indexed=False)
    return RedirectView(
        head=head(matter, config.identity),
        current="",
        url=url(address, config.identity),
        title=name,
    )
