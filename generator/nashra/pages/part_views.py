"""The pieces of which the views of several kinds of page are made."""

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
class MomentView:
    """A moment for machines and for readers."""

    iso: str
    """ISO 8601 with offset, for `<time datetime>`."""
    day: str
    """«الاثنين، 23 نوفمبر 2026»."""
    clock: str
    """«9:30 ص» or «09:30», as the country reads it; empty for a date without a time."""
    short: str = ""
    """«23 نوفمبر 2026»: the day without its name, for cards."""
    second: str = ""
    """The day by the site's second calendar, or nothing: «13 جمادى الآخرة 1448 هـ»."""


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture."""

    url: str
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class HeadView:
    """What goes into `<head>`."""

    title: str
    """The document's title, the site's name included."""
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
    json_ld_html: str = ""
    """Structured data, safe inside `<script type="application/ld+json">`; or nothing."""
    feed: LinkView | None = None
    """A feed of this page's own."""
    indexed: bool = True
    """Whether search engines may list the page."""
    locale: str = ""
    """Open Graph's locale, such as `ar_AR`."""
    alternates: tuple[LinkView, ...] = ()
    """The page in every language, this one among them; a link's key is its `hreflang`."""


@dataclass(frozen=True, slots=True)
class CardView:
    """One story in a list."""

    title: str
    url: str
    kicker: str
    summary: str
    section: LinkView
    published: MomentView
    kind: str
    """`news`, `opinion`, `analysis`, `interview` …"""
    authors: tuple[str, ...]
    image: ImageView | None
    portrait: str = ""
    """The first writer's portrait, where the story is opinion; or nothing."""
