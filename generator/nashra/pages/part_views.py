"""The pieces of which the views of several kinds of page are made."""

from __future__ import annotations

from dataclasses import dataclass

from nashra.pages.head_views import LinkView


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
