"""Short addresses that never change, leading to where their stories lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Article, Output
from nashra.pages.addresses import target, url
from nashra.pages.head import Matter, head
from nashra.pages.plain_views import RedirectView

NAME = "share"
TEMPLATE = "share.html"
OWNERS = (terms.SHARE,)
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: short addresses come from stories."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the page at a short address, if a public story has its name."""
    if config.addresses.share and reader.cards(terms.SHARE, owner):
        yield Output(target(_address(owner)), NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> RedirectView:
    """Give where the address leads, and what other services show of the story before it is read."""
    story = reader.cards(terms.SHARE, output.owner)[0]
    matter = Matter(
        title=story.title,
        description=story.summary or story.title,
        address=story.address,
        kind="article",
        image=story.image,
        indexed=False,
    )
    return RedirectView(
        head=head(matter, config.identity),
        current="",
        url=url(story.address, config.identity),
        title=story.title,
    )


def address_of(article: Article, reader: Reader) -> str:
    """Give a story's short address from its edition's root; nothing if an older story has it."""
    name = terms.share_name(article)
    holder, *_ = reader.cards(terms.SHARE, name)
    return _address(name) if holder.file == article.file else ""


def _address(name: str) -> str:
    return f"/a/{name}/"
