"""Structured data, as schema.org names it and Google reads it.

Source: Google Search Central, "Article structured data" and "Organization structured data".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from nashra.config import Identity
from nashra.model import Article, Author, Kind, LiveEntry, Prose
from nashra.pages.addresses import full, media_full
from nashra.pages.head import host
from nashra.pages.head_views import LinkView
from nashra.pages.views import BylineView

_TAG = re.compile(r"<[^>]*>")
_TYPES = {
    Kind.OPINION: "OpinionNewsArticle",
    Kind.ANALYSIS: "AnalysisNewsArticle",
    Kind.LIVE: "LiveBlogPosting",
}


def story(
    article: Article, bylines: tuple[BylineView, ...], identity: Identity, *, section: LinkView
) -> dict[str, object]:
    """Give a story as `NewsArticle`, or the narrower type of its kind, and the way to it."""
    data: dict[str, object] = {
        "@type": _TYPES.get(article.kind, "NewsArticle"),
        "headline": article.title,
        "description": article.summary,
        "mainEntityOfPage": article.canonical or full(article.address, identity),
        "datePublished": article.date.isoformat(),
        "dateModified": article.modified.isoformat(),
        "inLanguage": article.lang or identity.language,
        "articleSection": section.label,
        "isAccessibleForFree": True,
        "author": _authors(article, bylines, identity),
        "publisher": publisher(identity),
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
    way = ((section.label, host(identity) + section.url), (article.title, ""))
    return graph({key: value for key, value in data.items() if value}, breadcrumbs(*way))


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


def graph(*things: dict[str, object]) -> dict[str, object]:
    """Give several things as one document."""
    return {"@context": "https://schema.org", "@graph": list(things)}


def breadcrumbs(*way: tuple[str, str]) -> dict[str, object]:
    """Give the way to a page: names with full addresses, the last without, which is the page.

    Source: Google Search Central, "Breadcrumb structured data": the page itself needs no `item`.
    """
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, **({"item": item} if item else {})}
            for at, (name, item) in enumerate(way, 1)
        ],
    }


def _plain(entry: LiveEntry) -> str:
    html = " ".join(part.html for part in entry.body if isinstance(part, Prose))
    return unescape(_TAG.sub("", html)).strip()


def listing(name: str, description: str, address: str, identity: Identity) -> dict[str, object]:
    """Give a page that lists stories: a section's, a tag's."""
    page: dict[str, object] = {
        "@type": "CollectionPage",
        "name": name,
        "description": description,
        "url": full(address, identity),
        "inLanguage": identity.language,
        "isPartOf": {"@type": "WebSite", "name": identity.name, "url": identity.address},
    }
    way = breadcrumbs((identity.name, identity.address), (name, ""))
    return graph({key: value for key, value in page.items() if value}, way)


def profile(author: Author, identity: Identity) -> dict[str, object]:
    """Give an author's page.

    Source: Google Search Central, "Profile page structured data".
    """
    address = full(f"/author/{author.slug}/", identity)
    person: dict[str, object] = {
        "@type": "Person",
        "name": author.name,
        "url": address,
        "jobTitle": author.role,
        "image": media_full(author.photo, identity) if author.photo else "",
        "sameAs": [link.address for link in author.links if "://" in link.address],
        "worksFor": publisher(identity),
    }
    return {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "url": address,
        "inLanguage": identity.language,
        "mainEntity": {key: value for key, value in person.items() if value},
    }


def publisher(identity: Identity) -> dict[str, object]:
    """Give the site's publisher as every story names it; the front page says the rest."""
    data: dict[str, object] = {
        "@type": "NewsMediaOrganization",
        "@id": f"{identity.root}#publisher",
        "name": identity.name,
        "url": identity.address,
    }
    if identity.logo:
        data["logo"] = {"@type": "ImageObject", "url": media_full(identity.logo, identity)}
    return data


def site(identity: Identity, policies: Mapping[str, str]) -> dict[str, object]:
    """Give the site and its publisher, for its front page; `policies` are full addresses."""
    return graph(
        {
            "@type": "WebSite",
            "name": identity.name,
            "description": identity.description,
            "url": identity.address,
            "inLanguage": identity.language,
            "publisher": {"@id": f"{identity.root}#publisher"},
        },
        publisher(identity)
        | ({"slogan": identity.tagline} if identity.tagline else {})
        | ({"sameAs": list(identity.profiles)} if identity.profiles else {})
        | dict(policies),
    )


def _authors(
    article: Article, bylines: tuple[BylineView, ...], identity: Identity
) -> list[dict[str, object]]:
    if bylines:
        return [_person(byline, identity) for byline in bylines]
    if article.source:
        return [{"@type": "Organization", "name": article.source}]
    return [{"@type": "Organization", "name": identity.name, "url": identity.address}]


def _person(byline: BylineView, identity: Identity) -> dict[str, object]:
    role: dict[str, object] = {"jobTitle": byline.role} if byline.role else {}
    return {"@type": "Person", "name": byline.name, "url": host(identity) + byline.url, **role}
