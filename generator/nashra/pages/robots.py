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
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give the whole site."""
    return ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the one file, at the output's root."""
    yield Output("robots.txt", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> RobotsView:  # noqa: ARG001
    """Give the sitemap's address."""
    return RobotsView(full("/sitemap.xml", config.identity))
