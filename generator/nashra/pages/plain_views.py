"""Pages that hold no stories: part of the contract in `views`."""

from __future__ import annotations

from dataclasses import dataclass

from nashra.pages.head_views import HeadView


@dataclass(frozen=True, slots=True)
class StandingView:
    """Template `page.html`: About, Contact, a policy."""

    head: HeadView
    current: str
    title: str
    summary: str
    body_html: str


@dataclass(frozen=True, slots=True)
class OfflineView:
    """Template `offline.html`: what is shown of a page that was never read, with no connection."""

    head: HeadView
    current: str


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Templates `redirect.html` and `share.html`: an address that leads to a story."""

    head: HeadView
    current: str
    url: str
    title: str
