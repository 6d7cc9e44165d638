"""What every page shows around its own matter."""

from __future__ import annotations

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.language import direction
from nashra.model import StandingPage
from nashra.pages import breaking, feeds
from nashra.pages.addresses import media_url, url
from nashra.pages.head_views import LinkView
from nashra.pages.parts import section_link
from nashra.pages.translations import fronts
from nashra.pages.views import ChromeView


def chrome(reader: Reader, config: Config) -> ChromeView:
    """Give the chrome: from the configuration, and from which standing pages there are."""
    identity = config.identity
    pages = sorted(
        (page for page in reader.entries(terms.STANDING) if isinstance(page, StandingPage)),
        key=lambda page: (page.order, page.slug),
    )
    return ChromeView(
        name=identity.name,
        tagline=identity.tagline,
        language=identity.language,
        direction=direction.of_language(identity.language),
        digits=identity.profile.numerals.family,
        home=identity.base_path,
        logo=media_url(identity.logo, identity) if identity.logo else "",
        sections=tuple(
            section_link(section.slug, identity, config.sections)
            for section in config.sections.entries
        ),
        pages=tuple(LinkView(page.title, url(page.address, identity), page.slug) for page in pages),
        feeds=feeds.links(feeds.Channel(identity.name, "/"), config),
        editions=fronts(identity),
        archive=url("/archive/", identity),
        breaking=url(breaking.ADDRESS, identity),
        corrections=url("/corrections/", identity) if reader.count(terms.CORRECTED) else "",
        manifest=url("/manifest.webmanifest", identity),
        offline=f"{identity.root_path}offline.js" if config.offline else "",
    )
