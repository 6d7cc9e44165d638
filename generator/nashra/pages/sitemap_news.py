"""The news sitemap: the stories of the last two days.

Source: Google Search Central, "Create a news sitemap": at most 1,000 stories, two days old at most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages.addresses import full
from nashra.pages.machine_views import NewsLineView, NewsSitemapView

NAME = "sitemap_news"
TEMPLATE = "sitemap-news.xml"
OWNERS = (terms.SITE,)
SETTINGS = ("identity",)

_MOST = 1000


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give the whole site."""
    return ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the one file, also on days without news."""
    yield Output("sitemap-news.xml", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> NewsSitemapView:  # noqa: ARG001
    """Give the recent stories, newest first."""
    identity = config.identity
    stories = reader.newest(terms.RECENT, limit=_MOST)
    return NewsSitemapView(
        name=identity.name,
        language=identity.language.partition("-")[0],
        lines=tuple(
            NewsLineView(full(story.address, identity), story.title, story.date.isoformat())
            for story in stories
        ),
    )
