"""NewsML 1, which agencies have sent since 2000 and some send still (IPTC, NewsML 1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from nashra.importers.copy import Copy
from nashra.importers.importer import Item, told_with
from nashra.importers.nitf import title_of
from nashra.importers.wire_story import (
    finished,
    first_and_last,
    first_body,
    held_back,
    without_text,
    written_by,
)
from nashra.importers.wire_xml import (
    anywhere,
    begins_with,
    moment,
    root_of,
    text_at,
    words_in,
)


@dataclass(frozen=True, slots=True)
class NewsML1:
    """NewsML 1."""

    name: str = "newsml-1"
    suffixes: tuple[str, ...] = (".xml",)

    def claims(self, path: Path, head: bytes) -> bool:  # noqa: ARG002
        """Tell by the root."""
        return begins_with(head, "NewsML")

    def read(self, path: Path, *, file: str) -> Iterator[Item]:
        """Give each news item that has a text.

        Raises:
            ContentError: it is not well-formed, or declares entities.

        """
        root, problems = root_of(path, file)
        for each in anywhere(root, "NewsItem"):
            yield told_with(_story(each), problems)


def _story(item: etree._Element) -> Item:
    title, body = _title(item), first_body(anywhere(item, "DataContent"))
    name = title or _line(item, "NewsItemId")
    status = next(anywhere(item, "Status"), None)
    if stopped := held_back("" if status is None else str(status.get("FormalName") or ""), name):
        return stopped
    if not body.parts:
        return without_text(name)
    date, updated = first_and_last(
        moment(text_at(item, "NewsManagement", "FirstCreated")),
        moment(text_at(item, "NewsManagement", "ThisRevisionCreated")),
    )
    return finished(
        Copy(
            title=title,
            summary=_line(item, "SubHeadLine"),
            parts=body.parts,
            writers=written_by(_line(item, "ByLine")),
            source=_formal(item, "Provider") or _line(item, "CreditLine"),
            place=_line(item, "DateLine").partition(",")[0].partition("،")[0].strip(),
            date=date,
            updated=updated,
            tags=_tags(item),
            language=_formal(item, "Language").partition("-")[0].lower(),
            key=_line(item, "NewsItemId") or title,
            lost=body.lost,
        )
    )


def _line(item: etree._Element, name: str) -> str:
    return next(filter(None, map(words_in, anywhere(item, name))), "")


def _title(item: etree._Element) -> str:
    lines = _line(item, "HeadLine")
    inside = (title_of(each) for each in anywhere(item, "nitf"))
    return lines or next(filter(None, inside), "") or _line(item, "SlugLine")


def _formal(item: etree._Element, name: str) -> str:
    for each in anywhere(item, name):
        for inner in each.iter():
            if value := inner.get("FormalName"):
                return str(value)
    return ""


def _tags(item: etree._Element) -> tuple[str, ...]:
    words = (words_in(each) for each in anywhere(item, "KeywordLine"))
    return tuple(dict.fromkeys(filter(None, words)))
