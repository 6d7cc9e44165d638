"""JSON Feed 1 and 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from nashra.errors import ContentError, Problem, Words
from nashra.importers.copy import Copy, LeftOut, Paragraph, Picture, Writer
from nashra.importers.elsewhere import KeptElsewhere, old_paths
from nashra.importers.encoding import text_of
from nashra.importers.from_html import Body, parts_of
from nashra.importers.importer import Item, told_with
from nashra.importers.receipts import digested
from nashra.importers.untitled import beginning


class _Author(BaseModel):
    name: str = ""


class _Item(BaseModel):
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: str
    url: str = ""
    title: str = ""
    content_html: str = ""
    content_text: str = ""
    summary: str = ""
    image: str = ""
    banner_image: str = ""
    date_published: datetime | None = None
    date_modified: datetime | None = None
    author: _Author | None = None
    authors: tuple[_Author, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class JSONFeed:
    """JSON Feed."""

    name: str = "json-feed"
    suffixes: tuple[str, ...] = (".json",)

    def claims(self, path: Path, head: bytes) -> bool:  # noqa: ARG002
        """Tell by the version's address, which stands first in a feed."""
        return b"jsonfeed.org/version/" in head.replace(b"\\", b"")

    def read(self, path: Path, *, file: str) -> Iterator[Item]:
        """Give the feed's items as stories; an item that is none is left out with its reason.

        Raises:
            ContentError: it is no JSON, or has no items.

        """
        decoded = text_of(path.read_bytes(), file=file)
        try:
            feed = json.loads(decoded.text)
        except (ValueError, RecursionError) as error:
            raise ContentError([_no_json(file, error)]) from error
        items = feed.get("items") if isinstance(feed, dict) else None
        if not isinstance(items, list):
            raise ContentError([_no_json(file, None)])
        language = str(feed.get("language") or "")
        for item in items:
            yield told_with(_story(item, language), decoded.problems)


def _story(values: object, language: str) -> Item:
    try:
        item = _Item.model_validate(values)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        return LeftOut(_name(values), f"its {where} cannot be read", is_fault=True)
    elsewhere = KeptElsewhere()
    body = _body(item, elsewhere)
    title = " ".join(item.title.split()) or beginning(item.content_text or item.summary)
    if not title:
        return LeftOut(item.url or item.id, "it has neither a title nor a text")
    authors = item.authors or ((item.author,) if item.author else ())
    image = item.image or item.banner_image
    published, modified = item.date_published, item.date_modified
    copy = Copy(
        title=title,
        summary=" ".join(item.summary.split()),
        parts=body.parts,
        title_is_cut=not item.title,
        writers=tuple(Writer(author.name.strip()) for author in authors if author.name.strip()),
        date=published or modified,
        updated=modified if published and modified and modified != published else None,
        tags=tuple(dict.fromkeys(tag.strip() for tag in item.tags if tag.strip())),
        aliases=old_paths(item.url),
        image=Picture(src=image) if image.startswith("http") else None,
        language=(item.language or language).partition("-")[0].lower(),
        key=item.id,
        lost=(*body.lost, *elsewhere.lost()),
    )
    return digested(copy)


def _body(item: _Item, elsewhere: KeptElsewhere) -> Body:
    if item.content_html:
        return parts_of(item.content_html, picture_at=elsewhere.picture)
    lines = (" ".join(line.split()) for line in item.content_text.splitlines())
    return Body(tuple(map(Paragraph, filter(None, lines))), ())


def _name(values: object) -> str:
    names = (values.get(key) for key in ("title", "url", "id")) if isinstance(values, dict) else ()
    return str(next(filter(None, names), "?"))


def _no_json(file: str, error: Exception | None) -> Problem:
    return Problem(
        file,
        getattr(error, "lineno", None),
        Words("ليس في الملف خلاصة JSON تُقرأ.", "The file holds no JSON Feed that can be read."),
        Words("نزّل الخلاصة مرة أخرى.", "Download the feed again."),
    )
