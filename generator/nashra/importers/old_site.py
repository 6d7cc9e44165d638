"""The site around a file: which generator made it, what its configuration says, where files lie."""

from __future__ import annotations

import ast
import json
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from os.path import isfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from nashra.errors import ContentError
from nashra.importers.copy import Attachment
from nashra.importers.foreign_front_matter import Form, Matter
from nashra.importers.inbox import INBOX
from nashra.schema import read_yaml


class Generator(StrEnum):
    """Who made the old site."""

    HUGO = "hugo"
    JEKYLL = "jekyll"
    HEXO = "hexo"
    PELICAN = "pelican"
    NIKOLA = "nikola"
    GATSBY = "gatsby"
    ELEVENTY = "eleventy"
    ASTRO = "astro"
    UNKNOWN = ""


_HUGO = tuple(
    f"{name}.{ending}" for name in ("hugo", "config") for ending in ("toml", "yaml", "yml", "json")
)
_MARKS: tuple[tuple[Generator, tuple[str, ...]], ...] = (
    (Generator.PELICAN, ("pelicanconf.py",)),
    (Generator.ASTRO, ("astro.config.mjs", "astro.config.js", "astro.config.ts")),
    (Generator.ELEVENTY, (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs")),
    (Generator.GATSBY, ("gatsby-config.js", "gatsby-config.ts", "gatsby-config.mjs")),
    (Generator.HEXO, ("_config.yml",)),
    (Generator.JEKYLL, ("_config.yml", "_config.yaml")),
    (Generator.HUGO, (*_HUGO, "config/_default/hugo.toml", "config/_default/config.toml")),
    (Generator.NIKOLA, ("conf.py",)),
)
_OF_FORM = {
    Form.TOML: Generator.HUGO,
    Form.JSON: Generator.HUGO,
    Form.LINES: Generator.PELICAN,
    Form.UNOPENED: Generator.HEXO,
    Form.DOTTED: Generator.NIKOLA,
}
_OF_HUGO = frozenset({"draft", "lastmod", "expiryDate", "publishDate", "weight"})
_HIGHEST = 12
"""How many folders above a file are looked at."""
_LONGEST_SETTINGS = 1 << 20
_ROOTS = ("static", "content", "source", "public", "files", "assets", "src", "")
"""The folders of a site whose files lie at its root, once it is built."""
_MEDIA = frozenset(
    {
        *(".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff"),
        *(".mp3", ".m4a", ".ogg", ".opus", ".wav", ".mp4", ".m4v", ".webm", ".ogv", ".mov"),
    }
)
_MARKED_PATH = ("{static}", "{attach}", "{filename}", "|static|", "|attach|", "|filename|")
"""How Pelican's addresses of files begin."""


@dataclass(frozen=True, slots=True)
class OldSite:
    """Where a file comes from, as far as can be seen."""

    generator: Generator
    root: Path | None = None
    settings: Mapping[str, object] = field(default_factory=dict)

    def setting(self, name: str) -> str:
        """Give a setting that is text."""
        value = self.settings.get(name)
        return value if isinstance(value, str) else ""

    @property
    def address(self) -> str:
        """The full address at which the site lay."""
        names = ("url", "baseURL", "baseurl", "SITEURL", "SITE_URL")
        return next((text for name in names if "://" in (text := self.setting(name))), "")

    @property
    def base(self) -> str:
        """The path of the site's root, such as `/` or `/blog/`."""
        path = _split(self.address)[1]
        if self.generator is Generator.JEKYLL:
            path = f"{path.rstrip('/')}/{self.setting('baseurl').strip('/')}"
        return f"/{path.strip('/')}/".replace("//", "/")

    def inner(self, path: Path) -> str:
        """Give a file's path from the site's folder, with `/`."""
        if self.root is None:
            return path.name
        return path.relative_to(self.root).as_posix()

    def path_of(self, address: str) -> str:
        """Give the path of an address of the old site; empty for one elsewhere."""
        host, path = _split(address)
        if host and host != _split(self.address)[0]:
            return ""
        return unquote(path)

    def attachment(self, address: str, near: Path) -> Attachment | None:
        """Give the file that an address in the text at `near` leads to, if it is a picture here."""
        written = address.strip()
        marked = next((mark for mark in _MARKED_PATH if written.startswith(mark)), "")
        written = self.path_of(written.removeprefix(marked))
        if not written or len(written) > 1000 or "\0" in written:  # noqa: PLR2004
            return None
        if Path(written).suffix.lower() not in _MEDIA:
            return None
        allowed = (self.root or near.parent).resolve()
        for origin in self._candidates(written, near):
            try:
                if not origin.is_file():
                    continue
                found = origin.resolve()
                if found.is_relative_to(allowed):
                    return Attachment(path=self._place(found, near), origin=found)
            except (OSError, RuntimeError):
                continue
        return None

    def _candidates(self, written: str, near: Path) -> Iterator[Path]:
        if not written.startswith("/"):
            yield near.parent / written
            yield near.with_suffix("") / written
        below = written.removeprefix(self.base if written.startswith(self.base) else "/")
        for folder in _ROOTS if self.root else ():
            yield self.root / folder / below.lstrip("/")  # type: ignore[operator]

    def _place(self, origin: Path, near: Path) -> str:
        """Give where a file goes below `content/media/`: where it lay on the old site."""
        above = self.root.resolve() if self.root else near.parent.parent.resolve()
        below = origin.relative_to(above).parts
        if self.root and len(below) > 1 and below[0] in {*_ROOTS} - {"assets"}:
            below = below[1:]
        below = below[1:] if below[0] == "media" and len(below) > 1 else below
        return unicodedata.normalize("NFC", "/".join(below))


def of(path: Path, matter: Matter) -> OldSite:
    """Find the site that a file is of: by its configuration, by its folders, by its writing."""
    path = path.absolute()
    for folder in _above(path):
        for generator, names in _MARKS:
            # joined as text: ten thousand files ask this of every folder above them
            found = next((name for name in names if isfile(f"{folder}/{name}")), "")  # noqa: PTH113
            if found and _may_be(generator, folder, path):
                return OldSite(generator, folder, _settings(folder / found))
    return _by_folders(path, matter)


def _above(path: Path) -> Iterator[Path]:
    """Give the folders that a file lies in, the nearest first, up to the inbox if it is there."""
    for folder in [*path.parents][:_HIGHEST]:
        yield folder
        if folder.parts[-2:] == INBOX.parts:
            return


def _may_be(generator: Generator, folder: Path, path: Path) -> bool:
    first = path.relative_to(folder).parts[0]
    if generator is Generator.HUGO:
        own = (folder / ".nashra").is_dir() or (folder / "content" / "inbox").is_dir()
        return first.startswith("content") and not own
    if generator is Generator.HEXO:
        return first == "source"
    return generator is not Generator.NIKOLA or first in {"posts", "pages", "stories"}


def _by_folders(path: Path, matter: Matter) -> OldSite:
    folders = [*_above(path)]
    generator = _OF_FORM.get(matter.form, Generator.UNKNOWN)
    for folder in folders:
        name, above = folder.name, folder.parent
        if name.startswith("_") and above in folders:
            if above.name == "source" and above.parent in folders:
                return OldSite(Generator.HEXO, above.parent)
            return OldSite(Generator.JEKYLL, above)
        if name in {"content", "source"} and above in folders:
            if name == "source":
                return OldSite(Generator.HEXO, above)
            written = matter.written.values
            if (
                generator is Generator.UNKNOWN
                and _OF_HUGO & {*written}
                and "template" not in written
            ):
                generator = Generator.HUGO
            return OldSite(generator, above)
    return OldSite(generator)


def _settings(path: Path) -> Mapping[str, object]:
    try:
        stat = path.stat()
        if stat.st_size > _LONGEST_SETTINGS:
            return {}
        return _read(path, stat.st_mtime_ns)
    except OSError:
        return {}


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> Mapping[str, object]:
    """Read a configuration once for all files; one that cannot be read says nothing."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    try:
        match path.suffix:
            case ".toml":
                return tomllib.loads(text)
            case ".json":
                found = json.loads(text)
                return found if isinstance(found, dict) else {}
            case ".py":
                return _constants(text)
            case ".yml" | ".yaml":
                return read_yaml(text, file=path.name, text=text).values
            case _:
                return {}
    except (ValueError, RecursionError, MemoryError, ContentError, SyntaxError):
        return {}


def _constants(text: str) -> dict[str, object]:
    """Give what a Python file calls by name and says outright; none of it is run."""
    found: dict[str, object] = {}
    for each in ast.parse(text).body:
        if isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant):
            for target in each.targets:
                if isinstance(target, ast.Name):
                    found[target.id] = each.value.value
    return found


def _split(address: str) -> tuple[str, str]:
    """Give the host of an address, without `www.`, and its path."""
    try:
        parts = urlsplit(address.strip())
        return (parts.hostname or "").removeprefix("www."), parts.path
    except ValueError:
        return "", ""
