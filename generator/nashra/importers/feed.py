"""Feeds of other sites: RSS 0.9 to 2.0 and Atom, as `feedparser` reads them."""

from __future__ import annotations

import calendar
import io
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax import SAXParseException

from nashra.errors import ContentError, Problem, Words
from nashra.importers import refusals
from nashra.importers.copy import Copy, LeftOut, Picture, Writer
from nashra.importers.elsewhere import KeptElsewhere, old_paths
from nashra.importers.encoding import text_of
from nashra.importers.encoding_names import declared_in
from nashra.importers.from_html import parts_of
from nashra.importers.importer import Item, told_with
from nashra.importers.inline_html import words_of
from nashra.importers.receipts import digested
from nashra.importers.untitled import beginning

_HOSTILE = Words("في الملف ما لا يكون في خلاصة.", "The file declares entities; no feed does.")
_ROOT = re.compile(rb"<(?:[\w-]+:)?(?:rss|feed|RDF)[\s>]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CUT_SHORT = re.compile(r"(?:\[?(?:…|\.\.\.|&hellip;|&#8230;)\]?|المزيد)\s*(?:</p>)?\s*\Z")

_Values = Mapping[str, Any]
"""What `feedparser` gives of a feed or an entry."""


@dataclass(frozen=True, slots=True)
class Feed:
    """RSS and Atom."""

    name: str = "feed"
    suffixes: tuple[str, ...] = (".xml", ".rss", ".atom", ".rdf")

    def claims(self, path: Path, head: bytes) -> bool:  # noqa: ARG002
        """Tell by the root; WordPress's own export is built on RSS and is no feed."""
        plain = head.replace(b"\0", b"")
        return bool(_ROOT.search(plain)) and b"wordpress.org/export/" not in plain

    def read(self, path: Path, *, file: str) -> Iterator[Item]:
        """Give the feed's entries as stories.

        Raises:
            ContentError: it is damaged before its first entry, or declares entities.

        """
        import feedparser  # noqa: PLC0415 — heavy, and the command starts without it

        data = path.read_bytes()
        decoded = text_of(data, file=file, declared=declared_in(data))
        if "<!ENTITY" in decoded.text:
            raise ContentError([refusals.not_to_be_trusted(file, _HOSTILE)])
        text = _DECLARATION.sub("", decoded.text)
        stream = io.BytesIO(text.encode("utf-8", errors="replace"))
        found = feedparser.parse(
            stream,
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
        items = [_story({**entry}, {**found.feed}) for entry in found.entries]
        broken = found.get("bozo_exception")
        line = broken.getLineNumber() if isinstance(broken, SAXParseException) else None
        if line is not None and not any(isinstance(item, Copy) for item in items):
            raise ContentError([_damaged(file, line)])
        for item in items:
            yield told_with(item, decoded.problems)
        if line is not None:
            yield LeftOut(
                f"{path.name}:{line}",
                "the feed is damaged here, and entries after it may be missing",
                is_fault=True,
                why_arabic="الخلاصة تالفة هنا، وقد ينقص ما بعدها",
            )


def _story(entry: _Values, feed: _Values) -> Item:
    source, summary = _texts(entry)
    link = str(entry.get("link") or "")
    title = _plain(entry.get("title")) or beginning(words_of(source))
    if not title:
        return LeftOut(
            link or "?", "it has neither a title nor a text", why_arabic="بلا عنوان ولا نص"
        )
    elsewhere = KeptElsewhere()
    body = parts_of(source, picture_at=elsewhere.picture)
    lost = [*body.lost, *elsewhere.lost()]
    if _CUT_SHORT.search(source) and not entry.get("content"):
        lost.append("the text after the beginning that the feed gives")
    date = _date(entry, "published") or _date(entry, "updated")
    updated = _date(entry, "updated")
    copy = Copy(
        title=title,
        summary=summary,
        parts=body.parts,
        title_is_cut=not entry.get("title"),
        writers=_writers(entry),
        date=date,
        updated=updated if updated and date and updated > date else None,
        tags=_tags(entry),
        aliases=old_paths(link),
        image=_picture(entry),
        language=_language(entry, feed),
        key=str(entry.get("id") or link or title),
        lost=tuple(lost),
    )
    return digested(copy)


def _texts(entry: _Values) -> tuple[str, str]:
    """Give an entry's text as HTML, and its summary as plain text where that is another thing."""
    summary = str(entry.get("summary") or "")
    contents: Sequence[_Values] = entry.get("content") or ()
    whole = max((str(each.get("value") or "") for each in contents), key=len, default="")
    if not whole:
        return summary, ""
    told, text = _plain(summary), words_of(whole)
    beginning = _CUT_SHORT.sub("", told).rstrip(" .…")
    return whole, "" if text.startswith(beginning) else told


def _writers(entry: _Values) -> tuple[Writer, ...]:
    names = [_plain(each.get("name")) for each in entry.get("authors") or ()]
    return tuple(dict.fromkeys(Writer(name) for name in names if name and "@" not in name))


def _tags(entry: _Values) -> tuple[str, ...]:
    names = (_plain(each.get("label") or each.get("term")) for each in entry.get("tags") or ())
    return tuple(dict.fromkeys(filter(None, names)))


def _date(entry: _Values, name: str) -> datetime | None:
    parsed = entry.get(f"{name}_parsed")
    if not isinstance(parsed, time.struct_time):
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _picture(entry: _Values) -> Picture | None:
    """Give the picture that comes with an entry: an enclosure, or Media RSS's."""
    links = (each for each in entry.get("links") or () if each.get("rel") == "enclosure")
    media = [*(entry.get("media_content") or ()), *links]
    for each in media:
        kind = str(each.get("type") or each.get("medium") or "")
        address = str(each.get("url") or each.get("href") or "")
        if kind.startswith("image") and address.startswith("http"):
            return Picture(src=address, credit=_credit(entry))
    shown = (str(each.get("url") or "") for each in entry.get("media_thumbnail") or ())
    address = next((each for each in shown if each.startswith("http")), "")
    return Picture(src=address, credit=_credit(entry)) if address else None


def _credit(entry: _Values) -> str:
    credits_ = entry.get("media_credit") or ()
    return next((_plain(each.get("content")) for each in credits_), "")


def _language(entry: _Values, feed: _Values) -> str:
    detail: _Values = entry.get("title_detail") or {}
    return str(detail.get("language") or feed.get("language") or "").partition("-")[0].lower()


def _plain(text: object) -> str:
    return " ".join(words_of(str(text)).split()) if text else ""


def _damaged(file: str, line: int) -> Problem:
    return Problem(
        file,
        line,
        Words("الخلاصة تالفة، ولا خبر فيها يُقرأ.", "The feed is damaged; no entry can be read."),
        Words("نزّلها مرة أخرى.", "Download it again."),
    )
