"""A month of the archive: a calendar whose days lead to their stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config, Identity
from nashra.language.shown_dates import long_date, weekdays, weeks
from nashra.model import Card, Output
from nashra.pages import dated
from nashra.pages.addresses import target, url
from nashra.pages.archive_views import CalendarDayView, CalendarView
from nashra.pages.head import Matter, head
from nashra.pages.head_views import LinkView

NAME = "archive_month"
TEMPLATE = "archive-month.html"
OWNERS = (terms.MONTH,)
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: months come from stories."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the page of a month, written `2026-11`, if a public story has it."""
    if reader.count(terms.MONTH, owner):
        yield Output(target(dated.address(owner)), NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> CalendarView:
    """Give the month's days, and the months beside it that have stories."""
    identity, month = config.identity, output.owner
    year, number = map(int, month.split("-"))
    profile = dated.profile(identity)
    days = reader.beginning(f"{month}-", of=terms.DAY, on=terms.MONTH, value=month)
    counts = dict(days)
    first, after = _ends(year, number, identity)
    older, _ = reader.around(terms.SITE, "", first)
    _, newer = reader.around(terms.SITE, "", after)
    title = dated.title(month, identity)
    matter = Matter(title=title, description="", address=dated.address(month))
    return CalendarView(
        head=head(matter, identity),
        current="",
        title=title,
        count=sum(counts.values()),
        weekdays=weekdays(profile),
        weeks=tuple(
            tuple(_day(day, counts, identity) if day else None for day in week)
            for week in weeks(year, number, profile)
        ),
        older=_link(older, month, identity),
        newer=_link(newer, month, identity),
    )


def _ends(year: int, number: int, identity: Identity) -> tuple[float, float]:
    """Give the first moment of a month and of the next, in seconds of the epoch."""
    zone = identity.time_zone
    after = (year + number // 12, number % 12 + 1)
    first = datetime(year, number, 1, tzinfo=zone)
    return first.timestamp(), datetime(*after, 1, tzinfo=zone).timestamp()


def _day(day: date, counts: dict[str, int], identity: Identity) -> CalendarDayView:
    iso = day.isoformat()
    count = counts.get(iso, 0)
    return CalendarDayView(
        number=identity.profile.numerals.text(str(day.day)),
        iso=iso,
        label=long_date(day, dated.profile(identity)),
        url=url(dated.address(iso), identity) if count else "",
        count=count,
    )


def _link(story: Card | None, month: str, identity: Identity) -> LinkView | None:
    other = dated.month_of(story.date.date()) if story else month
    if other == month:
        return None
    return LinkView(dated.title(other, identity), url(dated.address(other), identity), other)
