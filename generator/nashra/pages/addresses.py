"""Where things lie: addresses from the root of an edition, as links and in full."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from nashra.config import Identity

_quote = lru_cache(maxsize=4096)(quote)


def url(address: str, identity: Identity) -> str:
    """Give an address from the site's root as a link: with the base path, percent-encoded."""
    return identity.base_path + _quote(address.removeprefix("/"))


def full(address: str, identity: Identity) -> str:
    """Give an address from the site's root with scheme and host, percent-encoded."""
    return identity.address + _quote(address.removeprefix("/"))


def media_url(path: str, identity: Identity) -> str:
    """Give the link of a picture: one of the site's own media, or an address elsewhere."""
    return path if "://" in path else identity.root_path + _quote(f"media/{path}")


def media_full(path: str, identity: Identity) -> str:
    """Give the full address of a picture."""
    return path if "://" in path else identity.root + _quote(f"media/{path}")


def target(address: str) -> str:
    """Give the path below the output folder of what lies at an address."""
    path = address.removeprefix("/")
    return path + "index.html" if path.endswith("/") or not path else path
