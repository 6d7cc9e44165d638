"""ninjs, the IPTC's news in JSON: the keys of versions 1 to 3 (IPTC, ninjs 1.5, 2.2, 3.1)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from nashra.errors import ContentError, Problem, Words
from nashra.importers.copy import Copy, Picture
from nashra.importers.encoding import text_of
from nashra.importers.from_html import Body
from nashra.importers.importer import Item, told_with
from nashra.importers.inline_html import words_of
from nashra.importers.wire_story import (
    body_of,
    finished,
    first_and_last,
    held_back,
    without_text,
    written_by,
)
from nashra.importers.wire_xml import moment

_TELLING = ("headline", "headlines", "bodyhtml", "bodytext", "bodyxhtml", "bodies", "pubstatus")
_SOURCES = ("source", "infosources", "infosource", "copyrightholder")
_DEEPEST = 6

_Values = Mapping[str, Any]
"""A story's values by their keys in small letters, without underscores: there versions differ."""


@dataclass(frozen=True, slots=True)
class Ninjs:
    """ninjs."""

    name: str = "ninjs"
    suffixes: tuple[str, ...] = (".json",)

    def claims(self, path: Path, head: bytes) -> bool:  # noqa: ARG002
        """Tell by the keys that every item of news has."""
        text = head.replace(b"\0", b"").decode("utf-8", errors="replace").lower().replace("_", "")
        named = '"uri"' in text or '"guid"' in text
        return named and any(f'"{key}"' in text for key in (*_TELLING, "versioncreated"))

    def read(self, path: Path, *, file: str) -> Iterator[Item]:
        """Give each item of news that has a text.

        Raises:
            ContentError: it is no JSON, or holds no item of news.

        """
        decoded = text_of(path.read_bytes(), file=file)
        try:
            whole = json.loads(decoded.text)
        except (ValueError, RecursionError) as error:
            raise ContentError([_no_item(file, error)]) from error
        items = list(_items(whole, _DEEPEST))
        if not items:
            raise ContentError([_no_item(file, None)])
        for item in items:
            yield told_with(_story(item), decoded.problems)


def _items(found: object, room: int) -> Iterator[_Values]:
    """Give the items of news in a document, however an agency wraps them."""
    if isinstance(found, list) and room:
        for each in found:
            yield from _items(each, room - 1)
    elif isinstance(found, dict) and room:
        values = {str(key).lower().replace("_", ""): value for key, value in found.items()}
        values.setdefault("uri", values.get("guid"))
        if values["uri"] and any(key in values for key in _TELLING):
            yield values
            return
        for key in ("items", "data", "item"):
            yield from _items(values.get(key), room - 1)


def _story(item: _Values) -> Item:
    title = _role(item, "headline", "headlines") or _plain(item.get("title"))
    name = title or _plain(item.get("uri"))
    if stopped := held_back(_plain(item.get("pubstatus")), name):
        return stopped
    body = _body(item)
    if not body.parts:
        return without_text(name, _plain(item.get("type")))
    created = _moment(item, "contentcreated", "firstcreated")
    date, updated = first_and_last(created, _moment(item, "contentmodified", "versioncreated"))
    return finished(
        Copy(
            title=title,
            summary=_role(item, "descriptiontext", "descriptions", role="summary"),
            parts=body.parts,
            writers=written_by(_plain(item.get("byline") or item.get("by"))),
            source=next(iter(_names(item, *_SOURCES)), ""),
            place=_plain(item.get("located")),
            date=date,
            updated=updated,
            publish_at=_moment(item, "embargoed"),
            tags=_names(item, "subject", "subjects", "keyword", "keywords"),
            image=_picture(item),
            language=_plain(item.get("language")).partition("-")[0].lower(),
            key=_plain(item.get("uri")),
            lost=body.lost,
        )
    )


def _plain(value: object) -> str:
    return words_of(value) if isinstance(value, str) and value.strip() else ""


def _role(item: _Values, one: str, several: str, *, role: str = "main") -> str:
    """Give a text that version 1 has alone, and later ones by its role."""
    if alone := _plain(item.get(one)):
        return alone
    listed = [each for each in item.get(several) or () if isinstance(each, dict)]
    wanted = (each for each in listed if each.get("role") == role)
    others = iter(listed if role == "main" else ())
    return next((text for each in (*wanted, *others) if (text := _plain(each.get("value")))), "")


def _body(item: _Values) -> Body:
    texts = [item.get(key) for key in ("bodyhtml", "bodyxhtml", "bodytext")]
    bodies = [each for each in item.get("bodies") or () if isinstance(each, dict)]
    texts += [each.get("value") for each in sorted(bodies, key=_is_plain)]
    for text in texts:
        if isinstance(text, str) and (found := body_of(text)).parts:
            return found
    return Body((), ())


def _is_plain(body: Mapping[str, object]) -> bool:
    kind = body.get("contentType") or body.get("contenttype") or ""
    return "html" not in str(kind)


def _names(item: _Values, *keys: str) -> tuple[str, ...]:
    found: list[str] = []
    for key in keys:
        value = item.get(key)
        for each in value if isinstance(value, list) else [value]:
            named = each.get("name") if isinstance(each, dict) else each
            found.append(_plain(named))
    return tuple(dict.fromkeys(filter(None, found)))


def _moment(item: _Values, *keys: str) -> datetime | None:
    return next((found for key in keys if (found := moment(_plain(item.get(key))))), None)


def _picture(item: _Values) -> Picture | None:
    """Give the picture that goes with a story: an association that is one, by its largest file."""
    linked = item.get("associations") or {}
    listed = linked.values() if isinstance(linked, dict) else linked
    for each in listed if isinstance(listed, list) else list(listed):
        if not isinstance(each, dict) or each.get("type") != "picture":
            continue
        found = each.get("renditions") or {}
        files = list(found.values()) if isinstance(found, dict) else list(found)
        shown = [file for file in files if isinstance(file, dict) and file.get("href")]
        if shown:
            best = max(shown, key=lambda file: int(file.get("width") or 0))
            values = {str(key).lower().replace("_", ""): value for key, value in each.items()}
            caption = _role(values, "descriptiontext", "descriptions", role="caption")
            return Picture(
                src=str(best["href"]), caption=caption, credit=_plain(values.get("byline"))
            )
    return None


def _no_item(file: str, error: Exception | None) -> Problem:
    return Problem(
        file,
        getattr(error, "lineno", None),
        Words("لا خبر في هذا الملف يُقرأ.", "No item of news can be read in this file."),
        Words("اطلبه من الوكالة مرة أخرى.", "Ask the agency for it again."),
    )
