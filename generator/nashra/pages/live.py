"""A live story's reports by themselves, for its page to ask again while somebody reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config, Identity
from nashra.model import Article, Kind, Output
from nashra.pages import bodies, parts
from nashra.pages.addresses import target
from nashra.pages.views import LiveEntryView, LiveView

NAME = "live"
TEMPLATE = "live.json"
OWNERS = (terms.LIVE,)
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: live stories come from content alone."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the reports of the story whose file is `owner`, if it is public."""
    for entry in reader.entries(terms.LIVE, owner):
        assert isinstance(entry, Article)
        yield Output(target(address(entry)), NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> LiveView:
    """Give the story's reports."""
    (article,) = reader.entries(terms.LIVE, output.owner)
    assert isinstance(article, Article)
    language, direction = parts.own_language(article, config.identity)
    return LiveView(
        ended=has_ended(article, reader),
        language=language,
        direction=direction,
        entries=entries(article, reader, config.identity),
    )


def address(article: Article) -> str:
    """Give where a live story's reports lie, from its edition's root."""
    return f"{article.address}live.json"


def has_ended(article: Article, reader: Reader) -> bool:
    """Tell whether a live story's coverage is over at this moment; no other story's ever is."""
    is_live = article.kind is Kind.LIVE
    return is_live and not reader.count(terms.GOES_ON, article.file)


def entries(article: Article, reader: Reader, identity: Identity) -> tuple[LiveEntryView, ...]:
    """Give a live story's reports, the newest first."""
    return tuple(
        LiveEntryView(
            entry.anchor,
            parts.moment(entry.moment, identity),
            entry.title,
            bodies.view(entry.body, reader, identity),
        )
        for entry in article.live
    )
