"""The same page in the site's other languages.

Source: Google Search Central, "Tell Google about localized versions of your page": every version
names all of them, itself among them, and `x-default` is for readers of any other language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote, urlsplit

from babel import Locale

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Edition, Identity
from nashra.model import Article, Card
from nashra.pages.head_views import LinkView

ANY_OTHER = "x-default"


def fronts(identity: Identity) -> tuple[LinkView, ...]:
    """Give the front pages of the other editions, each named in its own language."""
    return tuple(
        LinkView(language_name(edition.language), urlsplit(edition.address).path, edition.language)
        for edition in identity.editions
        if edition.language != identity.language
    )


def front_alternates(identity: Identity) -> tuple[LinkView, ...]:
    """Give the full address of the front page in every language."""
    return _alternates((edition, "/") for edition in identity.editions)


def versions(article: Article, reader: Reader) -> list[Card]:
    """Give a story in every language that it is public in; none where that is but one."""
    if not article.translation:
        return []
    found: dict[str, Card] = {}
    for card in reader.cards(terms.TRANSLATION, article.translation):
        found.setdefault(card.edition, card)
    return list(found.values()) if len(found) > 1 else []


def alternates(stories: Iterable[Card], identity: Identity) -> tuple[LinkView, ...]:
    """Give the full address of each version of a story."""
    return _alternates(_placed(stories, identity))


def links(stories: Iterable[Card], identity: Identity) -> tuple[LinkView, ...]:
    """Give the versions of a story in other languages, each under its language's own name."""
    return tuple(
        LinkView(
            language_name(edition.language),
            urlsplit(_full(edition, address)).path,
            edition.language,
        )
        for edition, address in _placed(stories, identity)
        if edition.language != identity.language
    )


@lru_cache
def language_name(language: str) -> str:
    """Give what a language calls itself."""
    return Locale.parse(language).get_display_name(language) or language


def _placed(stories: Iterable[Card], identity: Identity) -> Iterator[tuple[Edition, str]]:
    by_edition = {story.edition: story.address for story in stories}
    for edition in identity.editions:
        own = "" if edition == identity.editions[0] else edition.language
        if own in by_edition:
            yield edition, by_edition[own]


def _alternates(placed: Iterable[tuple[Edition, str]]) -> tuple[LinkView, ...]:
    found = [(edition.language, _full(edition, address)) for edition, address in placed]
    if not found:
        return ()
    each = tuple(LinkView(language, address, language) for language, address in found)
    return (*each, LinkView(ANY_OTHER, found[0][1], ANY_OTHER))


def _full(edition: Edition, address: str) -> str:
    return edition.address + quote(address.removeprefix("/"))
