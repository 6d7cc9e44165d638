"""robots.txt: everything may be read, and where the sitemap lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages.addresses import full
from nashra.pages.machine_views import RobotsView

NAME = "robots"
TEMPLATE = "robots.txt"
OWNERS = (terms.SITE,)
SETTINGS = ("identities",)


def standing(config: Config) -> Iterable[str]:
    """Give the whole site; one file stands for all editions."""
    return () if config.edition else ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the one file, at the output's root."""
    if not config.edition:
        yield Output("robots.txt", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> RobotsView:  # noqa: ARG001
    """Give the address of each edition's sitemap."""
    return RobotsView(
        tuple(full("/sitemap.xml", identity) for identity in config.identities.values())
    )
