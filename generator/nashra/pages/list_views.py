"""What the templates of fronts and lists get."""

from __future__ import annotations

from dataclasses import dataclass

from nashra.pages.head_views import HeadView, LinkView
from nashra.pages.part_views import CardView


@dataclass(frozen=True, slots=True)
class StripView:
    """A section's stories on the front page."""

    section: LinkView
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class PackageView:
    """Stories that editors put together under a title of their own."""

    title: str
    key: str
    """A word that no other package of the page has, for identifiers."""
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """Template `front.html`: the front page. No story stands twice."""

    head: HeadView
    current: str
    breaking: tuple[CardView, ...]
    """The newest stories that are breaking news at this moment, three at most."""
    lead: CardView | None
    top: tuple[CardView, ...]
    """The next few, beside or below the lead."""
    packages: tuple[PackageView, ...]
    latest: tuple[CardView, ...]
    strips: tuple[StripView, ...]
    voices: tuple[StripView, ...]
    """Sections of opinion, where who says it comes first."""


@dataclass(frozen=True, slots=True)
class BreakingView:
    """Template `breaking.json`: what every page but the front page asks for once it is open."""

    cards: tuple[CardView, ...]
    """The newest stories that are breaking news, three at most; mostly none."""


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
    """Those that do not stand above the list."""
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
    lead: CardView | None = None
    """The story that stands first on a section's front."""
    top: tuple[CardView, ...] = ()
    """The next few there."""
