"""The front page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Card, Output
from nashra.pages import parts, structured, translations
from nashra.pages.head import Matter, head
from nashra.pages.views import FrontView, StripView

NAME = "front"
TEMPLATE = "front.html"
OWNERS = (terms.SITE,)
SETTINGS = ("identity", "sections", "listings.front")

_TOP = 4
_STRIP = 4


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give the whole site: there is a front page even before the first story."""
    return ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the front page."""
    yield Output("index.html", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> FrontView:  # noqa: ARG001
    """Give the front page: a pinned story leads, else the newest; no story stands twice."""
    identity, sections = config.identity, config.sections
    pinned = reader.newest(terms.PINNED, limit=1)
    newest = reader.newest(terms.SITE, limit=config.listings.front + len(pinned))
    breaking = reader.newest(terms.BREAKING, limit=1)
    shown: set[str] = set()
    stories = _fresh([*pinned, *newest], shown, limit=config.listings.front)
    views = parts.cards(stories, reader, identity, sections)
    strips = []
    for section in sections.entries:
        candidates = reader.newest(
            terms.SECTION, section.slug, limit=_STRIP + config.listings.front
        )
        fresh = _fresh(candidates, shown, limit=_STRIP)
        if fresh:
            strips.append(
                StripView(
                    parts.section_link(section.slug, identity, sections),
                    parts.cards(fresh, reader, identity, sections),
                )
            )
    return FrontView(
        head=head(
            Matter(
                title=identity.name,
                description=identity.description,
                address="/",
                image=stories[0].image if stories else None,
                json_ld=structured.site(identity),
                alternates=translations.front_alternates(identity),
            ),
            identity,
        ),
        current="",
        breaking=parts.card(breaking[0], reader, identity, sections) if breaking else None,
        lead=views[0] if views else None,
        top=views[1 : 1 + _TOP],
        latest=views[1 + _TOP :],
        strips=tuple(strips),
    )


def _fresh(candidates: Iterable[Card], shown: set[str], *, limit: int) -> list[Card]:
    """Take the first stories that were not shown yet, and count them as shown."""
    fresh: list[Card] = []
    for story in candidates:
        if len(fresh) < limit and story.file not in shown:
            shown.add(story.file)
            fresh.append(story)
    return fresh
