"""WordPress's own export (WXR): posts and pages, with their writers, sections, tags and pictures.

A file is read twice, an item at a time: first for the names that items only point to (writers,
categories, the library), then for the stories. Source: WordPress's `export.php`, WXR 1.0 to 1.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from nashra.importers.copy import Copy, LeftOut, Picture
from nashra.importers.elsewhere import old_paths
from nashra.importers.from_html import parts_of
from nashra.importers.importer import Item
from nashra.importers.inline_html import words_of
from nashra.importers.receipts import digested
from nashra.importers.untitled import beginning
from nashra.importers.wordpress_content import as_html
from nashra.importers.wordpress_names import (
    UPLOADS,
    Names,
    Pictures,
    host_of,
    plain_name,
    uploads_beside,
)
from nashra.importers.wordpress_xml import elements, local, meta, text_in

_DRAFTS = frozenset({"draft", "pending", "auto-draft", "private"})
_TYPES = {
    "attachment": ("a file of the library", "ملف من المكتبة"),
    "nav_menu_item": ("an entry of a menu", "بند في قائمة"),
    "revision": ("an older version", "نسخة قديمة"),
}


@dataclass(frozen=True, slots=True)
class WordPress:
    """Exports of WordPress."""

    name: str = "wordpress"
    suffixes: tuple[str, ...] = (".xml", ".wxr")

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell by WordPress's own namespace."""
        return path.suffix.lower() == ".wxr" or b"wordpress.org/export/" in head

    def read(self, path: Path, *, file: str) -> Iterator[Item]:
        """Give the stories of an export, each writer before the first story of theirs.

        Raises:
            ContentError: it is not well-formed, or holds what no export holds.

        """
        names = Names(uploads=uploads_beside(path))
        for element in elements(path, file):
            names.learn(element)
        told: set[str] = set()
        for element in elements(path, file):
            if local(element) == "item":
                item = _item(element, names)
                for login in [text_in(element, "creator")] if isinstance(item, Copy) else []:
                    if login in names.writers and login not in told:
                        told.add(login)
                        yield names.profile(login)
                yield item


def _item(element: Element, names: Names) -> Item:
    kind, status = text_in(element, "post_type") or "post", text_in(element, "status") or "publish"
    title = plain_name(text_in(element, "title"))
    what = title or text_in(element, "link") or text_in(element, "post_id")
    if kind not in {"post", "page"}:
        return LeftOut(what, *_of_type(kind))
    if status in {"trash", "inherit"}:
        return LeftOut(what, "it was thrown away", why_arabic="كان في سلة المهملات")
    return _copy(element, names, standing=kind == "page", title=title)


def _of_type(kind: str) -> tuple[str, bool, str]:
    english, arabic = _TYPES.get(kind, (f"of the type “{kind}”", f"من النوع «{kind}»"))
    return english, False, arabic


def _copy(element: Element, names: Names, *, standing: bool, title: str) -> Copy:
    text = as_html(text_in(element, "encoded"), names.library)
    pictures = Pictures(names)
    body = parts_of(text.html, link=lambda href: _inside(href, names), picture_at=pictures.at)
    section, tags = names.filed(element)
    image = _featured(element, names, pictures)
    status, protected = text_in(element, "status"), bool(text_in(element, "post_password"))
    link = text_in(element, "link")
    number = text_in(element, "post_id") or text_in(element, "guid")
    comments = sum(local(each) == "comment" for each in element)
    lost = [*text.lost, *body.lost, *pictures.elsewhere.lost()]
    lost += ["comments"] * bool(comments)
    lost += ["a password: it became a draft"] * protected
    lost += ["it was private: it became a draft"] * (status == "private")
    copy = Copy(
        title=title or beginning(words_of(text.html)) or number,
        summary=plain_name(text_in(element, "excerpt")),
        parts=body.parts,
        title_is_cut=not title,
        writers=(names.writer(login),) if (login := text_in(element, "creator")) else (),
        date=_date(element),
        section=section,
        tags=tags,
        slug=unquote(text_in(element, "post_name")),
        aliases=old_paths(link) if _is_ours(link, names) else (),
        image=image,
        draft=status in _DRAFTS or protected,
        standing=standing,
        attachments=tuple(pictures.attachments.values()),
        key=f"post-{number}",
        lost=tuple(lost),
    )
    return digested(copy)


def _featured(element: Element, names: Names, pictures: Pictures) -> Picture | None:
    attached = names.library.get(meta(element, "_thumbnail_id"))
    if attached is None or not attached.address:
        return None
    return Picture(src=pictures.at(attached.address), alt=attached.alt, caption=attached.caption)


def _date(element: Element) -> datetime | None:
    """Give when a post came out: in UTC where the export says so, else in the site's own time."""
    for name, zone in (("post_date_gmt", UTC), ("post_date", None)):
        written = text_in(element, name)
        try:
            return datetime.strptime(written, "%Y-%m-%d %H:%M:%S").replace(tzinfo=zone)
        except ValueError:
            continue
    return None


def _is_ours(link: str, names: Names) -> bool:
    return not names.host or host_of(link) == names.host


def _inside(href: str, names: Names) -> str:
    """Give a link to the old site as a path, which the story there still answers to."""
    parts = urlsplit(href)
    if names.host and host_of(href) == names.host and not parts.query and UPLOADS not in href:
        return unquote(parts.path) or "/"
    return href
