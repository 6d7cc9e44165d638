"""What themes get: plain data, ready to be shown. This file is the contract with their authors.

Every template gets `site` (a `ChromeView`) and `page` (the view that its kind of page makes).
Addresses are ready for an `href`: percent-encoded, with the site's base path. Texts are plain
and escaped by the template, except fields that end in `_html`.
"""

from __future__ import annotations

from dataclasses import dataclass

from nashra.pages.machine_views import FeedView, NewsSitemapView, RobotsView, SitemapView


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
    """«09:30»; empty for a date that was written without a time."""


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture."""

    url: str
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class ChromeView:
    """What every page shows around its own matter."""

    name: str
    tagline: str
    language: str
    direction: str
    home: str
    """The front page's address."""
    logo: str
    """The mark's address, or nothing."""
    sections: tuple[LinkView, ...]
    """The menu, in the configuration's order."""
    pages: tuple[LinkView, ...]
    """Standing pages, for the foot."""
    feed: str
    """The whole site's RSS."""
    editions: tuple[LinkView, ...] = ()
    """The front pages of the site in other languages; a link's key is its language."""


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


@dataclass(frozen=True, slots=True)
class BylineView:
    """A writer as a story names them."""

    name: str
    url: str
    role: str
    photo: str
    """The portrait's address, or nothing."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A line of a related box; without an address when no such story is public."""

    title: str
    url: str
    """The story's address, or nothing."""


@dataclass(frozen=True, slots=True)
class BodyPartView:
    """A stretch of a story's body, in order: prose, or a box of related stories."""

    kind: str
    """`prose` or `related`."""
    prose_html: str = ""
    related: tuple[RelatedView, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction, with its day."""

    day: MomentView
    text: str


@dataclass(frozen=True, slots=True)
class ShareView:
    """What links to other services carry, percent-encoded for a query."""

    words: str
    """The headline."""
    address: str
    """The story's full address."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """Template `story.html`: one story."""

    head: HeadView
    current: str
    """The section's slug, for the menu."""
    title: str
    language: str
    """The story's own language where it is not the site's, else nothing."""
    direction: str
    """The story's own direction where it is not the site's, else nothing."""
    kicker: str
    summary: str
    kind: str
    section: LinkView
    bylines: tuple[BylineView, ...]
    source: str
    place: str
    published: MomentView
    updated: MomentView | None
    reading_minutes: int
    image: ImageView | None
    body: tuple[BodyPartView, ...]
    corrections: tuple[CorrectionView, ...]
    tags: tuple[LinkView, ...]
    related: tuple[CardView, ...]
    """Hand-picked stories."""
    share: ShareView
    translations: tuple[LinkView, ...]
    """The story in other languages; a link's key is its language."""
    older: CardView | None
    """The story before this one in its section."""
    newer: CardView | None


@dataclass(frozen=True, slots=True)
class StripView:
    """A section's stories on the front page."""

    section: LinkView
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """Template `front.html`: the front page. No story stands twice."""

    head: HeadView
    current: str
    breaking: CardView | None
    """The newest story that is breaking news at this moment."""
    lead: CardView | None
    top: tuple[CardView, ...]
    """The next few, beside or below the lead."""
    latest: tuple[CardView, ...]
    strips: tuple[StripView, ...]


@dataclass(frozen=True, slots=True)
class ProfileView:
    """Who an author is."""

    name: str
    role: str
    photo: str
    biography_html: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ListingView:
    """Templates `section.html`, `tag.html`, `author.html`: stories, newest first, over pages.

    Pages are numbered from the oldest; the first page a reader meets has no number.
    """

    head: HeadView
    current: str
    title: str
    description: str
    cards: tuple[CardView, ...]
    count: int
    """How many stories the whole listing has; 0 on numbered pages, which do not say it."""
    number: int
    """The page's number, counted from the oldest; 0 for the newest page."""
    newer: str
    """The address of the page with newer stories, or nothing."""
    older: str
    """The address of the page with older stories, or nothing."""
    feed: str = ""
    profile: ProfileView | None = None


@dataclass(frozen=True, slots=True)
class StandingView:
    """Template `page.html`: About, Contact, a policy."""

    head: HeadView
    current: str
    title: str
    summary: str
    body_html: str


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Template `404.html`: what a host shows for an address that leads nowhere."""

    head: HeadView
    current: str
    latest: tuple[CardView, ...] = ()


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Template `redirect.html`: an old address that leads to the new one."""

    head: HeadView
    current: str
    url: str
    title: str


View = (
    StoryView
    | FrontView
    | ListingView
    | StandingView
    | NotFoundView
    | RedirectView
    | FeedView
    | SitemapView
    | NewsSitemapView
    | RobotsView
)
"""What a template may get as `page`."""
