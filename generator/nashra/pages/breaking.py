"""The stories that are breaking news at this moment, in a small file that open pages ask for.

No page but the front page shows them itself, so that breaking news makes no archive again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages import parts
from nashra.pages.list_views import BreakingView
from nashra.pages.part_views import CardView

NAME = "breaking"
TEMPLATE = "breaking.json"
OWNERS = (terms.SITE,)
SETTINGS = ("identity", "sections")

ADDRESS = "/breaking.json"
"""Where it lies, from an edition's root."""
_MOST = 3


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give the whole site: the file is there when nothing is breaking."""
    return ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the one file; each edition has its own."""
    yield Output(ADDRESS.removeprefix("/"), NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> BreakingView:  # noqa: ARG001
    """Give what is breaking."""
    return BreakingView(stories(reader, config))


def stories(reader: Reader, config: Config) -> tuple[CardView, ...]:
    """Give the newest stories that are breaking news at this moment, three at most."""
    newest = reader.newest(terms.BREAKING, limit=_MOST)
    return parts.cards(newest, reader, config.identity, config.sections)
