"""Under which terms an entry is found."""

from __future__ import annotations

from collections.abc import Iterator

from nashra.language.folding import fold
from nashra.language.slug import slugify
from nashra.model import Article, Author, Entry, MediaFile, StandingPage

SITE = "site"
"""Every story, under the empty value."""
SECTION = "section"
TAG = "tag"
AUTHOR = "author"
"""A writer's stories, under the writer's slug."""
BYLINE = "byline"
"""A writer's stories, under the folded name as the story wrote it."""
PROFILE = "profile"
"""An author's own entry, under the folded slug and the folded name."""
WRITER = "writer"
"""An author's own entry, under its slug."""
PROFILES = "profiles"
STORY = "story"
"""One story, under its file."""
HEADLINE = "headline"
"""Stories, under the folded headline."""
MONTH = "month"
PINNED = "pinned"
"""Pinned stories, under the empty value."""
RECENT = "recent"
"""Stories of the last two days, under the empty value: what a news sitemap may hold."""
BREAKING = "breaking"
"""Stories that are breaking news at this moment, under the empty value."""
ADDRESS = "address"
"""Whatever lies at an address, under the address."""
ALIAS = "alias"
"""A story, under an address that it once had."""
STANDING = "standing"
"""Every standing page, under the empty value."""
PAGE = "page"
"""One standing page, under its slug."""
MEDIA = "media"
"""What shows a file of `content/media/`, under the file's path."""
FILE = "file"
"""A file of `content/media/`, under its path."""

Term = tuple[str, str]

RECENT_SECONDS = 2 * 24 * 60 * 60
"""Google Search Central, "Create a news sitemap": stories of the last two days, no others."""

OF_CARDS = frozenset({SITE, SECTION, TAG, AUTHOR, HEADLINE, MONTH, PINNED, RECENT, BREAKING, ALIAS})
"""Terms under which nothing but a story's card is seen."""
OF_NOTHING = frozenset({BYLINE, ADDRESS, MEDIA})
"""Terms under which nothing is seen but that an entry is there."""


def of_entry(entry: Entry) -> Iterator[Term]:
    """Give the terms of an entry that need no other entry to be known."""
    if isinstance(entry, Article):
        yield from _of_article(entry)
    elif isinstance(entry, Author):
        yield PROFILES, ""
        yield WRITER, entry.slug
        yield PROFILE, fold(entry.slug)
        yield PROFILE, fold(entry.name)
    elif isinstance(entry, StandingPage):
        yield STANDING, ""
        yield PAGE, entry.slug
        yield ADDRESS, entry.address
    elif isinstance(entry, MediaFile):
        yield FILE, entry.path
    if not isinstance(entry, MediaFile):
        for path in entry.media:
            yield MEDIA, path


def _of_article(article: Article) -> Iterator[Term]:
    yield SITE, ""
    yield SECTION, article.section
    yield STORY, article.file
    yield HEADLINE, fold(article.title)
    yield MONTH, f"{article.date.year:04}-{article.date.month:02}"
    yield ADDRESS, article.address
    yield ADDRESS, f"/{article.section}/"
    if article.pinned:
        yield PINNED, ""
    for tag in article.tags:
        if slug := slugify(tag):
            yield TAG, slug
    for byline in article.authors:
        yield BYLINE, fold(byline.name)
    for alias in article.aliases:
        yield ALIAS, alias


def named(name: str) -> Term:
    """Give the term of the story that a writer named by its headline or by its file."""
    return (STORY, name) if name.endswith(".md") else (HEADLINE, fold(name))


def place_of(entry: Entry) -> str:
    """Give what no two entries may share: the address, folded as readers may mistype it."""
    if isinstance(entry, Article):
        return entry.address.removesuffix(f"{entry.slug}/") + fold(entry.slug)
    if isinstance(entry, Author):
        return f"author/{fold(entry.slug)}"
    if isinstance(entry, StandingPage):
        return f"/{fold(entry.slug)}/"
    return f"media/{entry.path}"
