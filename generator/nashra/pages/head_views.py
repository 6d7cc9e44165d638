"""Links, and what goes into a page's `<head>`, as themes get them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkView:
    """A labelled address."""

    label: str
    url: str
    key: str = ""
    """What the link stands for: a section's slug, a page's slug."""


@dataclass(frozen=True, slots=True)
class FeedLinkView:
    """A feed that a page has."""

    label: str
    url: str
    type: str
    """The media type, such as `application/rss+xml`."""


@dataclass(frozen=True, slots=True)
class HeadView:
    """What goes into `<head>`."""

    title: str
    """The document's title, the site's name included."""
    share_title: str
    """The page's own title, for previews."""
    description: str
    canonical: str
    """The full address, with scheme and host."""
    kind: str
    """Open Graph's type: `article`, `website`, `profile`."""
    image: str = ""
    """The full address of the picture for previews, or nothing."""
    image_alt: str = ""
    published: str = ""
    """ISO 8601, for stories."""
    modified: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    """The full address of each writer's page."""
    tags: tuple[str, ...] = ()
    json_ld_html: str = ""
    """Structured data, safe inside `<script type="application/ld+json">`; or nothing."""
    feeds: tuple[FeedLinkView, ...] = ()
    """This page's own feeds."""
    indexed: bool = True
    """Whether search engines may list the page."""
    locale: str = ""
    """Open Graph's locale, such as `ar_AR`."""
    other_locales: tuple[str, ...] = ()
    """The locales in which the page is there too."""
    alternates: tuple[LinkView, ...] = ()
    """The page in every language, this one among them; a link's key is its `hreflang`."""
