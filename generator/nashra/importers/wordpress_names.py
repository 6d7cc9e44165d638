"""What the items of an export point to: writers, categories with those above them, the library."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from nashra.importers.copy import Attachment, Profile, Writer
from nashra.importers.elsewhere import KeptElsewhere
from nashra.importers.inline_html import words_of
from nashra.importers.wordpress_content import Attached
from nashra.importers.wordpress_xml import local, meta, text_in
from nashra.language.slug import slugify

UPLOADS = "/wp-content/uploads/"
_SIZE = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)")
_NO_SECTION = frozenset({"uncategorized", "غير-مصنف"})


@dataclass(frozen=True, slots=True)
class _Term:
    name: str
    parent: str = ""


@dataclass(slots=True)
class Names:
    """What items point to, as the export told it."""

    uploads: Path | None
    """The folder of pictures beside the export, if there is one."""
    host: str = ""
    writers: dict[str, str] = field(default_factory=dict)
    terms: dict[tuple[str, str], _Term] = field(default_factory=dict)
    library: dict[str, Attached] = field(default_factory=dict)

    def learn(self, element: Element) -> None:
        """Take in what a child of the channel says."""
        match local(element):
            case "base_blog_url" | "base_site_url" | "link" if not self.host:
                self.host = host_of(element.text or "")
            case "author":
                login = text_in(element, "author_login")
                self.writers[login] = plain_name(text_in(element, "author_display_name")) or login
            case "category":
                slug = unquote(text_in(element, "category_nicename"))
                name, parent = text_in(element, "cat_name"), text_in(element, "category_parent")
                self.terms["category", slug] = _Term(plain_name(name), unquote(parent))
            case "tag":
                slug = unquote(text_in(element, "tag_slug"))
                self.terms["post_tag", slug] = _Term(plain_name(text_in(element, "tag_name")))
            case "item" if text_in(element, "post_type") == "attachment":
                self.library[text_in(element, "post_id")] = Attached(
                    text_in(element, "attachment_url"),
                    plain_name(meta(element, "_wp_attachment_image_alt")),
                    plain_name(text_in(element, "excerpt")),
                )

    def writer(self, login: str) -> Writer:
        """Give a writer by name, or by slug where two share the name."""
        name = self.writers.get(login, login)
        shared = list(self.writers.values()).count(name) > 1
        return Writer(self._slug(login) if shared else name)

    def profile(self, login: str) -> Profile:
        """Give what the site shall know of a writer."""
        return Profile(self.writers[login], self._slug(login))

    def _slug(self, login: str) -> str:
        """Never an e-mail address, which some sites log in with."""
        name = login.partition("@")[0] if "@" in login else login
        return slugify(name) or slugify(self.writers.get(login, ""))

    def filed(self, element: Element) -> tuple[str, tuple[str, ...]]:
        """Give a post's section, the highest above its first category, and its tags."""
        section, tags = "", []
        for each in element:
            domain, slug = each.get("domain", ""), unquote(each.get("nicename", ""))
            if local(each) != "category" or domain not in {"category", "post_tag"}:
                continue
            name = plain_name(each.text or "") or slug
            if domain == "category":
                above = self._highest(slug)
                if slug in _NO_SECTION:
                    continue
                if not section:
                    section = above or name
                    name = name if above else ""
            if name and name not in tags and name != section:
                tags.append(name)
        return section, tuple(tags)

    def _highest(self, slug: str) -> str:
        """Give the name of the category above all others above one; none if it is the highest."""
        seen = {slug}
        name = ""
        term = self.terms.get(("category", slug))
        while term and term.parent and term.parent not in seen:
            seen.add(term.parent)
            term = self.terms.get(("category", term.parent))
            name = term.name if term else name
        return name


@dataclass(slots=True)
class Pictures:
    """Where a story's pictures lie, and which of them are copied."""

    names: Names
    attachments: dict[str, Attachment] = field(default_factory=dict)
    elsewhere: KeptElsewhere = field(default_factory=KeptElsewhere)

    def at(self, address: str) -> str:
        """Give a picture's path below `content/media/`, or its address if its file is not here."""
        path = unquote(urlsplit(address).path)
        _, found, inner = path.partition(UPLOADS)
        if not found or ".." in inner:
            return address
        if self.names.uploads:
            for name in (_SIZE.sub("", inner), inner):
                origin = self.names.uploads / name
                if origin.is_file():
                    self.attachments[name] = Attachment(path=name, origin=origin)
                    return name
        return self.elsewhere.picture(address)


def host_of(address: str) -> str:
    """Give the host of an address, without `www.`; empty if it has none."""
    try:
        return (urlsplit(address.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def plain_name(text: str) -> str:
    """Give a name or a title as plain text: exports write both entities and tags there."""
    if "<" in text or "&" in text:
        text = words_of(text)
    return " ".join(html.unescape(text).split())


def uploads_beside(path: Path) -> Path | None:
    """Give the folder of pictures beside an export, if there is one."""
    places = (path.parent / "wp-content" / "uploads", path.parent / "uploads")
    return next((place for place in places if place.is_dir()), None)
