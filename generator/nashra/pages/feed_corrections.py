"""The RSS feed of corrections: one item for each mistake that was put right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.utils import format_datetime

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.config.feeds import Format
from nashra.model import Card, Correction, Output
from nashra.pages import corrections, feeds
from nashra.pages.machine_views import FeedItemView, FeedView

NAME = "feed_corrections"
TEMPLATE = "feed.xml"
OWNERS = (terms.CORRECTED,)
SETTINGS = ("identity", "sections", "listings.feed", "feeds")


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: there is a feed once there is a correction."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the feed beside the page of corrections."""
    if Format.RSS in config.feeds.formats and reader.count(terms.CORRECTED):
        yield Output(f"corrections/{feeds.FILES[Format.RSS]}", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> FeedView:
    """Give the last corrections; a story has its last among them, so few stories are enough."""
    stories = reader.newest(terms.CORRECTED, limit=config.listings.feed)
    made = [
        (correction, at, story)
        for story in stories
        for at, correction in enumerate(corrections.whole(story, reader).corrections)
    ]
    made.sort(key=lambda each: (each[0].date, each[2].file, each[1]), reverse=True)
    items = [
        _item(correction, story, reader, config)
        for correction, _, story in made[: config.listings.feed]
    ]
    changed = made[0][0].date if made else None
    channel = feeds.Channel("", corrections.ADDRESS)
    found = feeds.framed(channel, _told_apart(items), changed, config)
    return replace(found, corrections=True, self_url=feeds.self_url(output, config))


def _item(correction: Correction, story: Card, reader: Reader, config: Config) -> FeedItemView:
    item = feeds.item(story, reader, config)
    when = correction.date
    return replace(
        item,
        url=f"{item.url}#corrections",
        id=f"{item.id}#correction-{when.isoformat()}",
        summary=correction.text,
        content_html="",
        published=when.isoformat(),
        modified=when.isoformat(),
        published_rfc822=format_datetime(when),
        picture=None,
    )


def _told_apart(items: list[FeedItemView]) -> list[FeedItemView]:
    """Give each a name of its own: those of one story and moment are numbered."""
    seen: dict[str, int] = {}
    numbered = []
    for item in reversed(items):
        number = seen[item.id] = seen.get(item.id, 0) + 1
        numbered.append(replace(item, id=f"{item.id}-{number}") if number > 1 else item)
    return numbered[::-1]
