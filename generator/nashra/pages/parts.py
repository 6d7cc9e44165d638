"""The pieces that several kinds of page show: moments, cards, sections, writers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Identity, Sections
from nashra.language.dates import long_date
from nashra.language.folding import fold
from nashra.language.slug import slugify
from nashra.model import Author, Byline, Card, Image, Kind
from nashra.pages.addresses import media_url, url
from nashra.pages.part_views import CardView, ImageView, LinkView, MomentView


def moment(when: datetime, identity: Identity) -> MomentView:
    """Give a moment in the site's own time."""
    local = when.astimezone(identity.time_zone)
    midnight = not (local.hour or local.minute or local.second or local.microsecond)
    clock = "" if midnight else f"{local.hour:02}:{local.minute:02}"
    return MomentView(local.isoformat(), long_date(local, locale=identity.locale), clock)


def image(picture: Image | None, identity: Identity) -> ImageView | None:
    """Give a picture, if there is one."""
    if picture is None:
        return None
    return ImageView(media_url(picture.src, identity), picture.alt, picture.caption, picture.credit)


def section_name(slug: str, sections: Sections) -> str:
    """Give a section's name; one without an entry of its own is named as it was written."""
    section = sections.find(slug)
    return section.name if section else slug.replace("-", " ")


def section_link(slug: str, identity: Identity, sections: Sections) -> LinkView:
    """Give a section's name and address."""
    return LinkView(section_name(slug, sections), url(f"/{slug}/", identity), slug)


def tag_link(tag: str, identity: Identity) -> LinkView:
    """Give a tag as its story wrote it, and its address."""
    slug = slugify(tag)
    return LinkView(tag, url(f"/tag/{slug}/", identity), slug)


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
