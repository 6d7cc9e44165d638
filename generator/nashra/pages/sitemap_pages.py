"""The sitemap of what is not a story: the front page, sections, authors, standing pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Author, Output, StandingPage
from nashra.pages.addresses import full
from nashra.pages.machine_views import SitemapLineView, SitemapView

NAME = "sitemap_pages"
TEMPLATE = "sitemap.xml"
OWNERS = (terms.SITE,)
SETTINGS = ("identity", "sections")


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give the whole site."""
    return ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the one file."""
    yield Output("sitemap-pages.xml", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> SitemapView:  # noqa: ARG001
    """Give the addresses that stand whatever the day's stories."""
    written = [slug for slug, _ in reader.values(terms.SECTION, on=terms.SITE)]
    sections = [section.slug for section in config.sections.entries]
    authors = [entry for entry in reader.entries(terms.PROFILES) if isinstance(entry, Author)]
    pages = [entry for entry in reader.entries(terms.STANDING) if isinstance(entry, StandingPage)]
    addresses = [
        "/",
        *(f"/{slug}/" for slug in dict.fromkeys([*sections, *written])),
        *(f"/author/{author.slug}/" for author in authors),
        *(page.address for page in pages),
        *(["/corrections/"] if reader.count(terms.CORRECTED) else []),
    ]
    return SitemapView(
        tuple(SitemapLineView(full(address, config.identity), "") for address in addresses)
    )
