"""A day of the archive: its stories, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config, Identity
from nashra.language.shown_dates import long_date
from nashra.model import Card, Output
from nashra.pages import dated, parts
from nashra.pages.addresses import target, url
from nashra.pages.head import Matter, head
from nashra.pages.list_views import ListingView

NAME = "archive_day"
TEMPLATE = "archive-day.html"
OWNERS = (terms.DAY,)
SETTINGS = ("identity", "sections")


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: days come from stories."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the page of a day, written `2026-11-23`, if a public story has it."""
    if reader.count(terms.DAY, owner):
        yield Output(target(dated.address(owner)), NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> ListingView:
    """Give the day's stories, and the days beside it that have stories."""
    identity, day = config.identity, output.owner
    stories = reader.cards(terms.DAY, day)
    older, _ = reader.neighbours(terms.SITE, "", stories[0])
    _, newer = reader.neighbours(terms.SITE, "", stories[-1])
    title = long_date(date.fromisoformat(day), dated.profile(identity))
    matter = Matter(title=title, description="", address=dated.address(day))
    return ListingView(
        head=head(matter, identity),
        current="",
        title=title,
        description="",
        cards=parts.cards(reversed(stories), reader, identity, config.sections),
        count=len(stories),
        number=0,
        newer=_link(newer, day, identity),
        older=_link(older, day, identity),
    )


def _link(story: Card | None, day: str, identity: Identity) -> str:
    other = story.date.date().isoformat() if story else day
    return url(dated.address(other), identity) if other != day else ""
