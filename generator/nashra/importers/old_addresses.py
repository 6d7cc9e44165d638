"""Where a page lay on its old site, by the rules of the generator that made it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from nashra.importers.old_site import Generator, OldSite

DATED = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-(?=.)(.*)", re.DOTALL)
"""A file's name that begins with its date, as Jekyll wants it."""
_COLON = re.compile(r":([a-z_]+)")
_BRACES = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
_OF_TIME = re.compile("%-?[YmdHMSyjbB]")
_NOT_IN_PATHS = re.compile(r"[^\w./-]+")
_JEKYLL = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What addresses are made of."""

    inner: str
    """The file's path from the old site's folder."""
    stem: str
    """The file's name without its date and its ending; a bundle's folder's."""
    slug: str = ""
    """As front matter has it."""
    date: datetime | None = None
    title: str = ""
    categories: tuple[str, ...] = ()
    standing: bool = False


def address_of(page: Page, site: OldSite) -> str:
    """Give the path of a page from the root of its old host; empty where it cannot be known."""
    maker = _MAKERS.get(site.generator)
    path = maker(page, site) if maker and site.root else ""
    return joined(site.base, path) if path else ""


def joined(base: str, path: str) -> str:
    """Give a path below another, with single strokes."""
    return re.sub("/{2,}", "/", f"{base}/{path}")


def filled(pattern: str, page: Page) -> str:
    """Fill in a pattern such as `/:year/:title/`; empty where something in it is not known."""
    words = _words(page)
    names = _COLON.findall(pattern)
    if any(_word(words, name) is None for name in names):
        return ""
    return _COLON.sub(lambda name: _word(words, name[1]) or "", pattern)


def _word(words: Mapping[str, str], name: str) -> str | None:
    return words.get(name)


def _words(page: Page) -> dict[str, str]:
    parts = [*PurePosixPath(page.inner).with_suffix("").parts]
    words = {
        "title": page.slug or page.stem,
        "slug": page.slug or page.stem,
        "name": page.stem,
        "filename": page.stem,
        "slugorfilename": page.slug or page.stem,
        "contentbasename": page.stem,
        "slugorcontentbasename": page.slug or page.stem,
        "basename": page.stem,
        "path": "/".join(parts[1:]),
        "collection": parts[0].removeprefix("_") if parts else "",
        "section": parts[1] if len(parts) > 2 else "",  # noqa: PLR2004
        "sections": "/".join(parts[1:-1]),
        "categories": "/".join(map(urlized, page.categories)),
        "category": "/".join(map(urlized, page.categories)),
        "output_ext": ".html",
    }
    if page.date:
        forms = {"year": "%Y", "month": "%m", "day": "%d", "hour": "%H", "minute": "%M"}
        forms |= {"second": "%S", "short_year": "%y", "y_day": "%j", "yearday": "%j"}
        words |= {name: page.date.strftime(form) for name, form in forms.items()}
        words |= {"i_month": str(page.date.month), "i_day": str(page.date.day)}
    return words


def urlized(text: str) -> str:
    """Give a name as generators write it in addresses."""
    return _NOT_IN_PATHS.sub("-", text.strip().lower()).strip("-")


def _jekyll(page: Page, site: OldSite) -> str:
    parts = page.inner.split("/")
    if "_posts" in parts:
        pattern = site.setting("permalink") or "date"
        pattern = _JEKYLL.get(pattern, pattern)
        if not page.date:
            return ""
    elif parts[0].startswith("_"):
        collections = site.settings.get("collections")
        of = collections.get(parts[0][1:]) if isinstance(collections, Mapping) else None
        if not isinstance(of, Mapping):
            return ""
        pattern = str(of.get("permalink") or "/:collection/:path:output_ext")
    else:
        path = re.sub(r"(^|/)index$", r"\1", page.inner.rpartition(".")[0])
        pretty = site.setting("permalink").endswith(("/", "pretty"))
        return path if path == "" or path.endswith("/") else f"{path}{'/' if pretty else '.html'}"
    return filled(pattern, page)


def _hugo(page: Page, site: OldSite) -> str:
    folder, _, below = page.inner.partition("/")
    if not folder.startswith("content"):
        return ""
    section = below.split("/")[0] if "/" in below else ""
    permalinks = site.settings.get("permalinks")
    of = permalinks.get("page", permalinks) if isinstance(permalinks, Mapping) else {}
    pattern = of.get(section) if isinstance(of, Mapping) and section else None
    if isinstance(pattern, str):
        return filled(pattern, page)
    inner = PurePosixPath(below)
    above = inner.parent.parent if inner.stem in {"index", "_index"} else inner.parent
    path = (above / (page.slug or page.stem)).as_posix()
    if inner.as_posix().startswith("_index.") or inner.as_posix().startswith("index."):
        return "/"
    ugly = str(site.settings.get("uglyURLs", site.settings.get("uglyurls", ""))).lower() == "true"
    return "/".join(map(urlized, path.split("/"))) + (".html" if ugly else "/")


def _hexo(page: Page, site: OldSite) -> str:
    _, _, below = page.inner.partition("/")
    if below.startswith("_posts/"):
        pattern = site.setting("permalink") or ":year/:month/:day/:title/"
        title = below.removeprefix("_posts/").rpartition(".")[0].removesuffix("/index")
        if page.date is None:
            return ""
        return filled(pattern.replace(":title", title.replace(":", "")), page)
    if below.startswith("_"):
        return ""
    path = below.rpartition(".")[0]
    return path.removesuffix("index") if path.endswith("index") else f"{path}.html"


def _pelican(page: Page, site: OldSite) -> str:
    default = "pages/{slug}.html" if page.standing else "{slug}.html"
    pattern = site.setting("PAGE_URL" if page.standing else "ARTICLE_URL") or default
    slug = page.slug or (urlized(page.title) if page.title.isascii() else "")
    words = {"slug": slug, "category": urlized(page.categories[0]) if page.categories else ""}
    found = _BRACES.findall(pattern)
    if any(name != "date" and not words.get(name) for name, _ in found):
        return ""
    if page.date is None and any(name == "date" for name, _ in found):
        return ""

    def word(match: re.Match[str]) -> str:
        if match[1] == "date" and page.date:
            date = page.date
            return _OF_TIME.sub(lambda form: date.strftime(form[0]), match[2] or "%Y-%m-%d")
        return words[match[1]]

    return _BRACES.sub(word, pattern)


def _nikola(page: Page, _: OldSite) -> str:
    folder, *below = page.inner.split("/")
    above = "/".join(below[:-1])
    start = "" if folder == "stories" else folder
    return f"{start}/{above}/{page.slug or page.stem}/"


def _eleventy(page: Page, site: OldSite) -> str:
    source = site.root is not None and (site.root / "src").is_dir()
    inner = page.inner.removeprefix("src/") if source else page.inner
    above, _, name = inner.rpartition("/")
    if name.startswith("index.") or above.rpartition("/")[2] == page.stem:
        return f"{above}/"
    return f"{above}/{page.stem}/"


def _astro(page: Page, _: OldSite) -> str:
    for start in ("src/pages/", "src/content/"):
        if page.inner.startswith(start):
            path = page.inner.removeprefix(start).rpartition(".")[0].removesuffix("index")
            if page.slug and start == "src/content/":
                path = f"{path.partition('/')[0]}/{page.slug}"
            return f"{path.strip('/')}/"
    return ""


_MAKERS: dict[Generator, Callable[[Page, OldSite], str]] = {
    Generator.JEKYLL: _jekyll,
    Generator.HUGO: _hugo,
    Generator.HEXO: _hexo,
    Generator.PELICAN: _pelican,
    Generator.NIKOLA: _nikola,
    Generator.ELEVENTY: _eleventy,
    Generator.ASTRO: _astro,
}
