"""The front page: as editors laid it out, the newest stories wherever they left room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config, Identity
from nashra.model import Card, FrontPlan, Kind, Output, Slot
from nashra.pages import breaking, parts, structured, translations
from nashra.pages.head import Matter, head
from nashra.pages.head_views import HeadView
from nashra.pages.list_views import FrontView, PackageView, StripView
from nashra.pages.part_views import CardView
from nashra.pages.policies import policies
from nashra.pages.slots import Filling

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


def plan(reader: Reader) -> FrontPlan:
    """Give what editors put where; without a file of theirs, the newest stories go everywhere."""
    found = reader.entries(terms.FRONT)
    return found[0] if found and isinstance(found[0], FrontPlan) else FrontPlan(file="")


def view(output: Output, reader: Reader, config: Config) -> FrontView:  # noqa: ARG001
    """Give the front page: no story stands on it twice."""
    laid = plan(reader)
    strips, voices = _strips(laid, config)
    slots = (laid.lead, *laid.packages, laid.top, laid.latest, *strips, *voices)
    filling = Filling(reader, slots, newest=(terms.SITE, ""))
    show = partial(parts.cards, reader=reader, identity=config.identity, sections=config.sections)
    lead = filling.fill(laid.lead, 1, first=reader.newest(terms.PINNED, limit=1))
    packages = [
        PackageView(slot.title, f"package-{number}", show(filling.only(slot, slot.count or _STRIP)))
        for number, slot in enumerate(laid.packages, 1)
    ]
    top = filling.fill(laid.top, laid.top.count or _TOP)
    rest = laid.latest.count or max(0, config.listings.front - len(lead) - len(top))
    latest = filling.fill(laid.latest, rest)
    below = [_strip(slot, filling, config, show) for slot in strips]
    opinions = [_strip(slot, filling, config, show) for slot in voices]
    return FrontView(
        head=_head(lead, reader, config.identity),
        current="",
        breaking=breaking.stories(reader, config),
        lead=show(lead)[0] if lead else None,
        top=show(top),
        packages=tuple(package for package in packages if package.cards),
        latest=show(latest),
        strips=tuple(strip for strip in below if strip.cards and not _is_opinion(strip)),
        voices=tuple(strip for strip in below if strip.cards and _is_opinion(strip))
        + tuple(strip for strip in opinions if strip.cards),
    )


def _head(lead: list[Card], reader: Reader, identity: Identity) -> HeadView:
    matter = Matter(
        title=identity.name,
        description=identity.description,
        address="/",
        image=lead[0].image if lead else None,
        json_ld=structured.site(identity, policies(reader, identity)),
        alternates=translations.front_alternates(identity),
    )
    return head(matter, identity)


def _strips(laid: FrontPlan, config: Config) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """Give the slots of sections below the top, and those of opinion: each section in one."""
    voices = (laid.opinion,) if laid.opinion else ()
    strips = laid.strips
    if strips is None:
        strips = tuple(Slot(section=section.slug) for section in config.sections.entries)
    taken = {slot.section for slot in voices}
    return tuple(slot for slot in strips if slot.section not in taken), voices


def _strip(
    slot: Slot,
    filling: Filling,
    config: Config,
    show: Callable[[Iterable[Card]], tuple[CardView, ...]],
) -> StripView:
    cards = show(filling.only(slot, slot.count or _STRIP))
    section = parts.section_link(slot.section, config.identity, config.sections)
    return StripView(replace(section, label=slot.title) if slot.title else section, cards)


def _is_opinion(strip: StripView) -> bool:
    return strip.cards[0].kind == Kind.OPINION
