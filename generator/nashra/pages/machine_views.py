"""What themes' templates for machines get: feeds, sitemaps, robots.txt. Every address is full."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedPictureView:
    """The picture of a story in a feed."""

    url: str
    type: str
    """The media type by the file's name, or nothing."""
    length: int
    """Bytes; 0 where they are not known, as of a picture elsewhere."""
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class WriterView:
    """A writer as machines are told of them."""

    name: str
    url: str
    """The full address of the writer's page, or nothing."""


@dataclass(frozen=True, slots=True)
class FeedItemView:
    """One story in a feed."""

    title: str
    url: str
    id: str
    """Never changes: the full address at which the story first lay."""
    summary: str
    content_html: str
    """The whole text with full addresses throughout; nothing where feeds hold summaries."""
    published: str
    """ISO 8601 with offset, which is RFC 3339."""
    modified: str
    published_rfc822: str
    writers: tuple[WriterView, ...]
    section: str
    tags: tuple[str, ...]
    picture: FeedPictureView | None
    language: str
    """The story's own, where it is not the feed's; else nothing."""


@dataclass(frozen=True, slots=True)
class FeedView:
    """Templates `feed.xml`, an RSS 2.0 feed, and `atom.xml`, of Atom 1.0."""

    title: str
    """What it is a feed of, and the site's name; the name alone for the whole site's."""
    description: str
    url: str
    """The page that it is the feed of."""
    self_url: str
    hub: str
    """A WebSub hub, or nothing."""
    language: str
    site: str
    """The site's name, and its front page."""
    site_url: str
    picture: str
    """The site's mark, where it is a picture of pixels; or nothing."""
    modified: str
    """When the last of its stories last changed: RFC 3339, and RFC 822. Never the build's."""
    modified_rfc822: str
    items: tuple[FeedItemView, ...]
    corrections: bool = False
    """Whether its items are corrections, each under its story's headline."""


@dataclass(frozen=True, slots=True)
class SitemapLineView:
    """One address, when it last changed, and the picture that it shows first."""

    url: str
    modified: str
    """ISO 8601, or nothing."""
    image: str = ""


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


@dataclass(frozen=True, slots=True)
class SignpostView:
    """A labelled address, with what lies there."""

    label: str
    url: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class LlmsView:
    """Template `llms.txt`: what the site is, for programs that read for people."""

    name: str
    description: str
    language: str
    sections: tuple[SignpostView, ...]
    feeds: tuple[SignpostView, ...]
    pages: tuple[SignpostView, ...]
    editions: tuple[SignpostView, ...]


@dataclass(frozen=True, slots=True)
class IconView:
    """A picture that stands for the site."""

    url: str
    type: str


@dataclass(frozen=True, slots=True)
class ManifestView:
    """Template `manifest.webmanifest`: the site on a home screen."""

    name: str
    description: str
    language: str
    direction: str
    start: str
    """The front page's path, below which everything lies."""
    icons: tuple[IconView, ...]


@dataclass(frozen=True, slots=True)
class OfflineScriptView:
    """Template `offline.js`: the service worker, and what asks a browser to take it."""

    fronts: tuple[str, ...]
    """The path of each edition's front page, the longest first."""


MachineView = (
    FeedView
    | SitemapView
    | NewsSitemapView
    | RobotsView
    | LlmsView
    | ManifestView
    | OfflineScriptView
)
"""What a template for machines may get as `page`."""
