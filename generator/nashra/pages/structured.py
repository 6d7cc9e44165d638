"""Structured data, as schema.org names it and Google reads it.

Source: Google Search Central, "Article structured data" and "Organization structured data".
"""

from __future__ import annotations

from nashra.config import Identity
from nashra.model import Article, Kind
from nashra.pages.addresses import full, media_full
from nashra.pages.head import modified
from nashra.pages.views import BylineView

_TYPES = {
    Kind.OPINION: "OpinionNewsArticle",
    Kind.ANALYSIS: "AnalysisNewsArticle",
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
    return {key: value for key, value in data.items() if value}


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
