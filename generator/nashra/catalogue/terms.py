"""Under which terms an entry is found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from unicodedata import normalize

from nashra.catalogue.elsewhere import pictures_elsewhere
from nashra.language.characters import TATWEEL
from nashra.language.folding import fold
from nashra.language.short_id import short_id
from nashra.language.slug import slugify
from nashra.model import Article, Author, Entry, FrontPlan, Kind, MediaFile, StandingPage

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
LIVE = "live"
"""A live story, under its file."""
GOES_ON = "goes on"
"""A live story whose coverage is not over at this moment, under its file."""
THREAD = "thread"
"""Stories of one thread, under the slug of its name."""
MONTH = "month"
DAY = "day"
"""Stories of one day, under `2026-11-23`."""
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
MOVED = "moved"
"""Stories that lay elsewhere once, under the empty value."""
CORRECTED = "corrected"
"""Stories that were put right, under the empty value, by the date of the last correction."""
ELSEWHERE = "elsewhere"
"""What shows pictures that lie on other hosts, under the empty value and under each host."""
SHARE = "share"
"""A story, under the name of its short address."""
STANDING = "standing"
"""Every standing page, under the empty value."""
PAGE = "page"
"""One standing page, under its slug."""
MEDIA = "media"
"""What shows a file of `content/media/`, under the file's path."""
FILE = "file"
"""A file of `content/media/`, under its path."""
FRONT = "front"
"""What editors put where, under the empty value."""
TRANSLATION = "translation"
"""One story in several languages, under the path that its files have in common."""

Term = tuple[str, str]

RECENT_SECONDS = 2 * 24 * 60 * 60
"""Google Search Central, "Create a news sitemap": stories of the last two days, no others."""

OF_CARDS = frozenset(
    {
        SITE,
        SECTION,
        TAG,
        THREAD,
        AUTHOR,
        HEADLINE,
        MONTH,
        DAY,
        PINNED,
        RECENT,
        BREAKING,
        ALIAS,
        SHARE,
        TRANSLATION,
        MOVED,
        CORRECTED,
    }
)
"""Terms under which nothing but a story's card is seen."""
OF_NOTHING = frozenset({BYLINE, GOES_ON, ADDRESS, MEDIA, SPELLING, ELSEWHERE})
"""Terms under which nothing is seen but that an entry is there."""
OF_ALL_EDITIONS = frozenset({ADDRESS, ALIAS, MOVED, ELSEWHERE, MEDIA, FILE, TRANSLATION, SPELLING})
"""Terms whose values mean the same in every edition; all others are an edition's own."""


def scoped(edition: str, term: str, value: str) -> str:
    """Give a term's value as it is kept: the main edition's bare, another's with its language."""
    return value if not edition or term in OF_ALL_EDITIONS else f"{edition}:{value}"


def within(edition: str, values: Iterable[str], *, editions: Collection[str]) -> Iterator[str]:
    """Give those values of a term that are an edition's own, bare, out of all that are kept."""
    for value in values:
        prefix, mark, rest = value.partition(":")
        of = prefix if mark and prefix in editions else ""
        if of == edition:
            yield rest if of else value


def of_entry(entry: Entry) -> Iterator[Term]:
    """Give the terms of an entry that need no other entry to be known."""
    edition = "" if isinstance(entry, MediaFile) else entry.edition
    if not edition:
        yield from _of_entry(entry)
    else:
        for term, value in _of_entry(entry):
            yield term, scoped(edition, term, value)


def _of_entry(entry: Entry) -> Iterator[Term]:
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
        yield ADDRESS, from_root(entry.address, entry.edition)
    elif isinstance(entry, MediaFile):
        yield FILE, entry.path
    elif isinstance(entry, FrontPlan):
        yield FRONT, ""
    if isinstance(entry, Article | Author | StandingPage):
        for path in entry.media:
            yield MEDIA, path
        for host in pictures_elsewhere(entry):
            yield ELSEWHERE, ""
            yield ELSEWHERE, host


def _of_article(article: Article) -> Iterator[Term]:
    yield SITE, ""
    yield SECTION, article.section
    yield STORY, article.file
    yield HEADLINE, fold(article.title)
    yield MONTH, f"{article.date.year:04}-{article.date.month:02}"
    yield DAY, article.date.date().isoformat()
    yield ADDRESS, from_root(article.address, article.edition)
    yield ADDRESS, from_root(f"/{article.section}/", article.edition)
    yield SHARE, share_name(article)
    if article.translation:
        yield TRANSLATION, article.translation
    if article.pinned:
        yield PINNED, ""
    yield from _of_live(article)
    if article.thread:
        yield THREAD, slugify(article.thread)
    for slug, tag in by_slug(article.tags).items():
        yield TAG, slug
        yield spelled(TAG, scoped(article.edition, TAG, slug), tag)
    for byline in article.authors:
        yield BYLINE, fold(byline.name)
    for alias in article.aliases:
        yield MOVED, ""
        yield ALIAS, alias
    if article.corrections:
        yield CORRECTED, ""


def _of_live(article: Article) -> Iterator[Term]:
    if article.kind is Kind.LIVE:
        yield LIVE, article.file
        if article.live_until is None:
            yield GOES_ON, article.file


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


def share_name(article: Article) -> str:
    """Give the name of a story's short address: its writer's, or one of its first address.

    The first is the oldest that it still names, so that a new slug does not change it as long as
    the address that it had is kept among its old ones.
    """
    own = from_root(article.address, article.edition)
    return article.id or short_id(next(iter(article.aliases), own))


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


def from_root(address: str, edition: str) -> str:
    """Give an address of an edition's from the root of the whole site."""
    return f"/{edition}{address}" if edition else address


def place_of(entry: Entry) -> str:
    """Give what no two entries may share: the address, folded as readers may mistype it."""
    if isinstance(entry, MediaFile):
        return f"media/{entry.path}"
    return from_root(_place_of(entry), entry.edition)


def place_at(address: str) -> str:
    """Give the place of the story that lies at an address from the site's root."""
    head, _, slug = address.removesuffix("/").rpartition("/")
    return f"{head}/{fold(slug)}"


def _place_of(entry: Article | Author | StandingPage | FrontPlan) -> str:
    if isinstance(entry, FrontPlan):
        return "/"
    if isinstance(entry, Article):
        return entry.address.removesuffix(f"{entry.slug}/") + fold(entry.slug)
    if isinstance(entry, Author):
        return f"/author/{fold(entry.slug)}"
    return f"/{fold(entry.slug)}/"
