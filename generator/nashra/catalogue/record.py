"""An entry as the catalogue keeps it, made wherever the entry was read."""

from __future__ import annotations

from dataclasses import dataclass

from nashra.catalogue import codec, terms
from nashra.language.folding import fold
from nashra.language.slug import slugify
from nashra.model import Article, Card, Entry, Kind, MediaFile, StandingPage, Status, identifier

ALWAYS = 0.0
"""The date of what has none."""


@dataclass(frozen=True, slots=True)
class Record:
    """One entry's row, and the terms under which it is found when it is public."""

    file: str
    data: str
    version: int
    card: str
    card_version: int
    date: float
    ready: bool
    visible_from: float
    expires: float | None
    breaking_until: float | None
    live_until: float | None
    """When the live coverage is over; nothing for a story that is not live, or is without end."""
    corrected: float
    """When the last correction was made, if there was any."""
    place: str
    address: str
    """Where the entry's own page lies, if it has one that only the entry decides."""
    terms: tuple[terms.Term, ...]
    signed: tuple[tuple[str, str], ...]
    """Each byline's name, folded, and the slug of its writer if no author's entry has the name."""
    edition: str


def record_of(entry: Entry) -> Record:
    """Give an entry's record."""
    data = codec.encode_entry(entry)
    article = entry if isinstance(entry, Article) else None
    card = codec.encode_card(Card.of(article)) if article else ""
    return Record(
        file=entry.file,
        data=data,
        version=identifier(data),
        card=card,
        card_version=identifier(card) if card else 0,
        date=article.date.timestamp() if article else ALWAYS,
        ready=article.status is Status.READY if article else True,
        visible_from=article.visible_from.timestamp() if article else ALWAYS,
        expires=article.expires.timestamp() if article and article.expires else None,
        breaking_until=article.breaking_until.timestamp()
        if article and article.breaking_until
        else None,
        live_until=_live_until(article),
        corrected=max((item.date.timestamp() for item in article.corrections), default=ALWAYS)
        if article
        else ALWAYS,
        place=terms.place_of(entry),
        address=entry.address if isinstance(entry, Article | StandingPage) else "",
        terms=tuple(dict.fromkeys(terms.of_entry(entry))),
        edition="" if isinstance(entry, MediaFile) else entry.edition,
        signed=tuple((fold(byline.name), slugify(byline.name)) for byline in article.authors)
        if article
        else (),
    )


def _live_until(article: Article | None) -> float | None:
    if article is None or article.kind is not Kind.LIVE or article.live_until is None:
        return None
    return article.live_until.timestamp()
