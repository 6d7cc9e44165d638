"""What the templates of archives by date get."""

from __future__ import annotations

from dataclasses import dataclass

from nashra.pages.head_views import HeadView, LinkView


@dataclass(frozen=True, slots=True)
class ArchiveMonthView:
    """One month with stories."""

    title: str
    """The month's name alone."""
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class ArchiveYearView:
    """One year with stories, its newest month first."""

    title: str
    months: tuple[ArchiveMonthView, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """Template `archive.html`: every month with stories, the newest year first."""

    head: HeadView
    current: str
    years: tuple[ArchiveYearView, ...]


@dataclass(frozen=True, slots=True)
class CalendarDayView:
    """A day of a month; without an address where it has no stories."""

    number: str
    """In the site's digits."""
    iso: str
    label: str
    """The day in words, for those who hear the page."""
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class CalendarView:
    """Template `archive-month.html`: a month as a calendar."""

    head: HeadView
    current: str
    title: str
    count: int
    weekdays: tuple[str, ...]
    """Their names, in the week's order."""
    weeks: tuple[tuple[CalendarDayView | None, ...], ...]
    """Seven places each; nothing where a day is another month's."""
    older: LinkView | None
    """The last month before this one with stories."""
    newer: LinkView | None


DateView = ArchiveView | CalendarView
