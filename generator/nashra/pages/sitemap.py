"""Sitemaps: one file a month, so that a closed month's never changes, and an index over them.

Source: sitemaps.org, and Google Search Central, "Build and submit a sitemap".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Card, Output
from nashra.pages.addresses import full
from nashra.pages.machine_views import SitemapLineView, SitemapView

NAME = "sitemap"
TEMPLATE = "sitemap.xml"
OWNERS = (terms.MONTH,)
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: months come from stories."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the sitemap of a month, written `2026-11`, if a public story has it."""
    if reader.count(terms.MONTH, owner):
        yield Output(f"sitemap-{owner}.xml", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> SitemapView:
    """Give the month's stories, oldest first."""
    stories = reader.cards(terms.MONTH, output.owner)
    return SitemapView(tuple(_line(story, config) for story in stories))


def _line(story: Card, config: Config) -> SitemapLineView:
    modified = story.updated or story.date
    return SitemapLineView(full(story.address, config.identity), modified.isoformat())
