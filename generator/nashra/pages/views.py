"""What themes get: plain data, ready to be shown. This file is the contract with their authors.

Every template gets `site` (a `ChromeView`) and `page` (the view that its kind of page makes).
Addresses are ready for an `href`: percent-encoded, with the site's base path. Texts are plain
and escaped by the template, except fields that end in `_html`.
"""

from __future__ import annotations

from dataclasses import dataclass

from nashra.pages.archive_views import DateView
from nashra.pages.body_views import BodyPartView
from nashra.pages.head_views import FeedLinkView, HeadView, LinkView
from nashra.pages.list_views import BreakingView, FrontView, ListingView
from nashra.pages.machine_views import MachineView
from nashra.pages.part_views import CardView, ImageView, MomentView
from nashra.pages.plain_views import OfflineView, RedirectView, StandingView


@dataclass(frozen=True, slots=True)
class ChromeView:
    """What every page shows around its own matter."""

    name: str
    tagline: str
    language: str
    direction: str
    digits: str
    """The family of digits on the site's pages: `latn`, `arab`, `arabext`."""
    home: str
    """The front page's address."""
    logo: str
    """The mark's address, or nothing."""
    sections: tuple[LinkView, ...]
    """The menu, in the configuration's order."""
    pages: tuple[LinkView, ...]
    """Standing pages, for the foot."""
    feeds: tuple[FeedLinkView, ...]
    """The whole site's."""
    editions: tuple[LinkView, ...] = ()
    """The front pages of the site in other languages; a link's key is its language."""
    archive: str = ""
    """The address of the archive by date."""
    breaking: str = ""
    """The address of the file that tells what is breaking news."""
    corrections: str = ""
    """The address of the page of corrections, where a story was corrected."""
    manifest: str = ""
    """The address of the manifest for home screens."""
    offline: str = ""
    """The address of the script that keeps what was read, or nothing."""


@dataclass(frozen=True, slots=True)
class BylineView:
    """A writer as a story names them."""

    name: str
    url: str
    role: str
    photo: str
    """The portrait's address, or nothing."""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction, with its day."""

    day: MomentView
    text: str


@dataclass(frozen=True, slots=True)
class LiveEntryView:
    """One report of a live story."""

    anchor: str
    published: MomentView
    title: str
    body: tuple[BodyPartView, ...]


@dataclass(frozen=True, slots=True)
class LiveView:
    """Template `live.json`: what a live story's page asks for while it is open."""

    ended: bool
    language: str
    """The story's own language where it is not the site's, else nothing."""
    direction: str
    """The story's own direction where it is not the site's, else nothing."""
    entries: tuple[LiveEntryView, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True)
class ShareView:
    """What links to other services carry, percent-encoded for a query."""

    words: str
    """The headline."""
    address: str
    """The full address that is shared: the short one, or the story's own where there is none."""
    short: str = ""
    """The short address in full as it is, for readers to copy; nothing where there is none."""


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
    live: tuple[LiveEntryView, ...]
    """A live story's reports, the newest first."""
    live_updates: str
    """The address of a live story's reports for the page to ask again, or nothing."""
    live_ended: bool
    """Whether a live story's coverage is over."""
    corrections: tuple[CorrectionView, ...]
    tags: tuple[LinkView, ...]
    thread: LinkView | None
    """The stories that this one goes on from, and those that go on from it."""
    related: tuple[CardView, ...]
    """Hand-picked stories."""
    share: ShareView
    translations: tuple[LinkView, ...]
    """The story in other languages; a link's key is its language."""
    older: CardView | None
    """The story before this one in its section."""
    newer: CardView | None


@dataclass(frozen=True, slots=True)
class CorrectedView:
    """A story that was put right, with what was wrong with it."""

    title: str
    url: str
    section: LinkView
    published: MomentView
    corrections: tuple[CorrectionView, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Template `corrections.html`: corrected stories, over pages, by the last correction."""

    head: HeadView
    current: str
    stories: tuple[CorrectedView, ...]
    count: int
    """How many stories were corrected; 0 on numbered pages, which do not say it."""
    number: int
    newer: str
    older: str
    feed: str


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Template `404.html`: what a host shows for an address that leads nowhere."""

    head: HeadView
    current: str
    latest: tuple[CardView, ...] = ()


View = (
    StoryView
    | FrontView
    | BreakingView
    | ListingView
    | DateView
    | CorrectionsView
    | StandingView
    | NotFoundView
    | OfflineView
    | RedirectView
    | LiveView
    | MachineView
)
"""What a template may get as `page`."""
