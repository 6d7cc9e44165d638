"""What a page says of itself in its head: schema.org's JSON-LD first, then Open Graph, then HTML.

Sources: schema.org/NewsArticle, ogp.me (with `article:*`), HTML Standard 4.2.5 (`meta`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml.html import HtmlElement

from nashra.importers.inline_html import plain, words_of
from nashra.language import dates

_ARTICLES = re.compile(r"(?:\w*Article|\w*Posting|Report|\w*Review)\Z")
_SITE_AFTER = re.compile(r"\s+[|–—-]\s+|\s*[|»]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of its story; empty where it says nothing."""

    title: str = ""
    summary: str = ""
    writers: tuple[str, ...] = ()
    date: datetime | None = None
    updated: datetime | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    image: str = ""
    image_alt: str = ""
    address: str = ""
    language: str = ""


class _Page:
    """The values of a page by their names."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._metas: dict[str, list[str]] = {}
        for meta in root.iter("meta"):
            name = str(
                meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
            ).lower()
            value = " ".join(str(meta.get("content") or "").split())
            if value:
                self._metas.setdefault(name, []).append(value)
        self.linked = next(_articles(root), {})

    def meta(self, *names: str) -> str:
        return next(self.metas(*names), "")

    def metas(self, *names: str) -> Iterator[str]:
        for name in names:
            yield from self._metas.get(name, ())

    def marked(self, name: str) -> HtmlElement | None:
        """Give the first element with an `itemprop` that has words."""
        found = (each for each in self.root.iter() if each.get("itemprop") == name)
        return next((each for each in found if isinstance(each.tag, str) and plain(each)), None)


def metadata_of(root: HtmlElement) -> Metadata:
    """Give what a page says of its story. Never raises."""
    page = _Page(root)
    published = _moment(page, "datePublished", "article:published_time", "date", "dc.date")
    updated = _moment(page, "dateModified", "article:modified_time", "og:updated_time")
    return Metadata(
        title=_title(page),
        summary=words_of(
            _text(page.linked.get("description"))
            or page.meta("og:description", "description", "twitter:description")
        ),
        writers=_writers(page),
        date=published,
        updated=updated if published and updated and updated > published else None,
        section=next(_texts(page.linked.get("articleSection")), "") or page.meta("article:section"),
        tags=_tags(page),
        image=_image(page),
        image_alt=page.meta("og:image:alt", "twitter:image:alt"),
        address=_address(page),
        language=str(root.get("lang") or "").partition("-")[0].lower(),
    )


def _articles(root: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in root.iter("script"):
        if "ld+json" not in str(script.get("type") or ""):
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for each in _objects(found):
            if any(_ARTICLES.match(kind) for kind in _texts(each.get("@type"))):
                yield each


def _objects(found: object) -> Iterator[Mapping[str, object]]:
    if isinstance(found, list):
        for each in found:
            yield from _objects(each)
    elif isinstance(found, dict):
        yield found
        yield from _objects(found.get("@graph"))


def _texts(value: object) -> Iterator[str]:
    """Give the texts of a value of JSON-LD: one, several, or things with names."""
    if isinstance(value, str):
        if text := " ".join(value.split()):
            yield text
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        yield from _texts(value.get("name") or value.get("url"))


def _text(value: object) -> str:
    return next(_texts(value), "")


def _title(page: _Page) -> str:
    linked = _text(page.linked.get("headline"))
    if linked or page.meta("og:title"):
        return words_of(_without_site(linked or page.meta("og:title"), page))
    headings = [plain(each) for each in page.root.iter("h1") if plain(each)]
    if len(headings) == 1:
        return headings[0]
    return _without_site(next((plain(each) for each in _titles(page)), ""), page)


def _titles(page: _Page) -> Iterable[HtmlElement]:
    for each in page.root.iter("title"):
        each.tag = "span"
        yield each


def _without_site(title: str, page: _Page) -> str:
    """Cut off a title the name of the site, where the page says that it is one."""
    parts = _SITE_AFTER.split(title)
    site = page.meta("og:site_name", "application-name")
    headings = [plain(each) for each in page.root.iter("h1", "h2")]
    if len(parts) > 1 and (parts[-1] == site or parts[0] in headings):
        return title[: title.rindex(parts[-1])].rstrip(" |–—-»")
    return title


def _writers(page: _Page) -> tuple[str, ...]:
    names = [*_texts(page.linked.get("author"))] or [*page.metas("author", "article:author")]
    marked = page.marked("author") if not names else None
    names += [plain(marked)] if marked is not None else []
    return tuple(dict.fromkeys(name for name in names if "://" not in name and "@" not in name))


def _moment(page: _Page, linked: str, *names: str) -> datetime | None:
    marked = page.marked(linked)
    times = (
        [str(marked.get("datetime") or marked.get("content") or "")] if marked is not None else []
    )
    written = [_text(page.linked.get(linked)), *page.metas(*names, linked.lower()), *times]
    for each in filter(None, written):
        try:
            return dates.parse(each, zone=UTC)
        except ValueError:
            continue
    return None


def _tags(page: _Page) -> tuple[str, ...]:
    tags = [*page.metas("article:tag")] or [*_texts(page.linked.get("keywords"))]
    tags = tags or [*page.metas("news_keywords", "keywords")]
    names = (name.strip() for tag in tags for name in re.split("[,،;|]", tag))
    return tuple(dict.fromkeys(filter(None, names)))


def _image(page: _Page) -> str:
    linked = page.linked.get("image")
    first = linked[0] if isinstance(linked, list) and linked else linked
    address = first.get("url") if isinstance(first, dict) else first
    return page.meta("og:image", "og:image:url") or (address if isinstance(address, str) else "")


def _address(page: _Page) -> str:
    for link in page.root.iter("link"):
        if "canonical" in str(link.get("rel") or "").lower().split():
            return str(link.get("href") or "")
    return page.meta("og:url")
