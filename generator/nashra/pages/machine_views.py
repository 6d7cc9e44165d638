"""What themes' templates for machines get: feeds, sitemaps, robots.txt. Every address is full."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedItemView:
    """One story in a feed; every address is full."""

    title: str
    url: str
    summary: str
    published: str
    """RFC 822."""
    authors: tuple[str, ...]
    section: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """Template `feed.xml`: an RSS 2.0 feed."""

    title: str
    description: str
    url: str
    self_url: str
    language: str
    items: tuple[FeedItemView, ...]


@dataclass(frozen=True, slots=True)
class SitemapLineView:
    """One address and when it last changed."""

    url: str
    modified: str
    """ISO 8601, or nothing."""


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Templates `sitemap.xml` and `sitemap-index.xml`."""

    lines: tuple[SitemapLineView, ...]


@dataclass(frozen=True, slots=True)
class NewsLineView:
    """One recent story."""

    url: str
    title: str
    published: str
    """ISO 8601."""


@dataclass(frozen=True, slots=True)
class NewsSitemapView:
    """Template `sitemap-news.xml`: the stories of the last two days."""

    name: str
    """The publication's."""
    language: str
    """ISO 639."""
    lines: tuple[NewsLineView, ...]


@dataclass(frozen=True, slots=True)
class RobotsView:
    """Template `robots.txt`."""

    sitemaps: tuple[str, ...]
    """One for each edition."""
