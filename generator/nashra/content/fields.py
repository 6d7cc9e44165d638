"""The types of front matter's fields: what writers may write, and what it becomes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
)

from nashra.content.media_path import media_path
from nashra.errors import Words
from nashra.language import dates
from nashra.language.digits import to_latin
from nashra.language.slug import slugify

_CONTROL = re.compile("[\x00-\x1f\x7f]")
_SHORT_NAME = re.compile("[a-z0-9][a-z0-9-]{0,30}[a-z0-9]")


class Closed(BaseModel):
    """A set of keys to which no writer can add one by a slip of the hand."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _moment(written: object, info: ValidationInfo) -> datetime:
    zone = info.context if isinstance(info.context, ZoneInfo) else ZoneInfo("UTC")
    try:
        return dates.parse(str(written), zone=zone).astimezone(zone)
    except (ValueError, OverflowError) as error:
        raise ValueError(
            Words(
                "اكتب تاريخا موجودا في التقويم، مثل 2026-11-23 أو ٢٣ نوفمبر ٢٠٢٦.",
                "Write a day that exists, such as 2026-11-23 or 2026-11-23 09:30.",
            )
        ) from error


def _names(written: object) -> object:
    if not isinstance(written, str | list):
        return written
    items = [written] if isinstance(written, str) else written
    if not all(isinstance(item, str) for item in items):
        return written
    parts = (part.strip() for item in items for part in re.split(r"[،,]", item))
    return [part for part in parts if part]


def _truth(written: object) -> object:
    return {"نعم": "yes", "لا": "no"}.get(str(written), written)


def _whole(written: object) -> object:
    return to_latin(written) if isinstance(written, str) else written


def _slug(written: str) -> str:
    proper = slugify(written)
    if not proper or proper != written:
        proper = proper or "…"
        raise ValueError(Words(f"اكتب مثلا: slug: {proper}", f"Write, for example, slug: {proper}"))
    return written


def _root_address(written: str) -> str:
    written = unicodedata.normalize("NFC", _as_read(written))
    parts = written.strip("/").split("/")
    strange = "://" in written or written.startswith("//") or _CONTROL.search(written)
    if strange or not all(parts) or {".", ".."} & {*parts}:
        raise ValueError(
            Words(
                "اكتب عنوانا من جذر الموقع، مثل /old/address/.",
                "Write an address from the site's root, such as /old/address/.",
            )
        )
    if parts[-1] == "index.html" and len(parts) > 1:
        parts = parts[:-1]
    address = "/" + "/".join(parts)
    return address if "." in parts[-1] else address + "/"


def _as_read(written: str) -> str:
    """Give an address as people read it, where it was taken from a browser with its `%D8`."""
    try:
        return unquote(written, errors="strict")
    except UnicodeDecodeError:
        return written


def _one_or_more(written: object) -> object:
    return [written] if isinstance(written, str) and written.strip() else written or []


def _short_name(written: str) -> str:
    if written and not _SHORT_NAME.fullmatch(written):
        raise ValueError(
            Words(
                "اكتب حروفا لاتينية صغيرة وأرقاما، من حرفين إلى 32، مثل id: turtles7.",
                "Write small Latin letters and digits, 2 to 32, such as id: turtles7.",
            )
        )
    return written


def _section(written: str) -> str:
    if not slugify(written):
        raise ValueError(
            Words("اكتب اسم قسم فيه حروف.", "Write a section's name that has letters.")
        )
    return written


def _thread(written: str) -> str:
    if written and not slugify(written):
        raise ValueError(Words("اكتب اسما فيه حروف.", "Write a name that has letters."))
    return written


def _media_path(written: str) -> str:
    return media_path(written) if "://" not in written else written


def one_of(kind: type[StrEnum], arabic: Mapping[str, StrEnum]) -> BeforeValidator:
    """Accept an enumeration's value or its Arabic name."""
    known_ar, known_en = "، ".join(arabic), ", ".join(kind)

    def read(written: object) -> StrEnum:
        try:
            return arabic.get(str(written)) or kind(str(written).lower())
        except ValueError as error:
            raise ValueError(
                Words(f"اختر مما يلي: {known_ar}.", f"Choose one of: {known_en}.")
            ) from error

    return BeforeValidator(read)


Moment = Annotated[datetime, BeforeValidator(_moment)]
"""A date with or without a time, in the zone that the validation context names."""
Names = Annotated[list[str], BeforeValidator(_names)]
"""A list, or one line with Arabic or Latin commas."""
Truth = Annotated[bool, BeforeValidator(_truth)]
Whole = Annotated[int, BeforeValidator(_whole)]
Slug = Annotated[str, AfterValidator(_slug)]
SectionName = Annotated[str, AfterValidator(_section)]
Thread = Annotated[str, AfterValidator(_thread)]
MediaPath = Annotated[str, AfterValidator(_media_path)]
"""A file of `content/media/`, however it is named, or an address elsewhere."""
RootAddress = Annotated[str, AfterValidator(_root_address)]
Aliases = Annotated[list[RootAddress], BeforeValidator(_one_or_more)]
"""One address, or a list."""
ShortName = Annotated[str, AfterValidator(_short_name)]
"""The last part of a short address."""


class ImageField(Closed):
    """`image:` as keys of its own."""

    src: MediaPath
    alt: str = ""
    caption: str = ""
    credit: str = ""


class BylineField(Closed):
    """One of `authors:`, with the part that the person had."""

    name: Annotated[str, Field(min_length=1)]
    role: str = ""


class CorrectionField(Closed):
    """One of `corrections:`."""

    date: Moment
    text: str


class LinkField(Closed):
    """One of an author's `links:`."""

    label: str
    address: str


INNER_NAMES = {
    "الملف": "src",
    "النص_البديل": "alt",
    "الشرح": "caption",
    "المصور": "credit",
    "الاسم": "name",
    "الدور": "role",
    "التاريخ": "date",
    "النص": "text",
    "العنوان": "address",
    "التسمية": "label",
}
"""The other names of keys that lie in other keys."""


def _image(written: Any) -> Any:
    return {"src": written} if isinstance(written, str) else written


def _bylines(written: Any) -> Any:
    items = [written] if isinstance(written, dict) else _names(written)
    if not isinstance(items, list):
        return items
    return [{"name": item} if isinstance(item, str) else item for item in items]


ImageValue = Annotated[ImageField, BeforeValidator(_image)]
"""A file's name, or a mapping."""
Bylines = Annotated[list[BylineField], BeforeValidator(_bylines)]
"""One name, names with commas, or a list of names and mappings."""
Corrections = list[CorrectionField]
Links = list[LinkField]
