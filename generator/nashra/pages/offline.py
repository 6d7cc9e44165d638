"""The page that is shown of what was never read, where there is no connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages.addresses import target
from nashra.pages.head import Matter, head
from nashra.pages.plain_views import OfflineView

NAME = "offline"
TEMPLATE = "offline.html"
OWNERS = (terms.SITE,)
SETTINGS = ("identity", "offline")

ADDRESS = "/offline/"


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give the whole site."""
    return ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the page, if the site asks for it."""
    if config.offline:
        yield Output(target(ADDRESS), NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> OfflineView:  # noqa: ARG001
    """Give what the page shows: nothing of the stories, so that none ever changes it."""
    matter = Matter(title="", description="", address=ADDRESS, indexed=False)
    return OfflineView(head=head(matter, config.identity), current="")
