"""A thread: the stories of one matter over the days, on one line of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Article, Output
from nashra.pages import listings, pagination
from nashra.pages.list_views import ListingView

NAME = "thread"
TEMPLATE = "thread.html"
OWNERS = (terms.THREAD,)
SETTINGS = ("identity", "sections", "listings.per_page")


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: threads come from stories."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the thread's pages, if a public story belongs to it."""
    if count := reader.count(terms.THREAD, owner):
        yield from listings.outputs(NAME, owner, f"/thread/{owner}/", count, config)


def view(output: Output, reader: Reader, config: Config) -> ListingView:
    """Give what a page of the thread shows; it is named as its oldest story wrote it."""
    page = pagination.page(
        reader,
        terms.THREAD,
        output.owner,
        number=int(output.part or 0),
        per_page=config.listings.per_page,
    )
    (oldest,) = reader.stretch(terms.THREAD, output.owner, start=0, length=1)
    (story,) = reader.entries(terms.STORY, oldest.file)
    assert isinstance(story, Article)
    heading = listings.Heading(title=story.thread, address=f"/thread/{output.owner}/")
    return listings.view(heading, page, reader, config)
