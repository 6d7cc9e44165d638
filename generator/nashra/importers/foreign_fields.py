"""What the keys of other generators' front matter mean here.

A key is known in any spelling: `featured_image`, `featuredImage` and `featured-image` are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from nashra.errors import ContentError, Words
from nashra.importers import foreign_dates
from nashra.importers.copy import Picture, Writer
from nashra.schema import Value, Written

TITLE = ("title", "العنوان", "headline")
SUMMARY = (
    *("summary", "الملخص", "المقدمة", "lead", "standfirst", "excerpt", "description", "abstract"),
    "subtitle",
)
KICKER = ("kicker", "التمهيد", "العنوانالتمهيدي", "overline")
DATE = ("date", "التاريخ", "pubdate", "publisheddate", "publishedat", "created", "createdat")
UPDATED = (
    *("updated", "التحديث", "lastmod", "modified", "lastmodified", "lastmodifiedat"),
    *("updateddate", "updatedat", "datemodified"),
)
PUBLISH_AT = ("publishat", "موعدالنشر", "publishdate")
EXPIRES = ("expires", "ينتهي", "expirydate", "unpublishdate")
TAGS = ("tags", "tag", "الوسوم", "الوسم", "keywords")
SECTIONS = ("section", "القسم", "category", "categories")
AUTHORS = ("authors", "author", "الكاتب", "الكتاب", "writer", "byline")
IMAGE = (
    *("image", "الصورة", "cover", "coverimage", "featuredimage", "heroimage", "summaryimage"),
    *("images", "featured", "header", "banner", "hero", "previewimage", "ogimage", "thumbnail"),
    *("thumb", "teaser"),
)
ALIASES = ("aliases", "عناوينسابقة", "alias", "redirectfrom")
_NOT_OUT = frozenset(
    {"draft", "hidden", "private", "skip", "pending", "unlisted", "unpublished", "مسودة"}
)
_NO = frozenset({"false", "no", "off", "0", "لا"})
_YES = frozenset({"true", "yes", "on", "1", "نعم"})
_STEERS = ("layout", "template", "type", "saveas", "linktitle")
"""Keys that tell a generator what to do, and readers nothing."""
_COMMAS = re.compile("[,،;؛]")
_MAIL = re.compile(r"\s*<[^<>\s]*@[^<>\s]*>")
_NOT_IN_KEYS = str.maketrans("", "", "-_ .")


class Fields:
    """The values of a file's front matter, each taken once; what nobody took is left over."""

    def __init__(self, written: Written, *, is_persian: bool) -> None:
        self.written = written
        self.is_persian = is_persian
        self.taken: set[str] = set()
        self._keys: dict[str, str] = {}
        """The keys as they are written, by what they come to."""
        for key in written.values:
            self._keys.setdefault(plain_key(key), key)

    def has(self, *names: str) -> bool:
        """Whether one of the keys is written and not empty."""
        return any(self._value(name) for name in names)

    def value(self, *names: str) -> Value:
        """Take the value of the first of the keys that is written and not empty."""
        for name in names:
            if value := self._value(name):
                self.taken.add(self._keys[name])
                return value
        return ""

    def text(self, *names: str) -> str:
        """Take a value that is text, on one line; of a list the first."""
        for name in names:
            value = self._value(name)
            value = value[0] if isinstance(value, list) and len(value) == 1 else value
            if value and isinstance(value, str):
                self.taken.add(self._keys[name])
                return on_one_line(value)
        return ""

    def _value(self, name: str) -> Value:
        key = self._keys.get(name)
        return "" if key is None else self.written.values[key]

    def listed(self, *names: str, by_blanks: bool = False) -> Iterator[str]:
        """Take every one of the keys: lists, lists of lists, or one line with commas.

        With `by_blanks` a line without commas has a name a word.
        """
        for name in names:
            value = self._value(name)
            if value:
                self.taken.add(self._keys[name])
                words = by_blanks and isinstance(value, str) and not _COMMAS.search(value)
                yield from value.split() if words and isinstance(value, str) else _listed(value)

    def moment(self, *names: str) -> datetime | None:
        """Take a date.

        Raises:
            ContentError: it is none, with its line.

        """
        for name in names:
            written = self.text(name)
            if not written:
                continue
            try:
                return foreign_dates.parse(written, is_persian=self.is_persian)
            except ValueError as error:
                problem = self.written.problem(
                    (self._keys[name],),
                    Words(f"ليس هذا تاريخا: {written}.", f"This is no date: {written}."),
                    Words("اكتبه مثل 2026-11-23.", "Write it as 2026-11-23."),
                )
                raise ContentError([problem]) from error
        return None

    def is_draft(self) -> bool:
        """Take what keeps a story from being public."""
        status = self.text("status", "الحالة", "visibility").lower()
        published = self.text("published").lower()
        draft = self.text("draft").lower()
        if published and published not in _NO | _YES:
            self.taken.discard(self._keys["published"])  # a date, for `published_on`
        return status in _NOT_OUT or published in _NO or draft in _YES

    def published_on(self) -> datetime | None:
        """Take the date that some sites write under `published`."""
        if self.text("published").lower() in _NO | _YES | {""}:
            return None
        return self.moment("published")

    def left_over(self) -> Iterator[str]:
        """Give the keys that nobody took and that say something."""
        for key, value in self.written.values.items():
            if value and key not in self.taken and plain_key(key) not in _STEERS:
                yield key

    def repeated(self, names: Iterable[str], said: str) -> None:
        """Take those of the keys that say again what was taken."""
        for name in names:
            if said and _plain(self._value(name)) == said:
                self.taken.add(self._keys[name])

    def writers(self) -> tuple[Writer, ...]:
        """Take those who wrote the story."""
        found: list[Writer] = []
        for name in AUTHORS:
            value = self._value(name)
            if value:
                self.taken.add(self._keys[name])
                found += _writers(value, several=name != "author")
        return tuple(dict.fromkeys(found))

    def picture(self) -> Picture | None:
        """Take the story's picture, with its address as it is written."""
        for name in IMAGE:
            picture = _picture(self._value(name))
            if picture is None:
                continue
            self.taken.add(self._keys[name])
            self.repeated(IMAGE, picture.src)
            said = {
                word: self.text(*(f"{each}{word}" for each in (name, "image", "cover", "hero")))
                for word in ("alt", "caption", "credit")
            }
            return Picture(
                src=picture.src,
                alt=picture.alt or said["alt"],
                caption=picture.caption or said["caption"],
                credit=picture.credit or said["credit"],
            )
        return None


def plain_key(key: str) -> str:
    """Give what the spellings of a key have in common."""
    return key.translate(_NOT_IN_KEYS).lower()


def on_one_line(text: str) -> str:
    """Give a text with single blanks."""
    return " ".join(text.split())


def _plain(value: Value) -> str:
    return on_one_line(value) if isinstance(value, str) else ""


def _listed(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield from filter(None, map(on_one_line, _COMMAS.split(value.strip("[]"))))
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, str):
                yield from filter(None, [on_one_line(each)])
            else:
                yield from _listed(each)
    else:
        yield from _listed(_first(value, "name", "title", "label", "slug"))


def _first(value: Mapping[str, Value], *names: str) -> str:
    by_name = {plain_key(key): item for key, item in value.items()}
    return next((_plain(by_name[name]) for name in names if _plain(by_name.get(name, ""))), "")


def _writers(value: Value, *, several: bool) -> Iterator[Writer]:
    if isinstance(value, str):
        names = _COMMAS.split(value.strip("[]")) if several else [value]
        for each in names:
            if name := on_one_line(_MAIL.sub("", each)):
                yield Writer(name)
    elif isinstance(value, list):
        for item in value:
            yield from _writers(item, several=False)
    elif name := _first(value, "name", "الاسم", "title", "nick", "id"):
        yield Writer(name, _first(value, "role", "jobtitle", "position", "الدور"))


def _picture(value: Value) -> Picture | None:
    """Give a picture that is an address, a list whose first is one, or keys that name one."""
    if isinstance(value, list):
        return _picture(value[0]) if value else None
    if isinstance(value, str):
        src = value.strip()
        return Picture(src=src) if src and src not in _NO | _YES else None
    names = (
        "src",
        "الملف",
        "url",
        "image",
        "path",
        "file",
        "href",
        "overlayimage",
        "teaser",
        "feature",
    )
    if not (src := _first(value, *names)):
        return None
    return Picture(
        src=src,
        alt=_first(value, "alt", "النصالبديل", "imagealt"),
        caption=_first(value, "caption", "الشرح", "title"),
        credit=_first(value, "credit", "المصور", "copyright", "photographer", "attribution"),
    )
