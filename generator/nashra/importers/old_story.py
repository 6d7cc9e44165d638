"""What a file of another generator says, together with where it lay: dates, section, address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from nashra.importers import foreign_dates
from nashra.importers import foreign_fields as keys
from nashra.importers.copy import Attachment, Picture
from nashra.importers.foreign_fields import Fields
from nashra.importers.old_addresses import DATED, Page, address_of, filled, joined
from nashra.importers.old_site import Generator, OldSite

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}")
_NO_SECTION = frozenset({"uncategorized", "posts", "post", "blog", "articles", "article"})
_KINDS = {
    "news": "news",
    "opinion": "opinion",
    "analysis": "analysis",
    "interview": "interview",
    "live": "live",
    "gallery": "gallery",
    "video": "video",
    "خبر": "news",
    "رأي": "opinion",
    "تحليل": "analysis",
    "مقابلة": "interview",
    "مباشر": "live",
    "صور": "gallery",
    "فيديو": "video",
}


@dataclass(slots=True)
class OldStory:
    """One file, while it is taken apart."""

    path: Path
    fields: Fields
    site: OldSite
    stem: str
    dated: str
    """The date in the file's name."""
    lost: list[str] = field(default_factory=list)
    attachments: dict[str, Attachment] = field(default_factory=dict)


def stem_of(path: Path) -> tuple[str, str]:
    """Give a file's name, or its bundle's, without its date; and that date."""
    stem = path.stem
    name = path.parent.name if re.fullmatch(r"_?index(\.\w+)?", stem) else stem
    found = DATED.fullmatch(name)
    return (found[2], found[1]) if found else (name, "")


def dates_of(story: OldStory) -> tuple[datetime | None, datetime | None]:
    """Give when a story came out, and before when it may not."""
    fields = story.fields
    date = fields.moment(*keys.DATE)
    publish_at = fields.moment(*keys.PUBLISH_AT)
    if date is None and publish_at is None:
        date = fields.published_on()
    if date is None:
        date, publish_at = publish_at, None
    if date is None and story.dated:
        try:
            date = foreign_dates.parse(story.dated, is_persian=fields.is_persian)
        except ValueError:
            date = None
    return date, publish_at if publish_at != date else None


def categories_of(story: OldStory) -> tuple[str, ...]:
    """Give what addresses have as categories: those of the folders above Jekyll's posts too."""
    above = story.site.inner(story.path).split("/_posts/")[0].split("/")
    folders = above if story.site.generator is Generator.JEKYLL and "_posts" not in above[0] else []
    folders = folders if "/_posts/" in story.site.inner(story.path) else []
    return (*folders, *story.fields.listed(*keys.SECTIONS))


def filed_of(story: OldStory) -> tuple[str, tuple[str, ...]]:
    """Give a story's section, its first category or its folder, and its tags."""
    section, *more = [*categories_of(story), ""]
    if section.lower() in _NO_SECTION:
        section, *more = [*more, ""]
    inner = story.site.inner(story.path).split("/")
    if not section and story.site.generator is Generator.HUGO and len(inner) > 2:  # noqa: PLR2004
        section = inner[1] if inner[1].lower() not in _NO_SECTION else ""
    jekyll = story.site.generator is Generator.JEKYLL
    names = [*more, *story.fields.listed(*keys.TAGS, by_blanks=jekyll)]
    return section, tuple(dict.fromkeys(name for name in names if name and name != section))


def is_draft(story: OldStory, tags: Iterable[str]) -> bool:
    """Tell whether a story is not out yet."""
    told = story.fields.is_draft()
    return told or "_drafts" in story.path.parts or bool({"draft", "private"} & {*tags})


def is_standing(story: OldStory) -> bool:
    """Tell a page of its own from a story."""
    fields = story.fields
    steering = {fields.text(name).lower() for name in ("layout", "template", "type")}
    inner = story.site.inner(story.path).split("/")
    return bool({"page", "static", "about"} & steering) or (
        len(inner) > 1 and inner[0] == "content" and inner[1] == "pages"
    )


def lay_at(story: OldStory, page: Page, slug: str) -> str:
    """Give a story's path on its old site: as front matter has it, else as its generator would."""
    written = story.fields.text("url", "permalink", "path")
    if written and "{" not in written:
        if ":" in written and "://" not in written:
            written = filled(written, page)
        path = story.site.path_of(written)
        return joined("/", path.removesuffix("index.html")) if path.strip("/") else ""
    if "/" in slug.strip("/") and story.site.generator in {Generator.GATSBY, Generator.UNKNOWN}:
        return joined("/", f"{slug}/")
    return address_of(page, story.site)


def aliases_of(story: OldStory, address: str) -> tuple[str, ...]:
    """Give where a story lay before, its last address first."""
    base = story.site.base if story.site.generator is Generator.HUGO else "/"
    written = [story.site.path_of(each) for each in story.fields.listed(*keys.ALIASES)]
    paths = [address, *(joined(base, each) for each in written if each.strip("/"))]
    return tuple(dict.fromkeys(path for path in paths if path.strip("/")))


def last_of(address: str) -> str:
    """Give the last part of a path, which names the story."""
    return Path(address).stem if address.endswith((".html", ".htm")) else Path(address).name


def image_of(story: OldStory) -> Picture | None:
    """Give the story's picture, if it is there; its file comes with the story."""
    picture = story.fields.picture()
    if picture is None:
        return None
    found = story.site.attachment(picture.src, story.path)
    if found is None:
        if "://" not in picture.src:
            story.lost.append(f"a picture that is not there: {picture.src}")
            return None
        return picture
    story.attachments[found.path] = found
    return replace(picture, src=found.path)


def canonical_of(fields: Fields) -> str:
    """Give the full address of the original."""
    written = fields.text("canonical", "canonicalurl", "العنوانالأصلي", "originalurl")
    return written if "://" in written else ""


def kind_of(fields: Fields) -> str:
    """Give the story's kind, if it is one of those here."""
    for name in ("kind", "النوع"):
        if kind := _KINDS.get(fields.text(name).lower()):
            return kind
    return ""


def language_of(story: OldStory) -> str:
    """Give the language that front matter names, or the name of a file such as `x.fa.md`."""
    written = story.fields.text("lang", "language", "locale", "اللغة")
    ending = Path(story.path.stem).suffix[1:]
    found = written.replace("_", "-").partition("-")[0] or ending
    return found.lower() if _LANGUAGE.fullmatch(found) else ""
