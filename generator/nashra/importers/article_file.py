"""Which file a story becomes, and what stands in it: pure functions of copy and what was there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nashra.importers.importer import Copy
from nashra.importers.markdown_writer import (
    Heading,
    article,
    heading_of,
    lines_of,
    lines_of_file,
)
from nashra.importers.receipts import Receipt
from nashra.language.folding import fold
from nashra.language.slug import SlugStyle, slug_in

_SLUG_OF_DIGEST = 12
"""In hexadecimal digits: the slug of a headline that has no letter."""
_SAME_STORY = 3
"""One line in so many of the shorter text's, and two texts are versions of one story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is true of every text of one import."""

    month: str
    """The folders of the date, such as `2026/11`."""
    date: str
    """The date as it is to be written."""
    section: Callable[[str], str]
    """Gives the section's slug of a text by its file's path from the site's folder."""
    authors: tuple[str, ...] = ()
    source: str = ""
    """The agency that the texts came from."""
    slugs: SlugStyle = SlugStyle.ARABIC


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file that may be written."""

    path: str
    """From the site's folder, with `/`."""
    data: bytes


def heading_for(copy: Copy, terms: Terms, *, file: str, digest: str) -> Heading:
    """Give the heading of a new story; `digest` names it where its headline has no letter."""
    return Heading(
        slug=_slug(copy.title, terms.slugs, digest),
        date=terms.date,
        section=terms.section(file),
        authors=terms.authors,
        source=terms.source,
    )


def _slug(title: str, style: SlugStyle, digest: str) -> str:
    if style is SlugStyle.ID:
        return slug_in(style, digest)
    return slug_in(style, title) or digest[:_SLUG_OF_DIGEST]


def path_for(heading: Heading, terms: Terms) -> str:
    """Give the path of a new story's file."""
    return f"content/articles/{heading.section}/{terms.month}/{heading.slug}.md"


def new_article(copy: Copy, heading: Heading, path: str, *, there: bytes | None) -> ArticleFile:
    """Give a new story's file.

    Where a file lies in its place, that file's date stands in it: if it is the same story, imported
    on another day without a receipt, the two are then equal.
    """
    if there is not None:
        heading = replace(heading, date=heading_of(_text(there)).date or heading.date)
    return ArticleFile(path, article(copy, heading).encode())


def new_version(copy: Copy, terms: Terms, receipt: Receipt, *, there: bytes | None) -> ArticleFile:
    """Give the file of a story whose text changed: its address and date stay as they were."""
    before = heading_of(_text(there or b""))
    heading = replace(
        before, authors=terms.authors or before.authors, source=terms.source or before.source
    )
    return ArticleFile(receipt.article, article(copy, heading).encode())


def is_new_version(copy: Copy, receipt: Receipt, *, there: bytes | None) -> bool:
    """Tell a story that was changed from another one that was saved under the same file name.

    The headline is the same, or a third of the shorter text's lines are.
    """
    if fold(copy.title) == fold(receipt.title):
        return True
    new, old = lines_of(copy), lines_of_file(_text(there or b""))
    return 0 < min(len(new), len(old)) <= _SAME_STORY * len(new & old)


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")
