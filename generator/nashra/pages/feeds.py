"""What feeds of every format and of every list have in common.

Sources: RSS 2.0 and the RSS Best Practices Profile; RFC 4287 (Atom); JSON Feed 1.1; WebSub.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import PurePosixPath

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config, Identity
from nashra.config.feeds import Format, Text
from nashra.model import Article, Byline, Card, Image, MediaFile, Output
from nashra.pages import parts
from nashra.pages.addresses import full, media_full, url
from nashra.pages.first_address import first_address
from nashra.pages.full_text import full_text
from nashra.pages.head import on_its_own, titled
from nashra.pages.head_views import FeedLinkView
from nashra.pages.machine_views import FeedItemView, FeedPictureView, FeedView, WriterView

FILES = {Format.RSS: "feed.xml", Format.ATOM: "atom.xml", Format.JSON: "feed.json"}
"""Names that every host serves as XML and as JSON, also one that knows nothing of feeds."""
TYPES = {
    Format.RSS: "application/rss+xml",
    Format.ATOM: "application/atom+xml",
    Format.JSON: "application/feed+json",
}
PICTURES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""Media types of pictures by their names."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed changed that never held a story: Atom has to say something."""
_RSS_PICTURES = (".gif", ".jpeg", ".jpg", ".png")


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is of."""

    name: str
    address: str
    """Of its page, from the site's root."""


def links(channel: Channel, config: Config, *, rss_alone: bool = False) -> tuple[FeedLinkView, ...]:
    """Give the feeds of a page.

    The site and its sections have one in each format; the many tags and writers have RSS alone,
    which every reader understands.
    """
    return tuple(
        FeedLinkView(channel.name, url(channel.address + FILES[each], config.identity), TYPES[each])
        for each in config.feeds.formats
        if each is Format.RSS or not rss_alone
    )


def view(channel: Channel, stories: Sequence[Card], reader: Reader, config: Config) -> FeedView:
    """Give a feed of stories."""
    items = [item(story, reader, config) for story in stories]
    changed = max((story.modified for story in stories), default=_NEVER)
    return framed(channel, items, changed, config)


def framed(
    channel: Channel, items: Sequence[FeedItemView], changed: datetime | None, config: Config
) -> FeedView:
    """Give a feed of items that are at hand; `changed` is when the last of them changed."""
    identity = config.identity
    pixels = identity.logo.lower().endswith(_RSS_PICTURES)
    when = changed or _NEVER
    return FeedView(
        title=on_its_own(titled(channel.name, identity), identity),
        description=on_its_own(identity.description or identity.name, identity),
        url=full(channel.address, identity),
        self_url="",
        hub=config.feeds.hub,
        language=identity.language,
        site=identity.name,
        site_url=identity.address,
        picture=media_full(identity.logo, identity) if pixels else "",
        modified=when.isoformat(),
        modified_rfc822=format_datetime(when),
        items=tuple(items),
    )


def self_url(output: Output, config: Config) -> str:
    """Give the full address of a feed itself."""
    return full(f"/{output.target}", config.identity)


def item(story: Card, reader: Reader, config: Config) -> FeedItemView:
    """Give a story as every feed tells it."""
    return reader.once(("feed", story.file), lambda asking: _item(story, asking, config))


def _item(story: Card, reader: Reader, config: Config) -> FeedItemView:
    identity = config.identity
    article = _whole(story, reader) if config.feeds.text is Text.FULL else None
    own = article.lang if article and article.lang != identity.language else ""
    return FeedItemView(
        title=on_its_own(story.title, identity),
        url=full(story.address, identity),
        id=first_address(story, identity),
        summary=on_its_own(story.summary, identity),
        content_html=full_text(article, reader, identity) if article else "",
        published=story.date.isoformat(),
        modified=story.modified.isoformat(),
        published_rfc822=format_datetime(story.date),
        writers=tuple(_writer(byline, reader, identity) for byline in story.authors),
        section=parts.section_name(story.section, config.sections),
        tags=story.tags,
        picture=_picture(story.image, reader, identity) if story.image else None,
        language=own,
    )


def _whole(story: Card, reader: Reader) -> Article:
    (article,) = reader.entries(terms.STORY, story.file)
    assert isinstance(article, Article)
    return article


def _writer(byline: Byline, reader: Reader, identity: Identity) -> WriterView:
    slug = parts.writer_slug(byline, reader)
    address = full(f"/author/{slug}/", identity) if slug else ""
    return WriterView(parts.writer_name(byline, reader), address)


def _picture(image: Image, reader: Reader, identity: Identity) -> FeedPictureView:
    own = reader.entries(terms.FILE, image.src) if "://" not in image.src else []
    return FeedPictureView(
        url=media_full(image.src, identity),
        type=PICTURES.get(PurePosixPath(image.src.partition("?")[0]).suffix.lower(), ""),
        length=sum(entry.size for entry in own if isinstance(entry, MediaFile)),
        alt=image.alt,
        caption=image.caption,
        credit=image.credit,
    )
