"""What goes into a page's `<head>`."""

from __future__ import annotations

import json
from dataclasses import dataclass

from nashra.config import Identity
from nashra.language import direction
from nashra.language.bidi import isolated_plain
from nashra.model import Article, Image
from nashra.pages.addresses import full, media_full
from nashra.pages.head_views import FeedLinkView, HeadView, LinkView
from nashra.pages.views import BylineView

_OPEN_GRAPH_LOCALES = {"ar": "ar_AR", "fa": "fa_IR", "ur": "ur_PK", "ps": "ps_AF", "he": "he_IL"}
"""Facebook's list has one locale for all Arabic; the others are its countries' own."""
_OPEN_GRAPH_DEFAULTS = {"en": "en_US", "fr": "fr_FR", "es": "es_ES", "tr": "tr_TR", "de": "de_DE"}
"""For languages of several countries, where the site names none."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a page says of itself."""

    title: str
    description: str
    address: str
    kind: str = "website"
    image: Image | None = None
    feeds: tuple[FeedLinkView, ...] = ()
    indexed: bool = True
    json_ld: object = None
    alternates: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """What a story is filed under, as its readers see it."""

    section: str
    bylines: tuple[BylineView, ...] = ()
    tags: tuple[str, ...] = ()


def head(matter: Matter, identity: Identity) -> HeadView:
    """Give the head of a page that is not a story."""
    return HeadView(
        title=on_its_own(titled(matter.title, identity), identity),
        share_title=on_its_own(matter.title or identity.name, identity),
        description=on_its_own(matter.description or identity.description, identity),
        canonical=full(matter.address, identity),
        kind=matter.kind,
        image=media_full(matter.image.src, identity) if matter.image else "",
        image_alt=in_attribute(matter.image.alt, identity) if matter.image else "",
        json_ld_html=script_json(matter.json_ld) if matter.json_ld else "",
        feeds=matter.feeds,
        indexed=matter.indexed,
        alternates=matter.alternates,
        locale=_locale(identity.language, identity.locale),
        other_locales=other_locales(matter.alternates, identity),
    )


def story_head(
    article: Article, identity: Identity, *, labels: Labels, json_ld: object
) -> HeadView:
    """Give the head of a story."""
    return HeadView(
        title=on_its_own(titled(article.title, identity), identity),
        share_title=on_its_own(article.title, identity),
        description=on_its_own(article.summary or article.title, identity),
        canonical=article.canonical or full(article.address, identity),
        kind="article",
        image=media_full(article.image.src, identity) if article.image else "",
        image_alt=in_attribute(article.image.alt, identity) if article.image else "",
        published=article.date.isoformat(),
        modified=article.modified.isoformat(),
        section=labels.section,
        authors=tuple(host(identity) + byline.url for byline in labels.bylines if byline.url),
        tags=labels.tags,
        json_ld_html=script_json(json_ld),
        locale=_locale(identity.language, identity.locale),
    )


def host(identity: Identity) -> str:
    """Give the scheme and host of the site, without a slash."""
    return identity.address.removesuffix(identity.base_path)


def other_locales(alternates: tuple[LinkView, ...], identity: Identity) -> tuple[str, ...]:
    """Give Open Graph's locales of those other languages in which a page is there."""
    there = {alternate.key for alternate in alternates}
    return tuple(
        _locale(edition.language, edition.locale)
        for edition in identity.editions
        if edition.language in there and edition.language != identity.language
    )


def _locale(language: str, written: str) -> str:
    """Give a locale as Open Graph knows it, the language with a country."""
    if language in _OPEN_GRAPH_LOCALES or "_" in written:
        return _OPEN_GRAPH_LOCALES.get(language, written)
    return _OPEN_GRAPH_DEFAULTS.get(language, written)


def titled(title: str, identity: Identity) -> str:
    """Give a document's title: the page's own first, then the site's name."""
    return identity.name if title in {"", identity.name} else f"{title} | {identity.name}"


def on_its_own(text: str, identity: Identity) -> str:
    """Give a text for where readers guess its direction: `<title>`, previews, feeds."""
    return isolated_plain(text, direction.of_language(identity.language), guessed=True)


def in_attribute(text: str, identity: Identity) -> str:
    """Give a text for an attribute, which has the direction of its element."""
    return isolated_plain(text, direction.of_language(identity.language))


def script_json(data: object) -> str:
    """Give JSON that may stand inside `<script>`: nothing in it can end the element."""
    text = _encode(data)
    for character in ("<", ">", "&", "\u2028", "\u2029"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
