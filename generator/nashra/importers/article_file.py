"""Which file a story becomes, and what stands in it: pure functions of copy and what was there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from urllib.parse import unquote

from nashra.importers.copy import Copy
from nashra.importers.markdown_writer import (
    Heading,
    article,
    heading_of,
    lines_of,
    lines_of_file,
    standing_page,
    written,
)
from nashra.importers.receipts import Receipt
from nashra.importers.suggestion import Suggestion, no_suggestion
from nashra.language.folding import fold
from nashra.language.slug import SlugStyle, slug_in, slugify

_SLUG_OF_DIGEST = 12
"""In hexadecimal digits: the slug of a headline that has no letter."""
_SAME_STORY = 3
"""One line in so many of the shorter text's, and two texts are versions of one story."""
_ROOM_FOR_NUMBER = 110
"""In bytes of a slug that gets a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is true of every text of one import, unless the text itself says otherwise."""

    moment: datetime
    """The date of stories that have none, in the site's zone."""
    section: Callable[[str, str], str]
    """Gives the section's slug of a text by its file's path from the site's folder, and by the
    section that it names, if it does."""
    authors: tuple[str, ...] = ()
    source: str = ""
    """The agency that the texts came from."""
    slugs: SlugStyle = SlugStyle.ARABIC
    suggest: Callable[[str, Copy], Suggestion] = no_suggestion
    """Gives what the archive says of a text by its file's path, as far as nothing else does."""


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file that may be written."""

    path: str
    """From the site's folder, with `/`."""
    data: bytes


def in_zone(copy: Copy, terms: Terms) -> Copy:
    """Give the copy with its moments in the site's zone; those that name no zone are in it."""
    return replace(
        copy,
        date=_in_zone(copy.date, terms) if copy.date else terms.moment,
        updated=_in_zone(copy.updated, terms) if copy.updated else None,
        publish_at=_in_zone(copy.publish_at, terms) if copy.publish_at else None,
        expires=_in_zone(copy.expires, terms) if copy.expires else None,
    )


def _in_zone(moment: datetime, terms: Terms) -> datetime:
    zone = terms.moment.tzinfo
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def new_articles(
    copy: Copy, terms: Terms, *, file: str, digest: str, read: Callable[[str], bytes | None]
) -> Iterator[tuple[ArticleFile, bytes | None]]:
    """Give the files that a new story may become, in order, each with what lies in its place.

    Headlines come again: where another story has the place, the next has a number. Where a file
    lies in its place, that file's date stands in it: if it is the same story, imported on another
    day without a receipt, the two are then equal.
    """
    first = _heading(copy, terms, file=file, digest=digest)
    for number in count(1):
        heading = first if number == 1 else replace(first, slug=_numbered(first.slug, number))
        path = _path(copy, heading)
        there = read(path)
        yield _file(copy, heading, path, there), there


def _heading(copy: Copy, terms: Terms, *, file: str, digest: str) -> Heading:
    return Heading(
        slug=slugify(unquote(copy.slug)) or _slug(copy.title, terms.slugs, digest),
        date=written(copy.date or terms.moment),
        section=terms.section(file, copy.section),
        authors=terms.authors,
        source=terms.source,
    )


def _slug(title: str, style: SlugStyle, digest: str) -> str:
    if style is SlugStyle.ID:
        return slug_in(style, digest)
    return slug_in(style, title) or digest[:_SLUG_OF_DIGEST]


def _numbered(slug: str, number: int) -> str:
    return f"{slugify(slug, max_bytes=_ROOM_FOR_NUMBER)}-{number}"


def _path(copy: Copy, heading: Heading) -> str:
    """Give the path of a new file; a story's month is in the first letters of its date."""
    if copy.standing:
        return f"content/pages/{heading.slug}.md"
    year, month = heading.date[:4], heading.date[5:7]
    return f"content/articles/{heading.section}/{year}/{month}/{heading.slug}.md"


def _file(copy: Copy, heading: Heading, path: str, there: bytes | None) -> ArticleFile:
    if copy.standing:
        return ArticleFile(path, standing_page(copy, heading.slug).encode())
    if there is not None:
        heading = replace(heading, date=heading_of(_text(there)).date or heading.date)
    return ArticleFile(path, article(copy, heading).encode())


def new_version(copy: Copy, terms: Terms, receipt: Receipt, *, there: bytes | None) -> ArticleFile:
    """Give the file of a story whose text changed: its address and date stay as they were."""
    before = heading_of(_text(there or b""))
    if copy.standing:
        return ArticleFile(receipt.article, standing_page(copy, before.slug).encode())
    heading = replace(
        before, authors=terms.authors or before.authors, source=terms.source or before.source
    )
    return ArticleFile(receipt.article, article(copy, heading).encode())


def is_new_version(copy: Copy, receipt: Receipt, *, there: bytes | None) -> bool:
    """Tell a story that was changed from another one that was saved under the same file name.

    The headline is the same, or a third of the shorter text's lines are.
    """
    return fold(copy.title) == fold(receipt.title) or is_alike(copy, there or b"")


def is_alike(copy: Copy, there: bytes) -> bool:
    """Tell whether a story and the file in its place say the same in a third of their lines."""
    new, old = lines_of(copy), lines_of_file(_text(there))
    return 0 < min(len(new), len(old)) <= _SAME_STORY * len(new & old)


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")
