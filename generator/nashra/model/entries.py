"""What files of content become: stories, writers, pages, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nashra.model.body import BodyPart, Link
from nashra.model.front import FrontPlan


class Kind(StrEnum):
    """What sort of story an article is."""

    NEWS = "news"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    INTERVIEW = "interview"
    LIVE = "live"
    GALLERY = "gallery"
    VIDEO = "video"


class Status(StrEnum):
    """Whether an editor has let a story go."""

    DRAFT = "draft"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as its story names it."""

    src: str
    """The file's path from `content/media/`, or an address that begins with `https://`."""
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """One person's part in a story."""

    name: str
    """As written: an author's identifier or a name."""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A mistake that was put right after publishing."""

    date: datetime
    text: str


@dataclass(frozen=True, slots=True)
class LiveEntry:
    """One report of a story that is told while it happens."""

    moment: datetime
    title: str
    body: tuple[BodyPart, ...]
    anchor: str
    """The entry's identifier on its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One story, read and validated."""

    file: str
    """The file's path from the site's folder, NFC, with `/`."""
    title: str
    slug: str
    section: str
    """The section's slug."""
    date: datetime
    """When the story was first published, with its time zone."""
    updated: datetime | None = None
    kicker: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    authors: tuple[Byline, ...] = ()
    source: str = ""
    """The agency that the story came from."""
    place: str = ""
    """Where the story was written: its dateline."""
    image: Image | None = None
    kind: Kind = Kind.NEWS
    status: Status = Status.READY
    publish_at: datetime | None = None
    expires: datetime | None = None
    breaking_until: datetime | None = None
    pinned: bool = False
    related: tuple[str, ...] = ()
    """Headlines or files of stories that an editor put beside this one."""
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
    """Addresses that the story once had, from the site's root."""
    id: str = ""
    """The name of the story's short address, where its writer gave one."""
    thread: str = ""
    """The story that goes on over many: what ties this one to those before and after it."""
    canonical: str = ""
    lang: str = ""
    """The story's language where it is not the site's."""
    body: tuple[BodyPart, ...] = ()
    live: tuple[LiveEntry, ...] = ()
    """The entries of a live story, the newest first."""
    live_until: datetime | None = None
    """When a live story's coverage ended, or is to end."""
    words: int = 0
    media: tuple[str, ...] = ()
    """Every file of `content/media/` that the story shows."""
    edition: str = ""
    """The language of the edition that the story stands in; nothing in the main one."""
    translation: str = ""
    """What the story's versions in all languages have in common; nothing on a site in one."""

    @property
    def address(self) -> str:
        """Where the story lies, from its edition's root, not percent-encoded."""
        return f"/{self.section}/{self.date.year:04}/{self.date.month:02}/{self.slug}/"

    @property
    def visible_from(self) -> datetime:
        """The first moment at which a reader may see the story."""
        return self.publish_at or self.date

    @property
    def modified(self) -> datetime:
        """When the story last changed, by its own word: never by when it was built."""
        return max(
            self.date,
            self.updated or self.date,
            *(correction.date for correction in self.corrections),
            *(entry.moment for entry in self.live),
        )

    def public(self, now: datetime) -> bool:
        """Whether a reader may see the story at that moment."""
        if self.status is not Status.READY or now < self.visible_from:
            return False
        return self.expires is None or now < self.expires


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A writer with an entry of their own in `content/authors/`."""

    file: str
    slug: str
    name: str
    role: str = ""
    photo: str = ""
    links: tuple[Link, ...] = ()
    biography: str = ""
    """Ready HTML."""
    media: tuple[str, ...] = ()
    edition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """A page that is not a story: About, Contact, a policy."""

    file: str
    slug: str
    title: str
    summary: str = ""
    order: int = 0
    body: str = ""
    """Ready HTML."""
    media: tuple[str, ...] = ()
    edition: str = ""

    @property
    def address(self) -> str:
        """Where the page lies, from its edition's root, not percent-encoded."""
        return f"/{self.slug}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A file of `content/media/`, copied as it is to wherever a public page shows it."""

    file: str
    path: str
    """The path from `content/media/`."""
    digest: str
    size: int = 0
    """Bytes."""


Entry = Article | Author | StandingPage | MediaFile | FrontPlan
"""What one file of `content/` becomes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What lists show of a story: a change of anything else leaves every list as it was."""

    file: str
    title: str
    address: str
    section: str
    date: datetime
    modified: datetime
    kicker: str
    summary: str
    authors: tuple[Byline, ...]
    image: Image | None
    tags: tuple[str, ...]
    kind: Kind
    edition: str
    aliases: tuple[str, ...]

    @classmethod
    def of(cls, article: Article) -> Card:
        """Take from a story what lists show of it."""
        return cls(
            file=article.file,
            title=article.title,
            address=article.address,
            section=article.section,
            date=article.date,
            modified=article.modified,
            kicker=article.kicker,
            summary=article.summary,
            authors=article.authors,
            image=article.image,
            tags=article.tags,
            kind=article.kind,
            edition=article.edition,
            aliases=article.aliases,
        )
