"""Under which terms an entry is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from nashra.language.characters import TATWEEL
from nashra.language.folding import fold
from nashra.language.slug import slugify
from nashra.model import Article, Author, Entry, MediaFile, StandingPage

SITE = "site"
"""Every story, under the empty value."""
SECTION = "section"
TAG = "tag"
"""A tag's stories, under the slug of the folded tag: all its spellings are one."""
SPELLING = "spelling"
"""How an entry spells what it is listed under: counted, and never in a listing itself."""
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
OF_NOTHING = frozenset({BYLINE, ADDRESS, MEDIA, SPELLING})
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
    for slug, tag in by_slug(article.tags).items():
        yield TAG, slug
        yield spelled(TAG, slug, tag)
    for byline in article.authors:
        yield BYLINE, fold(byline.name)
    for alias in article.aliases:
        yield ALIAS, alias


def by_slug(tags: Iterable[str]) -> dict[str, str]:
    """Give each tag under its slug, as it was first spelled; a tag without a letter is none.

    The slug is that of the folded tag: it never changes, whoever spells the tag in whatever way.
    """
    first: dict[str, str] = {}
    for tag in tags:
        slug = slugify(fold(tag))
        if slug:
            first.setdefault(slug, tag)
    return first


def spelled(term: str, value: str, name: str) -> Term:
    """Give the term that says how an entry spells the value of another."""
    return SPELLING, "\n".join((term, value, " ".join(name.split())))


def care(name: str) -> int:
    """Give how many letters of a name its folded form has not: hamzas, ة, capitals and such.

    Of two spellings that are equally common, readers are shown the more careful one.
    """
    folded = {*fold(name)}
    letters = normalize("NFKC", name).replace(TATWEEL, "")
    return sum(letter.isalpha() and letter not in folded for letter in letters)


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
