"""A story as an importer gives it, taken apart: the border between every format and the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from nashra.errors import Problem


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, as plain text on one line."""

    text: str


@dataclass(frozen=True, slots=True)
class RelatedLines:
    """Headlines of other stories, standing between two paragraphs."""

    headlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListLines:
    """A list that belongs to the story."""

    items: tuple[str, ...]
    first: int | None = None
    """The number of the first, where they are numbered."""


@dataclass(frozen=True, slots=True)
class SubHead:
    """A heading inside the story, as plain text on one line."""

    text: str
    level: int = 2
    """From 2, below the headline, to 6."""


@dataclass(frozen=True, slots=True)
class Markdown:
    """Part of a body that came as HTML or Markdown, as the Markdown of this site."""

    text: str


Part = Paragraph | RelatedLines | ListLines | SubHead | Markdown


def said_in(part: Part) -> str:
    """Give the text of a part; the headlines of other stories are none of this one."""
    match part:
        case ListLines(items):
            return "\n".join(items)
        case RelatedLines():
            return ""
        case _:
            return part.text


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote a story, as the copy names them."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture, and what is said of it in plain text."""

    src: str
    """A path below `content/media/`, or a full address."""
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that comes with a story and is copied as it is."""

    path: str
    """Where it goes below `content/media/`, with `/`."""
    origin: Path | bytes
    """Where it lies now; its bytes, if it came inside the story's own file."""


class Role(StrEnum):
    """What a line of copy may be."""

    KICKER = "kicker"
    HEADLINE = "headline"
    HEADLINE_AGAIN = "headline again"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATE = "date"
    UPDATED = "updated"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SUB_HEAD = "sub-head"
    LIST = "list"
    RELATED_CUE = "related cue"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a line of the copy was taken for."""

    line: int
    """Counted from 1."""
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Copy:
    """One story as its newsroom sent it.

    Every text in it is plain, on one line and without Markdown or HTML; `Markdown` parts excepted.
    What the copy does not say is empty: the import fills in the date and the section.
    """

    title: str
    summary: str
    parts: tuple[Part, ...]
    title_is_cut: bool = False
    """Whether the text had no headline, so that the title is the beginning of its first line."""
    kicker: str = ""
    writers: tuple[Writer, ...] = ()
    source: str = ""
    """The agency that the story came from."""
    place: str = ""
    """The dateline's place."""
    date: datetime | None = None
    """With its zone, or without one: then it is the site's."""
    updated: datetime | None = None
    publish_at: datetime | None = None
    expires: datetime | None = None
    section: str = ""
    """By slug or by name."""
    tags: tuple[str, ...] = ()
    slug: str = ""
    """As the copy has it; the import decodes and cuts it."""
    aliases: tuple[str, ...] = ()
    """Where the story lay before: paths from the root of its old site, decoded."""
    canonical: str = ""
    image: Picture | None = None
    kind: str = ""
    """As `kind` in front matter names it."""
    draft: bool = False
    language: str = ""
    """The story's language where the copy names it, such as `fa`."""
    standing: bool = False
    """Whether it is a standing page (`content/pages/`) and no story."""
    attachments: tuple[Attachment, ...] = ()
    key: str = ""
    """What names the story inside a file of many, for ever: its guid, its old address."""
    digest: str = ""
    """The digest of the story's own bytes inside a file of many, in hexadecimal."""
    lost: tuple[str, ...] = ()
    """What could not be carried, a few words each in English, such as `shortcode [poll]`."""
    taken: tuple[Taken, ...] = field(default=(), compare=False)
    """What each line was taken for, where the format has lines."""
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    """Notices that the import shows with the story, such as of broken bytes."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a file of many says of a writer: `content/authors/<slug>.md`, if there is none yet."""

    name: str
    slug: str
    biography: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in a file of many that is no story, and why it was left out."""

    what: str
    """Its title or its address."""
    why: str
    """In a few words of English, such as `a menu item`."""
    is_fault: bool = False
    """Whether it ought to have come in: a person should look at it."""
    why_arabic: str = ""
