"""llms.txt: what the site is and where things lie. Source: llmstxt.org.

It is made of what seldom changes, so no story ever changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output, StandingPage
from nashra.pages import feeds, section_feeds
from nashra.pages.addresses import full
from nashra.pages.machine_views import LlmsView, SignpostView

NAME = "llms"
TEMPLATE = "llms.txt"
OWNERS = (terms.SITE,)
SETTINGS = ("identity", "sections", "feeds.formats")


def standing(config: Config) -> Iterable[str]:
    """Give the whole site; one file stands for all editions."""
    return () if config.edition else ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the one file, at the output's root."""
    if not config.edition:
        yield Output("llms.txt", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> LlmsView:  # noqa: ARG001
    """Give the site's sections, feeds, standing pages and other languages."""
    identity = config.identity
    pages = sorted(
        (page for page in reader.entries(terms.STANDING) if isinstance(page, StandingPage)),
        key=lambda page: (page.order, page.slug),
    )
    return LlmsView(
        name=identity.name,
        description=identity.description,
        language=identity.language,
        sections=tuple(
            SignpostView(section.name, full(f"/{section.slug}/", identity), section.description)
            for section in config.sections.entries
        ),
        feeds=tuple(
            SignpostView(
                section_feeds.channel(owner, config).name,
                full(section_feeds.channel(owner, config).address + feeds.FILES[each], identity),
                feeds.TYPES[each],
            )
            for each in config.feeds.formats[:1]
            for owner in section_feeds.owners(config)
        ),
        pages=tuple(
            SignpostView(page.title, full(page.address, identity), page.summary) for page in pages
        ),
        editions=tuple(
            SignpostView(edition.name, edition.address, edition.language)
            for edition in identity.editions
            if edition.language != identity.language
        ),
    )
