"""The stories that go with a story: those its writer named, then the likest before it.

Nothing that is published later has a bearing on them, so an archive stays as it was built.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.language.folding import fold
from nashra.language.stemming import stem
from nashra.language.stop_words import stop_words
from nashra.language.words import words
from nashra.model import Article, Card
from nashra.pages import bodies

_TAGS = 4
"""So many of a story's tags are looked at, the first first."""
_BEFORE = 8
"""So many stories before it are looked at under each."""
_TAG_WEIGHT = 2
"""A tag is an editor's word for it; one word in common may be chance."""
_LONG_ENOUGH = 3
"""Letters of a stem: shorter ones are mostly particles that no list knows."""


def stories(article: Article, reader: Reader, *, most: int, language: str) -> list[Card]:
    """Give the stories that go with another, `most` of them unless its writer named more.

    Those with more tags and more stems of their headlines in common come first, then the newer.
    """
    named = {card.file: card for card in _named(article, reader)}
    if len(named) < most:
        besides = {article.file, *named, *_in_the_body(article, reader)}
        for card in _likest(article, reader, besides, language)[: most - len(named)]:
            named[card.file] = card
    return list(named.values())


def _named(article: Article, reader: Reader) -> Iterator[Card]:
    for name in article.related:
        found = bodies.named(name, reader)
        if found and found.file != article.file:
            yield found


def _in_the_body(article: Article, reader: Reader) -> Iterator[str]:
    for name in bodies.names(article.body):
        if found := bodies.named(name, reader):
            yield found.file


def _likest(
    article: Article, reader: Reader, besides: Collection[str], language: str
) -> list[Card]:
    this = Card.of(article)
    own_tags = terms.by_slug(article.tags)
    own_stems = _stems(article.title, language)
    places = [(terms.TAG, slug) for slug in list(own_tags)[:_TAGS]]
    places.append((terms.SECTION, article.section))
    found = {
        card.file: card for place in places for card in reader.before(*place, this, limit=_BEFORE)
    }

    def likeness(card: Card) -> int:
        tags = own_tags.keys() & terms.by_slug(card.tags).keys()
        return _TAG_WEIGHT * len(tags) + len(own_stems & _stems(card.title, language))

    liked = [
        (likeness(card), card.date, card.file)
        for card in found.values()
        if card.file not in besides
    ]
    return [found[file] for like, _, file in sorted(liked, reverse=True) if like]


@lru_cache(maxsize=16_384)
def _stems(headline: str, language: str) -> frozenset[str]:
    empty = stop_words(language)
    stems = (stem(word, language) for word in words(headline) if fold(word) not in empty)
    return frozenset(each for each in stems if len(each) >= _LONG_ENOUGH)
