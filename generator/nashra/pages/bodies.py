"""Bodies of stories: prose as it is, and boxes that show other stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Identity
from nashra.model import BodyPart, Card, Embed, Link, Prose
from nashra.pages import parts
from nashra.pages.addresses import media_url, url
from nashra.pages.body_views import BodyPartView, EmbedView, RelatedView
from nashra.pages.frames import frame_of

_SAFE = "/:@!$&'()*+,;=-._~?#[]%"


def view(body: Iterable[BodyPart], reader: Reader, identity: Identity) -> tuple[BodyPartView, ...]:
    """Give what a body shows, in order."""
    return tuple(_part(part, reader, identity) for part in body)


def names(body: Iterable[BodyPart]) -> Iterator[str]:
    """Give the headlines and files by which a body names other stories."""
    for part in body:
        if not isinstance(part, Prose | Embed):
            yield from (story.label for story in part.stories if not story.address)


def _part(part: BodyPart, reader: Reader, identity: Identity) -> BodyPartView:
    if isinstance(part, Prose):
        return BodyPartView("prose", prose_html=parts.prose(part.html, identity))
    if isinstance(part, Embed):
        return BodyPartView("embed", embed=_embed(part, identity))
    related = tuple(_related(story, reader, identity) for story in part.stories)
    return BodyPartView("related", related=related)


def _embed(part: Embed, identity: Identity) -> EmbedView:
    if part.provider in {"video", "audio"}:
        return EmbedView(part.provider, media_url(part.address, identity), part.title, "")
    address = quote(part.address, safe=_SAFE)
    host = (urlsplit(part.address).hostname or "").removeprefix("www.")
    return EmbedView(part.provider, address, part.title, host, frame_of(address))


def _related(story: Link, reader: Reader, identity: Identity) -> RelatedView:
    if story.address:
        return RelatedView(story.label, story.address)
    found = named(story.label, reader)
    return RelatedView(story.label, url(found.address, identity) if found else "")


def named(name: str, reader: Reader) -> Card | None:
    """Give the newest public story with this headline or file."""
    found = reader.cards(*terms.named(name))
    return found[-1] if found else None
