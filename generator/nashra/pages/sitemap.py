"""Sitemaps: one file a month, so that a closed month's never changes, and an index over them.

Source: sitemaps.org, and Google Search Central, "Build and submit a sitemap".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Card, Output
from nashra.pages.addresses import full, media_full
from nashra.pages.machine_views import SitemapLineView, SitemapView

NAME = "sitemap"
TEMPLATE = "sitemap.xml"
OWNERS = (terms.MONTH,)
SETTINGS = ("identity",)

MOST = 50_000
"""How many addresses a sitemap may hold (sitemaps.org, "Sitemaps XML format")."""


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: months come from stories."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the sitemaps of a month, written `2026-11`, if a public story has it."""
    count = reader.count(terms.MONTH, owner)
    for number, name in enumerate(names(owner, count)):
        yield Output(name, NAME, owner, str(number) if number else "")


def view(output: Output, reader: Reader, config: Config) -> SitemapView:
    """Give the month's stories, or one file's worth of them, oldest first."""
    start = int(output.part or 0) * MOST
    stories = reader.stretch(terms.MONTH, output.owner, start=start, length=MOST)
    return SitemapView(tuple(_line(story, config) for story in reversed(stories)))


def names(month: str, count: int) -> list[str]:
    """Give the files of a month with `count` stories: one, but for the greatest archives."""
    later = (f"sitemap-{month}-{number}.xml" for number in range(2, (count - 1) // MOST + 2))
    return [f"sitemap-{month}.xml", *later] if count else []


def _line(story: Card, config: Config) -> SitemapLineView:
    return SitemapLineView(
        full(story.address, config.identity),
        story.modified.isoformat(),
        media_full(story.image.src, config.identity) if story.image else "",
    )
