"""The index over the monthly sitemaps and the sitemap of everything that is not a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages import sitemap
from nashra.pages.addresses import full
from nashra.pages.machine_views import SitemapLineView, SitemapView

NAME = "sitemap_index"
TEMPLATE = "sitemap-index.xml"
OWNERS = (terms.SITE,)
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give the whole site."""
    return ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the index, where robots.txt points."""
    yield Output("sitemap.xml", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> SitemapView:  # noqa: ARG001
    """Give the sitemaps of news and of standing addresses, then each month's."""
    identity = config.identity
    months = reader.values(terms.MONTH, on=terms.SITE)
    names = [
        "sitemap-news.xml",
        "sitemap-pages.xml",
        *(name for month, count in months for name in sitemap.names(month, count)),
    ]
    return SitemapView(tuple(SitemapLineView(full(name, identity), "") for name in names))
