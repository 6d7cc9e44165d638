"""NewsML-G2, the IPTC's format of today: news items, alone or in a message.

Source: IPTC, NewsML-G2 2.35 (`newsItem`, `newsMessage`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lxml import etree

from nashra.importers.copy import Copy, LeftOut
from nashra.importers.importer import Item, told_with
from nashra.importers.wire_story import (
    finished,
    first_and_last,
    first_body,
    held_back,
    without_text,
    written_by,
)
from nashra.importers.wire_xml import (
    all_in,
    anywhere,
    begins_with,
    first_in,
    local,
    moment,
    root_of,
    text_at,
    words_in,
)

_ROOTS = ("newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem")
_NOT_NEWS = {
    "packageItem": ("a package of other items", "حزمة مواد أخرى"),
    "conceptItem": ("an entry of a vocabulary", "مدخل في قائمة مصطلحات"),
    "knowledgeItem": ("a vocabulary", "قائمة مصطلحات"),
    "planningItem": ("a plan of coverage", "خطة تغطية"),
    "catalogItem": ("a catalogue", "فهرس"),
}


@dataclass(frozen=True, slots=True)
class NewsMLG2:
    """NewsML-G2."""

    name: str = "newsml-g2"
    suffixes: tuple[str, ...] = (".xml",)

    def claims(self, path: Path, head: bytes) -> bool:  # noqa: ARG002
        """Tell by the root."""
        return begins_with(head, *_ROOTS)

    def read(self, path: Path, *, file: str) -> Iterator[Item]:
        """Give each news item that has a text.

        Raises:
            ContentError: it is not well-formed, or declares entities.

        """
        root, problems = root_of(path, file)
        for each in root.iter():
            if local(each) == "newsItem":
                yield told_with(_story(each), problems)
            elif local(each) in _NOT_NEWS:
                why, why_arabic = _NOT_NEWS[local(each)]
                yield LeftOut(_name(each), why, why_arabic=why_arabic)


def _name(item: etree._Element) -> str:
    return text_at(item, "contentMeta", "headline") or str(item.get("guid") or local(item))


def _story(item: etree._Element) -> Item:
    meta = first_in(item, "itemMeta")
    status = "" if meta is None else _code(first_in(meta, "pubStatus"))
    if stopped := held_back(status, _name(item)):
        return stopped
    body = first_body(_contents(item))
    if not body.parts:
        kind = "" if meta is None else _code(first_in(meta, "itemClass"))
        return without_text(_name(item), kind.rpartition(":")[2])
    date, updated = _dates(item)
    return finished(
        Copy(
            title=_title(item),
            summary=_summary(item),
            parts=body.parts,
            writers=written_by(text_at(item, "contentMeta", "by")),
            source=_source(item),
            place=text_at(item, "contentMeta", "located", "name"),
            date=date,
            updated=updated,
            publish_at=moment(text_at(item, "itemMeta", "embargoed")),
            tags=_tags(item),
            language=_language(item),
            key=str(item.get("guid") or _title(item)),
            lost=body.lost,
        )
    )


def _code(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get("qcode") or element.get("uri") or "")


def _contents(item: etree._Element) -> Iterator[etree._Element]:
    yield from all_in(item, "contentSet", "inlineXML")
    yield from all_in(item, "contentSet", "inlineData")


def _title(item: etree._Element) -> str:
    inline = first_in(item, "contentSet", "inlineXML")
    inside = (words_in(each) for each in anywhere(inline, "hl1")) if inline is not None else ()
    return (
        text_at(item, "contentMeta", "headline")
        or next(filter(None, inside), "")
        or text_at(item, "itemMeta", "title")
    )


def _summary(item: etree._Element) -> str:
    """Give the description that says it is a summary."""
    for each in all_in(item, "contentMeta", "description"):
        if re.search("summary|standfirst|lead", str(each.get("role") or "")):
            return words_in(each)
    return ""


def _source(item: etree._Element) -> str:
    credit = text_at(item, "contentMeta", "creditline")
    provider = first_in(item, "itemMeta", "provider")
    named = text_at(item, "itemMeta", "provider", "name")
    literal = "" if provider is None else str(provider.get("literal") or _code(provider))
    return credit or named or re.split("[:/#]", literal)[-1]


def _dates(item: etree._Element) -> tuple[datetime | None, datetime | None]:
    """Give when the story was written, and when it was last changed."""
    content = (text_at(item, "contentMeta", f"content{name}") for name in ("Created", "Modified"))
    version = (text_at(item, "itemMeta", name) for name in ("firstCreated", "versionCreated"))
    created, modified = map(moment, content)
    first, last = map(moment, version)
    return first_and_last(created or first, modified or last)


def _tags(item: etree._Element) -> tuple[str, ...]:
    names = [words_in(each) for each in all_in(item, "contentMeta", "subject", "name")]
    names += [words_in(each) for each in all_in(item, "contentMeta", "keyword")]
    return tuple(dict.fromkeys(filter(None, names)))


def _language(item: etree._Element) -> str:
    named = first_in(item, "contentMeta", "language")
    written = "" if named is None else str(named.get("tag") or "")
    written = written or str(item.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    return written.partition("-")[0].lower()
