"""Links from one page of the site to another that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from nashra.catalogue import terms
from nashra.catalogue.store import Catalogue
from nashra.config import Config
from nashra.errors import Problem, Words
from nashra.model import Article, Author, Entry, StandingPage
from nashra.model.body import Prose
from nashra.pages.wanted import everything

_HREF = re.compile(r'<a [^>]*?href="([^"]*)"')


def problems(catalogue: Catalogue, config: Config, *, root: Path) -> Iterator[Problem]:
    """Give every link in a public entry's body to an address of the site that will not exist."""
    targets = {output.target for output in everything(catalogue, config).outputs}
    reader = catalogue.reader()
    for term in (terms.STORY, terms.WRITER, terms.PAGE):
        for value in catalogue.values(term):
            for entry in reader.entries(term, value):
                for href in _HREF.findall(_body(entry)):
                    if not _leads_somewhere(unescape(href), targets, config):
                        yield _dead(entry.file, unescape(href), root)


def _body(entry: Entry) -> str:
    if isinstance(entry, Article):
        return "".join(part.html for part in entry.body if isinstance(part, Prose))
    if isinstance(entry, Author):
        return entry.biography
    return entry.body if isinstance(entry, StandingPage) else ""


def _leads_somewhere(href: str, targets: set[str], config: Config) -> bool:
    """Tell whether a link leaves the site, stays on its page, or has something at its end."""
    parts = urlsplit(href)
    base = config.identity.base_path
    if parts.scheme or parts.netloc or not parts.path.startswith(base):
        return True
    path = unquote(parts.path[len(base) :])
    candidates = {path, f"{path}/index.html".lstrip("/"), f"{path}index.html"}
    return not candidates.isdisjoint(targets)


def _dead(file: str, href: str, root: Path) -> Problem:
    address = unquote(href)
    line, excerpt = _line_of(root / file, address, href)
    return Problem(
        file,
        line,
        Words(f"رابط لا يؤدي إلى صفحة: {address}", f"A link that leads nowhere: {address}"),
        Words("صحح العنوان أو احذف الرابط.", "Correct the address or remove the link."),
        excerpt,
    )


def _line_of(path: Path, *spellings: str) -> tuple[int | None, str]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return None, ""
    for number, line in enumerate(lines, 1):
        if any(f"]({spelling}" in line or f'"{spelling}' in line for spelling in spellings):
            return number, line
    return None, ""
