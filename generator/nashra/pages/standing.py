"""About, Contact, policies: pages that are not stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output, StandingPage
from nashra.pages import parts
from nashra.pages.addresses import target
from nashra.pages.head import Matter, head
from nashra.pages.plain_views import StandingView

NAME = "standing"
TEMPLATE = "page.html"
OWNERS = (terms.PAGE, terms.SECTION)
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: pages come from content alone."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the page whose slug is `owner`, unless a section lies at the same address."""
    taken = config.keeps(owner) or reader.count(terms.SECTION, owner)
    if not taken and reader.count(terms.PAGE, owner):
        yield Output(target(f"/{owner}/"), NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> StandingView:
    """Give what the page shows."""
    page = reader.entries(terms.PAGE, output.owner)[0]
    assert isinstance(page, StandingPage)
    matter = Matter(title=page.title, description=page.summary, address=page.address)
    return StandingView(
        head=head(matter, config.identity),
        current=page.slug,
        title=page.title,
        summary=page.summary,
        body_html=parts.prose(page.body, config.identity),
    )
