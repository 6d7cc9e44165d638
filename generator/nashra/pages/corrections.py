"""Every story that was put right, with what was wrong with it; the last correction first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Article, Card, Output
from nashra.pages import feeds, listings, pagination, parts
from nashra.pages.addresses import url
from nashra.pages.head import Matter, head
from nashra.pages.views import CorrectedView, CorrectionsView, CorrectionView

NAME = "corrections"
TEMPLATE = "corrections.html"
OWNERS = (terms.CORRECTED,)
SETTINGS = ("identity", "sections", "listings.per_page", "feeds.formats")

ADDRESS = "/corrections/"


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: there is such a page once there is a correction."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the list's pages, if a public story was corrected."""
    if count := reader.count(terms.CORRECTED):
        yield from listings.outputs(NAME, owner, ADDRESS, count, config)


def view(output: Output, reader: Reader, config: Config) -> CorrectionsView:
    """Give what a page of the list shows; its words are the theme's."""
    identity = config.identity
    page = pagination.page(
        reader,
        terms.CORRECTED,
        "",
        number=int(output.part or 0),
        per_page=config.listings.per_page,
    )
    own = feeds.links(feeds.Channel(identity.name, ADDRESS), config, rss_alone=True)
    matter = Matter(
        title="",
        description="",
        address=pagination.address(ADDRESS, page.number),
        feeds=own,
    )
    return CorrectionsView(
        head=head(matter, identity),
        current="",
        stories=tuple(_story(story, reader, config) for story in page.stories),
        count=page.count,
        number=page.number,
        newer=_link(page.newer, config),
        older=_link(page.older, config),
        feed=own[0].url if own else "",
    )


def whole(story: Card, reader: Reader) -> Article:
    """Give the story whose card is at hand, with its corrections."""
    (article,) = reader.entries(terms.STORY, story.file)
    assert isinstance(article, Article)
    return article


def _story(story: Card, reader: Reader, config: Config) -> CorrectedView:
    identity = config.identity
    made = sorted(
        whole(story, reader).corrections, key=lambda correction: correction.date, reverse=True
    )
    return CorrectedView(
        title=story.title,
        url=url(story.address, identity),
        section=parts.section_link(story.section, identity, config.sections),
        published=parts.moment(story.date, identity),
        corrections=tuple(
            CorrectionView(parts.moment(correction.date, identity), correction.text)
            for correction in made
        ),
    )


def _link(number: int | None, config: Config) -> str:
    return "" if number is None else url(pagination.address(ADDRESS, number), config.identity)
