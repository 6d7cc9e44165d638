"""The archive: every month with stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages import dated
from nashra.pages.addresses import url
from nashra.pages.archive_views import ArchiveMonthView, ArchiveView, ArchiveYearView
from nashra.pages.head import Matter, head

NAME = "archive"
TEMPLATE = "archive.html"
OWNERS = (terms.SITE,)
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give the whole site: the foot of every page leads here."""
    return ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the one page."""
    yield Output("archive/index.html", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> ArchiveView:  # noqa: ARG001
    """Give the months, the newest first."""
    identity = config.identity
    months = reversed(reader.values(terms.MONTH, on=terms.SITE))
    years = tuple(
        ArchiveYearView(
            title=identity.profile.numerals.text(year),
            months=tuple(
                ArchiveMonthView(
                    dated.month_name(month, identity), url(dated.address(month), identity), count
                )
                for month, count in group
            ),
        )
        for year, group in groupby(months, key=lambda pair: pair[0][:4])
    )
    matter = Matter(title=identity.name, description="", address="/archive/")
    return ArchiveView(head=head(matter, identity), current="", years=years)
