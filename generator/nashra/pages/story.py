"""A story's own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config, Identity
from nashra.language.slug import slugify
from nashra.model import Article, Byline, Card, Output
from nashra.pages import bodies, live, parts, related, share, structured, translations
from nashra.pages.addresses import full, media_url, target, url
from nashra.pages.head import Labels, other_locales, story_head
from nashra.pages.head_views import HeadView
from nashra.pages.views import BylineView, CorrectionView, ShareView, StoryView

NAME = "story"
TEMPLATE = "story.html"
OWNERS = (terms.STORY,)
SETTINGS = ("identity", "sections", "addresses.share", "listings.related")

_WORDS_A_MINUTE = 180
"""Silent reading of Arabic: Brysbaert (2019) gives 138 to 190, by how words are counted."""


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: stories come from content alone."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the page of the story whose file is `owner`, if it is public."""
    for address in reader.addresses(terms.STORY, owner):
        yield Output(target(address), NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> StoryView:
    """Give what the story's page shows."""
    (article,) = reader.entries(terms.STORY, output.owner)
    assert isinstance(article, Article)
    identity, sections = config.identity, config.sections
    section = parts.section_link(article.section, identity, sections)
    bylines = tuple(_byline(byline, reader, identity) for byline in article.authors)
    labels = Labels(section.label, bylines, article.tags)
    json_ld = structured.story(article, bylines, identity, section=section)
    older, newer = reader.neighbours(terms.SECTION, article.section, reader.card_of(article))
    language, direction = parts.own_language(article, identity)
    versions = translations.versions(article, reader)
    matter = story_head(article, identity, labels=labels, json_ld=json_ld)
    if versions:
        alternates = translations.alternates(versions, identity)
        others = other_locales(alternates, identity)
        matter = replace(matter, alternates=alternates, other_locales=others)
    return StoryView(
        head=matter,
        current=article.section,
        title=article.title,
        language=language,
        direction=direction,
        kicker=article.kicker,
        summary=article.summary,
        kind=article.kind,
        section=section,
        bylines=bylines,
        source=article.source,
        place=article.place,
        published=parts.moment(article.date, identity),
        updated=parts.moment(article.updated, identity) if article.updated else None,
        reading_minutes=reading_minutes(article),
        image=parts.image(article.image, identity),
        body=bodies.view(article.body, reader, identity),
        live=live.entries(article, reader, identity),
        live_updates=url(live.address(article), identity) if article.live else "",
        live_ended=live.has_ended(article, reader),
        corrections=_corrections(article, identity),
        tags=parts.tag_links(article.tags, reader, identity),
        thread=parts.thread_link(article.thread, identity) if article.thread else None,
        related=parts.cards(_related(article, reader, config), reader, identity, sections),
        share=_share(article, matter, reader, config),
        translations=translations.links(versions, identity) if versions else (),
        older=parts.card(older, reader, identity, sections) if older else None,
        newer=parts.card(newer, reader, identity, sections) if newer else None,
    )


def reading_minutes(article: Article) -> int:
    """Give how many minutes it takes to read a story, one at least."""
    return max(1, round(article.words / _WORDS_A_MINUTE))


def _related(article: Article, reader: Reader, config: Config) -> list[Card]:
    language = article.lang or config.identity.language
    return related.stories(article, reader, most=config.listings.related, language=language)


def _corrections(article: Article, identity: Identity) -> tuple[CorrectionView, ...]:
    return tuple(
        CorrectionView(parts.moment(correction.date, identity), correction.text)
        for correction in article.corrections
    )


def _share(article: Article, matter: HeadView, reader: Reader, config: Config) -> ShareView:
    address = share.address_of(article, reader) if config.addresses.share else ""
    short = full(address, config.identity) if address else ""
    words = quote(matter.share_title, safe="")
    return ShareView(words, quote(short or matter.canonical, safe=""), short)


def _byline(byline: Byline, reader: Reader, identity: Identity) -> BylineView:
    author = parts.profile(byline.name, reader)
    slug = author.slug if author else slugify(byline.name)
    return BylineView(
        name=author.name if author else byline.name,
        url=url(f"/author/{slug}/", identity),
        role=byline.role or (author.role if author else ""),
        photo=media_url(author.photo, identity) if author and author.photo else "",
    )
