"""Which other hosts a public page shows pictures of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from nashra.model import Article, Author, Prose, StandingPage

_PICTURE = re.compile(r'<(?:img|source|video|audio)\b[^<>]*?\b(?:src|poster)="(https?://[^"]+)"')


def pictures_elsewhere(entry: Article | Author | StandingPage) -> Iterator[str]:
    """Give the host of every picture and film that an entry shows from elsewhere."""
    named = {host for text in _texts(entry) if "://" in text for host in map(_host, _found(text))}
    yield from sorted(filter(None, named))


def _texts(entry: Article | Author | StandingPage) -> Iterator[str]:
    if isinstance(entry, Article):
        yield entry.image.src if entry.image else ""
        yield from (part.html for part in entry.body if isinstance(part, Prose))
    elif isinstance(entry, Author):
        yield from (entry.photo, entry.biography)
    else:
        yield entry.body


def _found(text: str) -> list[str]:
    return _PICTURE.findall(text) if "<" in text else [text]


def _host(address: str) -> str:
    """Give an address's host in ASCII; nothing where there is none, or a port of its own."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError:
        return ""
    return host if parts.scheme in {"http", "https"} and not parts.port else ""
