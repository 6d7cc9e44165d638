"""The page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages.head import Matter, head
from nashra.pages.views import NotFoundView

NAME = "not_found"
TEMPLATE = "404.html"
OWNERS = (terms.SITE,)
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give the whole site."""
    return ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the page, where hosts look for it."""
    yield Output("404.html", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> NotFoundView:  # noqa: ARG001
    """Give what the page shows: nothing of the stories, so that none ever changes it."""
    matter = Matter(title="404", description="", address="/404.html", indexed=False)
    return NotFoundView(head=head(matter, config.identity), current="")
