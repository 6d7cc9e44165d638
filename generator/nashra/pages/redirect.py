"""Addresses that stories once had, leading to where they lie now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages.addresses import target, url
from nashra.pages.head import Matter, head
from nashra.pages.plain_views import RedirectView

NAME = "redirect"
TEMPLATE = "redirect.html"
OWNERS = (terms.ALIAS, terms.ADDRESS)
SETTINGS = ("identities",)

_LONGEST_NAME = 255
"""In bytes: what file systems take (POSIX, NAME_MAX). Longer addresses stand in `_redirects`."""


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: old addresses come from stories."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the redirect at an old address, unless something public lies there now."""
    if any(len(name.encode()) > _LONGEST_NAME for name in owner.split("/")):
        return
    if reader.count(terms.ALIAS, owner) and not reader.count(terms.ADDRESS, owner):
        yield Output(target(owner), NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> RedirectView:
    """Give where the address leads: to the oldest story that claims it."""
    story = reader.cards(terms.ALIAS, output.owner)[0]
    identity = config.identities[story.edition]
    matter = Matter(title=story.title, description="", address=story.address, indexed=False)
    return RedirectView(
        head=head(matter, identity),
        current="",
        url=url(story.address, identity),
        title=story.title,
    )
