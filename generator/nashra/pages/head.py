"""What goes into a page's `<head>`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from nashra.config import Identity
from nashra.model import Article, Image
from nashra.pages.addresses import full, media_full
from nashra.pages.part_views import HeadView, LinkView

_OPEN_GRAPH_LOCALES = {"ar": "ar_AR", "fa": "fa_IR", "ur": "ur_PK", "ps": "ps_AF", "he": "he_IL"}
"""Facebook's list has one locale for all Arabic; the others are its countries' own."""


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a page says of itself."""

    title: str
    description: str
    address: str
    kind: str = "website"
    image: Image | None = None
    feed: LinkView | None = None
    indexed: bool = True
    json_ld: object = None
    alternates: tuple[LinkView, ...] = ()


def head(matter: Matter, identity: Identity) -> HeadView:
    """Give the head of a page that is not a story."""
    return HeadView(
        title=titled(matter.title, identity),
        description=matter.description or identity.description,
        canonical=full(matter.address, identity),
        kind=matter.kind,
        image=media_full(matter.image.src, identity) if matter.image else "",
        image_alt=matter.image.alt if matter.image else "",
        json_ld_html=script_json(matter.json_ld) if matter.json_ld else "",
        feed=matter.feed,
        indexed=matter.indexed,
        alternates=matter.alternates,
        locale=_OPEN_GRAPH_LOCALES.get(identity.language, identity.locale),
    )


def story_head(article: Article, identity: Identity, *, section: str, json_ld: object) -> HeadView:
    """Give the head of a story."""
    return HeadView(
        title=titled(article.title, identity),
        description=article.summary or article.title,
        canonical=article.canonical or full(article.address, identity),
        kind="article",
        image=media_full(article.image.src, identity) if article.image else "",
        image_alt=article.image.alt if article.image else "",
        published=article.date.isoformat(),
        modified=modified(article).isoformat(),
        section=section,
        json_ld_html=script_json(json_ld),
        locale=_OPEN_GRAPH_LOCALES.get(identity.language, identity.locale),
    )


def modified(article: Article) -> datetime:
    """Give when a story last changed, by its own word: never by when it was built."""
    return max(
        article.date,
        article.updated or article.date,
        *(correction.date for correction in article.corrections),
        *(entry.moment for entry in article.live),
    )


def titled(title: str, identity: Identity) -> str:
    """Give a document's title: the page's own first, then the site's name."""
    return identity.name if title in {"", identity.name} else f"{title} | {identity.name}"


def script_json(data: object) -> str:
    """Give JSON that may stand inside `<script>`: nothing in it can end the element."""
    text = _encode(data)
    for character in ("<", ">", "&", "\u2028", "\u2029"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
