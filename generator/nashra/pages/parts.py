"""The pieces that several kinds of page show: moments, cards, sections, writers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Identity, Sections
from nashra.language import direction
from nashra.language.folding import fold
from nashra.language.region import Profile
from nashra.language.shown_dates import clock, long_date, second_date, short_date
from nashra.language.slug import slugify
from nashra.model import Article, Author, Byline, Card, Image, Kind
from nashra.pages.addresses import media_url, url
from nashra.pages.head import in_attribute
from nashra.pages.head_views import LinkView
from nashra.pages.part_views import CardView, ImageView, MomentView

_FOOTNOTE = re.compile(r'(class="footnote-ref"[^<>]*>)([0-9]+)')
_MIDNIGHT = time()
"""The hour of a date that was written without one."""


def moment(when: datetime, identity: Identity) -> MomentView:
    """Give a moment in the site's own time."""
    return _moment(when, identity.time_zone, identity.profile)


@lru_cache(maxsize=16_384)
def _moment(when: datetime, zone: ZoneInfo, profile: Profile) -> MomentView:
    local = when.astimezone(zone)
    day, hour = local.date(), local.time()
    return MomentView(
        iso=local.isoformat(),
        day=long_date(day, profile),
        clock=clock(hour, profile) if hour != _MIDNIGHT else "",
        short=short_date(day, profile),
        second=second_date(day, profile),
    )


def image(picture: Image | None, identity: Identity) -> ImageView | None:
    """Give a picture, if there is one."""
    if picture is None:
        return None
    alt = in_attribute(picture.alt, identity)
    return ImageView(media_url(picture.src, identity), alt, picture.caption, picture.credit)


def prose(html: str, identity: Identity) -> str:
    """Give a text's HTML with the marks of its footnotes in the site's digits."""
    numerals = identity.profile.numerals
    if numerals.family == "latn" or "footnote-ref" not in html:
        return html
    return _FOOTNOTE.sub(lambda mark: mark[1] + numerals.text(mark[2]), html)


def own_language(article: Article, identity: Identity) -> tuple[str, str]:
    """Give a story's language and direction, each where it is not the site's; else nothing."""
    if article.lang in {"", identity.language}:
        return "", ""
    own = direction.of_language(article.lang)
    return article.lang, own if own != direction.of_language(identity.language) else ""


def section_name(slug: str, sections: Sections) -> str:
    """Give a section's name; one without an entry of its own is named as it was written."""
    section = sections.find(slug)
    return section.name if section else slug.replace("-", " ")


def section_link(slug: str, identity: Identity, sections: Sections) -> LinkView:
    """Give a section's name and address."""
    return LinkView(section_name(slug, sections), url(f"/{slug}/", identity), slug)


def tag_links(tags: Iterable[str], reader: Reader, identity: Identity) -> tuple[LinkView, ...]:
    """Give tags as stories most often spell them, each with the one address of all spellings."""
    return tuple(_tag_link(value, reader, identity) for value in terms.by_slug(tags))


def _tag_link(value: str, reader: Reader, identity: Identity) -> LinkView:
    return reader.once(("tag", value), lambda asking: _linked(value, asking, identity))


def _linked(value: str, reader: Reader, identity: Identity) -> LinkView:
    address = tag_address(value, reader)
    return LinkView(reader.spelling(terms.TAG, value), url(address, identity), value)


def tag_address(value: str, reader: Reader) -> str:
    """Give where the page of a tag lies: at the slug of its commonest spelling.

    A slug that is cut short may be several tags': then it is that of the folded form, the value.
    """
    slug = slugify(reader.spelling(terms.TAG, value))
    own = [*terms.by_slug([slug])] == [value]
    return f"/tag/{slug if own else value}/"


def thread_link(thread: str, identity: Identity) -> LinkView:
    """Give a thread's name and address."""
    slug = slugify(thread)
    return LinkView(thread, url(f"/thread/{slug}/", identity), slug)


def profile(name: str, reader: Reader) -> Author | None:
    """Give the entry of whoever signs with this name, if they have one."""
    return reader.once(("profile", name), lambda asking: _profile(name, asking))


def _profile(name: str, reader: Reader) -> Author | None:
    found = reader.entries(terms.PROFILE, fold(name))
    first = min(found, key=lambda entry: entry.file) if found else None
    return first if isinstance(first, Author) else None


def writer_name(byline: Byline, reader: Reader) -> str:
    """Give a writer's name as readers should see it."""
    author = profile(byline.name, reader)
    return author.name if author else byline.name


def writer_slug(byline: Byline, reader: Reader) -> str:
    """Give the slug of a writer's page."""
    author = profile(byline.name, reader)
    return author.slug if author else slugify(byline.name)


def card(story: Card, reader: Reader, identity: Identity, sections: Sections) -> CardView:
    """Give what a list shows of a story."""
    return reader.once(story, lambda asking: _card(story, asking, identity, sections))


def _card(story: Card, reader: Reader, identity: Identity, sections: Sections) -> CardView:
    return CardView(
        title=story.title,
        url=url(story.address, identity),
        kicker=story.kicker,
        summary=story.summary,
        section=reader.once(
            ("section", story.section), lambda _: section_link(story.section, identity, sections)
        ),
        published=moment(story.date, identity),
        kind=story.kind,
        authors=tuple(writer_name(byline, reader) for byline in story.authors),
        image=image(story.image, identity),
        portrait=_portrait(story, reader, identity) if story.kind == Kind.OPINION else "",
    )


def _portrait(story: Card, reader: Reader, identity: Identity) -> str:
    author = profile(story.authors[0].name, reader) if story.authors else None
    return media_url(author.photo, identity) if author and author.photo else ""


def cards(
    stories: Iterable[Card], reader: Reader, identity: Identity, sections: Sections
) -> tuple[CardView, ...]:
    """Give what a list shows of each story."""
    return tuple(card(story, reader, identity, sections) for story in stories)
