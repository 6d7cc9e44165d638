"""NITF, the News Industry Text Format (IPTC, NITF 3.6): one story a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from lxml import etree

from nashra.importers.copy import Copy, Writer
from nashra.importers.importer import Item, told_with
from nashra.importers.wire_story import (
    body_of,
    finished,
    first_and_last,
    held_back,
    without_text,
    written_by,
)
from nashra.importers.wire_xml import (
    all_in,
    anywhere,
    begins_with,
    first_in,
    html_of,
    moment,
    root_of,
    text_at,
    words_in,
)


@dataclass(frozen=True, slots=True)
class NITF:
    """NITF."""

    name: str = "nitf"
    suffixes: tuple[str, ...] = (".xml", ".nitf")

    def claims(self, path: Path, head: bytes) -> bool:  # noqa: ARG002
        """Tell by the root."""
        return begins_with(head, "nitf")

    def read(self, path: Path, *, file: str) -> Iterator[Item]:
        """Give the story.

        Raises:
            ContentError: it is not well-formed, or declares entities.

        """
        root, problems = root_of(path, file)
        yield told_with(story_of(root), problems)


def story_of(root: etree._Element) -> Item:
    """Give the story of an `nitf` element, wherever it stands."""
    title = title_of(root)
    number = first_in(root, "head", "docdata", "doc-id")
    key = str(number.get("id-string") or "") if number is not None else ""
    docdata = first_in(root, "head", "docdata")
    if stopped := held_back(
        "" if docdata is None else str(docdata.get("management-status") or ""), title or key
    ):
        return stopped
    content = next(anywhere(root, "body.content"), None)
    body = body_of(html_of(content)) if content is not None else body_of("")
    if not body.parts:
        return without_text(title or key)
    head = next(anywhere(root, "body.head"), root)
    created, changed = first_and_last(_issued(root, "date.issue"), _changed(root))
    return finished(
        Copy(
            title=title,
            summary=text_at(head, "hedline", "hl2") or text_at(head, "abstract"),
            parts=body.parts,
            writers=_writers(head),
            source=text_at(head, "distributor", "org") or text_at(head, "distributor"),
            place=text_at(head, "dateline", "location", "city")
            or text_at(head, "dateline", "location"),
            date=created,
            updated=changed,
            publish_at=_issued(root, "date.release"),
            tags=_tags(root),
            language=str(root.get("baselang") or "").partition("-")[0].lower(),
            key=key or title,
            lost=body.lost,
        )
    )


def title_of(root: etree._Element) -> str:
    """Give the headline of an `nitf` element."""
    head = next(anywhere(root, "body.head"), root)
    return (
        text_at(head, "hedline", "hl1")
        or text_at(head, "headline", "hl1")
        or text_at(root, "head", "title")
    )


def _writers(head: etree._Element) -> tuple[Writer, ...]:
    """Give who wrote the story, with the role that stands inside the byline."""
    line = next(anywhere(head, "byline"), None)
    if line is None:
        return ()
    role = text_at(line, "byttl") or text_at(line, "person", "function")
    name = text_at(line, "person") or words_in(line).removesuffix(role).strip()
    writers = written_by(name.removesuffix(role).strip())
    return tuple(replace(writer, role=writer.role or role) for writer in writers)


def _issued(root: etree._Element, name: str) -> datetime | None:
    found = first_in(root, "head", "docdata", name)
    return moment(str(found.get("norm") or "")) if found is not None else None


def _changed(root: etree._Element) -> datetime | None:
    published = first_in(root, "head", "pubdata")
    return moment(str(published.get("date.publication") or "")) if published is not None else None


def _tags(root: etree._Element) -> tuple[str, ...]:
    words = [
        str(each.get("key") or words_in(each))
        for each in all_in(root, "head", "docdata", "key-list", "keyword")
    ]
    words += [
        str(each.get("tobject.subject.type") or "")
        for each in all_in(root, "head", "tobject", "tobject.subject")
    ]
    return tuple(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))
