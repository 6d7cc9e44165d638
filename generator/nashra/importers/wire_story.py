"""What all formats of agencies share: a story that may not be published, a byline, a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from lxml import etree

from nashra.importers.copy import Copy, LeftOut, Paragraph, Writer, said_in
from nashra.importers.from_html import Body, parts_of
from nashra.importers.receipts import digested
from nashra.importers.signature import byline
from nashra.importers.untitled import beginning
from nashra.importers.wire_xml import anywhere, html_of

_HELD_BACK = frozenset({"canceled", "cancelled", "withheld", "withdrawn"})
_BODIES = ("body.content", "body")
_BY = re.compile(r"^(?:by|von|par|por)\s+(?=\S)", re.IGNORECASE)


def held_back(status: str, what: str) -> LeftOut | None:
    """Say that the agency does not want a story published, if its status says so."""
    word = re.split("[:#/]", status)[-1].lower()
    if word not in _HELD_BACK:
        return None
    return LeftOut(
        what,
        f"the agency has marked it “{word}”: if it was published, take it down",
        is_fault=True,
        why_arabic=f"وسمته الوكالة «{word}»: إن كان منشورا فاسحبه",
    )


def without_text(what: str, kind: str = "") -> LeftOut:
    """Say that an item has no text: a picture's, a film's."""
    return LeftOut(what, f"it has no text ({kind or 'no body'})", why_arabic="لا نص فيه")


def written_by(text: str) -> tuple[Writer, ...]:
    """Give those that an agency's byline names."""
    plain = _BY.sub("", text.strip().rstrip("="))
    said = byline(plain)
    if said and said.writers:
        return said.writers
    return (Writer(plain),) if plain else ()


def finished(copy: Copy) -> Copy:
    """Give a story with a title and its own digest."""
    if not copy.title:
        text = " ".join(map(said_in, copy.parts))
        copy = replace(copy, title=beginning(text), title_is_cut=True)
    return digested(copy)


def first_and_last(
    created: datetime | None, changed: datetime | None
) -> tuple[datetime | None, datetime | None]:
    """Give a story's date, and its update if that is another moment."""
    if created is None:
        return changed, None
    if changed is None or bool(created.tzinfo) != bool(changed.tzinfo) or changed <= created:
        return created, None
    return created, changed


def first_body(contents: Iterable[etree._Element]) -> Body:
    """Give the parts of the first of some contents that has a text, inside its `body` if it has."""
    for content in contents:
        inner = next((each for name in _BODIES for each in anywhere(content, name)), content)
        found = body_of(html_of(inner))
        if found.parts:
            return found
    return Body((), ())


def body_of(source: str) -> Body:
    """Give the parts of an agency's text: HTML where it has paragraphs, else lines."""
    if re.search(r"<(?:p|div|br|table|h\d|li)\b", source):
        return parts_of(source)
    plain = re.sub("<[^<>]*>", " ", source)
    blocks = re.split(r"\n\s*\n|\n(?=\s{2,}\S)", plain)
    if len(blocks) == 1:
        return parts_of(source)
    return Body(tuple(Paragraph(" ".join(block.split())) for block in blocks if block.strip()), ())
