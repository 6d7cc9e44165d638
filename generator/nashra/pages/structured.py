"""Structured data, as schema.org names it and Google reads it.

Source: Google Search Central, "Article structured data" and "Organization structured data".
"""

from __future__ import annotations

import re
from html import unescape

from nashra.config import Identity
from nashra.model import Article, Kind, LiveEntry, Prose
from nashra.pages.addresses import full, media_full
from nashra.pages.head import modified
from nashra.pages.views import BylineView

_TAG = re.compile(r"<[^>]*>")
_TYPES = {
    Kind.OPINION: "OpinionNewsArticle",
    Kind.ANALYSIS: "AnalysisNewsArticle",
    Kind.LIVE: "LiveBlogPosting",
}


def story(
    article: Article, bylines: tuple[BylineView, ...], identity: Identity, *, section: str
) -> dict[str, object]:
    """Give a story as `NewsArticle`, or the narrower type of its kind."""
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(article.kind, "NewsArticle"),
        "headline": article.title,
        "description": article.summary,
        "mainEntityOfPage": article.canonical or full(article.address, identity),
        "datePublished": article.date.isoformat(),
        "dateModified": modified(article).isoformat(),
        "inLanguage": article.lang or identity.language,
        "articleSection": section,
        "author": _authors(article, bylines, identity),
        "publisher": organisation(identity),
    }
    if article.image:
        data["image"] = [media_full(article.image.src, identity)]
    if article.tags:
        data["keywords"] = list(article.tags)
    if article.place:
        data["locationCreated"] = {"@type": "Place", "name": article.place}
    if article.corrections:
        data["correction"] = [
            {
                "@type": "CorrectionComment",
                "text": correction.text,
                "datePublished": correction.date.isoformat(),
            }
            for correction in article.corrections
        ]
    if article.kind is Kind.LIVE:
        data |= _coverage(article, identity)
    return {key: value for key, value in data.items() if value}


def _coverage(article: Article, identity: Identity) -> dict[str, object]:
    """Give what schema.org's `LiveBlogPosting` has beside an article's fields."""
    page = full(article.address, identity)
    return {
        "coverageStartTime": article.date.isoformat(),
        "coverageEndTime": article.live_until.isoformat() if article.live_until else "",
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "headline": entry.title or article.title,
                "datePublished": entry.moment.isoformat(),
                "url": f"{page}#{entry.anchor}",
                "articleBody": _plain(entry),
            }
            for entry in article.live
        ],
    }


def _plain(entry: LiveEntry) -> str:
    html = " ".join(part.html for part in entry.body if isinstance(part, Prose))
    return unescape(_TAG.sub("", html)).strip()


def organisation(identity: Identity) -> dict[str, object]:
    """Give the site's publisher."""
    data: dict[str, object] = {
        "@type": "NewsMediaOrganization",
        "name": identity.name,
        "url": identity.address,
    }
    if identity.logo:
        data["logo"] = {"@type": "ImageObject", "url": media_full(identity.logo, identity)}
    return data


def site(identity: Identity) -> dict[str, object]:
    """Give the site itself, for its front page."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": identity.name,
        "url": identity.address,
        "inLanguage": identity.language,
        "publisher": organisation(identity),
    }


def _authors(
    article: Article, bylines: tuple[BylineView, ...], identity: Identity
) -> list[dict[str, object]]:
    scheme_and_host = identity.address.removesuffix(identity.base_path)
    people: list[dict[str, object]] = [
        {"@type": "Person", "name": byline.name, "url": scheme_and_host + byline.url}
        for byline in bylines
    ]
    if people:
        return people
    if article.source:
        return [{"@type": "Organization", "name": article.source}]
    return [{"@type": "Organization", "name": identity.name, "url": identity.address}]
